"""Tables of any length over ids and pages of rows, and lists whose rows are painted."""

from .clipboard import as_tsv
from .columns import Avatar, Badge, Column, Dots, Icons, Lead, Span, Spans
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
    "Span",
    "Spans",
    "State",
    "as_tsv",
]
