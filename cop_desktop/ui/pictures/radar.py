"""A few axes from a common middle: how far each has come, and where it was before."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, mix

from .canvas import Canvas
from .picture import Picture

LEVELS = 5
DASHES = (3.0, 3.0)


@frozen
class RadarAxis:
    """`words` say the level in a sentence; a level of None was not judged."""

    key: str
    name: str
    level: int | None
    before: int | None
    words: str


class Radar(Picture[tuple[RadarAxis, ...]]):
    """The latest reading filled, the one before it as a pale outline."""

    def least(self) -> tuple[float, float]:
        return 300, 236

    def as_text(self, data: tuple[RadarAxis, ...]) -> str:
        return " ".join(axis.words for axis in data)

    def draw(self, canvas: Canvas, data: tuple[RadarAxis, ...]) -> None:
        web = _Web(canvas, len(data))
        self._grid(canvas, web)
        before = [web.at(i, axis.before) for i, axis in enumerate(data) if axis.before]
        now = [web.at(i, axis.level) for i, axis in enumerate(data) if axis.level]
        t = canvas.theme
        canvas.pen(mix(t.surface, t.muted, 0.8), 1.5, DASHES)
        canvas.fill(None)
        canvas.painter.drawPolygon(QPolygonF(before))
        wash = mix(t.surface, t.accent, 0.5)
        wash.setAlphaF(0.35)
        canvas.pen(t.accent, 2.5)
        canvas.fill(wash)
        canvas.painter.drawPolygon(QPolygonF(now))
        for place, axis in enumerate(data):
            self._axis(canvas, web, place, axis)

    def _grid(self, canvas: Canvas, web: "_Web") -> None:
        t = canvas.theme
        for level in range(1, LEVELS + 1):
            ring = QPolygonF([web.at(place, level) for place in range(web.axes)])
            canvas.pen(mix(t.surface, t.muted, 0.45 if level == LEVELS else 0.22))
            canvas.fill(None)
            canvas.painter.drawPolygon(ring)
        for place in range(web.axes):
            canvas.line(web.centre, web.at(place, LEVELS), mix(t.surface, t.muted, 0.35))

    def _axis(self, canvas: Canvas, web: "_Web", place: int, axis: RadarAxis) -> None:
        t, px = canvas.theme, canvas.look.px
        if axis.level:
            at, radius = web.at(place, axis.level), px(10)
            canvas.disc(at, radius, t.accent, t.surface, 2)
            number = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            canvas.text(number, str(axis.level), CAPTION, BOLD, t.on_accent, "center")
        box, align = web.label(place)
        size = BODY
        while size > CAPTION and canvas.width_of(axis.name, size, MEDIUM) > box.width():
            size -= 1
        ink = t.text if axis.level else t.muted
        canvas.text(box, axis.name, size, MEDIUM, ink, align, wrap=True)
        tip = web.at(place, LEVELS)
        self.note(axis.key, axis.words, box.united(QRectF(tip, web.at(place, 1)).normalized()))


class _Web:
    """Where things are: the middle, the length of an axis, and room for the names at its tips."""

    def __init__(self, canvas: Canvas, axes: int) -> None:
        self.canvas, self.axes = canvas, axes
        self.line = canvas.look.line(BODY)
        side = canvas.look.px(84)
        tall = (canvas.height - 2 * self.line) / 2 - canvas.look.px(6)
        self.radius = max(min(tall, canvas.width / 2 - side), canvas.look.px(30))
        self.centre = QPointF(canvas.width / 2, canvas.height / 2)

    def at(self, place: int, level: int | None) -> QPointF:
        """A level on an axis; the first axis points up, the next one ahead in reading."""
        angle = 2 * pi * place / self.axes
        way = -1 if self.canvas.look.rtl else 1
        far = self.radius * (level or 0) / LEVELS
        return self.centre + QPointF(way * far * sin(angle), -far * cos(angle))

    def label(self, place: int) -> tuple[QRectF, str]:
        """The room for a name at the tip of its axis, and how it is set there."""
        tip, line, gap = self.at(place, LEVELS), self.line, self.canvas.look.px(6)
        across = tip.x() - self.centre.x()
        if abs(across) < 1:
            top = tip.y() - line - gap / 2 if tip.y() < self.centre.y() else tip.y() + gap / 2
            return QRectF(0, top, self.canvas.width, line), "center"
        wide = self.canvas.width - tip.x() - gap if across > 0 else tip.x() - gap
        left = tip.x() + gap if across > 0 else 0
        ahead = (across > 0) != self.canvas.look.rtl
        return QRectF(left, tip.y() - line, wide, 2 * line), "start" if ahead else "end"
