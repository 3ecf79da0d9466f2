"""Who answers an invitation, who comes, and how that looks over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cop_desktop.models import Attendance, Meeting, Member, Organisation
from cop_desktop.models.vocabulary import CAME, MeetingState, Presence, Reply

from .people import full_name, takes_part


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A member's line in a meeting's list."""

    member_id: UUID
    given_name: str
    family_name: str
    organisation: str
    job_title: str
    reply: Reply | None
    presence: Presence | None

    @property
    def name(self) -> str:
        return full_name(self.given_name, self.family_name)


@dataclass(frozen=True, slots=True)
class Turnout:
    """Numbers of a meeting; members without a reply or a mark are `open` and `unmarked`."""

    coming: int
    not_coming: int
    open: int
    came: int
    missed: int
    unmarked: int


def sheet(session: Session, meeting_id: UUID) -> list[SheetLine]:
    """Who belonged to the community on the day, or has a mark, by family name."""
    meeting = session.get_one(Meeting, meeting_id)
    on = meeting.starts_at.date()
    belonged = or_(Member.joined.is_(None), Member.joined <= on) & takes_part(on)
    found = session.execute(
        select(
            Member.id, Member.given_name, Member.family_name, Organisation.name,
            Member.job_title, Attendance.reply, Attendance.presence,
        )
        .outerjoin(Organisation, Member.organisation_id == Organisation.id)
        .outerjoin(
            Attendance,
            (Attendance.member_id == Member.id) & (Attendance.meeting_id == meeting_id),
        )
        .where(Member.community_id == meeting.community_id)
        .where(or_(belonged, Attendance.id.is_not(None)))
        .order_by(Member.sort_key)
    )  # fmt: skip
    return [SheetLine(row[0], row[1], row[2], row[3] or "", *row[4:]) for row in found]


def turnout(places: Sequence[SheetLine]) -> Turnout:
    """Count a sheet."""
    coming = sum(place.reply == Reply.COMING for place in places)
    not_coming = sum(place.reply == Reply.NOT_COMING for place in places)
    came = sum(place.presence in CAME for place in places)
    marked = sum(place.presence is not None for place in places)
    return Turnout(
        coming, not_coming, len(places) - coming - not_coming,
        came, marked - came, len(places) - marked,
    )  # fmt: skip


def mark(
    session: Session, meeting_id: UUID, members: Sequence[UUID], presence: Presence | None
) -> None:
    """Note who was there (or take the note back)."""
    for row in _lines(session, meeting_id, members):
        row.presence = presence


def answer(
    session: Session, meeting_id: UUID, members: Sequence[UUID], reply: Reply | None
) -> None:
    """Note what members answered to the invitation."""
    for row in _lines(session, meeting_id, members):
        row.reply = reply


def recent(
    session: Session, members: Sequence[UUID], before: date, count: int = 5
) -> dict[UUID, tuple[Presence | None, ...]]:
    """For each member the last `count` held meetings, oldest first; None where nothing is noted."""
    if not members:
        return {}
    community = session.scalar(select(Member.community_id).where(Member.id == members[0]))
    held = list(
        session.scalars(
            select(Meeting.id)
            .where(Meeting.community_id == community, Meeting.state == MeetingState.HELD)
            .where(Meeting.starts_at < datetime(before.year, before.month, before.day))
            .order_by(Meeting.starts_at.desc())
            .limit(count)
        )
    )[::-1]
    marks = {
        (member, meeting): presence
        for member, meeting, presence in session.execute(
            select(Attendance.member_id, Attendance.meeting_id, Attendance.presence).where(
                Attendance.meeting_id.in_(held), Attendance.member_id.in_(list(members))
            )
        )
    }
    return {member: tuple(marks.get((member, meeting)) for meeting in held) for member in members}


def _lines(session: Session, meeting_id: UUID, members: Sequence[UUID]) -> list[Attendance]:
    known = {
        row.member_id: row
        for row in session.scalars(select(Attendance).where(Attendance.meeting_id == meeting_id))
    }
    lines = []
    for member in members:
        if member not in known:
            known[member] = Attendance(meeting_id=meeting_id, member_id=member)
            session.add(known[member])
        lines.append(known[member])
    return lines
