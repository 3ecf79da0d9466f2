"""One look at the file for all that the compass weighs."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.models.vocabulary import MeetingState, Stage
from cop_desktop.services import meetings, participation, roles, routines, stages
from cop_desktop.services.meetings import MeetingRow

from . import asking
from .facts import HALF_YEAR, Facts, Gathering


def gather(session: Session, community_id: UUID, today: date) -> Facts:
    """Facts as of a day; a few questions, none of them per row."""
    rows = meetings.every(session, community_id)
    held = tuple(_gathering(row) for row in rows if _took_place(row, today))
    terms = [it for it in roles.history(session, community_id) if it.since <= today]
    counts = asking.counts(session, community_id, today)
    record = stages.path(session, community_id)
    firsts = [held[0].on if held else None, counts.first_joined]
    firsts += [record.history[0].since] if record.history else []
    now = record.now
    return Facts(
        today=today,
        begun=counts.founded or min((it for it in firsts if it), default=None),
        held=held,
        coming=tuple(_ahead(row) for row in rows if _comes(row, today)),
        roles=roles.now(session, community_id, today),
        last_term=max((it.since for it in terms), default=None),
        holders=frozenset(it.member_id for it in terms if it.runs(today)),
        core=participation.core(session, community_id, today),
        people=asking.people(session, community_id, today, held),
        products=asking.products(session, community_id),
        charter=asking.charter(session, community_id, today),
        leaks=counts.leaks,
        led=asking.led(session, community_id, today),
        leading=asking.leading(session, community_id),
        ratings=asking.ratings(session, community_id, today),
        topics=counts.topics,
        routines=_kept(session, community_id, today),
        goals=asking.goals(session, community_id, today),
        mapped=counts.mapped,
        turning=asking.turning(session, community_id),
        changing_since=now.since if now and now.stage is Stage.TRANSFORMATION else None,
    )


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
