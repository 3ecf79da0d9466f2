"""The whole meeting as one proportional bar: a block is as wide as it is long."""

from dataclasses import dataclass, replace

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
    """`end`: the time the agenda ends, in words; `chosen`: key of the block open beside.

    `invited` is the length in minutes that the invitation names: what is still free of it is
    drawn empty, what goes beyond it is marked. 0 leaves it out.
    """

    blocks: tuple[BarBlock, ...]
    end: str
    chosen: object = None
    invited: int = 0

    @property
    def planned(self) -> int:
        return sum(max(block.minutes, 0) for block in self.blocks)

    @property
    def total(self) -> int:
        return max(self.planned, self.invited) or 1


class AgendaBar(Picture[BarData]):
    """Choosing a block (`part_chosen`) opens it beside; the same data stands in rows below."""

    def least(self) -> tuple[float, float]:
        return 320, 54 + self.look.line(CAPTION) / self.look.scale

    def as_text(self, data: BarData) -> str:
        return "; ".join(block.words for block in data.blocks)

    def choose(self, key: object) -> None:
        if self.data:
            self.show_data(replace(self.data, chosen=key))

    def draw(self, canvas: Canvas, data: BarData) -> None:
        at, chosen, free = 0.0, None, 0.0
        tall = canvas.look.px(40)
        if data.planned < data.invited:
            self._free(canvas, tall)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(0, 4, canvas.width, tall), RADIUS, RADIUS)
        for block in data.blocks:
            wide = max(block.minutes, 0) / data.total * canvas.width
            cell = canvas.rect(at, 4, wide, tall)
            self._block(canvas, block, at, cell, clip)
            here = block.key == data.chosen
            free = self._time(canvas, block.start, at, free, here=here)
            self.note(block.key, block.words, cell)
            chosen = cell if here else chosen
            at += wide
        if chosen is not None:
            whole = QRectF(1.5, 0, canvas.width - 3, canvas.height)  # its ends are not cut
            frame = chosen.adjusted(-1, -2.5, 1, 2.5).intersected(whole)
            canvas.box(frame, None, canvas.theme.text, 2.5, radius=5)
        over = 0 < data.invited < data.planned
        self._end(canvas, data.end, at, free, tall, over=over)
        if over:
            self._limit(canvas, data.invited / data.total * canvas.width, tall)

    def _free(self, canvas: Canvas, tall: float) -> None:
        """The whole time of the invitation, under the blocks."""
        rect = canvas.rect(0.5, 4.5, canvas.width - 1, tall - 1)
        canvas.box(rect, canvas.theme.sunken, canvas.theme.edge, 1, (3, 3), RADIUS)

    def _end(
        self, canvas: Canvas, words: str, at: float, free: float, tall: float, *, over: bool
    ) -> None:  # fmt: skip
        """The time the last block ends, unless it would touch the one before."""
        wide = canvas.width_of(words) + 4
        left = min(at - wide / 2, canvas.width - wide)
        if free + canvas.look.px(6) < left:
            cell = canvas.rect(left, tall + 10, wide, canvas.look.line(CAPTION))
            ink = canvas.theme.amber if over else canvas.theme.muted
            align = "end" if left + wide >= canvas.width else "center"
            canvas.text(cell, words, CAPTION, colour=ink, align=align)

    def _limit(self, canvas: Canvas, at: float, tall: float) -> None:
        """Where the invitation ends; what lies behind is too much."""
        amber = canvas.theme.amber
        canvas.box(canvas.rect(at - 1.5, 0, 3, tall + 8), amber, radius=1)
        canvas.box(canvas.rect(at, tall + 5, canvas.width - at, 3), amber, radius=1)

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
