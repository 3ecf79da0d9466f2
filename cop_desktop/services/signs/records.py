"""What the warning signs read of the file: rows with their days, each family asked for once."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from cop_desktop.models import (
    AgendaItem,
    Attendance,
    Charter,
    Community,
    FunctionHolding,
    Meeting,
    Member,
    Need,
    NeedsPause,
    Organisation,
    Product,
    Routine,
    RoutineDone,
    RuleBreach,
    Topic,
)
from cop_desktop.models.method import RoutineRhythm
from cop_desktop.models.thread_words import TopicState
from cop_desktop.models.vocabulary import (
    CAME,
    AgendaPart,
    BlockKind,
    Function,
    MeetingState,
)
from cop_desktop.services import participation, roles
from cop_desktop.services.needs import MAPPING
from cop_desktop.services.roles import Holding

from .roster import Roster
from .rows import Met, Round, Span, Version, Waiting, Work

LOOK_BACK = timedelta(days=800)  # of attendance before the first day that is looked at


class Records:
    """The rows of a community, asked for when a rule first wants them."""

    def __init__(self, session: Session, community_id: UUID, first: date, today: date) -> None:
        self._session, self._community = session, community_id
        self.first, self.today = first, today

    @cached_property
    def founded(self) -> date | None:
        return self._session.scalar(
            select(Community.founded).where(Community.id == self._community)
        )

    @cached_property
    def meetings(self) -> tuple[Met, ...]:
        found = self._session.execute(
            select(
                Meeting.id, Meeting.starts_at, Meeting.state, Meeting.moved,
                Meeting.summary_sent_on,
            ).where(Meeting.community_id == self._community).order_by(Meeting.starts_at)
        )  # fmt: skip
        return tuple(
            Met(key, at.date(), state, moved, sent) for key, at, state, moved, sent in found
        )

    @cached_property
    def minutes(self) -> Mapping[UUID, Mapping[BlockKind, int]]:
        """Minutes of each meeting by kind."""
        inner = aliased(AgendaItem)
        found = self._session.execute(
            select(AgendaItem.meeting_id, AgendaItem.kind, func.sum(AgendaItem.minutes))
            .join(Meeting)
            .where(
                Meeting.community_id == self._community,
                Meeting.state != MeetingState.CANCELLED,
                AgendaItem.part == AgendaPart.MEETING,
                # a block with tracks only stands for those in them
                ~select(inner.id).where(inner.parent_id == AgendaItem.id).exists(),
            )
            .group_by(AgendaItem.meeting_id, AgendaItem.kind)
        )
        sums: defaultdict[UUID, dict[BlockKind, int]] = defaultdict(dict)
        for meeting, kind, minutes in found:
            sums[meeting][kind] = minutes
        return sums

    @cached_property
    def came(self) -> Mapping[UUID, int]:
        """How many came of those who belonged to the community on the day of a meeting; one without
        any note of presence is missing."""
        recent = [
            it.id
            for it in self.meetings
            if it.state != MeetingState.CANCELLED and self.first - LOOK_BACK <= it.on <= self.today
        ]
        belonged = and_(  # days beside a moment of the day
            or_(Member.joined.is_(None), Member.joined <= Meeting.starts_at),
            or_(Member.left.is_(None), Member.left > Meeting.starts_at),
        )
        counted = self._session.execute(
            select(Meeting.id, func.count().filter(Attendance.presence.in_(CAME), belonged))
            .join(Attendance, Attendance.meeting_id == Meeting.id)
            .join(Member, Attendance.member_id == Member.id)
            .where(Meeting.id.in_(recent), Attendance.presence.is_not(None))
            .group_by(Meeting.id)
        )
        return dict(counted.all())

    @cached_property
    def members(self) -> Roster:
        return Roster(self._session, self._community)

    @cached_property
    def terms(self) -> tuple[Holding, ...]:
        return roles.history(self._session, self._community)

    @cached_property
    def leaders(self) -> tuple[Span, ...]:
        """Who led, by member."""
        found = self._session.execute(
            select(FunctionHolding.member_id, FunctionHolding.since, FunctionHolding.until)
            .join(Member)
            .where(
                Member.community_id == self._community,
                FunctionHolding.function == Function.LEADER,
            )
        )
        return tuple(Span(*row) for row in found)

    @cached_property
    def charters(self) -> tuple[Version, ...]:
        """The versions adopted, the oldest first."""
        found = self._session.execute(
            select(
                Charter.id, Charter.adopted_on, Charter.review_on, Charter.norms,
                Charter.confidentiality,
            )
            .where(Charter.community_id == self._community, Charter.adopted_on.is_not(None))
            .order_by(Charter.adopted_on, Charter.number)
        )  # fmt: skip
        return tuple(
            Version(key, on, review, bool(norms or told))
            for key, on, review, norms, told in found
            if on
        )

    @cached_property
    def breaches(self) -> tuple[Span, ...]:
        found = self._session.execute(
            select(RuleBreach.id, RuleBreach.noted_on, RuleBreach.settled_on)
            .where(RuleBreach.community_id == self._community)
            .order_by(RuleBreach.noted_on)
        )
        return tuple(Span(*row) for row in found)

    @cached_property
    def mapped(self) -> tuple[date, ...]:
        """The days on which needs were asked for, as `needs.last_mapped` has it."""
        needs = select(Need.noted_on.label("day")).where(
            Need.community_id == self._community, Need.source.in_(MAPPING)
        )
        pauses = select(NeedsPause.closed_on.label("day")).where(
            NeedsPause.community_id == self._community, NeedsPause.closed_on.is_not(None)
        )
        return tuple(sorted(self._session.scalars(needs.union(pauses))))

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        found = self._session.execute(
            select(
                Routine.id, Routine.since, Routine.until, Routine.name, Routine.rhythm,
                RoutineDone.done_on,
            )
            .outerjoin(RoutineDone, RoutineDone.routine_id == Routine.id)
            .where(Routine.community_id == self._community)
            .order_by(Routine.name, Routine.id, RoutineDone.done_on)
        )  # fmt: skip
        days: dict[tuple[Span, str, RoutineRhythm], list[date]] = {}
        for key, since, until, name, rhythm, done in found:
            mine = days.setdefault((Span(key, since, until), name, rhythm), [])
            mine += [done] if done else []
        return tuple(Round(*routine, tuple(done)) for routine, done in days.items())

    @cached_property
    def products(self) -> tuple[Work, ...]:
        found = self._session.execute(
            select(
                Product.id, Product.title, Product.status, Product.owner_id, Product.moved_on
            ).where(Product.community_id == self._community).order_by(Product.title)
        )  # fmt: skip
        return tuple(
            Work(key, title, status, owner is not None, moved)
            for key, title, status, owner, moved in found
        )

    @cached_property
    def topics(self) -> tuple[Waiting, ...]:
        """The oldest first; an ended one of which nobody knows when is left out."""
        carried = (
            select(func.min(Meeting.starts_at))
            .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
            .where(AgendaItem.topic_id == Topic.id, Meeting.state != MeetingState.CANCELLED)
            .scalar_subquery()
        )
        found = self._session.execute(
            select(Topic.id, Topic.title, Topic.opened_on, Topic.closed_on, carried)
            .where(Topic.community_id == self._community)
            .where(or_(Topic.state == TopicState.OPEN, Topic.closed_on.is_not(None)))
            .order_by(Topic.opened_on, Topic.title)
        )
        return tuple(
            Waiting(key, title, opened, closed, at.date() if at else None)
            for key, title, opened, closed, at in found
        )

    @cached_property
    def core(self) -> int:
        """Members in the leading core today."""
        return participation.core(self._session, self._community, self.today)

    def organisation(self, key: UUID) -> str:
        found = select(Organisation.name).where(Organisation.id == key)
        return self._session.scalar(found) or ""
