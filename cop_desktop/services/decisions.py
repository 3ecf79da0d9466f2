"""What meetings decided, who sees to it, and how far it has come."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import AgendaItem, Decision, Meeting, Member, Topic
from cop_desktop.models.vocabulary import OPEN_STILL, Progress

from . import block_topics
from .editing import Fields, apply, behind, cleaned, day, line, link_to, needed, word
from .people import full_name

FIELDS: Fields = {
    "text": needed(N_("A decision needs words: what was decided?")),
    "state": word(Progress),
    "note": line,
    "owner_id": link_to(Member),
    "due": day,
    "item_id": link_to(AgendaItem),
    "topic_id": link_to(Topic),
}


@frozen
class DecisionRow:
    """A decision with the one who sees to it."""

    id: UUID
    meeting_id: UUID
    decided_on: date
    text: str
    state: Progress
    note: str
    owner_id: UUID | None
    owner: str
    due: date | None
    item_id: UUID | None = None  # the block in which it was taken
    block: str = ""
    topic: str = ""  # of the meeting
    topic_id: UUID | None = None  # what it belongs to of the topics of the community

    def late(self, today: date) -> bool:
        return self.state in OPEN_STILL and self.due is not None and self.due < today


def of(session: Session, meeting_id: UUID) -> list[DecisionRow]:
    """A meeting's decisions in the order written."""
    return _rows(session, _query().where(Decision.meeting_id == meeting_id))


def every(session: Session, community_id: UUID) -> list[DecisionRow]:
    """The register: all decisions, newest meeting first."""
    return _rows(session, _query(newest=True).where(Meeting.community_id == community_id))


def overdue(session: Session, community_id: UUID, today: date) -> list[DecisionRow]:
    """Open decisions whose day has passed."""
    late = _query().where(
        Meeting.community_id == community_id, Decision.state.in_(OPEN_STILL), Decision.due < today
    )
    return _rows(session, late)


def add(session: Session, meeting_id: UUID, values: Mapping[str, Any]) -> UUID:
    """Write a decision down behind the others; raises UserError when it has no words."""
    clean = cleaned(FIELDS, block_topics.with_topic(session, values))
    place = behind(session, Decision.position, Decision.meeting_id == meeting_id)
    decision = Decision(meeting_id=meeting_id, position=place, **clean)
    session.add(decision)
    session.flush()
    return decision.id


def change(session: Session, decision_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of a decision; raises UserError when no words would be left."""
    decision = session.get_one(Decision, decision_id)
    told = block_topics.moved(session, decision, values)
    apply(session, Decision, [decision_id], FIELDS, told)


def remove(session: Session, decision_id: UUID) -> None:
    """Delete a decision."""
    session.delete(session.get_one(Decision, decision_id))


def _query(newest: bool = False) -> Select[*tuple[Any, ...]]:
    start = Meeting.starts_at.desc() if newest else Meeting.starts_at.asc()
    return (
        select(
            Decision, Meeting.starts_at, Meeting.topic, AgendaItem.title,
            Member.given_name, Member.family_name,
        )
        .join(Meeting, Decision.meeting_id == Meeting.id)
        .outerjoin(AgendaItem, Decision.item_id == AgendaItem.id)
        .outerjoin(Member, Decision.owner_id == Member.id)
        .order_by(start, Decision.position)
    )  # fmt: skip


def _rows(session: Session, query: Select[*tuple[Any, ...]]) -> list[DecisionRow]:
    return [
        DecisionRow(
            it.id, it.meeting_id, starts_at.date(), it.text, it.state, it.note, it.owner_id,
            full_name(given, family), it.due, it.item_id, block or "", topic, it.topic_id,
        )
        for it, starts_at, topic, block, given, family in session.execute(query)
    ]  # fmt: skip
