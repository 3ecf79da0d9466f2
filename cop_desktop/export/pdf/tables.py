"""Tables that flow over pages between rows and repeat their head."""

from collections.abc import Sequence

from cop_desktop.export.document import Column, RowKind, Table

from .box import Box
from .cells import CellBox, RowBox, body_row, group_row, pause_row
from .ink import GROUP_RULE, LABEL, MM, PEN_RULE, ROW_RULE, TABLE_RULE
from .pen import Pen
from .press import Press
from .widths import shared

_ENOUGH = 3  # a row is parted only if it would not fit a third of a page


class TableBox(Box):
    """Rows under a head. A row taller than the page is parted between lines."""

    above, below = 0, 14

    def __init__(self, columns: Sequence[Column], head: RowBox | None, rows: Sequence[RowBox],
                 whole_page: float) -> None:  # fmt: skip
        self.columns, self.head, self.rows = columns, head, rows
        self.whole_page = whole_page
        self.name = next((cell.name for row in rows for cell in row.cells if cell.name), "")
        self._known: dict[float, list[float]] = {}

    def _widths(self, width: float) -> list[float]:
        return shared([column.width for column in self.columns], width)

    def _heights(self, width: float) -> list[float]:
        if width not in self._known:
            widths = self._widths(width)
            self._known[width] = [row.height(widths) for row in self.rows]
        return self._known[width]

    def _head_height(self, width: float) -> float:
        return self.head.height(self._widths(width)) if self.head else 0.0

    def height(self, width: float) -> float:
        return self._head_height(width) + sum(self._heights(width))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        left = room - self._head_height(width)
        count = 0
        heights = self._heights(width)
        while count < len(heights) and heights[count] <= left:
            left -= heights[count]
            count += 1
        if count < len(heights) and heights[count] > self.whole_page / _ENOUGH:
            parts = self.rows[count].split(self._widths(width), left)
            if parts:
                return (
                    self._part([*self.rows[:count], parts[0]]),
                    self._part([parts[1], *self.rows[count + 1 :]]),
                )
        while count and self.rows[count - 1].kind is RowKind.GROUP:
            count -= 1
        if not count:
            return None
        first, rest = self._part(self.rows[:count]), self._part(self.rows[count:])
        first._known[width], rest._known[width] = heights[:count], heights[count:]  # noqa: SLF001
        return first, rest

    def _part(self, rows: Sequence[RowBox]) -> "TableBox":
        return TableBox(self.columns, self.head, rows, self.whole_page)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        widths, top = self._widths(width), y
        if self.head:
            self.head.draw(pen, x, y, widths)
            y += self._head_height(width)
            pen.rule(x, y, width, TABLE_RULE)
        for i, (row, height) in enumerate(zip(self.rows, self._heights(width), strict=True)):
            row.draw(pen, x, y, widths)
            y += height
            before_group = i + 1 < len(self.rows) and self.rows[i + 1].kind is RowKind.GROUP
            heavy = row.kind is RowKind.GROUP
            pen.rule(x, y, width, GROUP_RULE if heavy and not before_group else ROW_RULE)
        for i, column in enumerate(self.columns):
            if column.pen:
                start = x + sum(widths[:i])
                pen.line(start, top, start, y, PEN_RULE)


def table(block: Table, press: Press) -> Box:
    """Rows of all kinds; a head only where a column has a heading."""
    least = (block.row_height or 0) * MM
    head = None
    if any(column.heading for column in block.columns):
        cells = [
            CellBox(column.heading, Column(align=column.align), LABEL, press)
            for column in block.columns
        ]
        pad = 1.0 if least else 3.5
        head = RowBox(cells, [1] * len(cells), RowKind.BODY, pad, pad, 7 * MM if least else 0)
    rows = []
    for row in block.rows:
        if row.kind is RowKind.GROUP:
            rows.append(group_row(row, block.columns, press))
        elif row.kind is RowKind.PAUSE:
            rows.append(pause_row(row, block.columns, press))
        else:
            rows.append(body_row(row, block.columns, press, block.roomy, least))
    return TableBox(block.columns, head, rows, press.next_room)
