"""Refused rows as a workbook: mend them there and import it again."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from cop_desktop.i18n import Catalog

from .fields import IDENTITY
from .headers import Layout
from .repeats import Refused
from .table import Cell

_FORMULA_STARTS = ("=", "@", "+", "-", "\t", "\r")


def save_refused(path: Path, refused: Sequence[Refused], layout: Layout, words: Catalog) -> None:
    """The rows with their original columns, their row number and the reason, in reading order."""
    # imported when used: nobody pays for it before the first refusal
    import xlsxwriter

    with xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        formats = {date: book.add_format({"num_format": "dd/mm/yyyy"})}
        sheet = book.add_worksheet(words("Refused rows")[:31])
        if words.rtl:
            sheet.right_to_left()
        titles = [column.name for column in layout.columns]
        for at, title in enumerate([*titles, words("Row in the list"), words("What is missing")]):
            sheet.write_string(0, at, title, bold)
        for line, one in enumerate(refused, 1):
            cells = _kept(one, layout)
            for at, cell in enumerate([*cells, one.row, one.reason.sentence(words)]):
                _write(sheet, line, at, cell, formats[date])
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(titles), 16)
        sheet.set_column(len(titles) + 1, len(titles) + 1, 60)


def _kept(one: Refused, layout: Layout) -> list[Cell]:
    """The cells of a row, one a column; identity numbers are not written on."""
    full = [*one.cells, *[""] * (len(layout.columns) - len(one.cells))]
    return [
        "" if column.field == IDENTITY else cell
        for column, cell in zip(layout.columns, full, strict=False)
    ]


def _write(sheet: Any, line: int, at: int, cell: Cell, day: Any) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(line, at, cell)
    elif isinstance(cell, (date, datetime)):
        sheet.write_datetime(line, at, cell, day)
    elif isinstance(cell, (int, float)):
        sheet.write_number(line, at, cell)
    else:
        sheet.write_string(line, at, _harmless(cell))


def _harmless(text: str) -> str:
    """No cell may start a formula when the file is saved as text and opened again."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
