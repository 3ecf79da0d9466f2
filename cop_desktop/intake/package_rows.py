"""The rows of a package's table: what cannot be right is left out, each with its reason."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date

from cop_desktop.models.package_form import Cell, Field, Kind, Table

from .findings import Problem

MOST_ROWS, LONGEST = 200_000, 20_000  # rows of a table; letters of a cell
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that were read, and what was left out."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    keys: frozenset[Row]


class MisshapenError(Exception):
    """The file is no table as its description says."""


def rows_of(table: Table, data: bytes, known: Mapping[str, Set[Cell]]) -> Rows:
    """Read one table; `known` holds the ids of the tables it may point to."""
    rows, problems, keys = [], [], set()
    places = [[it.name for it in table.fields].index(name) for name in table.key]
    for line, texts in _lines(table, data):
        row, wrong = _read(table, texts, line)
        wrong = wrong or _dangling(table, row, line, known)
        key = tuple(row[at] for at in places) if not wrong else ()
        if not wrong and key in keys:
            wrong = _problem(table, line, table.key[0], "double", texts[places[0]])
        if wrong:
            problems.append(wrong)
        else:
            keys.add(key)
            rows.append(row)
    return Rows(tuple(rows), tuple(problems), frozenset(keys))


def _lines(table: Table, data: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        reader = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
        head = next(reader, [])
        if head != [it.name for it in table.fields]:
            raise MisshapenError
        for line, texts in enumerate(reader, start=2):
            if len(texts) != len(head) or line > MOST_ROWS:
                raise MisshapenError
            yield line, texts
    except (UnicodeDecodeError, csv.Error) as problem:
        raise MisshapenError from problem


def _read(table: Table, texts: list[str], line: int) -> tuple[Row, Problem | None]:
    cells: list[Cell] = []
    for field, text in zip(table.fields, texts, strict=True):
        code = _wrong(field, text)
        if code:
            return (), _problem(table, line, field.name, code, text)
        cells.append(_READERS[field.kind](text) if text else None)
    return tuple(cells), None


def _wrong(field: Field, text: str) -> str:
    """What is wrong with a cell; nothing when it may stand."""
    if not text:
        return "missing" if field.needed else ""
    if len(text) > LONGEST or "\x00" in text:
        return "too_long"
    if field.words and text not in field.words:
        return "unknown_word"
    try:
        _READERS[field.kind](text)
    except ValueError:
        return f"no_{field.kind}"
    return ""


def _dangling(table: Table, row: Row, line: int, known: Mapping[str, Set[Cell]]) -> Problem | None:
    for field, cell in zip(table.fields, row, strict=False):
        other = table.links.get(field.name)
        if other is not None and cell not in known.get(other, ()):
            return _problem(table, line, field.name, "dangling", str(cell))
    return None


def _problem(table: Table, line: int, column: str, code: str, value: str) -> Problem:
    return Problem(line, column, code, {"table": table.name, "value": value[:80]})


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError
    return text == "true"


def _integer(text: str) -> int:
    if len(text) > 12 or not text.removeprefix("-").isascii():
        raise ValueError
    return int(text)


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


_READERS: Mapping[Kind, Callable[[str], Cell]] = {
    Kind.STRING: str,
    Kind.INTEGER: _integer,
    Kind.BOOLEAN: _boolean,
    Kind.DATE: _day,
}
