"""Decisions and tasks of all meetings in one list: what is agreed, whose it is, how far it is."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import OPEN_STILL, Progress

from . import actions, decisions


class Agreed(StrEnum):
    """What a line of the register is."""

    DECISION = "decision"
    ACTION = "action"


@frozen
class Entry:
    """A decision or a task, with the meeting it comes from."""

    id: UUID
    what: Agreed
    text: str
    meeting_id: UUID | None
    topic: str
    on: date | None
    owner_id: UUID | None
    owner: str
    due: date | None
    state: Progress
    note: str

    @property
    def open(self) -> bool:
        return self.state in OPEN_STILL

    def late(self, today: date) -> bool:
        return self.open and self.due is not None and self.due < today


def every(session: Session, community_id: UUID) -> list[Entry]:
    """All that was agreed, the newest meeting first, decisions before tasks."""
    decided = [
        Entry(
            it.id, Agreed.DECISION, it.text, it.meeting_id, it.topic, it.decided_on, it.owner_id,
            it.owner, it.due, it.state, it.note,
        )
        for it in decisions.every(session, community_id)
    ]  # fmt: skip
    taken_on = [
        Entry(
            it.id, Agreed.ACTION, it.text, it.meeting_id, it.topic, it.agreed_on, it.owner_id,
            it.owner, it.due, it.state, it.note,
        )
        for it in actions.every(session, community_id)
    ]  # fmt: skip
    return sorted(decided + taken_on, key=lambda it: it.on or date.min, reverse=True)
