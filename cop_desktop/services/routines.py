"""Routines: what comes round between meetings, who looks after it, and when it last did."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Community, Meeting, Member, Routine, RoutineDone
from cop_desktop.models.method import Channel, RoutineRhythm
from cop_desktop.models.vocabulary import MeetingState

from .editing import Fields, apply, cleaned, day, line, link_to, needed, prose, word
from .people import all_of, full_name, takes_part
from .routine_days import Events, days_late, due

FIELDS: Fields = {
    "name": needed(N_("A routine needs a name.")),
    "rhythm": word(RoutineRhythm),
    "channel": word(Channel, optional=True),
    "what": prose,
    "owner_id": link_to(Member),
    "since": day,
}
MEMBERS = timedelta(days=366)  # how far back somebody is still a newcomer to be received


@frozen
class Time:
    """One time that a routine took place."""

    on: date
    note: str


@frozen
class RoutineRow:
    """A routine, and where it stands today."""

    id: UUID
    name: str
    rhythm: RoutineRhythm
    channel: Channel | None
    what: str
    owner_id: UUID | None
    owner: str
    since: date
    until: date | None  # the first day without; None while it runs
    ready: str  # the key of the ready routine it was taken over from
    times: tuple[Time, ...]  # the oldest first
    due: date | None  # past or future; None waits for an event that is not in sight
    late: int  # days since the grace after that day ran out; more than 0 has lapsed

    @property
    def last(self) -> date | None:
        return self.times[-1].on if self.times else None


def every(session: Session, community_id: UUID, today: date) -> tuple[RoutineRow, ...]:
    """The routines that run, the one that is due first at the head."""
    running = or_(Routine.until.is_(None), Routine.until > today)
    found = _rows(session, community_id, today, running)
    return tuple(sorted(found, key=lambda row: (row.due or date.max, row.name)))


def ended(session: Session, community_id: UUID, today: date) -> tuple[RoutineRow, ...]:
    """Routines that were let go, the latest first."""
    found = _rows(session, community_id, today, Routine.until <= today)
    return tuple(sorted(found, key=lambda row: row.until or today, reverse=True))


def lapsed(session: Session, community_id: UUID, today: date) -> tuple[RoutineRow, ...]:
    """Running routines whose grace ran out, the one that waits longest first."""
    late = [row for row in every(session, community_id, today) if row.late]
    return tuple(sorted(late, key=lambda row: row.late, reverse=True))


def ready(running: Iterable[RoutineRow]) -> tuple[str, ...]:
    """The keys of the ready routines that are not among these."""
    taken = {row.ready for row in running}
    return tuple(key for key in shapes.routines() if key not in taken)


def add(session: Session, community_id: UUID, values: Mapping[str, Any], today: date) -> UUID:
    """A routine of one's own, from today unless told; raises UserError without a name."""
    clean = cleaned(FIELDS, {"name": "", "rhythm": RoutineRhythm.MONTHLY, "since": today, **values})
    routine = Routine(community_id=community_id, **clean)
    session.add(routine)
    session.flush()
    return routine.id


def adopt(
    session: Session, community_id: UUID, key: str, today: date, owner_id: UUID | None = None
) -> UUID:
    """Take a ready routine over, in the community's own language; its words may be changed then."""
    language = session.get_one(Community, community_id).language
    from cop_desktop.content.method import method  # only here: texts that a start does without

    words, shape = method(language).routine(key), shapes.routines()[key]
    values = {
        "name": words.title, "what": words.what, "rhythm": shape.rhythm,
        "channel": shape.channel, "owner_id": owner_id,
    }  # fmt: skip
    routine_id = add(session, community_id, values, today)
    session.get_one(Routine, routine_id).ready = key
    return routine_id


