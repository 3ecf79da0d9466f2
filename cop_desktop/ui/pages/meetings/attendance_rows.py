"""How a member looks in the attendance list: names, the last meetings, and signs to press."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Presence, Reply
from cop_desktop.services.attendance import SheetLine
from cop_desktop.ui.drawing import Room, glyph, plate, ring, write
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, RADIUS_SMALL, Look, mix

from .attendance_list import PRESENCE_WORDS, AttendanceModel, Mark

Index = QModelIndex | QPersistentModelIndex
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


class AttendanceRows(QStyledItemDelegate):
    """Signs with words where there is room, signs alone where there is not."""

    def __init__(self, look: Look, _: Catalog, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self._ = look, _

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        look = self.look
        return QSize(look.px(200), look.line(BODY) + look.line(CAPTION) + look.px(10))

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
        return found, past, room.rest, worded

    def _sign_width(self) -> float:
        metrics = self.look.metrics(CAPTION, BOLD)
        words = (metrics.horizontalAdvance(self._(word)) for word in PRESENCE_WORDS.values())
        return max(words) + self.look.px(40)

    def mark_at(self, box: QRect, at: QPointF) -> Mark | None:
        """What a press at a point of a row means."""
        signs, *_rest = self.signs(QRectF(box))
        return next((mark for cell, mark in signs if cell.contains(at)), None)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: SheetLine = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, box)
        signs, past, names, worded = self.signs(box)
        for cell, (field, value) in signs:
            on = value is not None and getattr(place, field) == value
            self._paint_sign(painter, cell, value, on, worded and field == "presence")
        if not past.isEmpty():
            self._paint_past(painter, past, index.data(AttendanceModel.PAST))
        self._paint_names(painter, place, names)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        state, t = option.state, self.look.theme
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            ground = t.accent_soft if chosen else t.sunken
            plate(painter, box.adjusted(0, 1, 0, -1), ground, None, 0, RADIUS_SMALL)
        else:
            painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), QColor(t.line))
        if chosen:
            painter.fillRect(Room(box.adjusted(0, 1, 0, -1), self.look.rtl).start(3), t.accent)
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, self.look, box.adjusted(0, 1, 0, -1))

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

    def heads(self) -> tuple[str, str, str]:
        """Words above the columns: the past, the answers, the presence."""
        _ = self._
        return _("Lately"), _("Reply"), _("Presence")
