"""The thread of a topic: one ledger from the needs it answers to the value that came of it."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import (
    Action,
    AgendaItem,
    Decision,
    Meeting,
    Member,
    Product,
    ProductTopic,
    Topic,
)
from cop_desktop.models.vocabulary import OPEN_STILL, ProductKind, ProductStatus, Progress

from . import needs, stories, topics
from .needs import NeedRow
from .people import full_name
from .stories import StoryRow
from .topic_facts import OnAgenda
from .topics import TopicRow


@frozen
class Agreed:
    """A decision or a task that came of a topic."""

    id: UUID
    text: str
    meeting_id: UUID | None
    meeting: str
    on: date | None  # the day of that meeting
    owner: str
    due: date | None
    state: Progress

    @property
    def open(self) -> bool:
        return self.state in OPEN_STILL


@frozen
class Made:
    """A product that answers a topic."""

    id: UUID
    title: str
    kind: ProductKind
    status: ProductStatus
    published_on: date | None


@frozen
class Thread:
    """Everything on the way of a topic, each step in the order of time."""

    topic: TopicRow
    needs: tuple[NeedRow, ...]
    decisions: tuple[Agreed, ...]
    tasks: tuple[Agreed, ...]
    products: tuple[Made, ...]
    stories: tuple[StoryRow, ...]

    @property
    def agenda(self) -> tuple[OnAgenda, ...]:
        return self.topic.on


def of(session: Session, topic_id: UUID, today: date) -> Thread:
    """The whole thread of a topic."""
    topic = topics.one(session, topic_id, today)
    home = session.get_one(Topic, topic_id).community_id
    return around(session, topic, needs.every(session, home), stories.every(session, home))


def around(
    session: Session, topic: TopicRow, known: Iterable[NeedRow], told: Iterable[StoryRow]
) -> Thread:
    """The thread of a topic where the community's needs and stories are known already."""
    made = _products(session, topic.id)
    keys = {it.id for it in made}
    told = (row for row in told if row.topic_id == topic.id or row.product_id in keys)
    return Thread(
        topic,
        tuple(row for row in known if row.id in topic.need_ids),
        _agreed(session, Decision, topic.id),
        _agreed(session, Action, topic.id),
        made,
        tuple(sorted(told, key=lambda row: row.noted_on)),
    )


def _agreed(
    session: Session, model: type[Decision] | type[Action], topic_id: UUID
) -> tuple[Agreed, ...]:
    """What names the topic itself, or names none and was written in a block that carries it."""
    query: Select[*tuple[Any, ...]] = (
        select(model, Meeting.topic, Meeting.starts_at, Member.given_name, Member.family_name)
        .outerjoin(Meeting, model.meeting_id == Meeting.id)
        .outerjoin(AgendaItem, model.item_id == AgendaItem.id)
        .outerjoin(Member, model.owner_id == Member.id)
        .where(func.coalesce(model.topic_id, AgendaItem.topic_id) == topic_id)
        .order_by(Meeting.starts_at.asc().nulls_last(), model.position)
    )
    return tuple(
        Agreed(
            it.id, it.text, it.meeting_id, meeting or "", at.date() if at else None,
            full_name(given, family) or getattr(it, "guest", ""), it.due, it.state,
        )
        for it, meeting, at, given, family in session.execute(query)
    )  # fmt: skip


def _products(session: Session, topic_id: UUID) -> tuple[Made, ...]:
    query = (
        select(Product)
        .join(ProductTopic, ProductTopic.product_id == Product.id)
        .where(ProductTopic.topic_id == topic_id)
        .order_by(Product.title)
    )
    return tuple(
        Made(it.id, it.title, it.kind, it.status, it.published_on) for it in session.scalars(query)
    )
