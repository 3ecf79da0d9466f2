"""Small pictures of a community: the ribbon of an agenda, stages, circles, roles, attendance."""

import math

from cop_desktop.export.document import (
    Align,
    Bar,
    BarChart,
    Circles,
    Fill,
    Look,
    PieceKind,
    Ribbon,
    RoleStrip,
    Seat,
    Span,
    StageBand,
    StagePiece,
    StageState,
)

from . import icons, marks
from .box import Box, Words
from .ink import (
    AXIS,
    BODY,
    BRICK,
    FINE_RULE,
    GROUP_RULE,
    HAIR,
    INK,
    MINUTES,
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


class RibbonBox(Box):
    """The agenda as a strip: widths are minutes, numbers as in the table."""

    above, below = 0, 4
    HIGH = 6 * MM
    NARROW = 7 * MM  # narrower pieces keep their number and lose their minutes

    def __init__(self, block: Ribbon, press: Press) -> None:
        bold = SECOND.but(size=9, leading=11, weight=700)
        self.pieces = [
            (
                piece,
                Words(press, str(piece.number), bold, Align.CENTER),
                Words(press, str(piece.minutes), MINUTES, Align.CENTER),
            )
            for piece in block.pieces
            if piece.minutes > 0
        ]
        self.total = sum(piece.minutes for piece, _, _ in self.pieces)

    def widths(self, width: float) -> list[float]:
        """Points for every piece; together they are the whole width."""
        return [width * piece.minutes / self.total for piece, _, _ in self.pieces]

    def height(self, width: float) -> float:  # noqa: ARG002
        return self.HIGH + 3 * MM if self.pieces else 0.0

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for (piece, number, minutes), wide in zip(self.pieces, self.widths(width), strict=True):
            if piece.kind is PieceKind.SHARED:
                pen.box(x, y, wide, self.HIGH, fill=TINT)
            elif piece.kind is PieceKind.BREAK:
                pen.hatch(x, y, wide, self.HIGH, SOFT)
                patch = min(number.natural() + 3, wide)
                pen.white(x + (wide - patch) / 2, y + 3, patch, self.HIGH - 6)
            pen.box(x, y, wide, self.HIGH, Rule(0.6, INK))
            number.draw(pen, x, y + (self.HIGH - 9) / 2, wide)
            if wide >= self.NARROW:
                minutes.draw(pen, x, y + self.HIGH + 2, wide)
            x += wide


class StageBox(Box):
    """The stages as arrows that point in reading direction."""

    above, below = 11, 13
    HIGH, TIP, GAP = 12 * MM, 4 * MM, 1 * MM
    COLORS = {
        StageState.PAST: (TINT, TEAL, INK, 500),
        StageState.PRESENT: (TEAL, TEAL, WHITE, 700),
        StageState.FUTURE: (WHITE, HAIR, SOFT, 500),
    }

    def __init__(self, block: StageBand, press: Press) -> None:
        self.stages = [self._stage(stage, press) for stage in block.stages]
        self.dated = any(stage.when for stage in block.stages)

    def _stage(self, stage: StagePiece, press: Press) -> tuple[StagePiece, Words, Words]:
        _, _, color, weight = self.COLORS[stage.state]
        name = Words(press, stage.name, BODY.but(color=color, weight=weight), Align.CENTER, most=2)
        now = stage.state is StageState.PRESENT
        when = SMALL.but(color=TEAL, weight=700) if now else SMALL
        return stage, name, Words(press, stage.when, when, Align.CENTER, most=2)

    def height(self, width: float) -> float:
        column = width / max(len(self.stages), 1)
        dates = max((when.height(column - 8) for _, _, when in self.stages), default=0.0)
        return self.HIGH + (1.5 * MM + dates if self.dated else 0)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        column = width / max(len(self.stages), 1)
        for i, (stage, name, when) in enumerate(self.stages):
            fill, edge, _, _ = self.COLORS[stage.state]
            first, last = i == 0, i == len(self.stages) - 1
            points = self._arrow(x, y, column - self.GAP, first, last)
            pen.shape(points, Rule(0.9, edge), fill)
            inner = column - self.GAP - self.TIP
            start = x + (0 if first else self.TIP / 2)
            down = y + (self.HIGH - name.height(inner)) / 2
            name.draw(pen, start, down, inner + self.TIP / 2)
            when.draw(pen, x + 4, y + self.HIGH + 1.5 * MM, column - self.GAP - 8)
            x += column

    def _arrow(
        self, x: float, y: float, width: float, first: bool, last: bool
    ) -> list[tuple[float, float]]:
        """A flat start for the first; a tip that reaches into the next, none for the last."""
        tip = 0.0 if last else self.TIP - self.GAP
        end = x + width - (self.TIP if last else 0)
        middle = y + self.HIGH / 2
        points = [(x, y), (end, y), (end + (self.TIP if last else tip), middle),
                  (end, y + self.HIGH), (x, y + self.HIGH)]  # fmt: skip
        return points if first else [*points, (x + self.TIP - self.GAP, middle)]


class CircleBox(Box):
    """Three circles with a dot for every member; figures say the same."""

    below = 8
    RADII = (11 / 28, 20 / 28, 1.0)
    ORBITS = (6.2 / 28, 15.3 / 28, 23.9 / 28)
    FILLS = (TEAL, HAIR, WHITE)
    DOT = 1.45 * MM
    MOST = 60  # members; above it dots become figures

    def __init__(self, block: Circles, press: Press) -> None:
        self.rings = block.rings
        count = BODY.but(size=13, weight=700)
        self.legend = [
            (Words(press, str(ring.count), count), Words(press, ring.label, SECOND, most=3))
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
        return width - 15 * MM

    def height(self, width: float) -> float:
        legend = sum(self._row(label, width) for _, label in self.legend)
        note = self.note.height(width) + 4 if self.note else 0
        return 2 * self._radius(width) + 8 + legend + note

    def _row(self, label: Words, width: float) -> float:
        return max(13.0, label.height(self._label_width(width))) + 4.5

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        radius = self._radius(width)
        center_x, center_y = x + width / 2, y + radius
        for share, fill in zip(reversed(self.RADII), (WHITE, WHITE, TINT), strict=True):
            pen.circle(center_x, center_y, radius * share, Rule(0.9, TEAL), fill)
        self._members(pen, center_x, center_y, radius)
        y += 2 * radius + 8
        for (count, label), fill in zip(self.legend, self.FILLS, strict=True):
            marks.member(pen, x + self.DOT, y + count.ascent - 4.4, self.DOT, fill)
            count.draw(pen, x + 6 * MM, y, 9 * MM)
            down = count.ascent - label.ascent
            label.draw(pen, x + 15 * MM, y + down, self._label_width(width))
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


class BarsBox(Box):
    """Upright bars from nought to all, in reading order."""

    below = 10
    HIGH = 34 * MM

    def __init__(self, block: BarChart, press: Press) -> None:
        self.bars = block.bars
        self.words = [self._words(bar, press) for bar in block.bars]
        self.axis = [Words(press, f"{share}%", AXIS) for share in (100, 50)]

    def _words(self, bar: Bar, press: Press) -> tuple[Words, Words]:
        label = Words(press, bar.label, AXIS, Align.CENTER, most=2)
        return label, Words(press, bar.text[:12], SMALL.but(color=INK), Align.CENTER, most=1)

    def _column(self, width: float) -> float:
        return (width - 10 * MM) / max(len(self.bars), 1)

    def height(self, width: float) -> float:
        column = self._column(width)
        labels = max((label.height(column) for label, _ in self.words), default=0.0)
        return 12 + self.HIGH + 3 + labels

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        top, base = y + 12, y + 12 + self.HIGH
        for words, level in zip(self.axis, (top, (top + base) / 2), strict=True):
            words.draw(pen, x, level - 4, 10 * MM)
            pen.rule(x + 10 * MM, level, width - 10 * MM, FINE_RULE)
        column, start = self._column(width), x + 10 * MM
        for bar, (label, text) in zip(self.bars, self.words, strict=True):
            self._bar(pen, bar, start + column / 2, base, min(column * 0.4, 6 * MM), text, column)
            label.draw(pen, start, base + 3, column)
            start += column
        pen.rule(x + 10 * MM, base, width - 10 * MM, GROUP_RULE)

    def _bar(
        self, pen: Pen, bar: Bar, x: float, base: float, wide: float, text: Words, column: float
    ) -> None:
        share = min(max(bar.share or 0.0, 0.0), 1.0)
        high = self.HIGH * share
        if high > 0.5:
            marks.bar(pen, x - wide / 2, base - high, wide, high, Fill.SOLID)
        size = text.height(column)
        pen.white(x - text.natural() / 2 - 1, base - high - size - 3, text.natural() + 2, size + 1)
        text.draw(pen, x - column / 2, base - high - size - 3, column)


def ribbon(block: Ribbon, press: Press) -> Box:
    return RibbonBox(block, press)


def stage_band(block: StageBand, press: Press) -> Box:
    return StageBox(block, press)


def circles(block: Circles, press: Press) -> Box:
    return CircleBox(block, press)


def role_strip(block: RoleStrip, press: Press) -> Box:
    return StripBox(block, press)


def bar_chart(block: BarChart, press: Press) -> Box:
    return BarsBox(block, press)
