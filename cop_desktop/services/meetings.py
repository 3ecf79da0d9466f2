"""The year of meetings: planning, changing, and how ready the next one is."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.formats import work_year_bounds, work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Meeting, Organisation
from cop_desktop.models.vocabulary import MeetingKind, MeetingState

from . import days, meeting_sums
from .editing import (
    Fields,
    apply,
    cleaned,
    day,
    line,
    link_to,
    minutes,
    moment,
    needed,
    prose,
    word,
)
from .looking import once
from .timing import Day

FIELDS: Fields = {
    "topic": needed(N_("A meeting needs a topic.")),
    "starts_at": moment,
    "minutes": minutes,
    "kind": word(MeetingKind),
    "state": word(MeetingState),
    "place": line,
    "host_id": link_to(Organisation),
    "link": line,
    "purpose": prose,
    "question": prose,
    "invited_on": day,
    "materials_on": day,
    "reminded_on": day,
    "summary": prose,
    "summary_sent_on": day,
}


@frozen
class MeetingRow:
    """A meeting as lists, home and paper show it."""

    id: UUID
    number: int  # among those of its work year that were not cancelled; 0: it was
    of: int  # how many those are
    starts_at: datetime
    minutes: int
    topic: str
    kind: MeetingKind
    state: MeetingState
    place: str
    host_id: UUID | None
    host: str
    link: str
    purpose: str
    question: str
    invited_on: date | None
    materials_on: date | None
    reminded_on: date | None
    summary: str
    summary_sent_on: date | None
    planned_minutes: int  # the sum of the agenda; parallel work counts as its longest track
    items: int
    present: int
    marked: int  # members whose presence was noted
    further: tuple[Day, ...] = ()  # the days after the first

    @property
    def days(self) -> tuple[Day, ...]:
        return (Day(0, self.starts_at, self.minutes), *self.further)

    @property
    def day_ends_at(self) -> datetime:
        """The end of the first day."""
        return self.days[0].ends_at

    @property
    def ends_at(self) -> datetime:
        """The end of the last day."""
        return self.days[-1].ends_at

    @property
    def invited_minutes(self) -> int:
        """The length of all days."""
        return sum(day.minutes for day in self.days)


@once
def in_year(session: Session, community_id: UUID, work_year: int) -> tuple[MeetingRow, ...]:
    """The meetings of a work year, in order."""
    first, last = work_year_bounds(work_year)
    return _rows(
        session,
        Meeting.community_id == community_id,
        Meeting.starts_at >= _midnight(first),
        Meeting.starts_at < _midnight(last + timedelta(days=1)),
    )


@once
def every(session: Session, community_id: UUID) -> tuple[MeetingRow, ...]:
    """All meetings, in order; each is numbered within its own work year."""
    return _rows(session, Meeting.community_id == community_id)


@once
def one(session: Session, meeting_id: UUID) -> MeetingRow:
    """One meeting, numbered within its work year."""
    meeting = session.get_one(Meeting, meeting_id)
    return _in_its_year(session, meeting.community_id, meeting_id, meeting.starts_at)


@once
def upcoming(session: Session, community_id: UUID, today: date) -> MeetingRow | None:
    """The next planned meeting, today's included."""
    return _edge(session, community_id, Meeting.starts_at >= _midnight(today), newest=False)


@once
def latest(session: Session, community_id: UUID, before: datetime) -> MeetingRow | None:
    """The last meeting before a moment that was not called off."""
    return _edge(session, community_id, Meeting.starts_at < before, newest=True)


def following(session: Session, meeting_id: UUID) -> MeetingRow | None:
    """The meeting after this one."""
    meeting = session.get_one(Meeting, meeting_id)
    after = Meeting.starts_at > meeting.starts_at
    return _edge(session, meeting.community_id, after, newest=False)


def schedule(session: Session, community_id: UUID, values: Mapping[str, Any]) -> UUID:
    """A new meeting; a topic and a moment are enough."""
    if not values.get("starts_at"):
        raise UserError(N_("A meeting needs a day and an hour."))
    clean = cleaned(FIELDS, {"topic": "", **values})
    meeting = Meeting(community_id=community_id, **clean)
    session.add(meeting)
    session.flush()
    return meeting.id


def change(session: Session, meeting_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of a meeting; its further days follow it to another date.

    Once people were invited, it is counted how often it got another day.
    Raises UserError for an empty topic or an odd date.
    """
    meeting = session.get_one(Meeting, meeting_id)
    was, invited = meeting.starts_at, meeting.invited_on
    apply(session, Meeting, [meeting_id], FIELDS, values)
    if invited:
        days.count_move(meeting, was)
    if "starts_at" in values or "minutes" in values:
        days.follow(session, meeting_id, was)


def duplicate(session: Session, meeting_id: UUID, starts_at: datetime) -> UUID:
    """Plan a meeting on another day like this one: its frame and its agenda, not what happened."""
    from . import agendas  # a look at meetings does without

    model = session.get_one(Meeting, meeting_id)
    names = ("topic", "minutes", "kind", "place", "host_id", "link", "purpose", "question")
    values = {name: getattr(model, name) for name in names}
    copy = schedule(session, model.community_id, {**values, "starts_at": starts_at})
    days.copy(session, meeting_id, copy)
    agendas.copy_from(session, meeting_id, copy)
    return copy


def remove(session: Session, meeting_id: UUID) -> None:
    """Delete a meeting with its agenda, attendance and decisions."""
    session.delete(session.get_one(Meeting, meeting_id))


def _midnight(on: date) -> datetime:
    return datetime(on.year, on.month, on.day)


def _edge(session: Session, community_id: UUID, bound: Any, newest: bool) -> MeetingRow | None:
    order = Meeting.starts_at.desc() if newest else Meeting.starts_at.asc()
    found = session.execute(
        select(Meeting.id, Meeting.starts_at)
        .where(Meeting.community_id == community_id, bound)
        .where(Meeting.state != MeetingState.CANCELLED)
        .order_by(order)
        .limit(1)
    ).first()
    return _in_its_year(session, community_id, *found) if found else None


def _in_its_year(
    session: Session, community_id: UUID, meeting_id: UUID, starts_at: datetime
) -> MeetingRow:
    rows = in_year(session, community_id, work_year_of(starts_at.date()))
    return next(row for row in rows if row.id == meeting_id)


def _rows(session: Session, *where: Any) -> tuple[MeetingRow, ...]:
    meetings = session.execute(
        select(Meeting, func.coalesce(Organisation.name, ""))
        .outerjoin(Organisation, Meeting.host_id == Organisation.id)
        .where(*where)
        .order_by(Meeting.starts_at, Meeting.topic)
    ).all()
    ids = [meeting.id for meeting, _ in meetings]
    lengths, further = meeting_sums.lengths(session, ids), days.further(session, ids)
    came = meeting_sums.presence(session, ids)
    numbers = meeting_sums.numbers([meeting for meeting, _ in meetings])
    return tuple(
        MeetingRow(
            meeting.id, *numbers[meeting.id], meeting.starts_at, meeting.minutes, meeting.topic,
            meeting.kind, meeting.state, meeting.place, meeting.host_id, host, meeting.link,
            meeting.purpose, meeting.question, meeting.invited_on, meeting.materials_on,
            meeting.reminded_on, meeting.summary, meeting.summary_sent_on,
            *lengths.get(meeting.id, (0, 0)), *came.get(meeting.id, (0, 0)),
            further.get(meeting.id, ()),
        )
        for meeting, host in meetings
    )  # fmt: skip
