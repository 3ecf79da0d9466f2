"""Tables of any length over ids and pages of rows, and lists whose rows are painted."""

from .clipboard import as_tsv
from .columns import Avatar, Badge, Column, Dots, Icons, Lead
from .kinds import Gap, Kind, Landing, State
from .model import PagedTable
from .painted import PaintedList
from .view import RowList

__all__ = [
    "Avatar",
    "Badge",
    "Column",
    "Dots",
    "Gap",
    "Icons",
    "Kind",
    "Landing",
    "Lead",
    "PagedTable",
    "PaintedList",
    "RowList",
    "State",
    "as_tsv",
]
