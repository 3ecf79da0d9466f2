"""Everything known of a member."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import Member, Organisation

from . import members
from .batches import batches
from .members import MemberRow
from .people import full_name, names


@frozen
class MemberDetail:
    """Everything known of a member, under the field names of the model."""

    row: MemberRow
    values: Mapping[str, Any]
    organisation_kind: str
    district: str
    mentor: str
    mentees: tuple[str, ...]


def one(session: Session, member_id: UUID, today: date) -> MemberDetail:
    """Everything known of one member, who is there."""
    return of(session, [member_id], today)[0]


def of(session: Session, ids: Sequence[str | UUID], today: date) -> list[MemberDetail]:
    """Everything known of those members, in their order, in few queries."""
    return [it for some in batches(ids) for it in _details(session, some, today)]


def _details(session: Session, ids: Sequence[str | UUID], today: date) -> list[MemberDetail]:
    known = {row.id: row for row in members.rows(session, ids, today)}
    found = session.execute(
        select(Member, Organisation).outerjoin(Organisation).where(Member.id.in_(list(known)))
    )
    people = {member.id: (member, home) for member, home in found}
    mentors = names(session, [it.mentor_id for it, _ in people.values() if it.mentor_id])
    mentees = _mentees(session, known)
    return [
        MemberDetail(
            row,
            {name: getattr(people[key][0], name) for name in members.FIELDS},
            home.kind if (home := people[key][1]) else "",
            home.district if home else "",
            mentors.get(mentor, "") if (mentor := people[key][0].mentor_id) else "",
            tuple(mentees.get(key, ())),
        )
        for key, row in known.items()
    ]


def _mentees(session: Session, ids: Iterable[UUID]) -> dict[UUID | None, list[str]]:
    query = select(Member.mentor_id, Member.given_name, Member.family_name)
    found: dict[UUID | None, list[str]] = {}
    for mentor, given, family in session.execute(query.where(Member.mentor_id.in_(list(ids)))):
        found.setdefault(mentor, []).append(full_name(given, family))
    return found
