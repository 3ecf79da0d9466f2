"""Workbooks of Excel and LibreOffice, read as they are: text stays text."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .findings import Problem
from .table import Cell, RawTable, plain, tidy

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Rows = list[tuple[int, list[Cell]]]
_DAMAGED = RawTable(problems=(Problem(0, "", "damaged"),))


def read_workbook(
    data: bytes, sheet: str | None, found: Mapping[str, tuple[Problem, ...]]
) -> RawTable:
    """The sheet of that name, or the first that looks like a list; `found` problems by sheet."""
    # imported when used: a window that opens without an import does not pay for it
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return _read(CalamineWorkbook.from_filelike(io.BytesIO(data)), sheet, found)
    except PasswordError:
        return RawTable(problems=(Problem(0, "", "encrypted"),))
    except (CalamineError, OSError, ValueError):
        return _DAMAGED
    except BaseException as problem:
        # a damaged file may make the parser panic, which is no Exception and has no importable name
        if type(problem).__name__ != "PanicException":
            raise
        return _DAMAGED


def _read(
    workbook: "CalamineWorkbook",
    sheet: str | None,
    found: Mapping[str, tuple[Problem, ...]],
) -> RawTable:
    names = _visible(workbook)
    if sheet is not None and sheet not in workbook.sheet_names:
        values = {"sheet": sheet, "sheets": ", ".join(names)}
        return RawTable(sheets=names, problems=(Problem(0, "", "no_sheet", values),))
    chosen = (sheet,) if sheet is not None else names
    tables = (_table(workbook, name, names, found.get(name, ())) for name in chosen)
    first: RawTable | None = None
    for table in tables:
        if len(table.rows) > 1 and table.width > 1:
            return table
        if table.rows and first is None:
            first = table
    return first or RawTable(sheets=names, problems=(Problem(0, "", "empty"),))


def _visible(workbook: "CalamineWorkbook") -> tuple[str, ...]:
    from python_calamine import SheetVisibleEnum as Seen

    shown = (one.name for one in workbook.sheets_metadata if one.visible == Seen.Visible)
    return tuple(shown) or tuple(workbook.sheet_names)


def _table(
    workbook: "CalamineWorkbook", name: str, names: tuple[str, ...], found: tuple[Problem, ...]
) -> RawTable:
    sheet = workbook.get_sheet_by_name(name)
    rows, problems = tidy(_filled_down(sheet, _cells(sheet)))
    return RawTable(rows, sheet=name, sheets=names, problems=(*found, *problems))


def _cells(sheet: "CalamineSheet") -> Rows:
    if sheet.start is None:
        return []
    top, left = sheet.start
    before: list[Cell] = [""] * left
    return [
        (number, before + [plain(value) for value in row])
        for number, row in enumerate(sheet.to_python(skip_empty_area=True), top + 1)
    ]


def _filled_down(sheet: "CalamineSheet", rows: Rows) -> Rows:
    """A cell merged over several rows says the same of each of them."""
    by_number = {number - 1: cells for number, cells in rows}
    for (top, column), (bottom, _) in sheet.merged_cell_ranges or ():
        cells = by_number.get(top)
        if cells is None or column >= len(cells) or cells[column] == "":
            continue
        # only rows that say something themselves: a merge may reach to the end of the sheet
        for row in range(top + 1, min(bottom, rows[-1][0]) + 1):
            under = by_number.get(row)
            if under and column < len(under) and under[column] == "" and any(under):
                under[column] = cells[column]
    return rows
