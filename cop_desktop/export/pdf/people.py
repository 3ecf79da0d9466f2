"""Who carries a community: circles of participation, and the roles with their holders."""

import math

from cop_desktop.export.document import Align, Circles, Look, RoleStrip, Seat, Span

from . import icons, marks
from .box import Box, Words
from .ink import (
    BODY,
    BRICK,
    HAIR,
    INK,
    MM,
    ROLES,
    SECOND,
    SMALL,
    SOFT,
    TEAL,
    TINT,
    WHITE,
    Rule,
)  # fmt: skip
from .pen import Pen
from .press import Press


class CircleBox(Box):
    """Three circles with a dot for every member; figures say the same."""

    below = 8
    RADII = (11 / 28, 20 / 28, 1.0)
    ORBITS = (6.2 / 28, 15.3 / 28, 23.9 / 28)
    FILLS = (TEAL, HAIR, WHITE)
    DOT = 1.45 * MM
    BESIDE = 14 * MM  # a dot and a figure, then the words
    MOST = 60  # members; above it dots become figures

    def __init__(self, block: Circles, press: Press) -> None:
        self.rings = block.rings
        count = BODY.but(size=13, weight=700)
        self.legend = [
            (
                Words(press, str(ring.count), count),
                Words(press, ring.label, SECOND.but(balanced=True), most=3),
            )
            for ring in block.rings
        ]
        self.figures = [
            Words(press, str(ring.count), count.but(color=color), Align.CENTER)
            for ring, color in zip(block.rings, (TEAL, INK, INK), strict=True)
        ]
        self.note = Words(press, block.note, SMALL, most=4) if block.note else None

    def _radius(self, width: float) -> float:
        return min(28 * MM, width / 2 - 1)

    def _label_width(self, width: float) -> float:
        return width - self.BESIDE

    def height(self, width: float) -> float:
        legend = sum(self._row(label, width) for _, label in self.legend)
        note = self.note.height(width) + 4 if self.note else 0
        return 2 * self._radius(width) + 8 + legend + note

    def _row(self, label: Words, width: float) -> float:
        """The words start lower than the figure: both stand on one line."""
        down = self.legend[0][0].ascent - label.ascent
        return max(13.0, label.height(self._label_width(width)) + down) + 4.5

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        radius = self._radius(width)
        center_x, center_y = x + width / 2, y + radius
        for share, fill in zip(reversed(self.RADII), (WHITE, WHITE, TINT), strict=True):
            pen.circle(center_x, center_y, radius * share, Rule(0.9, TEAL), fill)
        self._members(pen, center_x, center_y, radius)
        y += 2 * radius + 8
        for (count, label), fill in zip(self.legend, self.FILLS, strict=True):
            marks.member(pen, x + self.DOT, y + count.ascent - 4.4, self.DOT, fill)
            count.draw(pen, x + 6 * MM, y, self.BESIDE - 6 * MM)
            down = count.ascent - label.ascent
            label.draw(pen, x + self.BESIDE, y + down, self._label_width(width))
            y += self._row(label, width)
        if self.note:
            self.note.draw(pen, x, y + 1, width)

    def _members(self, pen: Pen, x: float, y: float, radius: float) -> None:
        crowded = sum(ring.count for ring in self.rings) > self.MOST
        for ring, orbit, fill, figure in zip(
            self.rings, self.ORBITS, self.FILLS, self.figures, strict=True
        ):
            if crowded:
                down = 0 if fill == TEAL else radius * orbit
                figure.draw(pen, x - 15, y - down - 7, 30)
                continue
            size = min(self.DOT, math.pi * radius * orbit / max(ring.count, 1) * 0.8)
            for dot_x, dot_y in _around(ring.count, radius * orbit):
                marks.member(pen, x + dot_x, y + dot_y, size, fill)


def _around(count: int, radius: float) -> list[tuple[float, float]]:
    """Places on a circle; a single one stands in the middle of its top."""
    turns = [((i + 0.5) / count - 0.25) * math.tau for i in range(count)]
    return [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]


class StripBox(Box):
    """The roles in a row, each with its icon, its name and who holds it."""

    below = 16
    RING = 10.5 * MM

    def __init__(self, block: RoleStrip, press: Press) -> None:
        self.seats = [(seat, *self._words(seat, press)) for seat in block.seats]

    def _words(self, seat: Seat, press: Press) -> tuple[Words, Words]:
        name = Words(press, seat.name, SMALL.but(color=INK, weight=500), Align.CENTER, most=2)
        holders = (Span(seat.holders, Look.ALERT),) if seat.empty else seat.holders
        return name, Words(press, holders, SMALL, Align.CENTER, most=2)

    def _column(self, width: float) -> float:
        return width / max(len(self.seats), 1)

    def height(self, width: float) -> float:
        column = self._column(width) - 4
        names = max((name.height(column) for _, name, _ in self.seats), default=0.0)
        held = max((words.height(column) for _, _, words in self.seats), default=0.0)
        return self.RING + 4 + names + 3.5 + held

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        column = self._column(width)
        names = max((name.height(column - 4) for _, name, _ in self.seats), default=0.0)
        for seat, name, holders in self.seats:
            role_ring(pen, seat, x + column / 2, y + self.RING / 2, self.RING / 2)
            name.draw(pen, x + 2, y + self.RING + 4, column - 4)
            holders.draw(pen, x + 2, y + self.RING + 4 + names + 3.5, column - 4)
            x += column


def role_ring(pen: Pen, seat: Seat, x: float, y: float, radius: float) -> None:
    """A role's icon in its ring, around (x, y); dashed when nobody holds it."""
    color = BRICK if seat.empty else ROLES[seat.role]
    pen.circle(x, y, radius - 0.6, Rule(1.1, color), dash=(2.4, 2) if seat.empty else None)
    side = 6.4 * MM
    pen.icon(icons.ROLE_ICONS[seat.role], x - side / 2, y - side / 2, side,
             SOFT if seat.empty else color)  # fmt: skip


def circles(block: Circles, press: Press) -> Box:
    return CircleBox(block, press)


def role_strip(block: RoleStrip, press: Press) -> Box:
    return StripBox(block, press)
