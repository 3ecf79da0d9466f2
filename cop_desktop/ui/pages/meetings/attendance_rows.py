"""How a member looks in the attendance list: names, the last meetings, and signs to press."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Presence, Reply
from cop_desktop.services.attendance import SheetLine
from cop_desktop.ui.drawing import Room, glyph, plate, write
from cop_desktop.ui.tables import Kind, State
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, Look, mix

from .words import PRESENCE_WORDS, REPLY_WORDS

Recent = Mapping[UUID, tuple[Presence | None, ...]]
Mark = tuple[str, Presence | Reply | None]  # "presence" or "reply", and its value
ICONS: dict[Presence | Reply, str] = {
    Presence.PRESENT: "ph.check",
    Presence.LATE: "ph.clock",
    Presence.EXCUSED: "ph.envelope-simple",
    Presence.ABSENT: "ph.x",
    Reply.COMING: "ph.check-circle",
    Reply.NOT_COMING: "ph.x-circle",
}
TONES = {  # of presences and replies: ink and ground tokens
    Presence.PRESENT: ("accent", "accent_soft"),
    Presence.LATE: ("amber", "amber_soft"),
    Presence.EXCUSED: ("muted", "sunken"),
    Presence.ABSENT: ("brick", "brick_soft"),
    Reply.COMING: ("accent", "accent_soft"),
    Reply.NOT_COMING: ("brick", "brick_soft"),
}


class PlaceRow(Kind[SheetLine]):
    """Signs with words where there is room, signs alone where there is not."""

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__(look, _)
        self.recent: Recent = {}

    def key(self, row: SheetLine) -> UUID:
        return row.member_id

    def title(self, row: SheetLine) -> str:
        return row.name

    def told(self, row: SheetLine) -> str:
        return ", ".join(part for part in self.cells(row) if part)

    def cells(self, row: SheetLine) -> tuple[str, ...]:
        hours = formats.dotted(self.hours(row), self._("online") if row.remote else "")
        return (row.name, row.organisation, *self._marks(row), hours)

    def _marks(self, row: SheetLine) -> tuple[str, str]:
        _ = self._
        reply = _(REPLY_WORDS[row.reply]) if row.reply else _("No answer yet")
        return reply, _(PRESENCE_WORDS[row.presence]) if row.presence else _("Not noted")

    def height(self, row: SheetLine, width: float) -> int:  # noqa: ARG002
        return self.look.line(BODY) + self.look.line(CAPTION) + self.look.px(10)

    def signs(self, box: QRectF) -> tuple[list[tuple[QRectF, Mark]], QRectF, QRectF, bool]:
        """Where the signs stand, the room of the past and of the names; and if words fit."""
        look = self.look
        worded = box.width() >= look.px(760)
        room = Room(box.adjusted(look.px(8), 0, -look.px(8), 0), look.rtl)
        wide = self._sign_width() if worded else look.px(36)
        ends = Room(room.end(wide * len(Presence) + look.px(4)), look.rtl)
        found: list[tuple[QRectF, Mark]] = [
            (ends.start(wide), ("presence", presence)) for presence in Presence
        ]
        room.end(look.px(14))
        replies = Room(room.end(look.px(36) * len(Reply)), look.rtl)
        found += [(replies.start(look.px(36)), ("reply", reply)) for reply in Reply]
        room.end(look.px(12))
        past = room.end(look.px(84)) if box.width() >= look.px(560) else QRectF()
        room.end(look.px(12) if box.width() >= look.px(860) else 0)
        return found, past, room.rest, worded

    def times(self, box: QRectF) -> QRectF:
        """Where the hours of coming and leaving stand; empty where there is no room."""
        names = Room(self.signs(box)[2], self.look.rtl)
        return names.end(self.look.px(116)) if box.width() >= self.look.px(860) else QRectF()

    def hours(self, row: SheetLine) -> str:
        """From when until when one was there, or the minutes counted by hand."""
        if row.minutes is not None:
            return formats.duration_short(row.minutes, self._.language)
        if row.arrived_at and row.left_at:
            return formats.time_range(row.arrived_at, row.left_at, self._.language)
        if row.left_at:
            return self._("until {time}", time=formats.clock(row.left_at))
        return self._("from {time}", time=formats.clock(row.arrived_at)) if row.arrived_at else ""

    def _sign_width(self) -> float:
        metrics = self.look.metrics(CAPTION, BOLD)
        words = (metrics.horizontalAdvance(self._(word)) for word in PRESENCE_WORDS.values())
        return max(words) + self.look.px(40)

    def mark_at(self, box: QRect, at: QPointF) -> Mark | None:
        """What a press at a point of a row means."""
        signs, *_rest = self.signs(QRectF(box))
        return next((mark for cell, mark in signs if cell.contains(at)), None)

    def paint(self, painter: QPainter, row: SheetLine, box: QRectF, state: State) -> None:
        self.ground(painter, box, state)
        if not (state.chosen or state.hovered):
            line = QRectF(box.left(), box.bottom(), box.width(), 1)
            painter.fillRect(line, QColor(self.look.theme.line))
        signs, past, names, worded = self.signs(box)
        for cell, (field, value) in signs:
            on = value is not None and getattr(row, field) == value
            self._paint_sign(painter, cell, value, on, worded and field == "presence")
        if not past.isEmpty():
            self._paint_past(painter, past, self.recent.get(row.member_id, ()))
        if not (times := self.times(box)).isEmpty():
            self._paint_times(painter, row, times)
            room = Room(names, self.look.rtl)
            room.end(times.width())
            names = room.rest
        self._paint_names(painter, row, names)

    def _paint_names(self, painter: QPainter, place: SheetLine, box: QRectF) -> None:
        look = self.look
        room = Room(box, look.rtl)
        room.start(look.px(6))
        upper = look.line(BODY)
        top = box.top() + look.px(5)
        first = QRectF(room.rest.left(), top, room.rest.width(), upper)
        write(painter, look, first, place.name, BODY, MEDIUM)
        second = formats.dotted(place.organisation, place.job_title)
        below = QRectF(first.left(), top + upper - 1, first.width(), look.line(CAPTION))
        write(painter, look, below, second, CAPTION, colour=look.theme.muted)

    def _paint_times(self, painter: QPainter, row: SheetLine, box: QRectF) -> None:
        look, room = self.look, Room(box, self.look.rtl)
        if row.remote:
            glyph(painter, look, room.start(look.px(20)), "ph.monitor", look.theme.muted, 16)
        write(painter, look, room.rest, self.hours(row), CAPTION, colour=look.theme.muted)

    def _paint_sign(
        self, painter: QPainter, cell: QRectF, value: Presence | Reply | None, on: bool, words: bool
    ) -> None:
        look, t = self.look, self.look.theme
        assert value is not None
        ink, ground = (QColor(getattr(t, token)) for token in TONES[value])
        box = QRectF(0, 0, cell.width() - look.px(4), max(look.px(28), look.line(CAPTION) + 8))
        box.moveCenter(cell.center())
        if on:
            plate(painter, box, ground, mix(ground, ink, 0.45), 1, box.height() / 2)
        else:
            ink = mix(t.surface, t.muted, 0.75)
        icon = ICONS[value]
        if not words:
            glyph(painter, look, box, icon, ink, 18)
            return
        room = Room(box, look.rtl)
        room.start(look.px(8))
        glyph(painter, look, room.start(look.px(18)), icon, ink, 15)
        room.start(look.px(4))
        word = self._(PRESENCE_WORDS[value])  # type: ignore[index]
        colour = ink if on else t.muted
        write(painter, look, room.rest, word, CAPTION, BOLD if on else MEDIUM, colour)

    def _paint_past(
        self, painter: QPainter, box: QRectF, past: tuple[Presence | None, ...]
    ) -> None:
        """The last meetings, oldest first: full came, half late, empty missed, dot unknown."""
        look, t = self.look, self.look.theme
        side, room = look.px(12), Room(box, look.rtl)
        for presence in past:
            cell = QRectF(0, 0, side, side)
            cell.moveCenter(room.start(side + look.px(4)).center())
            if presence is None:
                plate(painter, cell.adjusted(4, 4, -4, -4), t.line, None, 0, 2)
                continue
            came = presence in (Presence.PRESENT, Presence.LATE)
            ground = mix(t.surface, t.accent, 0.75) if came else QColor(t.surface)
            plate(painter, cell, ground, t.accent if came else t.edge, 1, 3)
            if presence == Presence.LATE:
                painter.setPen(QPen(QColor(t.surface), 2))
                painter.drawLine(cell.bottomLeft(), cell.topRight())
            if presence == Presence.ABSENT:
                painter.setPen(QPen(QColor(t.edge), 1.2))
                painter.drawLine(cell.bottomLeft(), cell.topRight())

    def captions(self) -> tuple[str, str, str, str]:
        """Words above the columns: the hours, the past, the answers, the presence."""
        _ = self._
        return _("Arrived, left"), _("Lately"), _("Reply"), _("Presence")
