"""Upright bars: a share for every meeting."""

from cop_desktop.export.document import Align, Bar, BarChart, Fill

from . import marks
from .box import Box, Words
from .ink import AXIS, FINE_RULE, GROUP_RULE, INK, MM, SMALL
from .pen import Pen
from .press import Press


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
        return label, Words(press, bar.text, SMALL.but(color=INK), Align.CENTER, most=1)

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
        patch = text.natural(column - 2) + 2
        pen.white(x - patch / 2, base - high - size - 3, patch, size + 1)
        text.draw(pen, x - column / 2, base - high - size - 3, column)


def bar_chart(block: BarChart, press: Press) -> Box:
    return BarsBox(block, press)
