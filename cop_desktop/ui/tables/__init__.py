"""Tables of any length over ids and pages of rows."""

from .columns import Avatar, Badge, Column, Dots, Icons, Lead
from .model import PagedTable
from .view import RowList

__all__ = ["Avatar", "Badge", "Column", "Dots", "Icons", "Lead", "PagedTable", "RowList"]
