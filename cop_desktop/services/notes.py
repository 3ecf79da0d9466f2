"""What is caught in a meeting beside decisions and tasks: notes, quotes, open issues."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import AgendaItem, MeetingNote, Member
from cop_desktop.models.vocabulary import NoteKind

from .editing import Fields, apply, behind, cleaned, link_to, moment, needed, word
from .people import full_name


def _noted(value: Any) -> datetime | None:
    return moment(value) if value else None


FIELDS: Fields = {
    "text": needed(N_("A note needs some words.")),
    "kind": word(NoteKind),
    "item_id": link_to(AgendaItem),
    "said_by_id": link_to(Member),
    "confidential": bool,
    "noted_at": _noted,
}


@frozen
class NoteRow:
    """A note with the block it belongs to and who said it, where that is known."""

    id: UUID
    meeting_id: UUID
    kind: NoteKind
    text: str
    item_id: UUID | None
    block: str
    said_by_id: UUID | None
    said_by: str
    confidential: bool  # stays out of all papers
    noted_at: datetime | None


def of(session: Session, meeting_id: UUID) -> list[NoteRow]:
    """A meeting's notes as they were noted; confidential ones included."""
    found = session.execute(
        select(MeetingNote, AgendaItem.title, Member.given_name, Member.family_name)
        .outerjoin(AgendaItem, MeetingNote.item_id == AgendaItem.id)
        .outerjoin(Member, MeetingNote.said_by_id == Member.id)
        .where(MeetingNote.meeting_id == meeting_id)
        .order_by(MeetingNote.position)
    )
    return [
        NoteRow(
            it.id, it.meeting_id, it.kind, it.text, it.item_id, block or "", it.said_by_id,
            full_name(given, family), it.confidential, it.noted_at,
        )
        for it, block, given, family in found
    ]  # fmt: skip


def add(session: Session, meeting_id: UUID, values: Mapping[str, Any]) -> UUID:
    """Write a note down behind the others; raises UserError when it has no words."""
    clean = cleaned(FIELDS, {"text": "", "kind": NoteKind.NOTE, **values})
    place = behind(session, MeetingNote.position, MeetingNote.meeting_id == meeting_id)
    note = MeetingNote(meeting_id=meeting_id, position=place, **clean)
    session.add(note)
    session.flush()
    return note.id


def change(session: Session, note_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of a note; raises UserError when no words would be left."""
    apply(session, MeetingNote, [note_id], FIELDS, values)


def remove(session: Session, note_id: UUID) -> None:
    """Delete a note."""
    session.delete(session.get_one(MeetingNote, note_id))
