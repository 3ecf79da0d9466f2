"""A table as it was found: cells with their row numbers, nothing interpreted yet."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from cop_desktop.frozen import frozen

from .findings import Problem

Cell = str | int | float | bool | date | datetime  # an empty cell is ""
MAX_ROWS = 20_000
MAX_LETTERS = 32_767  # of one cell: the limit of Excel itself


@frozen
class RawRow:
    """A row with the number it bears in the sheet, from 1."""

    number: int
    cells: tuple[Cell, ...]


@frozen
class RawTable:
    """One sheet: its rows that are not empty, where they came from, what was wrong with it."""

    rows: tuple[RawRow, ...] = ()
    encoding: str = ""  # of text; "" for workbooks and for what was pasted
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


def letter(index: int) -> str:
    """The name of a column as Excel shows it: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def text_of(cell: Cell) -> str:
    """A cell as a person reads it; whole numbers without a decimal point."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    return str(cell)


def plain(value: object) -> Cell:
    """A value of a workbook as a cell: no times, no midnights, no 5.0, no spaces around."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, datetime):
        return value if value.time() != time() else value.date()
    if isinstance(value, (bool, int, date)):
        return value
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return value.isoformat("minutes") if isinstance(value, time) else str(value or "").strip()


def tidy(
    rows: Sequence[tuple[int, Sequence[Cell]]],
) -> tuple[tuple[RawRow, ...], tuple[Problem, ...]]:
    """Leave out empty rows, keep the numbers, and keep within the limits, saying so."""
    problems: list[Problem] = []
    kept: list[RawRow] = []
    filled = [(number, cells) for number, cells in rows if cells.count("") < len(cells)]
    if len(filled) > MAX_ROWS:
        values = {"limit": MAX_ROWS, "total": len(filled)}
        problems.append(Problem(filled[MAX_ROWS][0], "", "too_many_rows", values))
    for number, cells in filled[:MAX_ROWS]:
        if long := _too_long(number, cells):
            problems += long
            cells = [_cut(cell) for cell in cells]  # noqa: PLW2901 - a row like any other
        kept.append(RawRow(number, tuple(cells)))
    return tuple(kept), tuple(problems)


def _too_long(number: int, cells: Sequence[Cell]) -> list[Problem]:
    return [
        Problem(number, letter(at), "cell_cut", {"length": len(cell), "limit": MAX_LETTERS})
        for at, cell in enumerate(cells)
        if isinstance(cell, str) and len(cell) > MAX_LETTERS
    ]


def _cut(cell: Cell) -> Cell:
    return cell[:MAX_LETTERS] if isinstance(cell, str) else cell
