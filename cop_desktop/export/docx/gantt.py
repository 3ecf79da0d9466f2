"""The year in Word: months across as cells, shaded where an activity runs."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from docx.table import Table, _Cell

from cop_desktop import formats
from cop_desktop.export import document as say

from .page import BODY, GRID, NOTE, SOFT, Page, Place

LABEL = 0.23  # of the width
ROW = 7.0  # mm at least
MARGIN = "28"  # of a cell, in twentieths of a point
MILESTONE = "◆"
TEAL, TINT, WHITE = "0B5A60", "E4EFEF", "FFFFFF"
# pattern, its ink, its ground: told apart in grey, too
SHADES = {
    say.Fill.SOLID: ("clear", "auto", TEAL),
    say.Fill.HATCHED: ("diagStripe", TEAL, WHITE),
    say.Fill.EMPTY: ("clear", "auto", TINT),
}
AFTER_SHADE = ("w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark")


def write_gantt(page: Page, place: Place, block: say.Gantt) -> None:
    """A row of meetings, then every activity under the number of its goal."""
    rows = [(group, row) for group in block.groups for row in group.rows]
    label = page.width * LABEL
    widths = [label] + [(page.width - label) / len(block.months)] * len(block.months)
    table = page.table(place, 2 + len(rows), widths, GRID)
    page.repeat_head(table)
    _narrow(table)
    for row in table.rows:
        row.height = Mm(ROW)
        for cell in row.cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    _head(page, table.rows[0].cells, block.months)
    _meetings(page, table.rows[1].cells, block)
    for words, (group, row) in zip(list(table.rows)[2:], rows, strict=True):
        number = f"{group.number}  " if row is group.rows[0] else "    "
        pieces = (say.Span(number, say.Look.ACCENT), row.label)
        page.line(words.cells[0], pieces, BODY - 1)
        for cell, first in zip(words.cells[1:], _firsts(block), strict=True):
            _month(page, cell, first, row, group.fill)
    _legend(page, place, block)


def _head(page: Page, cells: Any, months: Iterable[say.Month]) -> None:
    for cell, month in zip(cells[1:], months, strict=True):
        page.line(cell, month.name, NOTE, bold=True, align=say.Align.CENTER)
        if month.note:
            page.line(cell, month.note, NOTE - 1.5, colour=SOFT, align=say.Align.CENTER)


def _meetings(page: Page, cells: Any, block: say.Gantt) -> None:
    page.line(cells[0], block.words.meetings, BODY - 1, bold=True)
    for cell, first in zip(cells[1:], _firsts(block), strict=True):
        here = [it for it in block.meetings if _same_month(it.day, first)]
        for it in here:
            on = formats.day_and_month_short(it.day, page.document.language)
            words = f"{it.number} · {on}"
            page.line(cell, words, NOTE, bold=it.coming, align=say.Align.CENTER)


def _month(page: Page, cell: _Cell, first: date, row: say.GanttRow, fill: say.Fill) -> None:
    runs = any(_month_of(start) <= _month_of(first) <= _month_of(end) for start, end in row.bars)
    if runs:
        _shade(cell, fill)
    if row.milestone and _same_month(row.milestone[0], first):
        dark = runs and fill is say.Fill.SOLID
        colour = RGBColor.from_string(WHITE) if dark else None
        words = f"{MILESTONE} {row.milestone[1]}".strip()
        page.line(cell, words, NOTE, bold=True, colour=colour, align=say.Align.CENTER)


def _legend(page: Page, place: Place, block: say.Gantt) -> None:
    words = block.words
    told = [words.coming]
    if any(row.milestone for group in block.groups for row in group.rows):
        told.append(f"{MILESTONE} {words.milestone}")
    if block.holidays:
        names = dict.fromkeys(holiday.name for holiday in block.holidays)
        told.append(f"{words.holiday}: {', '.join(names)}")
    page.line(place, "  ·  ".join(told), NOTE, colour=SOFT, before=6)


def _firsts(block: say.Gantt) -> list[date]:
    return [month.first for month in block.months]


def _month_of(day: date) -> tuple[int, int]:
    return day.year, day.month


def _same_month(day: date, other: date) -> bool:
    return _month_of(day) == _month_of(other)


def _narrow(table: Table) -> None:
    """Cells as wide as their words: "September" needs all of its month."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        mark = OxmlElement(f"w:{side}")
        mark.set(qn("w:w"), MARGIN)
        mark.set(qn("w:type"), "dxa")
        margins.append(mark)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")  # noqa: SLF001


def _shade(cell: _Cell, fill: say.Fill) -> None:
    pattern, ink, ground = SHADES[fill]
    mark = OxmlElement("w:shd")
    for key, value in {"val": pattern, "color": ink, "fill": ground}.items():
        mark.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().insert_element_before(mark, *AFTER_SHADE)  # noqa: SLF001