def change(session: Session, routine_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of a routine; raises UserError when no name would be left."""
    apply(session, Routine, [routine_id], FIELDS, values)


def end(session: Session, routine_id: UUID, on: date) -> None:
    """Let a routine go, openly: it stays to be seen, and nobody is reminded of it."""
    routine = session.get_one(Routine, routine_id)
    routine.until = max(on, routine.since)


def resume(session: Session, routine_id: UUID, today: date) -> None:
    """Begin again with a routine that was let go; what was missed meanwhile is forgotten."""
    routine = session.get_one(Routine, routine_id)
    routine.since, routine.until = today, None


def remove(session: Session, routine_id: UUID) -> None:
    """Delete a routine with its times."""
    session.delete(session.get_one(Routine, routine_id))


def done(session: Session, routine_id: UUID, on: date, today: date, note: str = "") -> None:
    """It took place on a day; a second time on one day only changes the note."""
    if on > today:
        raise UserError(N_("This day has not come yet. Mark it when it took place."))
    found = session.scalar(select(RoutineDone).where(*_time(routine_id, on)))
    if found is None:
        session.add(RoutineDone(routine_id=routine_id, done_on=on, note=line(note)))
        session.flush()
    elif note:
        found.note = line(note)


def annotate(session: Session, routine_id: UUID, on: date, note: str) -> None:
    """Say in a line what that time was about; an empty line says nothing."""
    found = session.scalars(select(RoutineDone).where(*_time(routine_id, on))).one()
    found.note = line(note)


def undone(session: Session, routine_id: UUID, on: date) -> None:
    """It did not take place on that day after all."""
    found = session.scalar(select(RoutineDone).where(*_time(routine_id, on)))
    if found is not None:
        session.delete(found)
        session.flush()


def _time(routine_id: UUID, on: date) -> tuple[ColumnElement[bool], ...]:
    return RoutineDone.routine_id == routine_id, RoutineDone.done_on == on


def _rows(
    session: Session, community_id: UUID, today: date, which: ColumnElement[bool]
) -> list[RoutineRow]:
    found = session.execute(
        select(Routine, Member.given_name, Member.family_name)
        .outerjoin(Member, Routine.owner_id == Member.id)
        .where(Routine.community_id == community_id, which)
    ).all()
    if not found:
        return []
    times, events = _times(session, community_id), _events(session, community_id, today)
    return [
        _row(it, full_name(given, family), times[it.id], events, today)
        for it, given, family in found
    ]


def _row(it: Routine, owner: str, times: list[Time], events: Events, today: date) -> RoutineRow:
    last = max((time.on for time in times if time.on >= it.since), default=None)
    day = due(it.rhythm, it.since, last, events)
    runs = it.until is None or it.until > today
    return RoutineRow(
        it.id, it.name, it.rhythm, it.channel, it.what, it.owner_id, owner, it.since, it.until,
        it.ready, tuple(times), day if runs else None,
        days_late(it.rhythm, day, today) if runs else 0,
    )  # fmt: skip


def _times(session: Session, community_id: UUID) -> dict[UUID, list[Time]]:
    found = session.execute(
        select(RoutineDone.routine_id, RoutineDone.done_on, RoutineDone.note)
        .join(Routine)
        .where(Routine.community_id == community_id)
        .order_by(RoutineDone.done_on)
    )
    times: defaultdict[UUID, list[Time]] = defaultdict(list)
    for key, on, note in found:
        times[key].append(Time(on, note))
    return times


def _events(session: Session, community_id: UUID, today: date) -> Events:
    found = session.execute(
        select(Meeting.starts_at, Meeting.state)
        .where(Meeting.community_id == community_id, Meeting.state != MeetingState.CANCELLED)
        .order_by(Meeting.starts_at)
    ).all()
    days = [(starts_at.date(), state) for starts_at, state in found]
    joined = select(Member.joined).where(
        all_of(community_id), takes_part(today),
        Member.joined <= today, Member.joined > today - MEMBERS,
    ).distinct().order_by(Member.joined)  # fmt: skip
    return Events(
        held=tuple(on for on, state in days if state == MeetingState.HELD and on <= today),
        coming=tuple(on for on, state in days if state == MeetingState.PLANNED and on >= today),
        joined=tuple(on for on in session.scalars(joined) if on),
    )
