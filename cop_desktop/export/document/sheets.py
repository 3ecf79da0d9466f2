"""Blocks that fill whole sheets: the sign-in list, the role cards."""

from enum import StrEnum

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Role


@frozen
class SignInRow:
    """A person on the sign-in sheet."""

    surname: str
    first_name: str
    organisation: str = ""
    job: str = ""


@frozen
class SignIn:
    """Rows to sign on, shared evenly among the pages; `spare` blank rows for guests.

    `headings`: name, organisation, job, signature. `hours`: headings of two narrow columns, when
    one came and when one left. Blocks after it (totals, small print) stand under the last row only.
    """

    headings: tuple[str, str, str, str]
    rows: tuple[SignInRow, ...]
    spare: int = 6
    hours: tuple[str, str] | None = None


@frozen
class CardWords:
    """What is printed on every card: "holder", "until", and the blank card's own words."""

    holder: str
    until: str
    vacant: str = ""  # at the corner of the blank card
    invitation: str = ""  # over its empty lines


class Flip(StrEnum):
    """The edge over which a printer turns the sheet to print its back."""

    LONG = "long"
    SHORT = "short"


@frozen
class Prompts:
    """A part of a card's back: before a meeting, after it. Without lines it is to be written."""

    label: str
    lines: tuple[str, ...] = ()


@frozen
class Card:
    """A role to hold in one's hand; without a role it is a blank to fill in."""

    role: Role | None = None
    name: str = ""
    number: str = ""  # "1/7"
    purpose: str = ""
    things: tuple[str, ...] = ()  # what I do, three short lines
    question: str = ""  # with its quotation marks
    holder: str = ""
    until: str = ""
    back: tuple[Prompts, ...] = ()


@frozen
class Cards:
    """Role cards with cut marks, on sheets of `Format.CARDS`: eight to a sheet, or four.

    With `flip` each sheet of fronts is followed by its backs, placed so that they meet when the
    printer turns the paper over that edge. The back of a card reads upright when it is turned like
    a page of a book, whatever the edge.
    """

    cards: tuple[Card, ...]
    words: CardWords
    each: int = 8
    flip: Flip | None = None
