"""What can be caught in a meeting, as data: kinds, the sign that chooses each, what it asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import NoteKind
from cop_desktop.services import actions, decisions, notes
from cop_desktop.services.notes import NoteRow
from cop_desktop.ui.pages.meetings.line_steps import ACTIONS, DECISIONS, NOTES, Row, Steps

OWNER, SAID_BY = "owner", "said_by"


@frozen
class Catch:
    """A kind: `signs` typed first in an empty line choose it; `person` names who it asks for."""

    key: str
    icon: str
    title: str  # message id
    hint: str  # message id
    signs: str
    steps: Steps
    values: Mapping[str, Any] = field(default_factory=dict)
    person: str = ""  # OWNER, with a day; or SAID_BY


CATCHES = {
    it.key: it
    for it in (
        Catch("note", "ph.note-pencil", N_("Note"), N_("What was said or seen, then Enter"), ".",
              NOTES, {"kind": NoteKind.NOTE, "confidential": False}),
        Catch("decision", "ph.check-square", N_("Decision"), N_("What was decided, then Enter"),
              "!", DECISIONS),
        Catch("task", "ph.clipboard-text", N_("Task"), N_("What is to be done, then Enter"), "+",
              ACTIONS, person=OWNER),
        Catch("quote", "ph.quotes", N_("Quote"), N_("Their own words, then Enter"), "\"״“”",
              NOTES, {"kind": NoteKind.QUOTE, "confidential": False}, SAID_BY),
        Catch("issue", "ph.question", N_("Open issue"), N_("What stays open, then Enter"), "?؟",
              NOTES, {"kind": NoteKind.OPEN_ISSUE, "confidential": False}),
        Catch("secret", "ph.lock", N_("In confidence"), N_("For your eyes only, then Enter"), "*",
              NOTES, {"kind": NoteKind.NOTE, "confidential": True}),
    )
}  # fmt: skip
ORDER = tuple(CATCHES)
SIGNS = {sign: it.key for it in CATCHES.values() for sign in it.signs}
OF_NOTE = {NoteKind.NOTE: "note", NoteKind.QUOTE: "quote", NoteKind.OPEN_ISSUE: "issue"}


@frozen
class Caught:
    """Something that was caught, with the row it is kept in."""

    key: str  # of its kind
    row: Row
    who_id: UUID | None = None
    who: str = ""
    due: date | None = None
    item_id: UUID | None = None
    at: str = ""  # the hour it was noted

    @property
    def id(self) -> UUID:
        return self.row.id

    @property
    def catch(self) -> Catch:
        return CATCHES[self.key]


def of(session: Session, meeting_id: UUID) -> tuple[Caught, ...]:
    """All that a meeting caught: decisions first, then tasks, then what was noted."""
    return (
        *(
            Caught("decision", it, it.owner_id, it.owner, it.due, it.item_id)
            for it in decisions.of(session, meeting_id)
        ),
        *(
            Caught("task", it, it.owner_id, it.owner, it.due, it.item_id)
            for it in actions.of(session, meeting_id)
        ),
        *_noted(notes.of(session, meeting_id)),
    )


def _noted(rows: Sequence[NoteRow]) -> Iterator[Caught]:
    for it in reversed(rows):  # what was noted last comes first
        key = "secret" if it.confidential else OF_NOTE[it.kind]
        at = formats.clock(it.noted_at.time()) if it.noted_at else ""
        yield Caught(key, it, it.said_by_id, it.said_by, None, it.item_id, at)
