"""Blocks for a form, a digest and a table in the room: ratings, questions, boxes, codes, tents."""

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Role

from .text import Text


@frozen
class Ratings:
    """Statements to rate on rings 1 … `steps`, counted from the reading side, both ends named.

    Statements are numbered from `first`; with `apart` ("not relevant") each row ends in a box of
    its own behind a hairline.
    """

    statements: tuple[str, ...]
    low: str
    high: str
    apart: str = ""
    steps: int = 5
    first: int = 1


@frozen
class OpenQuestion:
    """A question with lines to answer it on; `number` runs on from the ratings before it."""

    text: str
    number: int | None = None
    lines: int = 3


@frozen
class Stamp:
    """A sentence, and at its far side a framed value: the code of the meeting."""

    label: str
    value: str
    text: Text = ""


@frozen
class Panel:
    """A framed box: a decision, a group and its members. `number` stands before the title."""

    title: str
    text: Text = ""
    number: str = ""


@frozen
class Panels:
    """Boxes side by side, of one height in a row; `accented` ones (decisions) have a strong top.

    `across`: how many in a row; 0 = three, or two where that leaves no box alone in its row.
    """

    panels: tuple[Panel, ...]
    accented: bool = False
    across: int = 0


@frozen
class QrCode:
    """A link to scan, with its quiet zone, and words beside it; `side` in mm.

    A link too long for the camera of a telephone (300 bytes) is printed in words instead.
    """

    link: str
    title: str = ""
    caption: Text = ""
    side: float = 26


@frozen
class NameTent:
    """A name for the table before its bearer: readable from both sides once folded."""

    name: str
    organisation: str = ""
    role: Role | None = None
    role_name: str = ""


@frozen
class NameTents:
    """Names on sheets of `Format.TENTS`, one or two to a sheet, with marks to fold and cut along.

    `community` stands small at the foot of each half.
    """

    tents: tuple[NameTent, ...]
    each: int = 2
    community: str = ""
