"""What was caught, a row each: Enter edits, Delete deletes."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.ui.drawing import Room, glyph, write
from cop_desktop.ui.tables import Kind, PaintedList, State
from cop_desktop.ui.theme import BODY, CAPTION, MEDIUM, Look

from .catches import Caught


class CaughtRow(Kind[Caught]):
    """Icon of its kind, the words, and who, until when or at what hour."""

    def title(self, row: Caught) -> str:
        return row.row.text

    def told(self, row: Caught) -> str:
        return formats.dotted(*self.cells(row))

    def tip(self, row: Caught) -> str:
        return self.told(row)

    def cells(self, row: Caught) -> Sequence[str]:
        return (self._(row.catch.title), row.row.text, self._facts(row))

    def _facts(self, row: Caught) -> str:
        due = formats.day_and_month_short(row.due, self._.language) if row.due else ""
        return formats.dotted(row.who, due, row.at)

    def height(self, row: Caught, width: float) -> int:  # noqa: ARG002
        return self.look.line(BODY) + self.look.px(14)

    def paint(self, painter: QPainter, row: Caught, box: QRectF, state: State) -> None:
        look, t = self.look, self.look.theme
        self.ground(painter, box, state)
        room = Room(box, look.rtl)
        room.start(look.px(8))
        glyph(painter, look, room.start(look.px(24)), row.catch.icon, t.accent, 18)
        room.start(look.px(6))
        room.end(look.px(8))
        facts = self._facts(row)
        wide = look.metrics(CAPTION).horizontalAdvance(facts) + 4
        ends = room.end(min(wide, room.rest.width() * 0.45))
        room.end(look.px(8))
        write(painter, look, ends, facts, CAPTION, colour=t.muted, align="end")
        write(painter, look, room.rest, row.row.text, BODY, MEDIUM)


class CaughtList(PaintedList):
    """`asked("edit")`, `asked("delete")` for the row that is chosen."""

    deeds: ClassVar = {"Return": "edit", "Enter": "edit", "Del": "delete", "Backspace": "delete"}
    opens = "edit"

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__(look, _("What was caught"), {Caught: CaughtRow(look, _)})
        self._ = _
        self.setSelectionMode(PaintedList.SelectionMode.SingleSelection)

    def offers(self) -> Sequence[tuple[str, str]]:
        return ((self._("Edit"), "edit"), (self._("Delete"), "delete"))
