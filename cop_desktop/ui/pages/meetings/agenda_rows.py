"""How a block of the agenda looks: its hour outside, a stripe and a tint of its kind."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.services.agendas import Block
from cop_desktop.ui.theme import (
    BODY,
    BOLD,
    CAPTION,
    KIND_ICONS,
    MEDIUM,
    RADIUS,
    REGULAR,
    Look,
    mix,
    on_tint,
    tint,
)

from .drawing import Room, glyph, plate, write

SHORT = 10  # minutes: a block of no more stands on one line
Index = QModelIndex | QPersistentModelIndex


class AgendaRows(QStyledItemDelegate):
    """Heights come from the font; everything else is cut along the line of reading."""

    def __init__(self, look: Look, _: Catalog, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self._ = look, _
        self.dragged: set[UUID] = set()
        self.ends_at = datetime.max  # of the invitation

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        look, block = self.look, index.data(Qt.ItemDataRole.UserRole)
        lines = look.line(BODY) + (0 if block.minutes <= SHORT else look.line(CAPTION))
        room = 18 if block.minutes <= SHORT else 10
        return QSize(look.px(200), lines + look.px(room))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        block: Block = index.data(Qt.ItemDataRole.UserRole)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if block.id in self.dragged:
            painter.setOpacity(0.35)
        room = Room(QRectF(option.rect), self.look.rtl)
        self._paint_clock(painter, block, room, chosen)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self.paint_block(painter, block, room.rest.adjusted(1, 3, -1, -3), chosen, hovered)
        painter.restore()

    def clock_width(self) -> float:
        return self.look.metrics(BODY, BOLD).horizontalAdvance("00:00") + self.look.px(14)

    def block_edges(self, box: QRectF) -> tuple[float, float]:
        """Left and right of the blocks, the hours left out."""
        room = Room(box, self.look.rtl)
        room.start(self.clock_width())
        return room.rest.left() + 1, room.rest.right() - 1

    def _paint_clock(self, painter: QPainter, block: Block, room: Room, chosen: bool) -> None:
        look, t = self.look, self.look.theme
        late = block.starts_at >= self.ends_at or block.ends_at > self.ends_at
        colour = t.amber if late else t.text if chosen else t.muted
        clock = formats.clock(block.starts_at.time())
        cell = room.start(self.clock_width())
        write(painter, look, cell, clock, BODY, BOLD if chosen else REGULAR, colour)

    def paint_block(
        self, painter: QPainter, block: Block, box: QRectF, chosen: bool, hovered: bool = False
    ) -> None:
        look, t = self.look, self.look.theme
        colour = t.kinds[block.kind]
        ground = tint(t, colour, 0.16 if hovered else 0.1)
        border = t.accent if chosen else mix(t.surface, colour, 0.28)
        outline = plate(painter, box, ground, None, 0, RADIUS)
        self._paint_stripe(painter, box, outline, colour)
        painter.setPen(QPen(QColor(border), 2 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        room = Room(box, look.rtl)
        room.start(look.px(11))
        ink, icon = on_tint(t, colour), KIND_ICONS[block.kind]
        glyph(painter, look, room.start(look.px(36)), icon, ink, 20)
        room.start(look.px(2))
        dots = mix(t.surface, t.muted, 0.9 if hovered or chosen else 0.6)
        glyph(painter, look, room.end(look.px(30)), "ph.dots-six-vertical", dots)
        self._paint_minutes(painter, block, room, chosen)
        self._paint_words(painter, block, room.rest, chosen)

    def _paint_stripe(
        self, painter: QPainter, box: QRectF, outline: QPainterPath, colour: str
    ) -> None:
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.fillRect(Room(box, self.look.rtl).start(self.look.px(7)), QColor(colour))
        painter.restore()

    def _paint_minutes(self, painter: QPainter, block: Block, room: Room, chosen: bool) -> None:
        look = self.look
        length = formats.duration_short(block.minutes, self._.language)
        weight = BOLD if chosen else REGULAR
        wide = max(look.metrics(BODY, BOLD).horizontalAdvance(length) + 2, look.px(48))
        cell = Room(room.end(wide + look.px(10)), look.rtl)
        cell.start(look.px(10))
        write(painter, look, cell.rest, length, BODY, weight)

    def _paint_words(self, painter: QPainter, block: Block, box: QRectF, chosen: bool) -> None:
        look, t = self.look, self.look.theme
        word = content(self._.language).word(block.kind)
        second = formats.dotted(word, block.leader)
        weight = BOLD if chosen else MEDIUM
        alone = not block.leader and word == block.title  # a break is a break
        if block.minutes <= SHORT or alone:
            title = formats.dotted(block.title, block.leader)
            write(painter, look, box, title, BODY, weight)
            return
        first_line, second_line = look.line(BODY), look.line(CAPTION)
        top = box.center().y() - (first_line + second_line) / 2
        first = QRectF(box.left(), top, box.width(), first_line)
        write(painter, look, first, block.title, BODY, weight)
        below = QRectF(box.left(), first.bottom() - 1, box.width(), second_line)
        write(painter, look, below, second, CAPTION, REGULAR, t.muted)

    def paint_ghost(
        self, painter: QPainter, ghost: tuple[Block, QRectF], at: QPoint, count: int
    ) -> None:
        """The block under the pointer while it is dragged; a number where there are several."""
        block, box = ghost
        left, right = self.block_edges(box)
        shadow = QRectF(left + 6, 0, right - left - 12, box.height() - 6)
        shadow.moveCenter(QPointF(shadow.center().x(), at.y()))
        painter.setOpacity(0.25)
        plate(painter, shadow.translated(0, 3), "#000000", None, 0, RADIUS)
        painter.setOpacity(0.94)
        self.paint_block(painter, block, shadow, chosen=True)
        painter.setOpacity(1)
        if count > 1:
            t, side = self.look.theme, self.look.px(22)
            x = shadow.left() - side / 3 if self.look.rtl else shadow.right() - side * 2 / 3
            badge = QRectF(x, shadow.top() - side / 3, side, side)
            plate(painter, badge, t.accent, None, 0, side / 2)
            write(painter, self.look, badge, str(count), CAPTION, BOLD, t.on_accent, "centre")
