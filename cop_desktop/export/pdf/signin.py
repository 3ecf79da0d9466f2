"""The sign-in list: rows shared evenly among pages, a surname found in a second."""

import math
from collections.abc import Sequence

from cop_desktop.export.document import SignIn, SignInRow, Span
from cop_desktop.frozen import frozen

from .box import Box, Words
from .ink import FIFTH_RULE, LABEL, MM, PEN_RULE, ROW_RULE, SECOND, SMALL, SOFT, TABLE_RULE, VALUE
from .pen import Pen
from .press import Press
from .widths import shared

HEAD = 7 * MM
LOWEST, HIGHEST = 11 * MM, 14 * MM
ONE_PAGE, PER_PAGE = 18, 20
_WIDTHS = (8, 42, 41, 37, None)
_WITH_HOURS = (8, 40, 34, 28, 13, 13, None)
_GAP = 6.0


@frozen
class Plan:
    """Rows on every page, and their height."""

    counts: tuple[int, ...]
    row: float


def share_rows(rows: int, first: float, next_page: float, tail: float) -> Plan:
    """Share rows evenly among as few pages as keep them 11 mm high.

    `first`, `next_page`: points free on the first and the following pages; `tail` is what the
    blocks after the list take on the last one.
    """
    pages = 1 if rows <= ONE_PAGE else math.ceil(rows / PER_PAGE)
    while True:
        counts = [rows // pages + (i < rows % pages) for i in range(pages)]
        rooms = [first if i == 0 else next_page for i in range(pages)]
        rooms[-1] -= tail
        height = min(
            (room - HEAD) / max(count, 1) for room, count in zip(rooms, counts, strict=True)
        )
        if height >= LOWEST or pages > rows:
            return Plan(tuple(counts), max(LOWEST, min(HIGHEST, height)))
        pages += 1


class SignInBox(Box):
    """Part of the list: a page's rows, or all of them."""

    above, below = 0, 12

    def __init__(self, headings: Sequence[Words], rows: Sequence[Sequence[Words]],
                 counts: Sequence[int], row: float, first: int = 0) -> None:  # fmt: skip
        self.headings, self.rows, self.counts = headings, rows, counts
        self.row, self.first = row, first

    def height(self, width: float) -> float:  # noqa: ARG002
        if len(self.counts) > 1:  # never whole on one page
            return math.inf
        return HEAD + self.row * len(self.rows)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        count = self.counts[0]
        if len(self.counts) < 2 or HEAD + self.row * count > room + 0.01:
            return None
        rest = SignInBox(self.headings, self.rows[count:], self.counts[1:], self.row,
                         self.first + count)  # fmt: skip
        return SignInBox(self.headings, self.rows[:count], [count], self.row, self.first), rest

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        pens = len(self.headings) - 4  # columns for the hand, at the far side
        widths = shared(_WIDTHS if pens == 1 else _WITH_HOURS, width)
        self._cells(pen, x, y, HEAD, widths, self.headings)
        top, y = y, y + HEAD
        pen.rule(x, y, width, TABLE_RULE)
        for i, row in enumerate(self.rows, self.first + 1):
            self._cells(pen, x, y, self.row, widths, row)
            y += self.row
            pen.rule(x, y, width, FIFTH_RULE if i % 5 == 0 else ROW_RULE)
        for column in range(4, 4 + pens):
            before = x + sum(widths[:column])
            pen.line(before, top, before, y, PEN_RULE)

    def _cells(self, pen: Pen, x: float, y: float, height: float, widths: Sequence[float],
               cells: Sequence[Words]) -> None:  # fmt: skip
        """One baseline when every cell has one line; cells of more lines stand in the middle."""
        ascent = max(words.ascent for words in cells)
        baseline = y + height / 2 + ascent * 0.42
        for column, (words, width) in enumerate(zip(cells, widths, strict=True)):
            inset = 0.0 if column < 4 else 3.0 if column < len(widths) - 1 else _GAP
            start, room = (x + inset, width - inset - 2) if inset else (x, width - _GAP)
            tall = words.height(room)
            many = len(words.lines(room)) > 1
            words.draw(
                pen, start, y + (height - tall) / 2 if many else baseline - words.ascent, room
            )
            x += width


def sign_in(block: SignIn, press: Press) -> Box:
    number = SECOND.but(size=9, color=SOFT)
    hours = block.hours or ()
    pens = 1 + len(hours)
    rows = [
        [Words(press, str(i), number), *_person(person, press), *[Words(press, "", SMALL)] * pens]
        for i, person in enumerate([*block.rows, *[SignInRow("", "")] * block.spare], 1)
    ]
    *known, signature = block.headings
    told = ("", *known, *hours, signature)
    headings = [Words(press, text, LABEL, most=1) for text in told]
    plan = share_rows(len(rows), press.first_room - 12, press.next_room, press.tail + 12)
    return SignInBox(headings, rows, plan.counts, plan.row)


def _person(row: SignInRow, press: Press) -> list[Words]:
    name = (Span(row.surname), f" {row.first_name}") if row.surname else row.first_name
    return [
        Words(press, name, VALUE.but(weight=400), most=2),
        Words(press, row.organisation, SECOND.but(leading=12), most=2),
        Words(press, row.job, SECOND.but(color=SOFT, leading=12), most=2),
    ]
