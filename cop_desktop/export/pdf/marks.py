"""Small signs: boxes that say how far a thing has come, dots, diamonds, the community's mark."""

from cop_desktop.export.document import Fill, Mark

from .ink import INK, TEAL, WHITE, Rule
from .pen import Pen

_EDGE = Rule(0.9, INK)


def tick_box(pen: Pen, x: float, y: float, side: float, mark: Mark) -> None:
    """An empty, half-done, done or dropped box with its corner at (x, y)."""
    pen.box(x, y, side, side, _EDGE, WHITE, radius=1)
    if mark is Mark.HALF:
        low, high = (y, y + side) if pen.rtl else (y + side, y)  # never mirrored
        pen.line(x, low, x + side, high, Rule(1.1, INK))
    elif mark is Mark.DROPPED:
        pen.line(x + 1.5, y + side / 2, x + side - 1.5, y + side / 2, Rule(1.1, INK))
    elif mark is Mark.DONE:
        left = x if not pen.rtl else x + side  # a tick is never mirrored
        step = side if not pen.rtl else -side
        points = [(0.2, 0.55), (0.42, 0.78), (0.82, 0.2)]
        pen.shape([(left + step * px, y + side * py) for px, py in points], Rule(1.3, INK),
                  closed=False)  # fmt: skip


def dot(pen: Pen, x: float, y: float, radius: float = 1.5) -> None:
    pen.circle(x, y, radius, fill=TEAL)


def diamond(pen: Pen, x: float, y: float, radius: float) -> None:
    """A milestone, around (x, y)."""
    points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    pen.shape(points, Rule(1.3, INK), WHITE)


def bar(pen: Pen, x: float, y: float, width: float, height: float, fill: Fill) -> None:
    """A bar, solid, hatched or empty."""
    radius = 1.7 if height > 10 else 0
    pen.box(x, y, width, height, fill=TEAL if fill is Fill.SOLID else WHITE, radius=radius)
    if fill is Fill.HATCHED:
        pen.hatch(x, y, width, height, TEAL)
    pen.box(x, y, width, height, Rule(0.9, TEAL), radius=radius)


def community_mark(pen: Pen, x: float, y: float, side: float) -> None:
    """The three circles, in a square with its corner at (x, y)."""
    center_x, center_y = x + side / 2, y + side / 2
    pen.circle(center_x, center_y, side * 0.48, Rule(1.3, TEAL))
    pen.circle(center_x, center_y, side * 0.30, Rule(1.1, TEAL))
    pen.circle(center_x, center_y, side * 0.11, fill=TEAL)


def member(pen: Pen, x: float, y: float, radius: float, fill: str) -> None:
    pen.circle(x, y, radius, Rule(1, TEAL), fill)
