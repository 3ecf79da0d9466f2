"""The topics that a product answers."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import Product, ProductTopic, Topic
from cop_desktop.models.thread_words import TopicState
from cop_desktop.models.vocabulary import ProductStatus


@frozen
class Answer:
    """A topic and a product that answers it."""

    topic_id: UUID
    topic: str
    state: TopicState
    product_id: UUID
    product: str
    status: ProductStatus


def topics_of(session: Session, product_id: UUID) -> tuple[Answer, ...]:
    """The topics that a product answers."""
    return _rows(session, ProductTopic.product_id == product_id)


def answers(session: Session, community_id: UUID) -> tuple[Answer, ...]:
    """All topics that a product answers, and which."""
    return _rows(session, Product.community_id == community_id)


def by_product(session: Session, community_id: UUID) -> Mapping[UUID, tuple[Answer, ...]]:
    """The topics of every product that answers any."""
    found: defaultdict[UUID, list[Answer]] = defaultdict(list)
    for row in answers(session, community_id):
        found[row.product_id].append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def to_answer(session: Session, community_id: UUID) -> Mapping[str, UUID]:
    """The topics of a community by their titles, those still open first; a namesake gives way."""
    found = session.execute(
        select(Topic.title, Topic.id)
        .where(Topic.community_id == community_id, Topic.state != TopicState.DECLINED)
        .order_by(Topic.state != TopicState.OPEN, Topic.opened_on.desc())
    )
    titles: dict[str, UUID] = {}
    for title, key in found:
        titles.setdefault(title, key)
    return titles


def link_topic(session: Session, product_id: UUID, topic_id: UUID) -> None:
    """Say that a product answers a topic; twice says no more than once."""
    known = select(ProductTopic.id).where(*_pair(product_id, topic_id))
    if session.scalar(known) is None:
        session.add(ProductTopic(product_id=product_id, topic_id=topic_id))
        session.flush()


def unlink_topic(session: Session, product_id: UUID, topic_id: UUID) -> None:
    """Say that a product does not answer a topic after all."""
    session.execute(delete(ProductTopic).where(*_pair(product_id, topic_id)))


def _pair(product_id: UUID, topic_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return ProductTopic.product_id == product_id, ProductTopic.topic_id == topic_id


def _rows(session: Session, which: ColumnElement[bool]) -> tuple[Answer, ...]:
    found = session.execute(
        select(Topic.id, Topic.title, Topic.state, Product.id, Product.title, Product.status)
        .select_from(ProductTopic)
        .join(Topic, ProductTopic.topic_id == Topic.id)
        .join(Product, ProductTopic.product_id == Product.id)
        .where(which)
        .order_by(Topic.opened_on, Topic.title, Product.title)
    )
    return tuple(Answer(*row) for row in found)
