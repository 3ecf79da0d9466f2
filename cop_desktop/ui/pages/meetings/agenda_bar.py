"""The whole meeting as one proportional bar: a block is as wide as it is long."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.services.agendas import Block
from cop_desktop.ui.theme import BOLD, CAPTION, KIND_ICONS, REGULAR, Look, ink_on

from .drawing import glyph, ring, write

TALL, ABOVE = 40, 4  # px at 100 %


class AgendaBar(QWidget):
    """Arrow keys walk the blocks in reading order, a click chooses: `chosen(id)`."""

    chosen = Signal(object)

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        self.look, self._ = look, _
        self.blocks: list[Block] = []
        self.starts, self.invited, self.current = datetime(2000, 1, 1), 1, None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("The agenda as a bar"))

    current: UUID | None

    def show_blocks(self, blocks: Sequence[Block], starts: datetime, invited: int) -> None:
        """`invited` is the length in minutes that the invitation names."""
        self.blocks, self.starts, self.invited = list(blocks), starts, max(invited, 1)
        self.setAccessibleDescription("; ".join(self._told(block) for block in blocks))
        self.update()

    def choose(self, key: UUID | None) -> None:
        self.current = key
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        px = self.look.px
        return QSize(px(320), px(TALL + 2 * ABOVE + 4) + self.look.line(CAPTION))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(160), self.sizeHint().height())

    @property
    def planned(self) -> int:
        return sum(block.minutes for block in self.blocks)

    def _told(self, block: Block) -> str:
        language = self._.language
        length = formats.duration_short(block.minutes, language)
        word = content(language).word(block.kind)
        clock = formats.clock(block.starts_at.time())
        return f"{clock} {block.title} ({word}, {length})"

    def _scale(self) -> float:
        return self.width() / max(self.planned, self.invited, 1)

    def _box(self, start: float, minutes: float) -> QRectF:
        """The place of some minutes, counted from the meeting's beginning."""
        x, wide = start * self._scale(), minutes * self._scale()
        x = self.width() - x - wide if self.look.rtl else x
        return QRectF(x, self.look.px(ABOVE), wide, self.look.px(TALL))

    def _at(self, x: float) -> Block | None:
        minute = (self.width() - x if self.look.rtl else x) / self._scale()
        for block in self.blocks:
            minute -= block.minutes
            if minute < 0:
                return block
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if block := self._at(event.position().x()):
            self.chosen.emit(block.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.look.rtl:
            ahead, back = back, ahead
        step = {ahead: 1, back: -1}.get(Qt.Key(event.key()), 0)
        if not step or not self.blocks:
            return super().keyPressEvent(event)
        keys = [block.id for block in self.blocks]
        place = keys.index(self.current) + step if self.current in keys else 0
        self.chosen.emit(keys[min(max(place, 0), len(keys) - 1)])
        return None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._told(block) if block else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        start, told_until = 0, -1.0
        for block in self.blocks:
            box = self._box(start, block.minutes)
            self._paint_block(painter, block, box)
            told_until = self._paint_clock(painter, block, box, start * self._scale(), told_until)
            start += block.minutes
        self._paint_end(painter, told_until)
        if self.planned > self.invited:
            self._paint_limit(painter)
        if self.hasFocus():
            ring(painter, self.look, QRectF(self.rect()))

    def _paint_ground(self, painter: QPainter) -> None:
        """The time that nobody has planned yet."""
        t = self.look.theme
        pen = QPen(QColor(t.edge), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(t.sunken))
        box = self._box(0, max(self.invited, self.planned)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 8, 8)

    def _paint_block(self, painter: QPainter, block: Block, box: QRectF) -> None:
        look, colour = self.look, self.look.theme.kinds[block.kind]
        clip = QPainterPath()
        clip.addRoundedRect(self._box(0, max(self.planned, self.invited)), 8, 8)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(box.adjusted(1, 0, -1, 0), QColor(colour))
        painter.restore()
        ink = ink_on(colour, look.theme, 4.5)
        if box.width() > look.px(76):
            self._paint_words(painter, block, box, ink)
        elif box.width() > look.px(20):
            glyph(painter, look, box, KIND_ICONS[block.kind], ink)
        if block.id == self.current:
            painter.setPen(QPen(QColor(look.theme.text), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, -2, -0.5, 2), 5, 5)

    def _paint_words(self, painter: QPainter, block: Block, box: QRectF, ink: str) -> None:
        look, at = self.look, self.look.px(18)
        centre = QPointF(box.right() - at if look.rtl else box.left() + at, box.center().y())
        glyph(painter, look, QRectF(centre, centre), KIND_ICONS[block.kind], ink)
        room, side = look.px(34), look.px(6)
        words = box.adjusted(side, 0, -room, 0) if look.rtl else box.adjusted(room, 0, -side, 0)
        write(painter, look, words, self._word(block), CAPTION, BOLD, ink)

    def _word(self, block: Block) -> str:
        """The kind in its first word where the whole does not fit: ״פתיחה״."""
        return content(self._.language).word(block.kind).split(",")[0]

    def _paint_clock(
        self, painter: QPainter, block: Block, box: QRectF, x: float, told_until: float
    ) -> float:
        """The hour under a block's beginning, where the one before leaves room."""
        look, here = self.look, block.id == self.current
        clock = formats.clock(block.starts_at.time())
        wide = look.metrics(CAPTION, BOLD).horizontalAdvance(clock) + look.px(6)
        left = max(0.0, x - wide / 2)
        end = self.width() - wide
        if (left < told_until or (left > end - wide - look.px(4))) and not (here and left < end):
            return told_until
        if here and left < told_until:
            return told_until
        cell = self._under(left, wide)
        colour = look.theme.text if here else look.theme.muted
        align = "centre" if x else "start"
        write(painter, look, cell, clock, CAPTION, BOLD if here else REGULAR, colour, align)
        return left + wide

    def _under(self, x: float, wide: float) -> QRectF:
        top = self.look.px(TALL + 2 * ABOVE + 1)
        x = self.width() - x - wide if self.look.rtl else x
        return QRectF(x, top, wide, self.look.line(CAPTION))

    def _paint_end(self, painter: QPainter, told_until: float) -> None:
        look = self.look
        ends = self.blocks[-1].ends_at if self.blocks else self.starts
        over = self.planned > self.invited
        clock = formats.clock(ends.time())
        wide = look.metrics(CAPTION, BOLD).horizontalAdvance(clock) + look.px(6)
        x = min(self.planned * self._scale() - wide / 2, self.width() - wide)
        if self.planned < self.invited * 0.94:
            x = max(0.0, self.planned * self._scale() - wide / 2)
        if x < told_until and x < self.width() - wide - 1:
            return
        colour = look.theme.amber if over else look.theme.muted
        align = "end" if x >= self.width() - wide - 1 else "centre"
        write(painter, look, self._under(x, wide), clock, CAPTION, REGULAR, colour, align)

    def _paint_limit(self, painter: QPainter) -> None:
        """Where the invitation ends; what lies behind is too much."""
        late = self._box(self.invited, self.planned - self.invited)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.theme.amber))
        x = late.right() if self.look.rtl else late.left()
        painter.drawRect(QRectF(x - 1.5, 0, 3, late.bottom() + self.look.px(ABOVE)))
        stripe = QRectF(late.left(), late.bottom(), late.width(), self.look.px(ABOVE))
        painter.drawRect(stripe)
