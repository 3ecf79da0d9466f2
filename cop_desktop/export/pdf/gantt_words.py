"""The words of the year's chart: months, activities, and what its signs mean."""

from cop_desktop.export.document import Align, Gantt, GanttGroup, GanttRow, GanttWords

from . import marks
from .box import Words
from .ink import (
    BODY,
    HAIR,
    INK,
    MM,
    MONTHS,
    SECOND,
    SMALL,
    TEAL,
    WHITE,
    Rule,
)  # fmt: skip
from .pen import Pen
from .press import Press

LABEL = 62 * MM
COLUMN = (265 * MM - LABEL) / 12  # of a month, on lying paper
YEARS = 5 * MM


class RowWords:
    """The words of a row: the goal's number at its first row, the label, the milestone."""

    def __init__(self, group: GanttGroup, place: int, row: GanttRow, press: Press) -> None:
        number = str(group.number) if place == 0 else ""
        self.number = Words(press, number, BODY.but(size=11, weight=700, color=TEAL))
        self.label = Words(press, row.label, SECOND.but(leading=11), most=2)
        word = row.milestone[1] if row.milestone else ""
        self.milestone = Words(press, word, SMALL.but(weight=500, color=INK), most=1)

    def draw(self, pen: Pen, x: float, y: float, row: float) -> None:
        middle, room = y + row / 2, LABEL - 6 * MM - 8
        self.number.draw(pen, x, middle - self.number.ascent * 0.62, 6 * MM)
        lines = self.label.lines(room)
        if len(lines) == 1:
            self.label.draw(pen, x + 6 * MM, middle - self.label.ascent * 0.62, room)
            return
        tall = self.label.height(room)
        self.label.draw(pen, x + 6 * MM, middle - tall / 2, room)


class Months:
    """Years, months, and the Hebrew months under them."""

    def __init__(self, block: Gantt, press: Press) -> None:
        """Names too wide for their column (كانون الثاني) make all names smaller."""
        name = SECOND.but(weight=700, leading=11)
        widest = max((press.width(month.name, name) for month in block.months), default=0)
        if widest > COLUMN - 5:
            name = name.but(size=8, leading=10)
        self.months = [
            (
                Words(press, m.name, name, Align.CENTER),
                Words(press, m.note, MONTHS, Align.CENTER, most=2),
            )
            for m in block.months
        ]
        lines = max((len(note.lines(COLUMN - 2)) for _, note in self.months), default=1)
        self.height = 16 * MM + (lines - 1) * MONTHS.leading
        year = SECOND.but(weight=700, color=TEAL)
        self.years = [
            (i, Words(press, str(month.first.year), year))
            for i, month in enumerate(block.months)
            if i == 0 or month.first.month == 1
        ]

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        column = width / len(self.months)
        for i, year in self.years:
            year.draw(pen, x + i * column + 2 * MM, y + 1.5, column)
        for i, (name, note) in enumerate(self.months):
            name.draw(pen, x + i * column, y + YEARS + 6, column)
            note.draw(pen, x + i * column + 1, y + YEARS + 18.5, column - 2)


class Legend:
    """What the signs of the chart mean."""

    def __init__(self, words: GanttWords, press: Press, block: Gantt) -> None:
        signs = []
        if block.meetings:
            signs.append((self._meeting, words.meeting, 5 * MM))
        if any(meeting.coming for meeting in block.meetings):
            signs.append((self._coming, words.coming, 5 * MM))
        if any(row.milestone for group in block.groups for row in group.rows):
            signs.append((self._milestone, words.milestone, 5 * MM))
        if block.holidays:
            signs.append((self._holiday, words.holiday, 8 * MM))
        self.signs = [(sign, Words(press, text, SMALL), wide) for sign, text, wide in signs]

    def draw(self, pen: Pen, x: float, y: float) -> None:
        for sign, words, wide in self.signs:
            sign(pen, x, y + 6)
            words.draw(pen, x + wide + 4, y + 6 - words.ascent * 0.62, words.natural() + 0.1)
            x += wide + 4 + words.natural() + 7 * MM

    def _meeting(self, pen: Pen, x: float, y: float) -> None:
        pen.circle(x + 2.4 * MM, y, 2.3 * MM, Rule(1, INK), WHITE)

    def _coming(self, pen: Pen, x: float, y: float) -> None:
        pen.circle(x + 2.4 * MM, y, 2.3 * MM, fill=INK)

    def _milestone(self, pen: Pen, x: float, y: float) -> None:
        marks.diamond(pen, x + 2.4 * MM, y, 2.4 * MM)

    def _holiday(self, pen: Pen, x: float, y: float) -> None:
        pen.hatch(x, y - 1.7 * MM, 8 * MM, 3.4 * MM, HAIR)
