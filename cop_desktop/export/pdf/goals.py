"""The goals of the year as numbered columns, three in a row."""

from cop_desktop.export.document import Goals

from . import marks
from .box import Box, Words
from .ink import BODY, GROUP, MM, TEAL
from .pen import Pen
from .press import Press

ACROSS = 3
_GUTTER = 7 * MM
_NUMBER = 12 * MM
_SAMPLE = (9 * MM, 3.4 * MM)


class GoalColumns(Box):
    """Number and bar sample, title, measure."""

    below = 10

    def __init__(self, block: Goals, press: Press) -> None:
        number = BODY.but(size=22, leading=24, weight=700, color=TEAL)
        self.goals = [
            (
                goal.fill,
                Words(press, str(goal.number), number),
                Words(press, goal.title, GROUP, most=2),
                Words(press, goal.measure, BODY.but(size=10, leading=14), most=3),
            )
            for goal in block.goals
        ]
        self.across = min(ACROSS, max(len(block.goals), 1))

    def _column(self, width: float) -> float:
        return (width - _GUTTER * (self.across - 1)) / self.across

    def _row_height(self, row: int, width: float) -> float:
        room = self._column(width) - _NUMBER
        goals = self.goals[row * self.across : (row + 1) * self.across]
        texts = [title.height(room) + 4 + measure.height(room) for _, _, title, measure in goals]
        return max([*texts, 0.8 * 22 + 5 + _SAMPLE[1]])

    def _rows(self) -> int:
        return -(-len(self.goals) // self.across)

    def height(self, width: float) -> float:
        heights = [self._row_height(row, width) for row in range(self._rows())]
        return sum(heights) + 8 * max(0, len(heights) - 1)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        column = self._column(width)
        for i, (fill, number, title, measure) in enumerate(self.goals):
            place = i % self.across
            if i and place == 0:
                y += self._row_height(i // self.across - 1, width) + 8
            start, room = x + place * (column + _GUTTER), column - _NUMBER
            number.draw(pen, start, y - 3, _NUMBER)
            marks.bar(pen, start, y + 0.8 * 22 + 4, *_SAMPLE, fill)
            title.draw(pen, start + _NUMBER, y - 4, room)
            measure.draw(pen, start + _NUMBER, y + title.height(room), room)


def goals(block: Goals, press: Press) -> Box:
    return GoalColumns(block, press)
