"""Sentences for a wall: a large number, a large sentence, a hairline between two."""

from copy import copy
from typing import cast

from cop_desktop.export.document import Poster

from .box import Box, Series, Words
from .ink import FINE_RULE, INK, MM, TEAL, Style
from .pen import Pen
from .press import Press

_SIZES = (22.0, 19.5, 17.0, 15.0, 13.0, 11.5)  # points, the largest first
_PITCH, _AIR = 1.36, 0.85  # of the size: from line to line, and above and below a sentence
_INDENT = 13 * MM
_HOPELESS = 4000  # letters that no page holds at any size: not worth trying


class Sentence(Box):
    """A numbered sentence over its hairline."""

    def __init__(self, number: str, words: Words, press: Press) -> None:
        size = words.style.size
        style = Style(size * 1.25, size * _PITCH, 700, TEAL)
        self.number, self.words, self.name = Words(press, number, style), words, words.name
        self.air = size * _AIR

    def height(self, width: float) -> float:
        return self.words.height(width - _INDENT) + 2 * self.air

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        parts = self.words.split(width - _INDENT, room - 2 * self.air)
        if parts is None:
            return None
        first, rest = copy(self), copy(self)
        first.words, rest.words = cast("Words", parts[0]), cast("Words", parts[1])
        return first, rest

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        down = self.words.ascent - self.number.ascent
        self.number.draw(pen, x, y + self.air + down, _INDENT)
        self.words.draw(pen, x + _INDENT, y + self.air, width - _INDENT)
        pen.rule(x, y + self.height(width), width, FINE_RULE)


def sizes(block: Poster) -> tuple[float, ...]:
    """The sizes that are tried in turn."""
    return _SIZES if sum(map(len, block.lines)) < _HOPELESS else _SIZES[-1:]


def poster(block: Poster, press: Press) -> Box:
    """`press.tight` steps down the sizes until the sheet fits its page."""
    size = sizes(block)[min(press.tight, len(sizes(block)) - 1)]
    style = Style(size, size * _PITCH, 500, INK, balanced=True)
    return Series(
        [
            Sentence(str(number), Words(press, text, style), press)
            for number, text in enumerate(block.lines, start=1)
        ],
        below=10,
    )
