"""What a community keeps in its own library: blocks, and whole meetings as templates.

Kept is how something is done, not who did it, when and about what: no people, no rooms, no hours
that were, no topic that waited, no notes that are the leader's alone.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import AgendaItem, LibraryEntry, Meeting
from cop_desktop.models.vocabulary import LibraryKind, MeetingKind

from . import agenda_copies, days
from .agenda_fields import FIELDS
from .editing import Fields, apply, minutes, needed
from .library_rows import Plan, Row

OWN: Fields = {"title": needed(N_("What is saved to the library needs a name."))}
UNREADABLE = N_(
    "“{title}” in your library can no longer be read. Remove it, and save it again from a meeting."
)
_KEPT = (FIELDS.keys() - {"leader_id", "guest", "notes", "topic_id"}) | {"part"}


def every(session: Session, community_id: UUID) -> list[LibraryEntry]:
    """What a community keeps, by name."""
    mine = select(LibraryEntry).where(LibraryEntry.community_id == community_id)
    return list(session.scalars(mine.order_by(LibraryEntry.title, LibraryEntry.id)))


def keep_blocks(session: Session, ids: Sequence[UUID], on: date) -> list[UUID]:
    """Keep blocks of an agenda, each for itself; a parallel block with its tracks."""
    rows = agenda_copies.rows(session, ids)
    if not rows:
        raise UserError(N_("Choose a block of the agenda first."))
    home = session.get_one(Meeting, session.get_one(AgendaItem, ids[0]).meeting_id).community_id
    kept = [
        _entry(home, LibraryKind.BLOCK, row["title"], on, {"blocks": [_kept(row)]}) for row in rows
    ]
    session.add_all(kept)
    session.flush()
    return [entry.id for entry in kept]


def keep_meeting(session: Session, meeting_id: UUID, title: str, on: date) -> UUID:
    """Keep the frame and the agenda of a meeting as a template; raises UserError if it has none."""
    query = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id)
    rows = agenda_copies.rows(session, list(session.scalars(query)))
    if not rows:
        raise UserError(N_("This meeting has no agenda to save yet. Add blocks first."))
    meeting = session.get_one(Meeting, meeting_id)
    frame = [
        {"start": f"{day.starts_at:%H:%M}", "minutes": day.minutes}
        for day in days.of(session, meeting_id)
    ]
    blocks = [_kept(row) | _when(row) for row in rows]
    body = {"blocks": blocks, "kind": meeting.kind.value, "days": frame}
    entry = _entry(meeting.community_id, LibraryKind.TEMPLATE, title, on, body)
    session.add(entry)
    session.flush()
    return entry.id


def rename(session: Session, entry_id: UUID, title: str) -> None:
    """Call what is kept by another name."""
    apply(session, LibraryEntry, [entry_id], OWN, {"title": title})


def remove(session: Session, ids: Sequence[UUID]) -> None:
    """Take entries out of a community's library; agendas made of them stay as they are."""
    for entry in session.scalars(select(LibraryEntry).where(LibraryEntry.id.in_(list(ids)))):
        session.delete(entry)


def read(entry: LibraryEntry) -> Plan:
    """What an entry holds; raises UserError if a file made it unreadable."""
    try:
        plan = _plan(entry.body)
    except (ValueError, TypeError, KeyError, AttributeError, UserError) as problem:
        raise UserError(UNREADABLE, title=entry.title) from problem
    if not plan.rows:
        raise UserError(UNREADABLE, title=entry.title)
    return plan


def _plan(body: str) -> Plan:
    rows = agenda_copies.from_json(body)
    frame: dict[str, Any] = json.loads(body) if rows else {}
    told = frame.get("days", ())
    return Plan(
        MeetingKind(frame.get("kind", MeetingKind.IN_PERSON)),
        tuple(time.fromisoformat(day["start"]) for day in told),
        tuple(minutes(day["minutes"]) for day in told),
        tuple(rows or ()),
    )


def _entry(
    community_id: UUID, kind: LibraryKind, title: str, on: date, body: Mapping[str, Any]
) -> LibraryEntry:
    text = json.dumps({"form": agenda_copies.FORM, **body}, ensure_ascii=False)
    name = OWN["title"](title)
    return LibraryEntry(community_id=community_id, kind=kind, title=name, body=text, kept_on=on)


def _kept(row: Mapping[str, Any]) -> Row:
    kept = {name: value for name, value in row.items() if name in _KEPT and name != "pinned_at"}
    if "tracks" in row:
        kept["tracks"] = [_track(track) for track in row["tracks"]]
    return kept


def _track(track: Mapping[str, Any]) -> Row:
    return {"title": track["title"], "blocks": [_kept(row) for row in track["blocks"]]}


def _when(row: Mapping[str, Any]) -> Row:
    """Where a block stands in a template: its part, its day, and the hour it is pinned to."""
    return {name: row[name] for name in ("part", "day", "pinned_at") if name in row}
