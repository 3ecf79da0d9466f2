"""Seven leadership roles as a wheel: who sits where, and which seats wait for somebody."""

from math import cos, degrees, pi, radians, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import (
    BOLD,
    CAPTION,
    PAGE,
    REGULAR,
    ROLE_ICONS,
    Look,
    ink_on,
    mix,
)

from .canvas import Canvas
from .picture import Picture

HOLE, GAP = 0.54, 1.5
UPRIGHT = 0.3  # a name less far aside than this stands over or under its seat


@frozen
class Seat:
    """`key` is a Role; no holders is an empty seat; `leader_only`: the leader sits there alone."""

    key: str
    name: str
    holders: tuple[str, ...] = ()
    leader_only: bool = False


@frozen
class WheelData:
    """`headline` ״5 מתוך 7״, `caption` ״תפקידים מאוישים״, `empty` ״מקום פנוי״."""

    seats: tuple[Seat, ...]
    headline: str
    caption: str
    empty: str


class RoleWheel(Picture[WheelData]):
    """Begins at twelve o'clock and goes round in reading direction; `labels` names the seats."""

    grows = True

    def __init__(self, look: Look, name: str, *, labels: bool = False) -> None:
        super().__init__(look, name)
        self.labels = labels

    def least(self) -> tuple[float, float]:
        return (440, 420) if self.labels else (190, 190)

    def as_text(self, data: WheelData) -> str:
        told = (f"{seat.name}: {', '.join(seat.holders) or data.empty}" for seat in data.seats)
        return f"{data.headline} {data.caption}. " + "; ".join(told)

    def draw(self, canvas: Canvas, data: WheelData) -> None:
        px = canvas.look.px
        lines = 3.6 * canvas.look.line(CAPTION)
        beside, above = (px(100), lines + px(10)) if self.labels else (px(3), px(3))
        outer = min(canvas.width / 2 - beside, canvas.height / 2 - above)
        if self.labels:
            outer = max(min(outer, self._room(canvas, data)), px(80))
        centre = QPointF(canvas.width / 2, canvas.height / 2)
        for place, seat in enumerate(data.seats):
            wedge = _Wedge(canvas, centre, outer, place, len(data.seats))
            wedge.draw(seat)
            if self.labels:
                wedge.label(seat, data.empty)
            holders = ", ".join(seat.holders) or data.empty
            self.note(seat.key, f"{seat.name}: {holders}", wedge.path)
        self._middle(canvas, data, centre, outer * HOLE)

    @staticmethod
    def _room(canvas: Canvas, data: WheelData) -> float:
        """The radius that leaves every name beside the wheel its width."""
        px, turn, free = canvas.look.px, 2 * pi / len(data.seats), [canvas.width / 2]
        for place, seat in enumerate(data.seats):
            across = abs(sin(turn * (place + 0.5)))
            if across >= UPRIGHT:
                name = min(canvas.width_of(seat.name, CAPTION, BOLD) + 2, px(130))
                free.append((canvas.width / 2 - name) / across - px(12))
        return min(free)

    def _middle(self, canvas: Canvas, data: WheelData, centre: QPointF, hole: float) -> None:
        big = PAGE if self.labels else 20
        room = 2 * hole * 0.92
        while canvas.width_of(data.headline, big, BOLD) > room and big > CAPTION:
            big -= 1
        tall = canvas.look.line(big, BOLD)
        top = QRectF(centre.x() - hole, centre.y() - tall, 2 * hole, tall)
        canvas.text(top, data.headline, big, BOLD, align="center")
        two = 2 * canvas.look.line(CAPTION) + 2
        below = QRectF(centre.x() - hole * 0.68, centre.y() + 4, 1.36 * hole, two)
        muted = canvas.theme.muted
        canvas.text(below, data.caption, CAPTION, colour=muted, align="center", wrap=True)


class _Wedge:
    """One seat of the wheel."""

    def __init__(
        self, canvas: Canvas, centre: QPointF, outer: float, place: int, seats: int
    ) -> None:
        self.canvas, self.centre, self.outer = canvas, centre, outer
        self.inner = outer * HOLE
        way = 1 if canvas.look.rtl else -1  # degrees run against the clock
        self.middle = 90 + way * 360 / seats * (place + 0.5)
        self.half = 180 / seats
        self.path = self._outline()

    def _ring(self, radius: float) -> QRectF:
        c = self.centre
        return QRectF(c.x() - radius, c.y() - radius, 2 * radius, 2 * radius)

    def _outline(self) -> QPainterPath:
        far, near = degrees(GAP / self.outer), degrees(GAP / self.inner)
        start, end = self.middle - self.half, self.middle + self.half
        path = QPainterPath()
        path.arcMoveTo(self._ring(self.outer), start + far)
        path.arcTo(self._ring(self.outer), start + far, 2 * (self.half - far))
        path.arcTo(self._ring(self.inner), end - near, -2 * (self.half - near))
        path.closeSubpath()
        return path

    def at(self, radius: float, turn: float = 0.0) -> QPointF:
        angle = radians(self.middle + turn)
        c = self.centre
        return QPointF(c.x() + radius * cos(angle), c.y() - radius * sin(angle))

    def draw(self, seat: Seat) -> None:
        canvas, t = self.canvas, self.canvas.theme
        colour = t.roles[seat.key]
        full = bool(seat.holders) and not seat.leader_only
        if full:
            canvas.pen(None)
            canvas.fill(colour)
        elif seat.holders:  # held, but by the leader alone: outlined
            canvas.pen(colour, 2)
            canvas.fill(mix(t.surface, colour, 0.16))
        else:
            canvas.pen(mix(t.surface, t.muted, 0.75), 1.4, (3, 3))
            canvas.fill(t.sunken)
        canvas.painter.drawPath(self.path)
        ink = ink_on(colour, t) if full else colour if seat.holders else t.muted
        shift = self.outer * 0.045 if full else 0
        middle = self.at((self.outer + self.inner) / 2 + shift)
        canvas.glyph(ROLE_ICONS[seat.key], middle, self.outer * 0.26, ink)
        if full:
            self._dots(len(seat.holders), ink)

    def _dots(self, holders: int, ink: str) -> None:
        """One dot a holder, on the inner rim."""
        radius, rim = max(2.2, self.outer * 0.023), self.inner + self.outer * 0.065
        apart = degrees(3.4 * radius / rim)
        for place in range(holders):
            turn = (place - (holders - 1) / 2) * apart
            self.canvas.disc(self.at(rim, turn), radius, ink)

    def label(self, seat: Seat, empty: str) -> None:
        canvas, t = self.canvas, self.canvas.theme
        lines = (seat.name, *(seat.holders or (empty,)))[:4]
        tall, wide = canvas.look.line(CAPTION), float(canvas.look.px(130))
        at = self.at(self.outer + canvas.look.px(12))
        across, up = cos(radians(self.middle)), sin(radians(self.middle))
        upright = abs(across) < UPRIGHT
        if not upright:  # never into the wheel
            wide = min(wide, at.x() if across < 0 else canvas.width - at.x())
        x = at.x() - (wide / 2 if upright else wide * (across < 0))
        x = min(max(x, 0), canvas.width - wide)
        y = at.y() - tall * len(lines) * (1 + up) / 2
        near_start = (across < 0) != canvas.look.rtl
        align = "center" if upright else "end" if near_start else "start"
        for place, line in enumerate(lines):
            box = QRectF(x, y + place * tall, wide, tall)
            ink = t.muted if seat.holders else t.amber
            weight = REGULAR if place else BOLD
            canvas.text(box, line, CAPTION, weight, ink if place else t.text, align)
