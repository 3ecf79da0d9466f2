"""Who was noted at which meeting, and what share of them came."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.formats import work_year_of
from cop_desktop.models import Attendance, Meeting
from cop_desktop.models.vocabulary import CAME, MeetingState, Presence
from cop_desktop.services import meetings

from .holding_back import LEAST, share

Noted = tuple[UUID, UUID, Presence]


def noted(session: Session, community_id: UUID) -> list[Noted]:
    """Meeting, member, and what was noted; invitations alone are left out."""
    query = select(Attendance.meeting_id, Attendance.member_id, Attendance.presence).join(Meeting)
    found = session.execute(
        query.where(Meeting.community_id == community_id, Attendance.presence.is_not(None))
    )
    return [(meeting, member, presence) for meeting, member, presence in found if presence]


def by_meeting(session: Session, community_id: UUID) -> Mapping[UUID, list[Presence]]:
    """The same without the members."""
    marks: dict[UUID, list[Presence]] = {}
    for meeting, _member, presence in noted(session, community_id):
        marks.setdefault(meeting, []).append(presence)
    return marks


def came(marks: Collection[Presence]) -> int:
    """How many of those noted came."""
    return sum(mark in CAME for mark in marks)


def attendance(
    session: Session, community_id: UUID, today: date, *, everything: bool
) -> int | None:
    """Who came of those noted in this work year's meetings, in percent; None where these are few.

    Unless `everything` is told it is made of what the meetings tell, so it tells no more than they.
    """
    held = {
        row.id for row in meetings.in_year(session, community_id, work_year_of(today))
        if row.state == MeetingState.HELD
    }  # fmt: skip
    marks = [some for key, some in by_meeting(session, community_id).items() if key in held]
    told = [some for some in marks if len(some) >= LEAST or everything]
    expected = sum(map(len, told))
    if expected < LEAST:
        return None
    return round(100 * sum(len(it) * _share(it, everything) for it in told) / expected)


def _share(marks: Collection[Presence], everything: bool) -> float:
    """Which part of those noted came, as precisely as the meeting tells it."""
    there, all_ = came(marks), len(marks)
    return there / all_ if everything else share(there, all_)
