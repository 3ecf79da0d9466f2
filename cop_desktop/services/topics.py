"""Topics: what a community means to take up, how long it waits, and what came of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Member, Need, Topic, TopicNeed
from cop_desktop.models.thread_words import TopicState

from . import topic_facts
from .editing import Fields, apply, cleaned, day, link_to, needed, not_ahead, prose, whole
from .looking import once
from .people import full_name
from .topic_facts import OnAgenda

FIELDS: Fields = {
    "title": needed(N_("A topic needs a title.")),
    "opened_on": day,
    "note": prose,
    "owner_id": link_to(Member),
    "weight": whole(1, 3),
    "answer": prose,
}


@frozen
class TopicRow:
    """A topic with its age and what came of it so far."""

    id: UUID
    title: str
    opened_on: date
    note: str
    owner_id: UUID | None
    owner: str
    weight: int  # 1 to 3
    state: TopicState
    closed_on: date | None
    answer: str
    need_ids: tuple[UUID, ...]
    on: tuple[OnAgenda, ...]  # agendas that carry it, past and ahead, in order
    waited: int  # meetings that went by since it was opened, until an agenda carried it
    decisions: int
    actions: int
    products: int

    @property
    def open(self) -> bool:
        return self.state == TopicState.OPEN

    @property
    def waiting(self) -> bool:
        """Open, and no agenda carries it; a meeting that was called off carries nothing."""
        return self.open and not self.on


@once
def every(session: Session, community_id: UUID, today: date) -> tuple[TopicRow, ...]:
    """All topics: open ones first, those that waited longest before the others."""
    found = session.execute(
        select(Topic, Member.given_name, Member.family_name)
        .outerjoin(Member, Topic.owner_id == Member.id)
        .where(Topic.community_id == community_id)
        .order_by(Topic.opened_on, Topic.title)
    ).all()
    facts = topic_facts.of(session, community_id, today)
    rows = [_row(it, full_name(given, family), facts) for it, given, family in found]
    return (*_by_age([row for row in rows if row.open]), *_by_closing(rows))


def waiting(session: Session, community_id: UUID, today: date) -> tuple[TopicRow, ...]:
    """Open topics that are on no agenda, the one that waits longest first."""
    return tuple(row for row in every(session, community_id, today) if row.waiting)


def any_open(session: Session, community_id: UUID) -> bool:
    """Whether there is a topic to be taken up."""
    query = select(Topic.id).where(
        Topic.community_id == community_id, Topic.state == TopicState.OPEN
    )
    return session.scalar(query.limit(1)) is not None


def one(session: Session, topic_id: UUID, today: date) -> TopicRow:
    """One topic."""
    home = session.get_one(Topic, topic_id).community_id
    return next(row for row in every(session, home, today) if row.id == topic_id)


def add(session: Session, community_id: UUID, values: Mapping[str, Any], today: date) -> UUID:
    """Open a topic; raises UserError without a title."""
    clean = cleaned(FIELDS, {"title": "", **values})
    clean["opened_on"] = clean.get("opened_on") or today
    not_ahead(clean["opened_on"], today)
    topic = Topic(community_id=community_id, **clean)
    session.add(topic)
    session.flush()
    return topic.id


def propose(session: Session, need_id: UUID, today: date) -> UUID:
    """Open a topic that answers a need, in its words and with its weight."""
    need = session.get_one(Need, need_id)
    values = {"title": need.text, "weight": need.weight}
    topic_id = add(session, need.community_id, values, today)
    link(session, topic_id, need_id)
    return topic_id


def change(session: Session, topic_id: UUID, values: Mapping[str, Any], today: date) -> None:
    """Set fields of a topic; raises UserError when no title would be left, or a day is ahead."""
    kept = {name: value for name, value in values.items() if not _unset(name, value)}
    for topic in apply(session, Topic, [topic_id], FIELDS, kept):
        not_ahead(topic.opened_on if "opened_on" in kept else None, today)


def close(session: Session, topic_id: UUID, answer: str, today: date) -> None:
    """The topic was dealt with; `answer` is what those who asked are told, if there is a word."""
    _end(session, topic_id, TopicState.DONE, answer, today)


def decline(session: Session, topic_id: UUID, answer: str, today: date) -> None:
    """The topic will not be taken up; raises UserError without a word of why."""
    if not prose(answer):
        raise UserError(N_("A frank no needs a reason. Write what to tell those who asked."))
    _end(session, topic_id, TopicState.DECLINED, answer, today)


def reopen(session: Session, topic_id: UUID) -> None:
    """The topic is open again; the answer that was given stays written."""
    topic = session.get_one(Topic, topic_id)
    topic.state, topic.closed_on = TopicState.OPEN, None


def remove(session: Session, topic_id: UUID) -> None:
    """Delete a topic; its needs, blocks, decisions and products stay."""
    session.delete(session.get_one(Topic, topic_id))


def link(session: Session, topic_id: UUID, need_id: UUID) -> None:
    """The topic answers that need, too."""
    if _need_link(session, topic_id, need_id) is None:
        session.add(TopicNeed(topic_id=topic_id, need_id=need_id))
        session.flush()


def unlink(session: Session, topic_id: UUID, need_id: UUID) -> None:
    """The topic does not answer that need."""
    if (found := _need_link(session, topic_id, need_id)) is not None:
        session.delete(found)
        session.flush()


def _row(it: Topic, owner: str, facts: topic_facts.Facts) -> TopicRow:
    on = facts.on.get(it.id, ())
    return TopicRow(
        it.id, it.title, it.opened_on, it.note, it.owner_id, owner, it.weight, it.state,
        it.closed_on, it.answer, facts.needs.get(it.id, ()), on,
        facts.waited(it.opened_on, it.closed_on, on), facts.decisions[it.id],
        facts.actions[it.id], facts.products[it.id],
    )  # fmt: skip


def _by_age(rows: Sequence[TopicRow]) -> list[TopicRow]:
    """Those that still wait before those an agenda carries; the longest wait first."""
    return sorted(rows, key=lambda row: (bool(row.on), -row.waited, row.opened_on, -row.weight))


def _by_closing(rows: Sequence[TopicRow]) -> list[TopicRow]:
    closed = [row for row in rows if not row.open]
    return sorted(closed, key=lambda row: row.closed_on or row.opened_on, reverse=True)


def _unset(name: str, value: object) -> bool:
    return name in {"opened_on", "weight"} and value in (None, "")


def _end(session: Session, topic_id: UUID, state: TopicState, answer: str, today: date) -> None:
    topic = session.get_one(Topic, topic_id)
    topic.state, topic.closed_on, topic.answer = state, today, prose(answer)


def _need_link(session: Session, topic_id: UUID, need_id: UUID) -> TopicNeed | None:
    return session.scalar(
        select(TopicNeed).where(TopicNeed.topic_id == topic_id, TopicNeed.need_id == need_id)
    )
