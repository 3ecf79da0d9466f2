"""Tasks: who does what until when, of one meeting and across all of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Action, AgendaItem, Meeting, Member, Topic
from cop_desktop.models.vocabulary import OPEN_STILL, Progress

from . import block_topics
from .editing import Fields, apply, behind, cleaned, day, line, link_to, needed, word
from .people import full_name

FIELDS: Fields = {
    "text": needed(N_("A task needs words: what is to be done?")),
    "item_id": link_to(AgendaItem),
    "topic_id": link_to(Topic),
    "owner_id": link_to(Member),
    "guest": line,
    "due": day,
    "state": word(Progress),
    "note": line,
}


@frozen
class ActionRow:
    """A task with who does it: one member, or a guest by name."""

    id: UUID
    text: str
    meeting_id: UUID | None  # none: taken on between meetings
    topic: str
    agreed_on: date | None  # the day of that meeting
    item_id: UUID | None
    block: str
    owner_id: UUID | None
    guest: str
    owner: str  # the member's name, or the guest's
    due: date | None
    state: Progress
    done_on: date | None
    note: str
    topic_id: UUID | None = None  # what it belongs to of the topics of the community

    @property
    def open(self) -> bool:
        return self.state in OPEN_STILL

    def late(self, today: date) -> bool:
        return self.open and self.due is not None and self.due < today


def of(session: Session, meeting_id: UUID) -> list[ActionRow]:
    """A meeting's tasks in the order written."""
    return _rows(session, _query().where(Action.meeting_id == meeting_id))


def every(session: Session, community_id: UUID) -> list[ActionRow]:
    """All tasks, those of the newest meeting first, those of no meeting at the end."""
    return _rows(session, _query(newest=True).where(Action.community_id == community_id))


def still_open(session: Session, community_id: UUID) -> list[ActionRow]:
    """Tasks neither done nor dropped, in the order they were taken on."""
    waiting = _query().where(Action.community_id == community_id, Action.state.in_(OPEN_STILL))
    return _rows(session, waiting)


def overdue(session: Session, community_id: UUID, today: date) -> list[ActionRow]:
    """Open tasks whose day has passed, the one that waits longest first."""
    late = [row for row in still_open(session, community_id) if row.late(today)]
    return sorted(late, key=lambda row: row.due or today)


def add(
    session: Session, community_id: UUID, values: Mapping[str, Any], meeting_id: UUID | None = None
) -> UUID:
    """Take on a task, in a meeting or between meetings; raises UserError without words."""
    clean = cleaned(FIELDS, {"text": "", **block_topics.with_topic(session, _one_owner(values))})
    place = behind(session, Action.position, Action.community_id == community_id)
    task = Action(community_id=community_id, meeting_id=meeting_id, position=place, **clean)
    session.add(task)
    session.flush()
    return task.id


def change(
    session: Session, action_id: UUID, values: Mapping[str, Any], today: date | None = None
) -> None:
    """Set fields of a task; a task that is done keeps the day on which that was said."""
    settled = block_topics.moved(session, session.get_one(Action, action_id), _one_owner(values))
    for task in apply(session, Action, [action_id], FIELDS, settled):
        if "state" in values:
            task.done_on = (task.done_on or today) if task.state == Progress.DONE else None


def remove(session: Session, action_id: UUID) -> None:
    """Delete a task."""
    session.delete(session.get_one(Action, action_id))


def _one_owner(values: Mapping[str, Any]) -> dict[str, Any]:
    """A member or a guest, never both: who is named last takes over."""
    settled = dict(values)
    if settled.get("owner_id"):
        settled["guest"] = ""
    elif settled.get("guest"):
        settled["owner_id"] = None
    return settled


def _query(newest: bool = False) -> Select[*tuple[Any, ...]]:
    start = Meeting.starts_at.desc() if newest else Meeting.starts_at.asc()
    return (
        select(
            Action, Meeting.topic, Meeting.starts_at, AgendaItem.title,
            Member.given_name, Member.family_name,
        )
        .outerjoin(Meeting, Action.meeting_id == Meeting.id)
        .outerjoin(AgendaItem, Action.item_id == AgendaItem.id)
        .outerjoin(Member, Action.owner_id == Member.id)
        .order_by(start.nulls_last(), Action.position)
    )  # fmt: skip


def _rows(session: Session, query: Select[*tuple[Any, ...]]) -> list[ActionRow]:
    return [
        ActionRow(
            it.id, it.text, it.meeting_id, topic or "", starts_at.date() if starts_at else None,
            it.item_id, block or "", it.owner_id, it.guest, full_name(given, family) or it.guest,
            it.due, it.state, it.done_on, it.note, it.topic_id,
        )
        for it, topic, starts_at, block, given, family in session.execute(query)
    ]  # fmt: skip
