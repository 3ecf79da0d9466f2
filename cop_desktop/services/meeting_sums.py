"""Figures beside a meeting: the length of its agenda, who came, its number in the year."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from cop_desktop.formats import work_year_of
from cop_desktop.models import AgendaItem, Attendance, Meeting
from cop_desktop.models.vocabulary import CAME, AgendaPart, MeetingState


def lengths(session: Session, ids: list[UUID]) -> dict[UUID, tuple[int, int]]:
    """Minutes and number of the blocks that take time and stand in no track."""
    inner = aliased(AgendaItem)
    track = (
        select(inner.parent_id, func.sum(inner.minutes).label("minutes"))
        .where(inner.meeting_id.in_(ids), inner.parent_id.is_not(None))
        .group_by(inner.parent_id, inner.track)
        .subquery()
    )
    longest = (
        select(track.c.parent_id, func.max(track.c.minutes).label("minutes"))
        .group_by(track.c.parent_id)
        .subquery()
    )
    lasts = func.coalesce(longest.c.minutes, AgendaItem.minutes)
    found = session.execute(
        select(AgendaItem.meeting_id, func.sum(lasts), func.count())
        .outerjoin(longest, longest.c.parent_id == AgendaItem.id)
        .where(AgendaItem.meeting_id.in_(ids), AgendaItem.parent_id.is_(None))
        .where(AgendaItem.part == AgendaPart.MEETING)
        .group_by(AgendaItem.meeting_id)
    )
    return {meeting: (total, items) for meeting, total, items in found}


def presence(session: Session, ids: list[UUID]) -> dict[UUID, tuple[int, int]]:
    """How many were present, and of how many it was noted."""
    found = session.execute(
        select(
            Attendance.meeting_id,
            func.count().filter(Attendance.presence.in_(CAME)),
            func.count(Attendance.presence),
        )
        .where(Attendance.meeting_id.in_(ids))
        .group_by(Attendance.meeting_id)
    )
    return {meeting: (came, marked) for meeting, came, marked in found}


def numbers(meetings: list[Meeting]) -> dict[UUID, tuple[int, int]]:
    """The place of each in its work year, of how many; (0, 0): it was cancelled."""
    years: dict[int, list[UUID]] = {}
    for meeting in meetings:
        held = years.setdefault(work_year_of(meeting.starts_at.date()), [])
        if meeting.state != MeetingState.CANCELLED:
            held.append(meeting.id)
    numbered = {meeting.id: (0, 0) for meeting in meetings}
    for held in years.values():
        numbered |= {key: (place, len(held)) for place, key in enumerate(held, start=1)}
    return numbered
