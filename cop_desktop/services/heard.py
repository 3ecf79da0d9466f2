"""Who has not been heard for a while: for the keepers of the community, and for nobody's score."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, or_, select, union
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import (
    Action,
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    MeetingNote,
    Member,
)
from cop_desktop.models.vocabulary import CAME

from .looking import once
from .people import full_name, takes_part
from .topic_facts import took_place

MEETINGS = 3  # our choice


@frozen
class Silent:
    """A member, and the last meeting they came to."""

    id: UUID
    name: str
    last: date | None


@once
def silent(
    session: Session, community_id: UUID, today: date, meetings: int = MEETINGS
) -> tuple[Silent, ...]:
    """Those not heard in the last meetings, the longest absence first.

    Heard is who came, led a block, was noted with their words, or took a decision or a task upon
    themselves. Meetings in which no presence was noted tell nothing; with fewer meetings than
    asked for nobody is named, and members who joined since the first of them are not either.
    """
    recent = _noted(session, community_id, today, meetings)
    if len(recent) < meetings:
        return ()
    since = min(on for _, on in recent)
    who = (
        select(Member.id, Member.given_name, Member.family_name)
        .where(
            Member.community_id == community_id,
            takes_part(today),
            or_(Member.joined.is_(None), Member.joined <= since),
            Member.id.not_in(union(*_voices([key for key, _ in recent]))),
        )
        .order_by(Member.sort_key)
    )
    found = session.execute(who).all()
    last = _last(session, community_id)
    rows = [Silent(key, full_name(given, family), last.get(key)) for key, given, family in found]
    return tuple(sorted(rows, key=lambda it: it.last or date.min))


def _noted(
    session: Session, community_id: UUID, today: date, count: int
) -> list[tuple[UUID, date]]:
    """The last meetings in which somebody's presence was noted."""
    marked = select(Attendance.meeting_id).where(Attendance.presence.is_not(None))
    query = (
        select(Meeting.id, Meeting.starts_at)
        .where(Meeting.community_id == community_id, took_place(today), Meeting.id.in_(marked))
        .order_by(Meeting.starts_at.desc())
        .limit(count)
    )
    return [(key, starts_at.date()) for key, starts_at in session.execute(query)]


def _voices(meetings: Sequence[UUID]) -> list[Select[Any]]:
    """Everybody heard in those meetings, in five ways."""
    came = Attendance.presence.in_(CAME)
    ways: tuple[tuple[Any, Any, Any], ...] = (
        (Attendance.member_id, Attendance.meeting_id, came),
        (AgendaItem.leader_id, AgendaItem.meeting_id, True),
        (MeetingNote.said_by_id, MeetingNote.meeting_id, True),
        (Decision.owner_id, Decision.meeting_id, True),
        (Action.owner_id, Action.meeting_id, True),
    )
    return [select(who).where(where.in_(meetings), who.is_not(None), so) for who, where, so in ways]


def _last(session: Session, community_id: UUID) -> dict[UUID, date]:
    """When everybody last came; asked for all, as there may be more than one question can name."""
    query = (
        select(Attendance.member_id, func.max(Meeting.starts_at))
        .join(Meeting, Attendance.meeting_id == Meeting.id)
        .where(Meeting.community_id == community_id, Attendance.presence.in_(CAME))
        .group_by(Attendance.member_id)
    )
    return {key: starts_at.date() for key, starts_at in session.execute(query)}
