"""Blocks of words: headings, sentences, lists, lines to write on."""

from enum import StrEnum

from cop_desktop.frozen import frozen

from .text import Mark, Text


@frozen
class Heading:
    """A section heading, with a small note beside it; stays with the block that follows."""

    text: str
    note: str = ""


class Voice(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"  # the sentence that sums up, larger
    NOTE = "note"  # small print
    GUIDE = "guide"  # says what to write here, and is written over


@frozen
class Paragraph:
    """Running text; a newline in it begins a new line."""

    text: Text
    voice: Voice = Voice.BODY


@frozen
class Callout:
    """A sentence behind a bar at the start side: the purpose of a meeting, a quotation."""

    text: Text
    source: str = ""  # who said it, small, under the sentence


@frozen
class Fact:
    """A labelled value: when, where, whom to ask."""

    label: str
    value: Text
    note: str = ""


@frozen
class Facts:
    """A strip of labelled values under the head; `None` takes what is left of the width."""

    facts: tuple[Fact, ...]
    widths: tuple[float | None, ...] = ()  # empty: equal shares


@frozen
class Item:
    """A line of a list; the note stands at the far side (a state, a month).

    A box without text (`Item("", Mark.EMPTY)`) has a line to write on: a checklist's blank row.
    """

    text: Text
    mark: Mark = Mark.BULLET
    note: str = ""


@frozen
class ItemList:
    """A list of marked lines: bullets, numbers, or boxes that say how far a decision has come."""

    items: tuple[Item, ...]


@frozen
class Pairs:
    """Short labels (dates) and what belongs to each, in two columns without rules."""

    rows: tuple[tuple[Text, Text], ...]
    label_width: float = 24


@frozen
class Tile:
    """A figure and what it counts."""

    value: str
    label: str


@frozen
class Tiles:
    """Figures in a row, each under a rule; six at most in a row."""

    tiles: tuple[Tile, ...]


@frozen
class QuestionBox:
    """A question in a frame, with lines to answer it on."""

    text: Text
    lines: int = 2


@frozen
class NoteLines:
    """Writing lines, 9 mm apart; `None` = as many as the page has room for, `least` at least."""

    count: int | None = None
    least: int = 7


@frozen
class Blank:
    """Something to fill in by hand, or its value where it is known."""

    label: str
    value: str = ""
    width: float = 12  # of the line, when it stands in a row


@frozen
class Blanks:
    """Labels with lines to write on: totals in a row, signatures one under another."""

    blanks: tuple[Blank, ...]
    stacked: bool = False


@frozen
class NextMeeting:
    """The next date, large, with a code to scan when there is a link; usually in `ToFoot`."""

    label: str
    when: str
    where: str = ""
    note: str = ""
    link: str = ""  # becomes the code
    link_label: str = ""


@frozen
class Poster:
    """Numbered sentences to be read from a wall, as large as one page allows."""

    lines: tuple[str, ...]
