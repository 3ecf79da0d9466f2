"""A day of a meeting as one proportional bar: a block is as wide as it is long.

Tracks lie on top of each other inside their block; minutes nobody fills are hatched.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath

from cop_desktop.ui.theme import BOLD, CAPTION, KIND_ICONS, RADIUS, REGULAR, ink_on

from .agenda_data import BarBlock, BarData
from .canvas import Canvas
from .picture import Picture


class AgendaBar(Picture[BarData]):
    """Choosing a block (`part_chosen`) opens it beside; the same data stands in rows below."""

    low = False  # one of several bars

    @property
    def tall(self) -> int:
        return self.look.px(26 if self.low else 40)

    def least(self) -> tuple[float, float]:
        return 320, (34 if self.low else 54) + self.look.line(CAPTION) / self.look.scale

    def as_text(self, data: BarData) -> str:
        inner = (block for it in data.blocks for lane in it.lanes for block in lane)
        return "; ".join(block.words for block in (*data.blocks, *inner))

    def choose(self, key: object) -> None:
        if self.data:
            self.show_data(replace(self.data, chosen=key))

    def draw(self, canvas: Canvas, data: BarData) -> None:
        _Bar(self, canvas, data).draw()


@dataclass(slots=True)
class _Bar:
    """One painting: where minutes lie, and how much of the line of hours is taken."""

    bar: AgendaBar
    canvas: Canvas
    data: BarData
    starts: tuple[int, ...] = ()
    first: int = 0
    total: int = 1
    margin: float = 0.0  # what the name takes
    free: float = 0.0  # the line of hours is written until here

    def draw(self) -> None:
        data, tall = self.data, self.bar.tall
        self.starts, self.first, self.total = data.starts, data.first, data.total
        self._name()
        if data.planned < data.invited:
            self._unfilled(tall)
        clip = QPainterPath()
        left, right = self.x(self.first), self.x(self.first + self.total)
        clip.addRoundedRect(self.canvas.rect(left, 4, right - left, tall), RADIUS, RADIUS)
        self._gaps(tall, clip)
        chosen, painter = None, self.canvas.painter
        painter.save()
        painter.setClipPath(clip)
        for cell, block in self._cells(tall):
            self._block(block, cell)
            here = block.key == data.chosen
            chosen = cell if here else chosen
        painter.restore()
        over = 0 < data.invited < data.planned
        last = self._end(self.x(data.planned), over=over)
        for at, block in zip(self.starts, data.blocks, strict=True):
            self._time(block.start, self.x(at), last, here=block.key == data.chosen)
        if chosen is not None:
            self._frame(chosen)
        if over:
            self._limit(self.x(data.invited), tall)

    def x(self, minute: float) -> float:
        """Where a minute of the day lies along the line of reading, in px."""
        wide = self.canvas.width - self.margin
        return self.margin + (minute - self.first) / self.total * wide

    def _name(self) -> None:
        if self.data.name:
            wide = self.canvas.width_of(self.data.name, CAPTION, BOLD) + 2
            box = self.canvas.rect(0, 4, wide, self.bar.tall)
            self.canvas.text(box, self.data.name, CAPTION, BOLD, self.canvas.theme.muted)
            self.margin = wide + self.canvas.look.px(10)

    def _cells(self, tall: float) -> Iterator[tuple[QRectF, BarBlock]]:
        """Every block with its box; what runs in tracks lies in lanes of its own."""
        for at, block in zip(self.starts, self.data.blocks, strict=True):
            left, wide = self.x(at), self.x(at + max(block.minutes, 0)) - self.x(at)
            yield self.canvas.rect(left, 4, wide, tall), block
            lane = tall / max(1, len(block.lanes))
            for place, track in enumerate(block.lanes):
                yield from self._lane(track, at, 4 + place * lane, lane)

    def _lane(
        self, track: Sequence[BarBlock], at: int, top: float, tall: float
    ) -> Iterator[tuple[QRectF, BarBlock]]:
        for block in track:
            left, wide = self.x(at), self.x(at + block.minutes) - self.x(at)
            yield self.canvas.rect(left, top, wide, tall).adjusted(0, 0.5, 0, -0.5), block
            at += block.minutes

    def _unfilled(self, tall: float) -> None:
        """The whole time of the invitation, under the blocks."""
        canvas = self.canvas
        wide = canvas.width - self.margin
        rect = canvas.rect(self.margin + 0.5, 4.5, wide - 1, tall - 1)
        canvas.box(rect, canvas.theme.sunken, canvas.theme.edge, 1, (3, 3), RADIUS)

    def _gaps(self, tall: float, clip: QPainterPath) -> None:
        painter = self.canvas.painter
        painter.save()
        painter.setClipPath(clip)
        for start, end in self.data.gaps:
            rect = self.canvas.rect(self.x(start), 4, self.x(end) - self.x(start), tall)
            self.canvas.hatch(rect, self.canvas.theme.surface)
        painter.restore()

    def _frame(self, chosen: QRectF) -> None:
        canvas = self.canvas
        whole = QRectF(1.5, 0, canvas.width - 3, canvas.height)  # its ends are not cut
        frame = chosen.adjusted(-1, -2.5, 1, 2.5).intersected(whole)
        canvas.box(frame, None, canvas.theme.text, 2.5, radius=5)

    def _end(self, at: float, *, over: bool) -> float:
        """The time the last block ends; gives where it begins."""
        canvas, words = self.canvas, self.data.end
        wide = canvas.width_of(words) + 4
        left = min(at - wide / 2, canvas.width - wide)
        if not self.data.blocks:
            return canvas.width
        cell = canvas.rect(left, self._line(), wide, canvas.look.line(CAPTION))
        ink = canvas.theme.amber if over else canvas.theme.muted
        align = "end" if left + wide >= canvas.width else "center"
        canvas.text(cell, words, CAPTION, colour=ink, align=align)
        return left - canvas.look.px(6)

    def _limit(self, at: float, tall: float) -> None:
        """Where the invitation ends; what lies behind is too much."""
        canvas, amber = self.canvas, self.canvas.theme.amber
        canvas.box(canvas.rect(at - 1.5, 0, 3, tall + 8), amber, radius=1)
        canvas.box(canvas.rect(at, tall + 5, canvas.width - at, 3), amber, radius=1)

    def _block(self, block: BarBlock, cell: QRectF) -> None:
        canvas = self.canvas
        px, colour = canvas.look.px, canvas.theme.kinds[block.kind]
        ground = QColor(canvas.theme.sunken if block.lanes else colour)
        seam = min(1, cell.width() / 4)
        canvas.painter.fillRect(cell.adjusted(seam, 0, -seam, 0), ground)
        self.bar.note(block.key, block.words, cell)
        if block.lanes or cell.width() <= px(20) or cell.height() < canvas.look.line(CAPTION):
            return  # its tracks are drawn over it, or there is no room
        ink, narrow = ink_on(colour, canvas.theme, 4.5), cell.height() < px(24)
        start = canvas.x(cell.right() if canvas.look.rtl else cell.left())
        size, middle = px(14 if narrow else 18), cell.center().y()
        words = canvas.width_of(block.short, CAPTION, BOLD)
        if cell.width() >= px(40) + min(words, px(44)):
            canvas.glyph(KIND_ICONS[block.kind], canvas.point(start + px(18), middle), size, ink)
            room = canvas.rect(start + px(32), cell.top(), cell.width() - px(36), cell.height())
            canvas.text(room, block.short, CAPTION, BOLD, ink)
        else:
            canvas.glyph(KIND_ICONS[block.kind], cell.center(), size, ink)

    def _line(self) -> float:
        """The top of the line of hours."""
        return self.bar.tall + (6 if self.bar.low else 10)

    def _time(self, words: str, at: float, most: float, *, here: bool) -> None:
        """The time under a block, unless it would touch the one before or the end."""
        if at < self.free and at > self.margin:
            return  # of many short blocks only some have room: no need to measure
        canvas, weight = self.canvas, BOLD if here else REGULAR
        wide = canvas.width_of(words, CAPTION, weight) + canvas.look.px(6)
        first = at <= self.margin
        left = at if first else at - wide / 2
        if left < self.free or left + wide > most:
            return
        ink = canvas.theme.text if here else canvas.theme.muted
        box = canvas.rect(left, self._line(), wide, canvas.look.line(CAPTION))
        canvas.text(box, words, CAPTION, weight, ink, "start" if first else "center")
        self.free = left + wide
