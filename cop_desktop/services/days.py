"""The days of a meeting of several days; the first is the meeting itself."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import AgendaItem, Meeting, MeetingDay
from cop_desktop.models.vocabulary import AgendaPart

from .editing import Fields, cleaned, minutes, moment
from .timing import Day

FIELDS: Fields = {"starts_at": moment, "minutes": minutes}
ONE = timedelta(days=1)


def of(session: Session, meeting_id: UUID) -> tuple[Day, ...]:
    """All days in order; number 0 is the meeting's own."""
    meeting = session.get_one(Meeting, meeting_id)
    first = Day(0, meeting.starts_at, meeting.minutes)
    return (first, *further(session, [meeting_id]).get(meeting_id, ()))


def further(session: Session, meetings: Iterable[UUID]) -> dict[UUID, tuple[Day, ...]]:
    """The days after the first, of those meetings that have any."""
    found: dict[UUID, tuple[Day, ...]] = {}
    query = select(MeetingDay).where(MeetingDay.meeting_id.in_(list(meetings)))
    for row in session.scalars(query.order_by(MeetingDay.day)):
        day = Day(row.day, row.starts_at, row.minutes)
        found[row.meeting_id] = (*found.get(row.meeting_id, ()), day)
    return found


def add(
    session: Session,
    meeting_id: UUID,
    starts_at: datetime | None = None,
    minutes: int | None = None,
) -> int:
    """One more day behind the last, on the morrow at the same hour if nothing is said."""
    last = of(session, meeting_id)[-1]
    clean = cleaned(
        FIELDS,
        {
            "starts_at": last.starts_at + ONE if starts_at is None else starts_at,
            "minutes": last.minutes if minutes is None else minutes,
        },
    )
    session.add(MeetingDay(meeting_id=meeting_id, day=last.number + 1, **clean))
    _check(session, meeting_id)
    return last.number + 1


def reach(session: Session, meeting_id: UUID, number: int) -> None:
    """See to it that a day of this number is there."""
    for _day in range(of(session, meeting_id)[-1].number, number):
        add(session, meeting_id)


def change(session: Session, meeting_id: UUID, number: int, values: Mapping[str, Any]) -> None:
    """Set the beginning or the length of a day; raises UserError if days would overlap."""
    meeting = session.get_one(Meeting, meeting_id)
    row, was = meeting if number == 0 else _row(session, meeting_id, number), meeting.starts_at
    for name, value in cleaned(FIELDS, values).items():
        setattr(row, name, value)
    count_move(meeting, was)
    _check(session, meeting_id)


def count_move(meeting: Meeting, old: datetime) -> None:
    """Remember that a meeting to which people had been invited, at `old`, got another day."""
    if meeting.invited_on is not None and meeting.starts_at.date() != old.date():
        meeting.moved += 1


def remove(session: Session, meeting_id: UUID, number: int) -> None:
    """Take out a further day; its blocks go to the end of the day before it."""
    session.delete(_row(session, meeting_id, number))
    session.flush()
    _renumber(session, meeting_id, number, number - 1)
    for day in further(session, [meeting_id]).get(meeting_id, ()):
        if day.number > number:  # one by one: numbers are unique at every moment
            _row(session, meeting_id, day.number).day = day.number - 1
            session.flush()
            _renumber(session, meeting_id, day.number, day.number - 1)


def follow(session: Session, meeting_id: UUID, old: datetime) -> None:
    """Let the further days follow the meeting, which began at `old` until now."""
    away = session.get_one(Meeting, meeting_id).starts_at.date() - old.date()
    for row in session.scalars(select(MeetingDay).where(MeetingDay.meeting_id == meeting_id)):
        row.starts_at += away
    _check(session, meeting_id)


def copy(session: Session, source_id: UUID, meeting_id: UUID) -> None:
    """Give a meeting of one day the further days of another, as far from its first."""
    days = of(session, source_id)
    start = session.get_one(Meeting, meeting_id).starts_at
    for day in days[1:]:
        away = day.starts_at.date() - days[0].starts_at.date()
        begins = datetime.combine(start.date() + away, day.starts_at.time())
        add(session, meeting_id, begins, day.minutes)


def _row(session: Session, meeting_id: UUID, number: int) -> MeetingDay:
    query = select(MeetingDay).where(MeetingDay.meeting_id == meeting_id, MeetingDay.day == number)
    return session.scalars(query).one()


def _renumber(session: Session, meeting_id: UUID, old: int, new: int) -> None:
    mine = (AgendaItem.meeting_id == meeting_id, AgendaItem.part == AgendaPart.MEETING)
    session.execute(update(AgendaItem).where(*mine, AgendaItem.day == old).values(day=new))


def _check(session: Session, meeting_id: UUID) -> None:
    session.flush()
    for one, other in pairwise(of(session, meeting_id)):
        if other.starts_at < one.ends_at:
            raise UserError(
                N_("Day {day} would begin before the previous day ends. Check the dates."),
                day=other.number + 1,
            )
