"""A printable document as plain data: what is said, not how it is drawn.

Lengths are millimetres; everything runs in reading order (the first column of a Hebrew table
stands at the right). A renderer may skip a picture (`Gantt`, `Ribbon`, `Circles` …), never words.
"""

from enum import StrEnum

from cop_desktop.frozen import frozen

from .blocks import Block, Columns, NewSheet, Spare, ToFoot, Together
from .forms import (
    NameTent,
    NameTents,
    OpenQuestion,
    Panel,
    Panels,
    QrCode,
    Ratings,
    Stamp,
)
from .pictures import (
    Bar,
    BarChart,
    Circles,
    Piece,
    PieceKind,
    Ribbon,
    Ring,
    RoleStrip,
    Seat,
    StageBand,
    StagePiece,
    StageState,
)
from .plan import (
    Gantt,
    GanttGroup,
    GanttMeeting,
    GanttRow,
    GanttWords,
    Goals,
    Holiday,
    Month,
    PlanGoal,
)
from .prose import (
    Blank,
    Blanks,
    Callout,
    Fact,
    Facts,
    Heading,
    Item,
    ItemList,
    NextMeeting,
    NoteLines,
    Pairs,
    Paragraph,
    Poster,
    QuestionBox,
    Tile,
    Tiles,
    Voice,
)
from .sheets import Card, Cards, CardWords, Flip, Prompts, SignIn, SignInRow
from .tables import Cell, Column, Row, RowKind, Table
from .text import Align, Fill, Look, Mark, Span, Text

__all__ = [
    "Align",
    "Bar",
    "BarChart",
    "Blank",
    "Blanks",
    "Block",
    "Callout",
    "Card",
    "CardWords",
    "Cards",
    "Cell",
    "Circles",
    "Column",
    "Columns",
    "Document",
    "Fact",
    "Facts",
    "Fill",
    "Flip",
    "Foot",
    "Format",
    "Gantt",
    "GanttGroup",
    "GanttMeeting",
    "GanttRow",
    "GanttWords",
    "Goals",
    "Head",
    "Heading",
    "Holiday",
    "Item",
    "ItemList",
    "Look",
    "Mark",
    "Month",
    "NameTent",
    "NameTents",
    "NewSheet",
    "NextMeeting",
    "NoteLines",
    "OpenQuestion",
    "Pairs",
    "Panel",
    "Panels",
    "Paragraph",
    "Part",
    "Piece",
    "PieceKind",
    "PlanGoal",
    "Poster",
    "Prompts",
    "QrCode",
    "QuestionBox",
    "Ratings",
    "Ribbon",
    "Ring",
    "RoleStrip",
    "Row",
    "RowKind",
    "Seat",
    "SignIn",
    "SignInRow",
    "Span",
    "Spare",
    "StageBand",
    "StagePiece",
    "StageState",
    "Stamp",
    "Table",
    "Text",
    "Tile",
    "Tiles",
    "ToFoot",
    "Together",
    "Voice",
]


class Format(StrEnum):
    """The sheet: A4 upright, A4 lying, or A4 to be cut or folded (no head, no foot)."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    CARDS = "cards"
    TENTS = "tents"


@frozen
class Head:
    """The head of the first page: whose paper it is, its title, and what kind of paper."""

    community: str
    title: str  # a newline in it is kept
    subtitle: str = ""
    form: bool = False  # forms and plans have a smaller title
    running: str = ""  # over the other pages, where `community` is told otherwise


@frozen
class Foot:
    """The foot of every page; the page number is added by the renderer."""

    start: str = ""  # document and date
    privacy: str = ""  # only what the data behind the paper bears out


@frozen
class Document:
    """A paper in one language, ready to be drawn as PDF or written as a text document."""

    title: str
    language: str
    rtl: bool
    blocks: tuple[Block, ...]
    head: Head | None = None
    foot: Foot = Foot()
    paper: Format = Format.PORTRAIT
    subject: str = ""
    author: str = ""
    one_sided: bool = False  # no page may lie on the back of another: name tents
    watermark: str = ""  # a word across every page: "Draft"
    untold: str = ""  # to whoever makes it: what it leaves out, and how that would change
    undated: bool = False  # the same words make the same file, whenever and wherever


@frozen
class Part:
    """A document in a pack: how many copies, and its bookmark (its title unless told)."""

    document: Document
    copies: int = 1
    title: str = ""
