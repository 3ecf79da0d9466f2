"""Circles of participation: a soft picture, without names or scores, of who is near the centre."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import BODY, CAPTION, MEDIUM, mix

from .canvas import Canvas
from .picture import Picture


@frozen
class Ring:
    """`chosen`: which dot is the member shown beside, or -1. `note` begins with the count."""

    key: object
    name: str
    count: int
    note: str
    chosen: int = -1


class Circles(Picture[tuple[Ring, ...]]):
    """The core first; each ring is named at the far side."""

    grows = True

    def least(self) -> tuple[float, float]:
        return 270, 172

    def as_text(self, data: tuple[Ring, ...]) -> str:
        return ", ".join(f"{ring.name}: {ring.note}" for ring in data)

    def draw(self, canvas: Canvas, data: tuple[Ring, ...]) -> None:
        t, px, rings = canvas.theme, canvas.look.px, len(data)
        big = min(canvas.height / 2 - 2, canvas.width * 0.31)
        centre = canvas.point(big + 4, canvas.height / 2)
        for place in range(rings - 1, -1, -1):
            ground = mix(t.surface, t.accent, 0.06 + 0.07 * (rings - 1 - place))
            canvas.disc(centre, big * (place + 1) / rings, ground)
        for place, ring in enumerate(data):
            self._dots(canvas, ring, place, centre, big / rings)
        tall = canvas.look.line(BODY) + canvas.look.line(CAPTION)
        step = max(px(46), tall + 4)
        for place, ring in enumerate(data):
            y = canvas.height / 2 + (place - rings / 2) * step
            self._name(canvas, ring, 2 * big + px(20), y)
            self.note(ring.key, f"{ring.name}: {ring.note}", _band(centre, big / rings, place))

    def _dots(self, canvas: Canvas, ring: Ring, place: int, centre: QPointF, step: float) -> None:
        t, px = canvas.theme, canvas.look.px
        radius = step * (place + 0.5)
        small = min(px(4), max(1.5, pi * radius / max(ring.count, 1) * 0.7))
        for dot in range(ring.count):
            angle = 2 * pi * (dot + 0.5 * (place % 2)) / ring.count + 0.4
            at = centre + QPointF(radius * cos(angle), radius * sin(angle))
            if dot == ring.chosen:
                canvas.disc(at, px(7), t.accent, t.surface, 2)
            else:
                canvas.disc(at, small, mix(t.surface, t.accent, 0.62))

    def _name(self, canvas: Canvas, ring: Ring, x: float, y: float) -> None:
        line, small = canvas.look.line(BODY), canvas.look.line(CAPTION)
        wide = canvas.width - x
        canvas.text(canvas.rect(x, y, wide, line), ring.name, BODY, MEDIUM)
        below = canvas.rect(x, y + line, wide, small)
        canvas.text(below, ring.note, CAPTION, colour=canvas.theme.muted)


def _band(centre: QPointF, step: float, place: int) -> QPainterPath:
    def ring(radius: float) -> QRectF:
        return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)

    path = QPainterPath()
    path.addEllipse(ring(step * (place + 1)))
    if place:
        path.addEllipse(ring(step * place))  # odd–even filling leaves a hole
    return path
