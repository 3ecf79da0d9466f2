"""Everything a document is made of, and the blocks that hold others."""

from typing import Union

from cop_desktop.frozen import frozen

from .forms import NameTents, OpenQuestion, Panels, QrCode, Ratings, Stamp
from .pictures import BarChart, Circles, Ribbon, RoleStrip, StageBand
from .plan import Gantt, Goals
from .prose import (
    Blanks,
    Callout,
    Facts,
    Heading,
    ItemList,
    NextMeeting,
    NoteLines,
    Pairs,
    Paragraph,
    Poster,
    QuestionBox,
    Tiles,
)
from .sheets import Cards, SignIn
from .tables import Table


@frozen
class Columns:
    """Blocks side by side; does not split over pages."""

    columns: tuple[tuple["Block", ...], ...]
    widths: tuple[float | None, ...] = ()  # empty: equal shares
    gutter: float = 9


@frozen
class Together:
    """Blocks that never part over two pages."""

    blocks: tuple["Block", ...]


@frozen
class ToFoot:
    """Blocks pushed down to the foot of their page; the last block of a sheet."""

    blocks: tuple["Block", ...]


@frozen
class Spare:
    """Blocks left out when the sheet would run over its page, the lowest `order` first.

    `instead` is what then stands in their place: the same said shorter.
    """

    blocks: tuple["Block", ...]
    order: int = 0
    instead: tuple["Block", ...] = ()


@frozen
class NewSheet:
    """What follows begins on a new page.

    The blocks before it make a *sheet* and are made to fit one page where paper allows it.
    """


Block = Union[  # noqa: UP007 - the containers above name it before it exists
    Heading,
    Paragraph,
    Callout,
    Facts,
    ItemList,
    Pairs,
    Table,
    Columns,
    Together,
    ToFoot,
    Spare,
    NewSheet,
    Tiles,
    QuestionBox,
    NoteLines,
    Blanks,
    NextMeeting,
    Ribbon,
    Goals,
    Gantt,
    SignIn,
    Cards,
    StageBand,
    Circles,
    RoleStrip,
    BarChart,
    Ratings,
    OpenQuestion,
    Stamp,
    Panels,
    QrCode,
    NameTents,
    Poster,
]
