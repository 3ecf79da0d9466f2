"""Text as a document holds it: plain strings, or pieces with a look of their own."""

from enum import StrEnum
from typing import TypeAlias

from cop_desktop.frozen import frozen


class Look(StrEnum):
    """How a piece of text stands out from the text around it."""

    STRONG = "strong"  # the subject of a row, a surname
    MEDIUM = "medium"
    SOFT = "soft"  # secondary, same size
    SMALL = "small"  # secondary and smaller: a note beside
    ACCENT = "accent"
    ALERT = "alert"  # an empty seat; always with the word
    LARGE = "large"  # found from across the room: the clock of a run-sheet


class Align(StrEnum):
    """Where text stands in its column; start is the right side in Hebrew."""

    START = "start"
    CENTER = "center"
    END = "end"


class Mark(StrEnum):
    """The sign before an item; drawn, never typed."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"  # 1, 2, 3 in the accent colour
    EMPTY = "empty"  # box: not begun
    HALF = "half"  # box with a diagonal: under way
    DONE = "done"  # box with a tick
    DROPPED = "dropped"  # box struck through


class Fill(StrEnum):
    """Three fills that any printer tells apart."""

    SOLID = "solid"
    HATCHED = "hatched"
    EMPTY = "empty"


@frozen
class Span:
    """A piece of text with its own look, inside a sentence or a cell."""

    text: str
    look: Look = Look.STRONG


Text: TypeAlias = str | tuple[str | Span, ...]
