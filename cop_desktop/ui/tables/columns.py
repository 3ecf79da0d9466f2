"""A table's columns as data: what a cell says, and what is painted beside the words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from cop_desktop.frozen import frozen

Row = TypeVar("Row")


@frozen
class Avatar:
    """A disc with initials before the name."""

    initials: str


@frozen
class Dots:
    """Attendance in reading order: `present`, `late`, `excused`, `absent` or `` (no record)."""

    states: tuple[str, ...]


@frozen
class Badge:
    """The cell's words as a chip: of a tone, or of the colour of a role or kind."""

    icon: str = ""
    tone: str = "quiet"
    colour: str = ""


@frozen
class Icons:
    """Icons in a row, each with its colour; the cell's text names them for readers and copies."""

    icons: tuple[tuple[str, str], ...]


@frozen
class Lead:
    """One icon before the words."""

    icon: str
    colour: str = ""


@frozen
class Span:
    """A stretch of a line, both ends as a share of its width, and what it says when pointed at."""

    start: float
    end: float
    colour: str
    words: str = ""


@frozen
class Spans:
    """A line in stretches, in reading order; the cell's text tells it whole."""

    spans: tuple[Span, ...]


Mark = Avatar | Dots | Badge | Icons | Lead | Spans | None


@dataclass(frozen=True)  # slots and Generic[...] do not go together
class Column(Generic[Row]):
    """`text` is what is read aloud and copied, even where only a `mark` is painted."""

    title: str
    text: Callable[[Row], str]
    key: str = ""  # name of the order to ask for when the head is clicked; "" cannot be sorted
    mark: Callable[[Row], Mark] | None = None
    width: int = 120  # least, in px at 100 %
    stretch: int = 1  # share of the room that is left
    strong: bool = False  # the first line of the row
    ltr: bool = False  # phones, addresses
    editable: bool = False
    ticks: tuple[tuple[float, str], ...] = ()  # words along its head, each at a share of the width
