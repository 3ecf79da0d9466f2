"""Tables: columns in reading order, rows of plain or marked cells."""

from enum import StrEnum

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Role

from .text import Align, Look, Mark, Text


@frozen
class Column:
    """A table column: heading, width (`None` = what is left), and how its cells look."""

    heading: str = ""
    width: float | None = None
    align: Align = Align.START
    look: Look | None = None
    secondary: bool = False  # a size smaller: outcomes, methods
    pen: bool = False  # for handwriting: a hairline at its start side
    foreign: bool = False  # values with a direction of their own: addresses, file names


@frozen
class Cell:
    """A table cell with more than text: a mark or a role icon, and a small second line.

    The icon stands before the note if there is one, else before the text. Under both may stand
    `more` (a method, a size smaller) and a sentence to say aloud, behind a bar.
    """

    text: Text
    note: str = ""
    role: Role | None = None
    mark: Mark = Mark.NONE
    more: Text = ""
    aloud: str = ""


class RowKind(StrEnum):
    """What a row is: data, the heading of a group, or a pause in an agenda."""

    BODY = "body"
    GROUP = "group"  # (number, title): the title spans the rest and stays with the next row
    PAUSE = "pause"  # soft and low, the last cell spans the rest


@frozen
class Row:
    """A table row; `GROUP` and `PAUSE` rows may have fewer cells than the table has columns."""

    cells: tuple[Text | Cell, ...]
    kind: RowKind = RowKind.BODY


@frozen
class Table:
    """Rows under a repeated head; flows over pages between rows.

    `roomy` rows have air for two lines (an agenda) and give it up, step by step, when the table
    would otherwise not fit its page. `row_height` fixes the height of rows meant for the pen.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    roomy: bool = False
    row_height: float | None = None
