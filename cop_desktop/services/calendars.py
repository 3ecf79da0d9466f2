"""What calendars were told of meetings: a number for each that rises when they must hear anew."""

from collections.abc import Iterable
from hashlib import blake2b
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.models import CalendarEntry

from .meetings import MeetingRow

_TOLD = ("topic", "kind", "state", "place", "host", "link", "purpose", "days")


def told(session: Session, rows: Iterable[MeetingRow]) -> dict[UUID, int]:
    """Tell calendars of these meetings as they are now; the answer is the number of each.

    A number begins at 0, rises by one where anything changed since calendars were last told, and
    never falls: undoing a change is one more change to be told.
    """
    meetings = list(rows)
    known = _entries(session, meetings)
    for row in meetings:
        now = fingerprint(row)
        entry = known.get(row.id)
        if entry is None:
            known[row.id] = CalendarEntry(meeting_id=row.id, fingerprint=now)
            session.add(known[row.id])
        elif entry.fingerprint != now:
            entry.fingerprint = now
            entry.sequence += 1
    session.flush()
    return {row.id: known[row.id].sequence for row in meetings}


def foreseen(session: Session, rows: Iterable[MeetingRow]) -> dict[UUID, int]:
    """The numbers that `told` would give, without telling anybody: for a file opened to read."""
    meetings = list(rows)
    known = _entries(session, meetings)
    return {row.id: _next(known.get(row.id), fingerprint(row)) for row in meetings}


def fingerprint(row: MeetingRow) -> str:
    """Of what a calendar shows of a meeting; its number in the year is not of it."""
    said = repr([getattr(row, name) for name in _TOLD])
    return blake2b(said.encode(), digest_size=16).hexdigest()


def _next(entry: CalendarEntry | None, now: str) -> int:
    if entry is None:
        return 0
    return entry.sequence + (entry.fingerprint != now)


def _entries(session: Session, rows: list[MeetingRow]) -> dict[UUID, CalendarEntry]:
    keys = [row.id for row in rows]
    found = session.scalars(select(CalendarEntry).where(CalendarEntry.meeting_id.in_(keys)))
    return {entry.meeting_id: entry for entry in found}
