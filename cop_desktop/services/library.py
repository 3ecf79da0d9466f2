"""The library: finding blocks and whole meetings, and putting them into an agenda.

The one door to it: the shelf (`library_cards`), the words of an agenda (`library_rows`) and what a
community keeps itself (`library_own`) live behind it.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import LibraryEntry, Meeting
from cop_desktop.models.vocabulary import AgendaPart, MeetingKind

from . import agenda_order, agendas, days, library_own, library_rows
from .agendas import Section
from .library_cards import BLOCK, MEETING, OWN, Card, Wanted, every, program, sieve
from .library_own import keep_blocks, keep_meeting, remove, rename
from .library_rows import Plan, Row

__all__ = [
    "BLOCK", "MEETING", "OWN", "Card", "Plan", "Wanted", "add_to_agenda", "every", "keep_blocks",
    "keep_meeting", "opened", "program", "remove", "rename", "sieve", "start_from_template",
]  # fmt: skip


def opened(session: Session, key: str, language: str) -> Plan:
    """What a card holds; raises UserError if it is gone or cannot be read."""
    shelf, _slash, name = key.partition("/")
    if shelf == BLOCK:
        return Plan(MeetingKind.IN_PERSON, (), (), (library_rows.of_block(name, language),))
    if shelf == MEETING:
        return library_rows.of_template(name, language)
    entry = session.get(LibraryEntry, UUID(name))
    if entry is None:
        raise UserError(N_("This is no longer in your library."))
    return library_own.read(entry)


def add_to_agenda(
    session: Session,
    meeting_id: UUID,
    keys: Sequence[str],
    language: str,
    at: int | None = None,
    section: Section | None = None,
) -> list[UUID]:
    """Put what cards hold into an agenda, as `agendas.add_several` does; gives the new blocks.

    Work for before and after a meeting goes there unless a section is named.
    """
    rows = [row for key in keys for row in opened(session, key, language).rows]
    around = [row for row in rows if section is None and _part(row) != AgendaPart.MEETING]
    inside = [row for row in rows if row not in around]
    added = agendas.add_several(session, meeting_id, inside, at, section)
    return [*added, *agendas.add_several(session, meeting_id, around)]


def start_from_template(session: Session, meeting_id: UUID, key: str, language: str) -> list[UUID]:
    """Set a meeting up as a template has it, behind what its agenda holds; gives the new blocks.

    An empty meeting takes over its length too, and its kind if none was chosen; days that are
    missing are added, and pinned hours move with the hour at which each day begins.
    """
    plan, meeting = opened(session, key, language), session.get_one(Meeting, meeting_id)
    if not agenda_order.items(session, meeting_id):
        _frame(session, meeting, plan)
    _further(session, meeting, plan)
    begins = [day.starts_at for day in days.of(session, meeting_id)]
    rows = [_moved(row, plan.starts, begins) for row in plan.rows]
    return agendas.add_several(session, meeting_id, rows)


def _part(row: Row) -> AgendaPart:
    return AgendaPart(row.get("part") or AgendaPart.MEETING)


def _frame(session: Session, meeting: Meeting, plan: Plan) -> None:
    if plan.minutes:
        days.change(session, meeting.id, 0, {"minutes": plan.minutes[0]})
    if meeting.kind == MeetingKind.IN_PERSON:  # what a new meeting is until somebody chooses
        meeting.kind = plan.kind


def _further(session: Session, meeting: Meeting, plan: Plan) -> None:
    there = len(days.of(session, meeting.id))
    for number in range(there, len(plan.starts)):
        later = meeting.starts_at - datetime.combine(meeting.starts_at, plan.starts[0])
        written = datetime.combine(meeting.starts_at + timedelta(days=number), plan.starts[number])
        days.add(session, meeting.id, written + later, plan.minutes[number])


def _moved(row: Row, starts: Sequence[time], begins: Sequence[datetime]) -> Row:
    """A row with its pinned hour as far from its day's beginning as it was written."""
    pinned, number = row.get("pinned_at"), int(row.get("day") or 0)
    if not pinned or number >= min(len(starts), len(begins)):
        return row
    told = time.fromisoformat(pinned) if isinstance(pinned, str) else pinned
    day = begins[number]
    hour = day + (datetime.combine(day, told) - datetime.combine(day, starts[number]))
    return row | {"pinned_at": hour.time() if hour.date() == day.date() else None}
