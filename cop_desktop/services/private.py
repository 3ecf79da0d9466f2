"""What is for the leader alone: counted, and removed before a file is passed on."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from cop_desktop.models import (
    AgendaItem,
    Meeting,
    Member,
    Need,
    RuleBreach,
    SignSnooze,
    Stakeholder,
)

Column = InstrumentedAttribute[Any]

# Fields beside others in a row, and what they are when nothing is said.
FIELDS: Mapping[str, tuple[Column, Any]] = {
    "member_notes": (Member.notes, ""),
    "interviews": (Member.needs, ""),
    "circles": (Member.persona, None),
    "facilitator_notes": (AgendaItem.notes, ""),
    "stakeholder_notes": (Stakeholder.notes, ""),
    "who_said": (Need.member_id, None),
}
# Tables that are private as a whole.
TABLES: Mapping[str, type[RuleBreach] | type[SignSnooze]] = {
    "breaches": RuleBreach,
    "snoozes": SignSnooze,
}


def left(session: Session, community_id: UUID) -> Mapping[str, int]:
    """How much of each kind is there; a kind of which there is nothing is missing."""
    counts = [
        select(func.count()).where(*_said(column, empty), _of(column.class_, community_id))
        for column, empty in FIELDS.values()
    ]
    counts += [
        select(func.count(it.id)).where(it.community_id == community_id) for it in TABLES.values()
    ]
    found = session.execute(select(*(it.scalar_subquery() for it in counts))).one()
    return {key: n for key, n in zip([*FIELDS, *TABLES], found, strict=True) if n}


def remove(session: Session, community_id: UUID) -> None:
    """Take all of it out of the file; members, agendas and needs stay."""
    for column, empty in FIELDS.values():
        session.execute(
            update(column.class_)
            .where(*_said(column, empty), _of(column.class_, community_id))
            .values({column.key: empty})
        )
    for model in TABLES.values():
        session.execute(delete(model).where(model.community_id == community_id))


def _said(column: Column, empty: Any) -> tuple[ColumnElement[bool]]:
    return (column.is_not(None) if empty is None else column != empty,)


def _of(model: Any, community_id: UUID) -> ColumnElement[bool]:
    if model is AgendaItem:
        return AgendaItem.meeting_id.in_(
            select(Meeting.id).where(Meeting.community_id == community_id)
        )
    return model.community_id == community_id  # type: ignore[no-any-return]
