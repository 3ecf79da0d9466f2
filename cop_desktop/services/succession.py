"""All that a community hands on to whoever comes next, read in one look."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import FunctionHolding, Member
from cop_desktop.models.thread_words import TopicState
from cop_desktop.models.vocabulary import OPEN_STILL, Function, MeetingState

from . import (
    actions,
    charter,
    communities,
    conclusions,
    decisions,
    meetings,
    products,
    roles,
    routines,
    stages,
    stakeholders,
    stories,
    topics,
    turnings,
)
from .actions import ActionRow
from .charter import CharterRow
from .communities import CommunityRow
from .conclusions import ConclusionRow
from .decisions import DecisionRow
from .meetings import MeetingRow
from .people import full_name
from .products import ProductRow
from .roles import Holding
from .routines import RoutineRow
from .stages import StagePath
from .stakeholders import StakeholderRow
from .stories import StoryRow
from .topics import TopicRow
from .turnings import TurningRow

THANKED = 120  # names on the title page; a larger community is thanked as a whole


@frozen
class Leader:
    """A term as leader of the community."""

    name: str
    since: date
    until: date | None


@frozen
class Book:
    """What stands in the succession book; nothing that is for the leader alone."""

    community: CommunityRow
    today: date
    people: int  # who ever took part
    names: tuple[str, ...]  # of all of them, unless there are too many
    charter: CharterRow | None
    path: StagePath
    turning: TurningRow | None  # the latest
    leaders: tuple[Leader, ...]
    terms: tuple[Holding, ...]
    meetings: tuple[MeetingRow, ...]  # held
    routines: tuple[RoutineRow, ...]
    products: tuple[ProductRow, ...]
    stories: tuple[StoryRow, ...]  # told, and free to leave
    topics: tuple[TopicRow, ...]  # still open
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]
    conclusions: tuple[ConclusionRow, ...]
    stakeholders: tuple[StakeholderRow, ...]

    @property
    def begun(self) -> date | None:
        """The first day: founded, the first stage, or the first meeting."""
        days = [row.starts_at.date() for row in self.meetings[:1]]
        days += [row.since for row in self.path.history[:1]]
        return self.community.founded or min(days, default=None)


def of(session: Session, community_id: UUID, today: date) -> Book:
    """The book as of a day."""
    people = session.scalar(
        select(func.count(Member.id)).where(Member.community_id == community_id)
    )
    every_turning = turnings.every(session, community_id)
    return Book(
        communities.one(session, community_id, today),
        today,
        people or 0,
        _names(session, community_id) if (people or 0) <= THANKED else (),
        charter.in_force(session, community_id),
        stages.path(session, community_id),
        every_turning[-1] if every_turning else None,
        _leaders(session, community_id),
        roles.history(session, community_id),
        tuple(row for row in meetings.every(session, community_id) if _held(row, today)),
        routines.every(session, community_id, today),
        tuple(products.every(session, community_id)),
        tuple(
            row for row in stories.every(session, community_id) if row.may_leave and not row.seed
        ),
        tuple(
            row for row in topics.every(session, community_id, today)
            if row.state == TopicState.OPEN
        ),
        tuple(row for row in decisions.every(session, community_id) if row.state in OPEN_STILL),
        tuple(actions.still_open(session, community_id)),
        tuple(conclusions.waiting(session, community_id)),
        stakeholders.every(session, community_id),
    )  # fmt: skip


def _held(row: MeetingRow, today: date) -> bool:
    return row.state == MeetingState.HELD and row.starts_at.date() <= today


def _names(session: Session, community_id: UUID) -> tuple[str, ...]:
    found = session.execute(
        select(Member.given_name, Member.family_name)
        .where(Member.community_id == community_id)
        .order_by(Member.sort_key)
    )
    return tuple(full_name(given, family) for given, family in found)


def _leaders(session: Session, community_id: UUID) -> tuple[Leader, ...]:
    found = session.execute(
        select(Member.given_name, Member.family_name, FunctionHolding.since, FunctionHolding.until)
        .join(Member, FunctionHolding.member_id == Member.id)
        .where(Member.community_id == community_id, FunctionHolding.function == Function.LEADER)
        .order_by(FunctionHolding.since)
    )
    return tuple(
        Leader(full_name(given, family), since, until) for given, family, since, until in found
    )
