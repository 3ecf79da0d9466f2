"""What can be done to a line of a list, whatever it holds, and what Undo says of it."""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.services import actions, conclusions, decisions, notes
from cop_desktop.ui.desk import Desk

from .words import named


class Row(Protocol):
    """A row that says something under a key."""

    @property
    def id(self) -> UUID: ...

    @property
    def text(self) -> str: ...


@frozen
class Steps:
    """The verbs of one kind of row, with their words (message ids)."""

    add: Callable[[Session, Desk, UUID, dict[str, Any]], UUID]  # the meeting's key, values
    change: Callable[[Session, UUID, dict[str, Any], date], None]
    remove: Callable[[Session, UUID], None]
    added: str
    changed: str
    deleted: str
    told: str  # after deleting


DECISIONS = Steps(
    lambda session, _desk, meeting, values: decisions.add(session, meeting, values),
    lambda session, key, values, _today: decisions.change(session, key, values),
    decisions.remove,
    N_("Decision “{title}”"), N_("Change the decision “{title}”"),
    N_("Delete the decision “{title}”"), N_("The decision was deleted."),
)  # fmt: skip
ACTIONS = Steps(
    lambda session, desk, meeting, values: actions.add(
        session, desk.community_id, values, meeting
    ),
    actions.change,
    actions.remove,
    N_("Task “{title}”"), N_("Change the task “{title}”"),
    N_("Delete the task “{title}”"), N_("The task was deleted."),
)  # fmt: skip
NOTES = Steps(
    lambda session, _desk, meeting, values: notes.add(session, meeting, values),
    lambda session, key, values, _today: notes.change(session, key, values),
    notes.remove,
    N_("Note “{title}”"), N_("Change the note “{title}”"),
    N_("Delete the note “{title}”"), N_("The note was deleted."),
)  # fmt: skip
CONCLUSIONS = Steps(
    lambda session, desk, meeting, values: conclusions.add(
        session, desk.community_id, values, meeting
    ),
    lambda session, key, values, _today: conclusions.change(session, key, values),
    conclusions.remove,
    N_("Conclusion “{title}”"), N_("Change the conclusion “{title}”"),
    N_("Delete the conclusion “{title}”"), N_("The conclusion was deleted."),
)  # fmt: skip


def add_row(desk: Desk, steps: Steps, meeting_id: UUID, values: dict[str, Any]) -> UUID:
    """Write a row down in a step of its own."""
    label = named(steps.added, str(values["text"]), desk.catalog)
    with desk.store.write(label) as session:
        return steps.add(session, desk, meeting_id, values)


def change_row(desk: Desk, steps: Steps, row: Row, values: dict[str, Any]) -> None:
    """Set fields of a row in a step of its own."""
    with desk.store.write(named(steps.changed, row.text, desk.catalog)) as session:
        steps.change(session, row.id, values, desk.today())


def remove_row(desk: Desk, steps: Steps, row: Row) -> None:
    """Delete a row; the toast takes it back."""
    with desk.store.write(named(steps.deleted, row.text, desk.catalog)) as session:
        steps.remove(session, row.id)
    desk.toast(desk.catalog(steps.told), undo=True)
