"""The whole meeting as one proportional bar: a block is as wide as it is long."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath

from cop_desktop.ui.theme import BOLD, CAPTION, KIND_ICONS, RADIUS, REGULAR, ink_on

from .canvas import Canvas
from .picture import Picture


@dataclass(frozen=True, slots=True)
class BarBlock:
    """`kind` is a BlockKind, `start` a time in words, `short` the kind in a word."""

    key: object
    kind: str
    title: str
    minutes: int
    start: str
    short: str
    words: str  # said whole: title, time, minutes, leader


@dataclass(frozen=True, slots=True)
class BarData:
    """`end`: the time the meeting ends, in words; `chosen`: key of the block open beside."""

    blocks: tuple[BarBlock, ...]
    end: str
    chosen: object = None


class AgendaBar(Picture[BarData]):
    """Choosing a block (`part_chosen`) opens it beside; the same data stands in rows below."""

    def least(self) -> tuple[float, float]:
        return 320, 54 + self.look.line(CAPTION) / self.look.scale

    def as_text(self, data: BarData) -> str:
        return "; ".join(block.words for block in data.blocks)

    def choose(self, key: object) -> None:
        if self.data:
            self.show_data(BarData(self.data.blocks, self.data.end, key))

    def draw(self, canvas: Canvas, data: BarData) -> None:
        total = sum(max(block.minutes, 0) for block in data.blocks) or 1
        at, chosen, free = 0.0, None, 0.0
        tall = canvas.look.px(40)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(0, 4, canvas.width, tall), RADIUS, RADIUS)
        for block in data.blocks:
            wide = max(block.minutes, 0) / total * canvas.width
            cell = canvas.rect(at, 4, wide, tall)
            self._block(canvas, block, at, cell, clip)
            here = block.key == data.chosen
            free = self._time(canvas, block.start, at, free, here=here)
            self.note(block.key, block.words, cell)
            chosen = cell if here else chosen
            at += wide
        if chosen is not None:
            frame = chosen.adjusted(-1, -2.5, 1, 2.5)
            canvas.box(frame, None, canvas.theme.text, 2.5, radius=5)
        line = canvas.look.line(CAPTION)
        end = canvas.width_of(data.end)
        if free + canvas.look.px(6) < canvas.width - end:
            cell = canvas.rect(canvas.width - end - 4, tall + 10, end + 4, line)
            canvas.text(cell, data.end, CAPTION, colour=canvas.theme.muted, align="end")

    def _block(
        self, canvas: Canvas, block: BarBlock, at: float, cell: QRectF, clip: QPainterPath
    ) -> None:
        px, colour = canvas.look.px, canvas.theme.kinds[block.kind]
        canvas.painter.save()
        canvas.painter.setClipPath(clip)
        canvas.painter.fillRect(cell.adjusted(1, 0, -1, 0), QColor(colour))
        canvas.painter.restore()
        ink = ink_on(colour, canvas.theme, 4.5)
        size, middle = px(18), cell.center().y()
        words = canvas.width_of(block.short, CAPTION, BOLD)
        if cell.width() >= px(40) + min(words, px(44)):
            canvas.glyph(KIND_ICONS[block.kind], canvas.point(at + px(18), middle), size, ink)
            room = canvas.rect(at + px(32), 4, cell.width() - px(36), cell.height())
            canvas.text(room, block.short, CAPTION, BOLD, ink)
        elif cell.width() > px(20):
            canvas.glyph(KIND_ICONS[block.kind], cell.center(), size, ink)

    def _time(self, canvas: Canvas, words: str, at: float, free: float, *, here: bool) -> float:
        """The time under a block, unless it would touch the one before; what is free after it."""
        weight = BOLD if here else REGULAR
        wide = canvas.width_of(words, CAPTION, weight) + canvas.look.px(6)
        left = max(at - wide / 2, 0)
        if left < free or left + wide > canvas.width:
            return free
        ink = canvas.theme.text if here else canvas.theme.muted
        line = canvas.look.line(CAPTION)
        box = canvas.rect(left, canvas.look.px(40) + 10, wide, line)
        canvas.text(box, words, CAPTION, weight, ink, "center" if at else "start")
        return left + wide
