"""One look at the file for all that the compass weighs."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.models.vocabulary import MeetingState, Stage
from cop_desktop.services import meetings, participation, roles, routines, stages
from cop_desktop.services.meetings import MeetingRow

from . import asking, asking_meetings
from .facts import HALF_YEAR, Facts, Gathering, People


def gather(session: Session, community_id: UUID, today: date) -> Facts:
    """Facts as of a day; a few questions, none of them per row."""
    rows = meetings.every(session, community_id)
    held = tuple(_gathering(row) for row in rows if _took_place(row, today))
    terms = [it for it in roles.history(session, community_id) if it.since <= today]
    counts = asking.counts(session, community_id, today)
    now = stages.path(session, community_id).now
    since = now.since if now else None
    people = asking.people(session, community_id, today, held, since)
    return Facts(
        today=today,
        begun=counts.founded or _first(session, community_id, people, held),
        held=held,
        coming=tuple(_ahead(row) for row in rows if _comes(row, today)),
        roles=roles.now(session, community_id, today),
        last_term=max((it.since for it in terms), default=None),
        holders=frozenset(it.member_id for it in terms if it.runs(today)),
        core=participation.core(session, community_id, today),
        people=people,
        products=asking.products(session, community_id, today),
        charter=asking.charter(session, community_id, today),
        leaks=counts.leaks,
        led=asking_meetings.led(session, community_id, today),
        leading=tuple(sorted(roles.leading(session, community_id), key=lambda it: it[1])),
        ratings=asking_meetings.ratings(session, community_id, today),
        topics=counts.topics,
        routines=_kept(session, community_id, today),
        goals=asking.goals(session, community_id, today),
        mapped=counts.mapped,
        turning=asking.turning(session, community_id),
        changing_since=since if now and now.stage is Stage.TRANSFORMATION else None,
    )


def _first(
    session: Session, community_id: UUID, people: People, held: tuple[Gathering, ...]
) -> date | None:
    """The first thing noted: somebody joined, a stage, a meeting."""
    days = [people.first_joined, *(it.on for it in held[:1])]
    days += [row.since for row in stages.path(session, community_id).history[:1]]
    return min((day for day in days if day), default=None)


def _gathering(row: MeetingRow) -> Gathering:
    return Gathering(row.starts_at.date(), row.present, row.marked)


def _took_place(row: MeetingRow, today: date) -> bool:
    return row.state == MeetingState.HELD and row.starts_at.date() <= today


def _comes(row: MeetingRow, today: date) -> bool:
    return row.state == MeetingState.PLANNED and _ahead(row) >= today


def _ahead(row: MeetingRow) -> date:
    return row.starts_at.date()


def _kept(session: Session, community_id: UUID, today: date) -> int:
    """Routines that have run for half a year, took place, and are not overdue."""
    return sum(
        bool(row.times) and not row.late and row.since <= today - HALF_YEAR
        for row in routines.every(session, community_id, today)
    )
