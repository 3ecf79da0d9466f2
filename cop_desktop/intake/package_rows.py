"""The rows of a package's table: what cannot be right is left out, each with its reason.

A table is looked at column by column first, which takes a tenth of the time and says only that
all is well; where it is not, row by row, which finds what is wrong.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from functools import lru_cache
from itertools import repeat

from cop_desktop.frozen import frozen
from cop_desktop.models.package_form import Cell, Field, Kind, Table
from cop_desktop.services.packages.descriptor import HIDDEN
from cop_desktop.services.packages.incoming import LeftOut, Row

MOST_ROWS, LONGEST = 200_000, 20_000  # rows of a table; letters of a cell
LARGEST = 2**31 - 1  # what every database holds
END = "\r\n"
_HIDDEN = re.compile(HIDDEN.encode())
_ALL_HIDDEN = bytes(it for it in range(0x80) if _HIDDEN.match(bytes([it])))
_NUMBER = re.compile(r"0|[1-9]\d{0,9}", re.ASCII)  # counts, years and percent: never below zero
HOME = "community"  # the table that every row points to in the end
Known = Mapping[str, Set[Cell]]


@frozen
class Rows:
    """The rows that were read, and what was left out."""

    rows: tuple[Row, ...]
    problems: tuple[LeftOut, ...]
    ids: frozenset[Cell]  # where the key is a single field


class MisshapenError(Exception):
    """The file is no table as its description says."""


def rows_of(table: Table, data: bytes, known: Known) -> Rows:
    """Read one table; `known` holds the ids of the tables it may point to, and under the name of
    the table of communities the one that the package is about."""
    texts = _texts(table, data)
    if not texts[0]:
        return Rows((), (), frozenset())
    odd = len(data.translate(None, _ALL_HIDDEN)) < len(data)
    columns = None if odd else _columns(table, texts, known)
    if columns is None:
        return _one_by_one(table, zip(*texts, strict=True), known)
    keys = _places(table)
    ids = frozenset(columns[keys[0]]) if len(keys) == 1 else frozenset()
    return Rows(tuple(zip(*columns, strict=True)), (), ids)


def _texts(table: Table, data: bytes) -> list[Sequence[str]]:
    """The cells below the heading, column by column; there is one for each field."""
    names = [it.name for it in table.fields]
    try:
        text = data.decode("utf-8")
        columns = _split(text, names) if _is_plain(text) else _parsed(text, names)
    except (UnicodeDecodeError, csv.Error, ValueError) as problem:
        raise MisshapenError from problem
    if len(columns[0]) >= MOST_ROWS:
        raise MisshapenError
    return columns


def _is_plain(text: str) -> bool:
    """Whether nothing is quoted and all lines end alike."""
    return '"' not in text and text.count(END) == text.count("\n") == text.count("\r")


def _split(text: str, names: list[str]) -> list[Sequence[str]]:
    """As `csv` reads plain lines, but far faster; raises ValueError where a line is of another
    length."""
    head, *lines = text.removesuffix(END).split(END)
    width = len(names)
    if head.split(",") != names or not {width - 1}.issuperset(map(str.count, lines, repeat(","))):
        raise ValueError
    cells = ",".join(lines).split(",") if lines else []
    return [cells[at::width] for at in range(width)]


def _parsed(text: str, names: list[str]) -> list[Sequence[str]]:
    head, *lines = list(csv.reader(io.StringIO(text, newline=""), strict=True)) or [[]]
    if head != names or not {len(names)}.issuperset(map(len, lines)):
        raise ValueError
    return list(zip(*lines, strict=True)) or [()] * len(names)


def _places(table: Table) -> list[int]:
    names = [it.name for it in table.fields]
    return [names.index(name) for name in table.key]


def _columns(
    table: Table, columns_of_text: list[Sequence[str]], known: Known
) -> list[Sequence[Cell]] | None:
    """The cells of each column when not one of them is wrong; otherwise nothing."""
    columns: list[Sequence[Cell]] = []
    for field, texts in zip(table.fields, columns_of_text, strict=True):
        values = _values(field, texts, _allowed(table, field, known))
        if values is None:
            return None
        columns.append(values)
    keys = [columns[at] for at in _places(table)]
    if len(set(zip(*keys, strict=True))) < len(keys[0]):
        return None
    return columns


def _allowed(table: Table, field: Field, known: Known) -> Set[Cell] | None:
    """What the cells of a field may point to; nothing where they may be anything."""
    if table.name == HOME and field.name == "id":
        return known[HOME]
    other = table.links.get(field.name)
    return None if other is None else known.get(other, frozenset())


def _values(field: Field, texts: Sequence[str], allowed: Set[Cell] | None) -> Sequence[Cell] | None:
    different = set(texts)
    if allowed is not None and not different <= allowed:
        return None
    if max(map(len, different)) > LONGEST or (field.needed and "" in different):
        return None
    if field.kind == Kind.STRING:
        if field.words and not different.issubset((*field.words, "")):
            return None
        return [it or None for it in texts] if "" in different else texts
    try:
        read = {text: _READERS[field.kind](text) if text else None for text in different}
    except ValueError:
        return None
    return [read[it] for it in texts]


def _one_by_one(table: Table, lines: Iterable[Sequence[str]], known: Known) -> Rows:
    rows: list[Row] = []
    problems: list[LeftOut] = []
    keys: set[Row] = set()
    places = _places(table)
    for line, texts in enumerate(lines, start=2):
        wrong = next(_all_wrong(table, texts, line, known), None)
        row = () if wrong else _read(table, texts)
        key = tuple(row[at] for at in places) if row else ()
        if not wrong and key in keys:
            wrong = _left_out(table, line, table.key[0], "double", texts[places[0]])
        if wrong:
            problems.append(wrong)
        else:
            keys.add(key)
            rows.append(row)
    ids = frozenset(key[0] for key in keys) if len(places) == 1 else frozenset()
    return Rows(tuple(rows), tuple(problems), ids)


def _read(table: Table, texts: Sequence[str]) -> Row:
    return tuple(
        _READERS[field.kind](text) if text else None
        for field, text in zip(table.fields, texts, strict=True)
    )


def _all_wrong(table: Table, texts: Sequence[str], line: int, known: Known) -> Iterator[LeftOut]:
    """What is wrong with a row, cell by cell; links last."""
    cells = list(zip(table.fields, texts, strict=True))
    for field, text in cells:
        if code := _wrong(field, text):
            yield _left_out(table, line, field.name, code, text)
    for field, text in cells:
        allowed = _allowed(table, field, known)
        if allowed is not None and (text or None) not in allowed:
            code = "foreign" if HOME in (table.name, table.links.get(field.name)) else "dangling"
            yield _left_out(table, line, field.name, code, text)


def _wrong(field: Field, text: str) -> str:
    """What is wrong with a cell; nothing when it may stand."""
    if not text:
        return "missing" if field.needed else ""
    if len(text) > LONGEST or _HIDDEN.search(text.encode()):
        return "too_long"
    if field.words and text not in field.words:
        return "unknown_word"
    try:
        _READERS[field.kind](text)
    except ValueError:
        return f"no_{field.kind}"
    return ""


def _left_out(table: Table, line: int, column: str, code: str, value: str) -> LeftOut:
    return LeftOut(table.name, line, column, code, _seen(value[:80]))


def _seen(text: str) -> str:
    """A text with a sign for each hidden letter: a terminal would obey some of them."""
    return _HIDDEN.sub("\ufffd".encode(), text.encode()).decode()


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError
    return text == "true"


def _integer(text: str) -> int:
    if not _NUMBER.fullmatch(text) or (number := int(text)) > LARGEST:
        raise ValueError
    return number


@lru_cache(maxsize=20_000)  # the days of a few decades
def _day(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:  # it reads weeks and short spellings, too
        raise ValueError
    return text


_READERS: Mapping[Kind, Callable[[str], Cell]] = {
    Kind.STRING: str,
    Kind.INTEGER: _integer,
    Kind.BOOLEAN: _boolean,
    Kind.DATE: _day,
}
