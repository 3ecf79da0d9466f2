"""What the file knows of topics: the agendas that carry them, and what came out of these."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import (
    Action,
    AgendaItem,
    Decision,
    Meeting,
    ProductTopic,
    Topic,
    TopicNeed,
)
from cop_desktop.models.vocabulary import MeetingState


@frozen
class OnAgenda:
    """A block that carries a topic, and its meeting."""

    meeting_id: UUID
    meeting: str  # its topic
    starts_at: datetime
    held: bool  # it took place
    item_id: UUID
    block: str


@frozen
class Facts:
    """For each topic of a community."""

    held: tuple[date, ...]  # the days of the meetings that took place, in order
    on: Mapping[UUID, tuple[OnAgenda, ...]]
    needs: Mapping[UUID, tuple[UUID, ...]]
    decisions: Counter[UUID]
    actions: Counter[UUID]
    products: Counter[UUID]

    def waited(self, opened_on: date, closed_on: date | None, on: Sequence[OnAgenda]) -> int:
        """Meetings after the day of opening, before the first that carries it or the closing.

        What is opened on the day of a meeting came up in it: that meeting does not count.
        """
        ends = [it.starts_at.date() for it in on[:1]] + ([closed_on] if closed_on else [])
        first = bisect_right(self.held, opened_on)
        last = bisect_left(self.held, min(ends)) if ends else len(self.held)
        return max(0, last - first)


def took_place(today: date) -> ColumnElement[bool]:
    """The condition that a meeting was held: said so, or its day is past and nobody cancelled."""
    midnight = datetime(today.year, today.month, today.day)
    ended = datetime.combine(today, datetime.max.time())
    return or_(
        and_(Meeting.state == MeetingState.HELD, Meeting.starts_at <= ended),
        and_(Meeting.state != MeetingState.CANCELLED, Meeting.starts_at < midnight),
    )


def of(session: Session, community_id: UUID, today: date) -> Facts:
    """Everything at once, in a fixed number of questions."""
    here = select(Topic.id).where(Topic.community_id == community_id)
    own = func.coalesce(Decision.topic_id, AgendaItem.topic_id)
    task = func.coalesce(Action.topic_id, AgendaItem.topic_id)
    decided = select(own, func.count()).select_from(Decision)
    tasks = select(task, func.count()).select_from(Action)
    return Facts(
        _held(session, community_id, today),
        _on(session, community_id, today),
        _needs(session, here),
        _count(
            session,
            decided.outerjoin(AgendaItem, Decision.item_id == AgendaItem.id)
            .where(own.in_(here))
            .group_by(own),
        ),
        _count(
            session,
            tasks.outerjoin(AgendaItem, Action.item_id == AgendaItem.id)
            .where(task.in_(here))
            .group_by(task),
        ),
        _count(
            session,
            select(ProductTopic.topic_id, func.count())
            .where(ProductTopic.topic_id.in_(here))
            .group_by(ProductTopic.topic_id),
        ),
    )


def _held(session: Session, community_id: UUID, today: date) -> tuple[date, ...]:
    query = (
        select(Meeting.starts_at)
        .where(Meeting.community_id == community_id, took_place(today))
        .order_by(Meeting.starts_at)
    )
    return tuple(at.date() for at in session.scalars(query))


def _on(session: Session, community_id: UUID, today: date) -> dict[UUID, tuple[OnAgenda, ...]]:
    query = (
        select(
            AgendaItem.topic_id, Meeting.id, Meeting.topic, Meeting.starts_at,
            took_place(today), AgendaItem.id, AgendaItem.title,
        )
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(Meeting.community_id == community_id, Meeting.state != MeetingState.CANCELLED)
        .where(AgendaItem.topic_id.is_not(None))
        .order_by(Meeting.starts_at, AgendaItem.position)
    )  # fmt: skip
    on: dict[UUID | None, list[OnAgenda]] = {}
    for topic, meeting, title, at, held, item, block in session.execute(query):
        on.setdefault(topic, []).append(OnAgenda(meeting, title, at, bool(held), item, block))
    return {topic: tuple(rows) for topic, rows in on.items() if topic}


def _needs(session: Session, here: Select[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    needs: dict[UUID, tuple[UUID, ...]] = {}
    for it in session.scalars(select(TopicNeed).where(TopicNeed.topic_id.in_(here))):
        needs[it.topic_id] = (*needs.get(it.topic_id, ()), it.need_id)
    return needs


def _count(session: Session, query: Select[*tuple[Any, ...]]) -> Counter[UUID]:
    return Counter({row[0]: row[1] for row in session.execute(query)})
