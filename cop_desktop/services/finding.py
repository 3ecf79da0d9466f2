"""One search over a community: people, meetings and their blocks, decisions, plans, products …

By names and titles, as one types; `repertoire` goes through whole texts.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import (
    Action,
    AgendaItem,
    Decision,
    Goal,
    Meeting,
    Member,
    Need,
    Organisation,
    PlanItem,
    Product,
    Routine,
    Topic,
    ValueStory,
)

from .people import full_name
from .search import terms
from .word_search import Query, folded, query


class FoundKind(StrEnum):
    """What was found."""

    MEMBER = "member"
    MEETING = "meeting"
    BLOCK = "block"
    DECISION = "decision"
    ACTION = "action"
    ACTIVITY = "activity"
    PRODUCT = "product"
    TOPIC = "topic"
    NEED = "need"
    STORY = "story"
    ROUTINE = "routine"


@frozen
class Found:
    """One thing that answers a search; `shown_at` is the row whose page shows it."""

    kind: FoundKind
    id: UUID
    shown_at: UUID
    title: str
    detail: str = ""
    on: date | None = None


def search_everything(
    session: Session, community_id: UUID, text: str, limit: int = 8
) -> list[Found]:
    """Up to `limit` answers of each kind; those that begin with the words come first."""
    wanted = terms(text)
    if not wanted:
        return []
    answers = _members(session, community_id, wanted, limit)
    asked = query(text)
    for source in _SOURCES:
        answers += _best(source(session, community_id), asked, limit)
    return answers


def _members(session: Session, community_id: UUID, wanted: list[str], limit: int) -> list[Found]:
    begins = Member.sort_key.startswith(wanted[0], autoescape=True)
    found = session.execute(
        select(
            Member.id, Member.given_name, Member.family_name, func.coalesce(Organisation.name, "")
        ).outerjoin(Organisation).where(
            Member.community_id == community_id,
            *(Member.search_key.contains(term, autoescape=True) for term in wanted),
        ).order_by(begins.desc(), Member.sort_key).limit(limit)
    )  # fmt: skip
    return [
        Found(FoundKind.MEMBER, key, key, full_name(given, family), organisation)
        for key, given, family, organisation in found
    ]


def _meetings(session: Session, community_id: UUID) -> Iterable[Found]:
    wanted = (
        select(Meeting.id, Meeting.topic, Meeting.place, Meeting.starts_at)
        .where(Meeting.community_id == community_id)
        .order_by(Meeting.starts_at.desc())
    )
    for key, topic, place, starts_at in session.execute(wanted):
        yield Found(FoundKind.MEETING, key, key, topic, place, starts_at.date())


def _blocks(session: Session, community_id: UUID) -> Iterable[Found]:
    wanted = (
        select(AgendaItem.id, Meeting.id, AgendaItem.title, Meeting.topic, Meeting.starts_at)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(Meeting.community_id == community_id)
        .order_by(Meeting.starts_at.desc(), AgendaItem.position)
    )
    for key, meeting, title, topic, starts_at in session.execute(wanted):
        yield Found(FoundKind.BLOCK, key, meeting, title, topic, starts_at.date())


def _decisions(session: Session, community_id: UUID) -> Iterable[Found]:
    wanted = (
        select(Decision.id, Meeting.id, Decision.text, Meeting.topic, Meeting.starts_at)
        .join(Meeting, Decision.meeting_id == Meeting.id)
        .where(Meeting.community_id == community_id)
        .order_by(Meeting.starts_at.desc())
    )
    for key, meeting, words, topic, starts_at in session.execute(wanted):
        yield Found(FoundKind.DECISION, key, meeting, words, topic, starts_at.date())


def _actions(session: Session, community_id: UUID) -> Iterable[Found]:
    wanted = (
        select(Action.id, Action.text, Meeting.topic, Action.due)
        .outerjoin(Meeting, Action.meeting_id == Meeting.id)
        .where(Action.community_id == community_id)
        .order_by(Meeting.starts_at.desc(), Action.position)
    )
    for key, words, topic, due in session.execute(wanted):
        yield Found(FoundKind.ACTION, key, key, words, topic or "", due)


def _activities(session: Session, community_id: UUID) -> Iterable[Found]:
    wanted = (
        select(PlanItem.id, PlanItem.title, Goal.title, PlanItem.ends)
        .join(Goal, PlanItem.goal_id == Goal.id)
        .where(Goal.community_id == community_id)
        .order_by(Goal.work_year.desc(), Goal.position, PlanItem.position)
    )
    for key, title, goal, ends in session.execute(wanted):
        yield Found(FoundKind.ACTIVITY, key, key, title, goal, ends)


def _products(session: Session, community_id: UUID) -> Iterable[Found]:
    wanted = (
        select(Product.id, Product.title, Product.published_on)
        .where(Product.community_id == community_id)
        .order_by(Product.title)
    )
    for key, title, published in session.execute(wanted):
        yield Found(FoundKind.PRODUCT, key, key, title, on=published)


def _topics(session: Session, community_id: UUID) -> Iterable[Found]:
    wanted = (
        select(Topic.id, Topic.title, Topic.opened_on)
        .where(Topic.community_id == community_id)
        .order_by(Topic.opened_on.desc())
    )
    for key, title, opened in session.execute(wanted):
        yield Found(FoundKind.TOPIC, key, key, title, on=opened)


def _needs(session: Session, community_id: UUID) -> Iterable[Found]:
    wanted = select(Need.id, Need.text).where(Need.community_id == community_id)
    for key, words in session.execute(wanted.order_by(Need.noted_on.desc())):
        yield Found(FoundKind.NEED, key, key, words)


def _stories(session: Session, community_id: UUID) -> Iterable[Found]:
    wanted = (
        select(ValueStory.id, ValueStory.title, ValueStory.noted_on)
        .where(ValueStory.community_id == community_id)
        .order_by(ValueStory.noted_on.desc())
    )
    for key, title, noted in session.execute(wanted):
        yield Found(FoundKind.STORY, key, key, title, on=noted)


def _routines(session: Session, community_id: UUID) -> Iterable[Found]:
    wanted = select(Routine.id, Routine.name).where(Routine.community_id == community_id)
    for key, name in session.execute(wanted.order_by(Routine.name)):
        yield Found(FoundKind.ROUTINE, key, key, name)


_SOURCES = (
    _meetings, _blocks, _decisions, _actions, _activities, _products, _topics, _needs, _stories,
    _routines,
)  # fmt: skip


def _best(rows: Iterable[Found], asked: Query, limit: int) -> list[Found]:
    # a community has hundreds of these, not thousands: folding them here costs a millisecond
    fitting = [row for row in rows if asked.fits(folded(f"{row.title} {row.detail}"))]
    first = asked.terms[0].folded
    return sorted(fitting, key=lambda row: not folded(row.title).startswith(first))[:limit]
