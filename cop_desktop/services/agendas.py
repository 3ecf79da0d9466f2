"""Agendas: ordered, timed blocks; start times are computed, never stored.

The one door to them: reading (`agenda_picture`), adding (`agenda_adding`) and moving
(`agenda_order`) live behind it.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import AgendaItem

from .agenda_adding import add, add_several, copy_from, duplicate
from .agenda_fields import DEFAULT_MINUTES, FIELDS
from .agenda_order import Section, move, remove, reorder
from .agenda_picture import of, picture
from .agenda_rows import Block, DayPicture, Picture, Track
from .editing import apply
from .timing import Problem, ProblemKind

__all__ = [
    "DEFAULT_MINUTES", "FIELDS", "Block", "DayPicture", "Picture", "Problem", "ProblemKind",
    "Section", "Track", "add", "add_several", "change", "copy_from", "duplicate", "move", "of",
    "picture", "remove", "reorder",
]  # fmt: skip


def change(session: Session, ids: Sequence[UUID], values: Mapping[str, Any]) -> None:
    """Set the same values in one block or several; a block of a track cannot be pinned."""
    rows = apply(session, AgendaItem, ids, FIELDS, values)
    if values.get("pinned_at") and any(row.parent_id for row in rows):
        raise UserError(N_("A track begins with its parallel block. Pin that block instead."))
