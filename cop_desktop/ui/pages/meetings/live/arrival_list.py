"""Members on the day: who is here and since when, who has left, who is still expected."""

from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Presence, Reply
from cop_desktop.services.attendance import SheetLine
from cop_desktop.ui.drawing import Room, glyph, write
from cop_desktop.ui.pages.meetings.words import PRESENCE_WORDS, REPLY_WORDS
from cop_desktop.ui.tables import Kind, PaintedList, State
from cop_desktop.ui.theme import BODY, CAPTION, MEDIUM, REGULAR, Look


class ArrivalRow(Kind[SheetLine]):
    """A sign and a word at the end of the name, never colour alone."""

    def key(self, row: SheetLine) -> UUID:
        return row.member_id

    def title(self, row: SheetLine) -> str:
        return row.name

    def told(self, row: SheetLine) -> str:
        return formats.dotted(row.name, row.organisation, self.state(row))

    def tip(self, row: SheetLine) -> str:
        return self.told(row)

    def cells(self, row: SheetLine) -> Sequence[str]:
        return (row.name, row.organisation, self.state(row))

    def height(self, row: SheetLine, width: float) -> int:  # noqa: ARG002
        return self.look.line(BODY) + self.look.px(14)

    def state(self, row: SheetLine) -> str:
        """Since when, and until when; or what is known instead."""
        _ = self._
        if row.came:
            word = _(PRESENCE_WORDS[row.presence])  # type: ignore[index]
            came = formats.clock(row.arrived_at) if row.arrived_at else word
            late = row.presence is Presence.LATE and row.arrived_at
            came = _("late, {time}", time=came) if late else came
            if row.left_at is None:
                return came
            return _("left at {time}", time=formats.clock(row.left_at))
        if row.presence is not None:
            return _(PRESENCE_WORDS[row.presence])
        return _(PRESENCE_SAID[row.reply]) if row.reply in PRESENCE_SAID else ""

    def sign(self, row: SheetLine) -> tuple[str, str]:
        """Icon and the token of its colour."""
        t = self.look.theme
        if row.came and row.left_at:
            return "ph.sign-out", t.muted
        if row.came:
            late = row.presence is Presence.LATE
            return ("ph.clock", t.amber) if late else ("ph.check-circle-fill", t.accent)
        return ("ph.minus-circle", t.muted) if row.presence else ("ph.circle", t.muted)

    def paint(self, painter: QPainter, row: SheetLine, box: QRectF, state: State) -> None:
        look, t = self.look, self.look.theme
        self.ground(painter, box, state)
        room = Room(box, look.rtl)
        room.start(look.px(8))
        icon, ink = self.sign(row)
        glyph(painter, look, room.start(look.px(24)), icon, ink, 20)
        room.start(look.px(6))
        room.end(look.px(8))
        told = self.state(row)
        wide = look.metrics(CAPTION).horizontalAdvance(told) + 4
        ends = room.end(min(wide, room.rest.width() * 0.5))
        room.end(look.px(6))
        colour = t.amber if row.here and row.presence is Presence.LATE else t.muted
        write(painter, look, ends, told, CAPTION, colour=colour, align="end")
        weight, name = (MEDIUM, t.text) if row.here else (REGULAR, t.text)
        write(painter, look, room.rest, row.name, BODY, weight, name if row.here else t.muted)


PRESENCE_SAID = {Reply.NOT_COMING: REPLY_WORDS[Reply.NOT_COMING]}


class ArrivalList(PaintedList):
    """Enter: here now, and again: leaves now. What is typed goes to the search (`typed`)."""

    typed = Signal(str)
    deeds: ClassVar = {"Return": "turn", "Enter": "turn", "Space": "turn", "Del": "clear"}

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__(look, _("Who is here"), {SheetLine: ArrivalRow(look, _)})
        self._ = _
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        text = event.text()
        if text.isalpha() and not self._deed(event):
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def offers(self) -> Sequence[tuple[str, str]]:
        _ = self._
        return (
            (_("Here now"), "arrive"),
            (_("Leaves now"), "leave"),
            (_("Not coming after all"), "excuse"),
            (_("Take the note back"), "clear"),
        )
