"""The year as a chart: months in reading order, bars by goal, meetings as rings."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date

from cop_desktop.export.document import (
    Align,
    Gantt,
    GanttGroup,
    GanttMeeting,
    GanttRow,
    Month,
)

from . import marks
from .box import Box, Words
from .gantt_words import LABEL, Legend, Months, RowWords
from .ink import (
    AXIS,
    BODY,
    FINE,
    FINE_RULE,
    GROUP_RULE,
    INK,
    MM,
    ROW_RULE,
    SECOND,
    SOFT,
    TABLE_RULE,
    WHITE,
    Rule,
    Style,
)  # fmt: skip
from .pen import Pen
from .press import Press

ROWS = tuple(high * MM for high in (9.8, 9.1, 8.5, 7.8, 7.1, 6.5))  # as the sheet gets tighter
BAR = 4.4 * MM
RING = 2.9 * MM
AXIS_ROOM = 5 * MM
LEGEND_ROOM = 8 * MM
_LONGEST = 60 * MM  # a word on the chart


class Scale:
    """Days to places: every month has the same width."""

    def __init__(self, months: Sequence[Month]) -> None:
        self.months = months
        self.index = {(month.first.year, month.first.month): i for i, month in enumerate(months)}

    def at(self, day: date, width: float, end: bool = False) -> float:
        """Points from the start of the first month; `end` is where the day is over."""
        column = width / len(self.months)
        place = self.index.get((day.year, day.month))
        if place is None:
            return 0.0 if day < self.months[0].first else width
        days = calendar.monthrange(day.year, day.month)[1]
        return column * (place + (day.day - 1 + end) / days)


class GanttBox(Box):
    """The chart, or the goals of it that stand on one page."""

    below = 8

    def __init__(self, block: Gantt, press: Press, groups: Sequence[GanttGroup], row: float,
                 last: bool = True) -> None:  # fmt: skip
        self.block, self.press, self.groups = block, press, groups
        self.row, self.last = row, last
        self.scale = Scale(block.months)
        self.head = Months(block, press)
        self.meetings = Words(press, block.words.meetings, BODY.but(weight=700))
        self.numbers = [
            Words(press, str(meeting.number), _number_style(meeting), Align.CENTER)
            for meeting in block.meetings
        ]
        self.rows = [(g, i, r, RowWords(g, i, r, press)) for g, i, r in _rows(groups)]
        self.holidays = [Words(press, h.name, AXIS, Align.CENTER, most=1) for h in block.holidays]
        self.legend = Legend(block.words, press, block)

    @property
    def lines(self) -> int:
        """Rows, with the row of meetings."""
        return len(self.rows) + 1

    def height(self, width: float) -> float:  # noqa: ARG002
        return self.head.height + self.lines * self.row + AXIS_ROOM + LEGEND_ROOM

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Between goals; the months are repeated on the next page."""
        left = room - self.head.height - self.row - AXIS_ROOM - LEGEND_ROOM
        count = 0
        while count < len(self.groups) and len(self.groups[count].rows) * self.row <= left:
            left -= len(self.groups[count].rows) * self.row
            count += 1
        first, rest = self.groups[:count], self.groups[count:]
        if not count:
            big = self.groups[0]
            fitting = int(left // self.row)
            if fitting < 1:
                return None
            first = (GanttGroup(big.number, big.rows[:fitting], big.fill),)
            rest = (GanttGroup(big.number, big.rows[fitting:], big.fill), *self.groups[1:])
        if not rest:
            return None
        return self._part(first), self._part(rest)

    def _part(self, groups: Sequence[GanttGroup]) -> "GanttBox":
        return GanttBox(self.block, self.press, groups, self.row)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        wide = width - LABEL
        top = y + self.head.height
        self._holidays(pen, x + LABEL, top, wide)
        self._grid(pen, x + LABEL, y, wide)
        self.head.draw(pen, x + LABEL, y, wide)
        pen.rule(x, top, width, TABLE_RULE)
        self._meetings(pen, x, top, wide)
        for i, (group, number, row, words) in enumerate(self.rows, 1):
            level = top + i * self.row
            pen.rule(x, level, width, ROW_RULE if number else GROUP_RULE)
            words.draw(pen, x, level, self.row)
            self._bars(pen, group, row, x + LABEL, level, wide)
        for i, (_, _, row, words) in enumerate(self.rows, 1):
            self._milestone(pen, row, words, x + LABEL, top + i * self.row, wide)
        bottom = top + self.lines * self.row
        pen.rule(x, bottom, width, GROUP_RULE)
        self.legend.draw(pen, x, bottom + AXIS_ROOM + 3)

    def _holidays(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Hatching behind everything; names under the axis, where they do not meet."""
        taken = -1.0
        tall = self.lines * self.row
        for holiday, name in sorted(
            zip(self.block.holidays, self.holidays, strict=True), key=lambda pair: pair[0].first
        ):
            start = self.scale.at(holiday.first, width)
            end = self.scale.at(holiday.last, width, end=True)
            if end <= start:
                continue
            pen.hatch(x + start, y, end - start, tall, FINE)
            room = name.natural(_LONGEST) + 4
            left = min(max((start + end - room) / 2, 0), width - room)
            if left > taken:
                name.draw(pen, x + left, y + tall + 2.4, room)
                taken = left + room

    def _grid(self, pen: Pen, x: float, y: float, width: float) -> None:
        bottom = y + self.head.height + self.lines * self.row
        count = len(self.block.months)
        for i in range(count + 1):
            new_year = 0 < i < count and self.block.months[i].first.month == 1
            edge = i in {0, count}
            rule = Rule(0.8, SOFT) if new_year else FINE_RULE
            pen.line(x + width * i / count, y if new_year or edge else y + self.head.height,
                     x + width * i / count, bottom, rule)  # fmt: skip

    def _meetings(self, pen: Pen, x: float, y: float, width: float) -> None:
        middle = y + self.row / 2
        self.meetings.draw(pen, x, middle - self.meetings.ascent * 0.62, LABEL)
        for meeting, number in zip(self.block.meetings, self.numbers, strict=True):
            place = x + LABEL + self.scale.at(meeting.day, width)
            pen.circle(place, middle, RING, Rule(1.1, INK), INK if meeting.coming else WHITE)
            number.draw(pen, place - RING, middle - 5.6, 2 * RING)

    def _bars(self, pen: Pen, group: GanttGroup, row: GanttRow, x: float, y: float,
              width: float) -> None:  # fmt: skip
        for first, last in row.bars:
            start = self.scale.at(first, width)
            end = max(self.scale.at(last, width, end=True), start + 3)
            high = min(BAR, self.row * 0.5)
            marks.bar(pen, x + start, y + (self.row - high) / 2, end - start, high, group.fill)

    def _milestone(self, pen: Pen, row: GanttRow, words: RowWords, x: float, y: float,
                   width: float) -> None:  # fmt: skip
        """A diamond, its word at the far side: past the end of a bar that runs on."""
        if not row.milestone:
            return
        place = self.scale.at(row.milestone[0], width, end=True)
        middle, room = y + self.row / 2, words.milestone.natural(_LONGEST) + 3
        start = place + 3.4 * MM
        for first, last in row.bars:
            end = self.scale.at(last, width, end=True)
            if self.scale.at(first, width) < start + room and end > start:
                start = end + 2
        if start + room > width:  # no room at the far side
            start = place - 3.4 * MM - room
        pen.white(x + start, middle - 6, room, 12)
        words.milestone.draw(pen, x + start + 1.5, middle - words.milestone.ascent * 0.62, room)
        marks.diamond(pen, x + place, middle, 2.4 * MM)


def _rows(groups: Sequence[GanttGroup]) -> Iterator[tuple[GanttGroup, int, GanttRow]]:
    for group in groups:
        for i, row in enumerate(group.rows):
            yield group, i, row


def _number_style(meeting: GanttMeeting) -> Style:
    return SECOND.but(size=9, leading=11, weight=700, color=WHITE if meeting.coming else INK)


def gantt(block: Gantt, press: Press) -> Box:
    return GanttBox(block, press, block.groups, ROWS[min(press.tight, len(ROWS) - 1)])
