"""Lines on one scale of 0–100 %, each named at its end: no legend to look up."""

from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import BODY, BOLD, CAPTION

from .canvas import Canvas
from .picture import Picture


@frozen
class Series:
    """`values` 0..1, one a tick; `percents` the same in words; `token` a colour of the theme."""

    key: object
    name: str
    values: tuple[float, ...]
    percents: tuple[str, ...]
    token: str = "accent"
    dashed: bool = False


@frozen
class CoverageData:
    """`ticks` along the ground; `scale` the words of 0, 50 and 100 %.

    `band` lies under the lines: from how much to how much is expected at each tick, 0..1.
    """

    series: tuple[Series, ...]
    ticks: tuple[str, ...]
    scale: tuple[str, str, str]
    band: tuple[tuple[float, float] | None, ...] = ()
    band_words: tuple[str, ...] = ()  # the same in words, one a tick


class CoverageChart(Picture[CoverageData]):
    """A full line with discs, a dashed one with rings."""

    grows = True

    def least(self) -> tuple[float, float]:
        return 380, 200

    def as_text(self, data: CoverageData) -> str:
        lines = [(line.name, line.percents) for line in data.series]
        if data.band_words:
            lines.append(("", data.band_words))
        return "; ".join(
            (f"{name}: " if name else "")
            + ", ".join(f"{tick} {told}" for tick, told in zip(data.ticks, words, strict=True))
            for name, words in lines
        )

    def draw(self, canvas: Canvas, data: CoverageData) -> None:
        px, t, small = canvas.look.px, canvas.theme, canvas.look.line(CAPTION)
        left = max(canvas.width_of(words) for words in data.scale) + px(12)
        right = canvas.width - px(128)
        top, bottom = small / 2, canvas.height - small - px(8)
        step = (right - left) / max(len(data.ticks) - 1, 1)
        self._bands(canvas, data, QRectF(left, top, right - left, bottom - top), step)
        for share, words in zip((0, 0.5, 1), data.scale, strict=True):
            y = bottom - share * (bottom - top)
            canvas.line(canvas.point(left, y), canvas.point(right, y), t.line)
            box = canvas.rect(0, y - small / 2, left - px(8), small)
            canvas.text(box, words, CAPTION, colour=t.muted, align="end")
        need = max((canvas.width_of(tick) for tick in data.ticks), default=0.0) + px(8)
        every = ceil(need / max(step, 1))  # where names are long, not each is told
        for place, tick in list(enumerate(data.ticks))[::every]:
            box = canvas.rect(left + place * step - need / 2, bottom + px(6), need, small)
            canvas.text(box, tick, CAPTION, colour=t.muted, align="center")
        names = self._name_places(canvas, data, top, bottom)
        for line, y in zip(data.series, names, strict=True):
            self._series(canvas, data, line, QRectF(left, top, right - left, bottom - top))
            self._end(canvas, line, right + px(14), y)

    def _bands(self, canvas: Canvas, data: CoverageData, room: QRectF, step: float) -> None:
        """Each tick's band reaches half way to its neighbours."""
        for place, band in enumerate(data.band):
            if band is None:
                continue
            middle = room.left() + place * step
            start = max(middle - step / 2, room.left())
            end = min(middle + step / 2, room.right()) if len(data.band) > 1 else room.right()
            low, high = (room.bottom() - share * room.height() for share in band)
            box = canvas.rect(start, high, end - start + 0.5, low - high)
            canvas.painter.fillRect(box, QColor(canvas.theme.accent_soft))
            self.note(("band", place), data.band_words[place], box)

    def _series(self, canvas: Canvas, data: CoverageData, line: Series, room: QRectF) -> None:
        t, colour = canvas.theme, getattr(canvas.theme, line.token)
        step = room.width() / max(len(line.values) - 1, 1)
        points = [
            canvas.point(room.left() + place * step, room.bottom() - value * room.height())
            for place, value in enumerate(line.values)
        ]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        canvas.pen(colour, 2.5, (4.0, 2.0) if line.dashed else ())
        canvas.fill(None)
        canvas.painter.drawPath(path)
        half = canvas.look.px(4.5)
        for place, point in enumerate(points):
            canvas.disc(point, half, t.surface if line.dashed else colour, colour, 2)
            told = f"{line.name}, {data.ticks[place]}: {line.percents[place]}"
            box = QRectF(point.x() - 2 * half, point.y() - 2 * half, 4 * half, 4 * half)
            self.note((line.key, place), told, box)

    def _name_places(
        self, canvas: Canvas, data: CoverageData, top: float, bottom: float
    ) -> list[float]:
        """Where each line's name stands: at its end, or apart where two ends are near."""
        tall = canvas.look.line(BODY) + canvas.look.line(CAPTION)
        ends = [bottom - line.values[-1] * (bottom - top) for line in data.series]
        order = sorted(range(len(ends)), key=lambda place: ends[place])
        free = 0.0
        for place in order:
            ends[place] = max(ends[place] - tall / 2, free)
            free = ends[place] + tall
        spill = max(free - canvas.height, 0)
        return [max(y - spill, 0) for y in ends]

    def _end(self, canvas: Canvas, line: Series, x: float, y: float) -> None:
        colour = getattr(canvas.theme, line.token)
        big, small = canvas.look.line(BODY), canvas.look.line(CAPTION)
        wide = canvas.width - x
        canvas.text(canvas.rect(x, y, wide, big), line.percents[-1], BODY, BOLD, colour)
        below = canvas.rect(x, y + big, wide, small)
        canvas.text(below, line.name, CAPTION, colour=canvas.theme.muted)
