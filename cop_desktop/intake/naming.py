"""Which columns a person's name comes from, and what is said when it was not plain."""

import re

from cop_desktop.services.search import fold

from . import names
from .findings import Problem
from .headers import Layout
from .line import Line
from .table import text_of

_FAMILY_FIRST = "family_first"
_FULL = ("full_name", _FAMILY_FIRST)
_SUM = re.compile(r"(?:סהכ|סך הכל|total|sum|المجموع)\b")
_HEADING = re.compile(
    r"(?:מחוז|אזור|איזור|קבוצת|קבוצה|רשימת|נציגי|חברי|עיריית|מועצה|district|region|group|list of"
    r"|لواء|منطقه|مجموعه|بلديه)\b"
)
_NAME_COLUMNS = ("given_name", "family_name", *_FULL)


def settle_name(line: Line, layout: Layout, order: str) -> None:
    """A full name counts where the two parts are not given by themselves."""
    parts = {key: line.values.pop(key, "") for key in _NAME_COLUMNS}
    key = next((key for key in _NAME_COLUMNS if _has_letters(parts[key])), "")
    if not key:
        return
    given, family = parts["given_name"], parts["family_name"]
    if given and family:
        written, name = f"{given} {family}", names.of_parts(given, family)
    elif family and not (parts["full_name"] or parts[_FAMILY_FIRST]):
        written, name = family, names.of_parts("", family)
    else:
        key = next(key for key in (*_FULL, "given_name") if parts[key])
        written = parts[key]
        name = names.split_name(written, _FAMILY_FIRST in {key, order})
    told = _FAMILY_FIRST in {key, order}
    _take_name(line, layout.feeding(key)[0].name, written, name, told)


def is_heading(line: Line) -> bool:
    """Whether a row groups or sums up the rows around it instead of naming a person."""
    name = fold(f"{line.values.get('given_name', '')} {line.values.get('family_name', '')}")
    if not _HEADING.match(name):
        return _SUM.match(name) is not None
    said = {key for key, value in line.values.items() if value} - {"given_name", "family_name"}
    return not said or _SUM.match(name) is not None


def _take_name(line: Line, column: str, written: str, name: names.Name, told: bool) -> None:
    line.values |= {"given_name": name.given, "family_name": name.family}
    if name.address:
        line.values.setdefault("address", name.address)
    whole = f"{name.given} {name.family}".strip()
    if name.titles:
        line.notes[:0] = name.titles
        line.repair(column, written, whole, "title_moved")
    if name.reversed and not told:
        line.repair(column, written, whole, "name_order")
    if name.unclear:
        line.complain(column, "name_unclear", family=name.family)
    if not (name.given and name.family):
        line.complain(column, "one_name")


def name_order_of(layout: Layout, wished: str, problems: list[Problem]) -> str:
    """The order of full names, as wished or as it seems; a guess is added to the problems."""
    column = next(iter(layout.feeding("full_name")), None)
    if wished != "auto" or column is None:
        return wished
    at = column.index
    cells = (row.cells[at] for row in layout.rows if at < len(row.cells))
    if not names.family_first(text_of(cell) for cell in cells):
        return "given_first"
    problems.append(Problem(0, column.name, "name_order_guessed"))
    return _FAMILY_FIRST


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
