"""Statements to rate on numbered rings, from the reading side; both ends are named."""

from collections.abc import Sequence

from cop_desktop.export.document import Align, Mark, Ratings

from . import marks
from .box import Box, Words
from .ink import INK, MM, PEN_RULE, ROW_RULE, SECOND, SMALL, SOFT, TABLE_RULE, VALUE, Rule
from .pen import Pen
from .press import Press

ROWS = (12.6 * MM, 11 * MM, 11 * MM)  # as a form is set tighter
_AIR = (9.0, 9.0, 6.0)  # over and under a statement of several lines
PITCH, RING = 13.5 * MM, 7.4 * MM
_APART = 17 * MM
_NUMBER = 6 * MM
_EDGE = Rule(0.9, INK)


class RatingRows(Box):
    """Rows under a head that says what the two ends mean; parts between rows."""

    above, below = 4, 14

    def __init__(self, block: Ratings, press: Press) -> None:
        self.steps = block.steps
        self.row, self.air = ROWS[min(press.tight, 2)], _AIR[min(press.tight, 2)]
        self.apart = Words(press, block.apart, SMALL, Align.CENTER, most=3)
        self.low = Words(press, block.low, SMALL, Align.CENTER, most=3)
        self.high = Words(press, block.high, SMALL, Align.CENTER, most=3)
        self.rings = [
            Words(press, str(n), SECOND.but(color=SOFT), Align.CENTER)
            for n in range(1, block.steps + 1)
        ]
        self.rows = [
            (Words(press, str(n), SMALL), Words(press, text, VALUE, most=6))
            for n, text in enumerate(block.statements, block.first)
        ]
        self.name = block.statements[0][:40] if block.statements else ""

    def _scale(self) -> float:
        return PITCH * self.steps + (0 if self.apart.empty else _APART)

    def _room(self, width: float) -> float:
        return max(width - self._scale() - _NUMBER - 3 * MM, 30 * MM)

    def _head(self) -> float:
        ends = (self.low.height(_end(self.low)), self.high.height(_end(self.high)))
        return max(*ends, self.apart.height(_APART - 6)) + 7

    def _row(self, words: Words, width: float) -> float:
        return max(self.row, words.height(self._room(width)) + 2 * self.air)

    def height(self, width: float) -> float:
        return self._head() + sum(self._row(words, width) for _, words in self.rows)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        left, count = room - self._head(), 0
        while count < len(self.rows) and self._row(self.rows[count][1], width) <= left:
            left -= self._row(self.rows[count][1], width)
            count += 1
        if not 0 < count < len(self.rows):
            return None
        return self._part(self.rows[:count]), self._part(self.rows[count:])

    def _part(self, rows: Sequence[tuple[Words, Words]]) -> "RatingRows":
        part = RatingRows.__new__(RatingRows)
        part.__dict__.update(self.__dict__)
        part.rows = list(rows)
        return part

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        first, top = x + width - self._scale(), y  # where the scale begins
        self._draw_head(pen, first, y)
        y += self._head()
        pen.rule(x, y, width, TABLE_RULE)
        for number, words in self.rows:
            high = self._row(words, width)
            tall = words.height(self._room(width))
            down = y + (high - tall) / 2
            number.draw(pen, x, down + words.ascent - number.ascent, _NUMBER)
            words.draw(pen, x + _NUMBER, down, self._room(width))
            self._draw_rings(pen, first, y + high / 2)
            y += high
            pen.rule(x, y, width, ROW_RULE)
        if not self.apart.empty:
            pen.line(x + width - _APART, top, x + width - _APART, y, PEN_RULE)

    def _draw_head(self, pen: Pen, x: float, y: float) -> None:
        bottom = y + self._head() - 5
        for words, place in ((self.low, 0.5), (self.high, self.steps - 0.5)):
            wide = _end(words)
            words.draw(pen, x + place * PITCH - wide / 2, bottom - words.height(wide), wide)
        start, room = x + self.steps * PITCH + 3, _APART - 6
        self.apart.draw(pen, start, bottom - self.apart.height(room), room)

    def _draw_rings(self, pen: Pen, x: float, y: float) -> None:
        for i, numeral in enumerate(self.rings):
            pen.circle(x + (i + 0.5) * PITCH, y, RING / 2, _EDGE)
            numeral.draw(pen, x + i * PITCH, y - numeral.ascent + numeral.ascent * 0.45, PITCH)
        if not self.apart.empty:
            side = 4.2 * MM
            start = x + self.steps * PITCH + (_APART - side) / 2
            marks.tick_box(pen, start, y - side / 2, side, Mark.EMPTY)


def _end(words: Words) -> float:
    """Width of the words over an end of the scale: that of its ring, more if they are many."""
    room = PITCH - 2
    return room if len(words.lines(room)) < 3 and words.longest_word() <= room else PITCH * 1.45


def ratings(block: Ratings, press: Press) -> Box:
    return RatingRows(block, press)
