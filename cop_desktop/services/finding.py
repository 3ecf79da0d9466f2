"""One search over a community: people, meetings and their blocks, decisions, plans, products."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.models import (
    Action,
    AgendaItem,
    Decision,
    Goal,
    Meeting,
    Member,
    Organisation,
    PlanItem,
    Product,
)

from .people import full_name
from .search import fold, terms


class FoundKind(StrEnum):
    """What was found."""

    MEMBER = "member"
    MEETING = "meeting"
    BLOCK = "block"
    DECISION = "decision"
    ACTION = "action"
    ACTIVITY = "activity"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
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
    for source in (_meetings, _blocks, _decisions, _actions, _activities, _products):
        answers += _best(source(session, community_id), wanted, limit)
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
    query = (
        select(Meeting.id, Meeting.topic, Meeting.place, Meeting.starts_at)
        .where(Meeting.community_id == community_id)
        .order_by(Meeting.starts_at.desc())
    )
    for key, topic, place, starts_at in session.execute(query):
        yield Found(FoundKind.MEETING, key, key, topic, place, starts_at.date())


def _blocks(session: Session, community_id: UUID) -> Iterable[Found]:
    query = (
        select(AgendaItem.id, Meeting.id, AgendaItem.title, Meeting.topic, Meeting.starts_at)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(Meeting.community_id == community_id)
        .order_by(Meeting.starts_at.desc(), AgendaItem.position)
    )
    for key, meeting, title, topic, starts_at in session.execute(query):
        yield Found(FoundKind.BLOCK, key, meeting, title, topic, starts_at.date())


def _decisions(session: Session, community_id: UUID) -> Iterable[Found]:
    query = (
        select(Decision.id, Meeting.id, Decision.text, Meeting.topic, Meeting.starts_at)
        .join(Meeting, Decision.meeting_id == Meeting.id)
        .where(Meeting.community_id == community_id)
        .order_by(Meeting.starts_at.desc())
    )
    for key, meeting, words, topic, starts_at in session.execute(query):
        yield Found(FoundKind.DECISION, key, meeting, words, topic, starts_at.date())


def _actions(session: Session, community_id: UUID) -> Iterable[Found]:
    query = (
        select(Action.id, Action.text, Meeting.topic, Action.due)
        .outerjoin(Meeting, Action.meeting_id == Meeting.id)
        .where(Action.community_id == community_id)
        .order_by(Meeting.starts_at.desc(), Action.position)
    )
    for key, words, topic, due in session.execute(query):
        yield Found(FoundKind.ACTION, key, key, words, topic or "", due)


def _activities(session: Session, community_id: UUID) -> Iterable[Found]:
    query = (
        select(PlanItem.id, PlanItem.title, Goal.title, PlanItem.ends)
        .join(Goal, PlanItem.goal_id == Goal.id)
        .where(Goal.community_id == community_id)
        .order_by(Goal.work_year.desc(), Goal.position, PlanItem.position)
    )
    for key, title, goal, ends in session.execute(query):
        yield Found(FoundKind.ACTIVITY, key, key, title, goal, ends)


def _products(session: Session, community_id: UUID) -> Iterable[Found]:
    query = (
        select(Product.id, Product.title, Product.published_on)
        .where(Product.community_id == community_id)
        .order_by(Product.title)
    )
    for key, title, published in session.execute(query):
        yield Found(FoundKind.PRODUCT, key, key, title, on=published)


def _best(rows: Iterable[Found], wanted: list[str], limit: int) -> list[Found]:
    # a community has hundreds of these, not thousands: folding them here costs a millisecond
    fitting = [row for row in rows if _answers(fold(f"{row.title} {row.detail}"), wanted)]
    return sorted(fitting, key=_begins_with(wanted[0]))[:limit]


def _answers(folded: str, wanted: list[str]) -> bool:
    return all(term in folded for term in wanted)


def _begins_with(term: str) -> Callable[[Found], Any]:
    return lambda row: not fold(row.title).startswith(term)
