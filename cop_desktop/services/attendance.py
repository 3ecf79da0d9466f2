"""Who answers an invitation, who comes, and how that looks over time."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Attendance, Meeting, Member, Organisation
from cop_desktop.models.vocabulary import CAME, MeetingState, Presence, Reply

from . import days
from .agenda_fields import hour
from .editing import Fields, cleaned, whole
from .people import full_name, takes_part

GRACE = timedelta(minutes=10)  # who comes until then is not late
FIELDS: Fields = {
    "arrived_at": hour,
    "left_at": hour,
    "minutes": whole(0, 36 * 60),
    "remote": bool,
}


@frozen
class SheetLine:
    """A member's line in a meeting's list."""

    member_id: UUID
    given_name: str
    family_name: str
    organisation: str
    job_title: str
    reply: Reply | None
    presence: Presence | None
    arrived_at: time | None = None
    left_at: time | None = None
    remote: bool = False  # joined a hybrid meeting online
    minutes: int | None = None  # counted by hand

    @property
    def name(self) -> str:
        return full_name(self.given_name, self.family_name)

    @property
    def came(self) -> bool:
        return self.presence in CAME

    @property
    def here(self) -> bool:
        """Came, and has not left."""
        return self.came and self.left_at is None


@frozen
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
            Member.job_title, Attendance.reply, Attendance.presence, Attendance.arrived_at,
            Attendance.left_at, func.coalesce(Attendance.remote, False), Attendance.minutes,
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


def arrive(session: Session, meeting_id: UUID, members: Sequence[UUID], now: datetime) -> None:
    """They are here as of now, and stay; the clock says who is late."""
    starts = _starts(session, meeting_id, now.date())
    for row in _lines(session, meeting_id, members):
        row.arrived_at, row.left_at = hour(now), None
        row.presence = _by_clock(now, starts)


def leave(session: Session, meeting_id: UUID, members: Sequence[UUID], now: datetime) -> None:
    """They leave now; who has no mark was here until then."""
    for row in _lines(session, meeting_id, members):
        row.left_at = hour(now)
        if row.presence not in CAME:
            row.presence = Presence.PRESENT


def change(session: Session, meeting_id: UUID, member_id: UUID, values: Mapping[str, Any]) -> None:
    """Correct times, minutes counted by hand, or whether one joined online.

    Whose times are known was there; raises UserError for leaving before coming.
    """
    clean = cleaned(FIELDS, values)
    (row,) = _lines(session, meeting_id, [member_id])
    for name, value in clean.items():
        setattr(row, name, value)
    told = days.of(session, meeting_id)
    if len(told) == 1 and row.arrived_at and row.left_at and row.left_at < row.arrived_at:
        raise UserError(N_("Nobody can leave before arriving. Check the two times."))
    if clean.get("arrived_at"):
        first = told[0].starts_at
        row.presence = _by_clock(datetime.combine(first.date(), clean["arrived_at"]), first)
    elif any(clean.get(name) is not None for name in ("left_at", "minutes")):
        row.presence = row.presence if row.presence in CAME else Presence.PRESENT


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


def _starts(session: Session, meeting_id: UUID, on: date) -> datetime:
    """When the day of the meeting begins; of another day, its first."""
    told = days.of(session, meeting_id)
    return next((it.starts_at for it in told if it.starts_at.date() == on), told[0].starts_at)


def _by_clock(arrived: datetime, starts: datetime) -> Presence:
    return Presence.LATE if arrived > starts + GRACE else Presence.PRESENT


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
