"""Which row holds the titles, and which column holds what."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from cop_desktop.frozen import frozen

from .fields import IDENTITY, ROSTER, Kind
from .findings import Problem
from .guessing import guess
from .identity import is_identity_number
from .mapping import Wish
from .table import RawRow, RawTable, letter, text_of
from .titles import LONGEST, normal, recognise

_SEARCHED_ROWS = 40
_DATA = re.compile(r"@|\d{4,}")
_EMAIL = re.compile(r"\S+@\S+\.\S+")
_MOBILE = re.compile(r"(?:\+?972-?|0)?5\d[- ]?\d{3}[- ]?\d{4}")
_NAME = re.compile(r"[^\W\d_][^\d@]*\s[^\d@]*[^\W\d_]")
_CONTENTS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("email", _EMAIL.fullmatch),
    ("mobile", _MOBILE.fullmatch),
    (IDENTITY, is_identity_number),
    ("full_name", _NAME.fullmatch),
)


@frozen
class Column:
    """A column: its letter, its title, the field it feeds ("" for none) and how that is known."""

    index: int
    title: str
    field: str = ""
    how: str = ""  # wish · synonym · similar · content

    @property
    def name(self) -> str:
        """How problems call it: its title, or its letter when it has none."""
        return self.title or letter(self.index)


@frozen
class Layout:
    """Where the titles are, what the columns hold, and the rows of data beneath."""

    kind: Kind
    header_row: int  # of the sheet, from 1; 0 when there is none
    columns: tuple[Column, ...]
    rows: tuple[RawRow, ...]
    problems: tuple[Problem, ...] = ()

    def feeding(self, field: str) -> list[Column]:
        return [column for column in self.columns if column.field == field]

    @property
    def mapping(self) -> dict[str, str]:
        """Titles and their fields, as a `Wish` takes them: what is worth remembering."""
        return {column.name: column.field for column in self.columns}

    @property
    def fingerprint(self) -> str:
        """The same for files with the same titles: what a remembered mapping goes by."""
        titles = "\x1f".join(normal(column.title) for column in self.columns)
        return hashlib.sha256(titles.encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def usable(self) -> bool:
        """Whether a row can be told from these columns at all."""
        return any(column.field in self.kind.needed for column in self.columns)


def lay_out(table: RawTable, kind: Kind, wish: Wish | None = None) -> Layout:
    """Find titles and columns of a table; what a person wished for goes before what is found."""
    wish = wish or Wish()
    first, count = _header(table.rows, kind, wish)
    titles = _titles(table.rows[first : first + count], table.width, kind)
    rows = table.rows[first + count :]
    columns = [_column(index, title, kind, wish) for index, title in enumerate(titles)]
    if not count:
        columns = _by_contents(columns, rows, kind)
    columns, twice = _each_once(_given_or_full(columns), kind)
    complaints = _complaints(columns, kind, bool(count)) if table.rows else ()
    problems = (*_unknown_wishes(columns, wish), *twice, *complaints)
    header_row = table.rows[first + count - 1].number if count else 0
    return Layout(kind, header_row, tuple(columns), _without_repeats(rows, titles), problems)


def _header(rows: Sequence[RawRow], kind: Kind, wish: Wish) -> tuple[int, int]:
    """Where the titles begin and how many rows they take; none at all is a count of 0."""
    if wish.header_row is not None:
        numbers = [row.number for row in rows]
        return (numbers.index(wish.header_row), 1) if wish.header_row in numbers else (0, 0)
    best, place = 0.0, (0, 0)
    for count in (1, 2):  # two rows only when they say more than one of them
        for at in range(min(len(rows), _SEARCHED_ROWS)):
            score = _score(rows[at : at + count], count, kind, wish)
            if score > best:
                best, place = score, (at, count)
    return place


def _score(rows: Sequence[RawRow], count: int, kind: Kind, wish: Wish) -> float:
    """How many fields the titles would name; 0 when they are rather data or prose."""
    texts = [text_of(cell) for row in rows for cell in row.cells if cell != ""]
    if len(rows) < count or any(_DATA.search(t) or len(t) > LONGEST for t in texts):
        return 0
    below = {text_of(cell) for cell in rows[-1].cells if cell != ""}
    if count == 2 and 2 * sum(bool(_known(title, kind, wish)[0]) for title in below) < len(below):
        return 0
    width = max(len(row.cells) for row in rows)
    titles = [title for title in _titles(rows, width, kind) if title]
    found = dict(_known(title, kind, wish) for title in titles)
    found.pop("", None)
    if len(found) < 2 and len(titles) > 1 and "wish" not in found.values():
        return 0
    return sum(0.6 if how == "similar" else 1 for how in found.values())


def _titles(rows: Sequence[RawRow], width: int, kind: Kind) -> list[str]:
    """One title a column; beneath a title that spans several columns, the two together."""
    if not rows:
        return [""] * width
    lines = [[text_of(cell) for cell in row.cells] + [""] * width for row in rows]
    if len(lines) == 1:
        return lines[0][:width]
    above = ""
    titles = []
    for upper, lower in zip(lines[0][:width], lines[1][:width], strict=True):
        above = upper or (above if lower else "")
        choices = [f"{above} {lower}".strip(), lower, above]
        known = (choice for choice in choices if choice and recognise(choice, kind)[0])
        titles.append(next(known, choices[0]))
    return titles


def _known(title: str, kind: Kind, wish: Wish, name: str = "") -> tuple[str, str]:
    words = normal(title)
    for wished, field in wish.columns.items():
        if (words and normal(wished) == words) or (name and wished.strip().upper() == name):
            return field, "wish"
    return recognise(title, kind)


def _column(index: int, title: str, kind: Kind, wish: Wish) -> Column:
    return Column(index, " ".join(title.split()), *_known(title, kind, wish, letter(index)))


def _given_or_full(columns: list[Column]) -> list[Column]:
    """Beside a column of family names, a column called “name” holds the given ones."""
    fields = {column.field for column in columns}
    if "family_name" not in fields or "given_name" in fields:
        return columns
    return [
        replace(column, field="given_name") if column.field == "full_name" else column
        for column in columns
    ]


def _each_once(columns: list[Column], kind: Kind) -> tuple[list[Column], list[Problem]]:
    """A field is fed by one column, the surest, unless it can take several."""
    several = {field.key for field in kind.fields if field.several} | {""}
    order = ("wish", "synonym", "similar", "content", "")
    taken: set[str] = set()
    left_out = []
    for column in sorted(columns, key=lambda column: order.index(column.how)):
        if column.field in taken:
            left_out.append(column)
        taken |= {column.field} - several
    problems = [Problem(0, column.name, "column_twice") for column in left_out]
    kept = [replace(one, field="", how="") if one in left_out else one for one in columns]
    return kept, problems


def _by_contents(columns: list[Column], rows: Sequence[RawRow], kind: Kind) -> list[Column]:
    """What columns without titles hold, by their first rows."""
    if kind is ROSTER:
        return [_by_content(column, rows, kind) for column in columns]
    cells = [
        [it for row in rows[:50] for it in row.cells[one.index : one.index + 1] if it != ""]
        for one in columns
    ]
    return [
        replace(one, field=field, how="content") if field and one.how != "wish" else one
        for one, field in zip(columns, guess(cells, kind.key), strict=True)
    ]


def _by_content(column: Column, rows: Iterable[RawRow], kind: Kind) -> Column:
    """Without titles, addresses and numbers still speak for themselves."""
    if column.how == "wish":
        return column
    cells = [row.cells[column.index] for row in rows if column.index < len(row.cells)][:50]
    texts = [text_of(cell) for cell in cells if cell != ""]
    for field, looks in _CONTENTS:
        if (
            field in kind.keys
            and texts
            and 2 * sum(bool(looks(text)) for text in texts) > len(texts)
        ):
            return replace(column, field=field, how="content")
    return column


def _complaints(columns: Sequence[Column], kind: Kind, titled: bool) -> Iterator[Problem]:
    fields = {column.field for column in columns}
    if not titled:
        guessed = kind is not ROSTER and bool(fields & kind.needed)
        yield Problem(0, "", "columns_guessed" if guessed else "no_header")
    if not fields & kind.needed:
        yield Problem(0, "", "no_names" if kind is ROSTER else "nothing_known")
    for column in columns:
        if column.field == IDENTITY:
            yield Problem(0, column.name, "identity_column")


def _unknown_wishes(columns: Sequence[Column], wish: Wish) -> list[Problem]:
    names = {normal(column.title) for column in columns}
    names |= {normal(letter(column.index)) for column in columns}
    return [
        Problem(0, title, "mapping_column")
        for title in wish.columns
        if normal(title) not in names
    ]  # fmt: skip


def _without_repeats(rows: Sequence[RawRow], titles: Sequence[str]) -> tuple[RawRow, ...]:
    """Titles are printed again on every page of some lists."""
    wanted = [title for title in titles if title]
    return tuple(
        row for row in rows
        if not wanted or [text_of(cell) for cell in row.cells if cell != ""] != wanted
    )  # fmt: skip
