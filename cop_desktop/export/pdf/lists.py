"""Lists of marked lines, and pairs of a short label and a text."""

from copy import copy
from typing import cast

from cop_desktop.export.document import Align, Item, ItemList, Mark, Pairs

from . import marks
from .box import Box, Series, Words
from .ink import BODY, MM, SMALL, TEAL
from .pen import Pen
from .press import Press

PEN_LINE = 9 * MM
_BOXES = frozenset({Mark.EMPTY, Mark.HALF, Mark.DONE, Mark.DROPPED})


class Marked(Box):
    """One item of a list: mark, text, and a note at the far side, on one baseline."""

    def __init__(self, item: Item, number: int, press: Press) -> None:
        self.mark = item.mark
        self.words = Words(press, item.text, BODY.but(balanced=True))
        self.note = Words(press, item.note, SMALL, Align.END, most=3) if item.note else None
        self.aside = self.note.natural() + 1 if self.note else 0.0
        self.number = Words(press, str(number), BODY.but(weight=700, color=TEAL))
        self.indent = {Mark.NONE: 0.0, Mark.BULLET: 9.0}.get(item.mark, 18.0)
        self.below = 6.0
        self.blank = item.mark in _BOXES and self.words.empty and not item.note
        self.name = self.words.name

    def _columns(self, width: float) -> tuple[float, float]:
        aside = min(self.aside, width * 0.45)
        return width - self.indent - (aside + 12 if aside else 0), aside

    def height(self, width: float) -> float:
        if self.blank:
            return PEN_LINE - self.below
        text, aside = self._columns(width)
        return max(self.words.height(text), self.note.height(aside) if self.note else 0)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        text, _ = self._columns(width)
        parts = self.words.split(text, room)
        if parts is None:
            return None
        first, rest = copy(self), copy(self)
        first.words, rest.words = cast("Words", parts[0]), cast("Words", parts[1])
        rest.note, rest.mark = None, Mark.NONE
        return first, rest

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        text, aside = self._columns(width)
        if self.blank:
            y += self.height(width) - self.words.ascent
            pen.writing_line(x + self.indent, y + self.words.ascent + 1, text)
        self._draw_mark(pen, x, y)
        self.words.draw(pen, x + self.indent, y, text)
        if self.note:
            down = self.words.ascent - self.note.ascent
            self.note.draw(pen, x + width - aside, y + down, aside)

    def _draw_mark(self, pen: Pen, x: float, y: float) -> None:
        if self.mark in _BOXES:
            marks.tick_box(pen, x, y + self.words.ascent - 8.2, 9, self.mark)
        elif self.mark is Mark.BULLET:
            marks.dot(pen, x + 1.5, y + self.words.ascent - 3.2)
        elif self.mark is Mark.NUMBER:
            self.number.draw(pen, x, y, self.indent)


def item_list(block: ItemList, press: Press) -> Box:
    numbers, boxes = 0, []
    for item in block.items:
        numbers += item.mark is Mark.NUMBER
        boxes.append(Marked(item, numbers, press))
    return Series(boxes, below=8)


class Pair(Box):
    """A short label and what belongs to it."""

    def __init__(self, label: Words, text: Words, label_width: float) -> None:
        self.label, self.text, self.label_width = label, text, label_width
        self.below = 5.0

    def height(self, width: float) -> float:
        text = self.text.height(width - self.label_width)
        return max(text, self.label.height(self.label_width - 4))

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        self.label.draw(pen, x, y, self.label_width - 4)
        self.text.draw(pen, x + self.label_width, y, width - self.label_width)


def pairs(block: Pairs, press: Press) -> Box:
    return Series(
        [
            Pair(
                Words(press, label, BODY, most=3),
                Words(press, text, BODY, most=12),
                block.label_width * MM,
            )
            for label, text in block.rows
        ],
        below=8,
    )
