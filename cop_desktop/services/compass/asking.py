"""The questions that the compass puts to the file, each one statement."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ScalarSelect, and_, case, false, func, or_, select
from sqlalchemy.orm import Session

from cop_desktop.formats import work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.models import (
    Attendance,
    Charter,
    CharterApproval,
    Community,
    Goal,
    Member,
    Need,
    NeedsPause,
    PlanItem,
    Product,
    RuleBreach,
    Topic,
    Turning,
)
from cop_desktop.models.method import Norm
from cop_desktop.models.vocabulary import (
    CAME,
    OPEN_STILL,
    Progress,
)
from cop_desktop.services.people import all_of, takes_part

from .facts import (
    HALF_YEAR,
    YEAR,
    CharterFacts,
    Gathering,
    Owned,
    People,
    TurningFacts,
)

CONFIDENCE = (Norm.STAYS_HERE, Norm.NO_NAMES, Norm.ASK_BEFORE_QUOTING)  # what leaks, when broken
CHANCES = 3  # meetings after which somebody new could have come again
AGAIN = 2  # times; who came less often did not come back


@frozen
class Counts:
    """Single figures, asked for together."""

    founded: date | None
    topics: int
    leaks: int
    mapped: date | None


def counts(session: Session, community_id: UUID, today: date) -> Counts:
    def one(what: Any, model: Any, *where: Any) -> ScalarSelect[Any]:
        return select(what).where(model.community_id == community_id, *where).scalar_subquery()

    row = session.execute(
        select(
            Community.founded,
            one(func.count(Topic.id), Topic, *_within(Topic.opened_on, today, YEAR)),
            one(
                func.count(RuleBreach.id), RuleBreach, RuleBreach.norm.in_(CONFIDENCE),
                *_within(RuleBreach.noted_on, today, HALF_YEAR),
            ),
            one(func.max(NeedsPause.closed_on), NeedsPause, NeedsPause.closed_on <= today),
            one(func.max(Need.noted_on), Need, Need.noted_on <= today),
        ).where(Community.id == community_id)
    ).one()  # fmt: skip
    founded, topics, leaks, *looks = row
    return Counts(founded, topics, leaks, max((it for it in looks if it), default=None))


def people(
    session: Session,
    community_id: UUID,
    today: date,
    held: Sequence[Gathering],
    since: date | None,
) -> People:
    """Counted in one statement: a community may have a hundred thousand members.

    `since` is the day on which the stage was recorded.
    """
    new, early, gone = _newcomers(today, held)
    then, here = _there(since or today), takes_part(today)
    later = and_(Member.joined > (since or today), Member.joined <= today)
    row = session.execute(
        select(
            func.count().filter(here),
            func.count().filter(new),
            func.min(Member.joined),
            func.max(Member.joined).filter(Member.joined <= today),
            func.count().filter(early),
            func.count().filter(and_(early, gone)),
            func.count().filter(then),
            func.count().filter(and_(then, Member.left <= today)),
            func.count().filter(and_(later, here)),
        ).where(all_of(community_id))
    ).one()
    return People(*row)


def _newcomers(today: date, held: Sequence[Gathering]) -> tuple[Any, Any, Any]:
    """Who is new, who of them could have come three times, and who did not come back."""
    if not held:  # founders are no newcomers
        return false(), false(), false()
    new = and_(*_within(Member.joined, today, YEAR), Member.joined > held[0].on)
    marked = [it.on for it in held if it.marked]
    if len(marked) < CHANCES:
        return new, new, Member.left <= today
    came = (
        select(func.count())
        .where(Attendance.member_id == Member.id, Attendance.presence.in_(CAME))
        .scalar_subquery()
    )
    early = and_(new, Member.joined <= marked[-CHANCES])
    return new, early, or_(Member.left <= today, came < AGAIN)


def _there(on: date) -> Any:
    return and_(or_(Member.joined.is_(None), Member.joined <= on), takes_part(on))


def products(session: Session, community_id: UUID, today: date) -> tuple[Owned, ...]:
    """An owner who has left owns no more."""
    owner = case((takes_part(today), Member.id))
    found = session.execute(
        select(Product.status, Product.moved_on, owner)
        .outerjoin(Member, Product.owner_id == Member.id)
        .where(Product.community_id == community_id)
    )
    return tuple(Owned(*row) for row in found)


def charter(session: Session, community_id: UUID, today: date) -> CharterFacts | None:
    """Of the version in force; an approval counts while its member takes part."""
    approved = (
        select(func.count())
        .select_from(CharterApproval)
        .join(Member, CharterApproval.member_id == Member.id)
        .where(CharterApproval.charter_id == Charter.id, takes_part(today))
        .scalar_subquery()
    )
    row = session.execute(
        select(Charter.domain_in, Charter.norms, Charter.confidentiality, approved)
        .where(Charter.community_id == community_id, Charter.adopted_on <= today)
        .order_by(Charter.adopted_on.desc(), Charter.number.desc())
        .limit(1)
    ).first()
    return CharterFacts(bool(row[0]), bool(row[1] or row[2]), row[3]) if row else None


def goals(session: Session, community_id: UUID, today: date) -> tuple[int, int]:
    """Goals of this work year and the last whose time has come, and of these the reached.

    This year's count once none of them waits: the reached ones alone would tell too well of it.
    """
    year = work_year_of(today)
    waits = and_(
        PlanItem.state.in_(OPEN_STILL), or_(PlanItem.ends.is_(None), PlanItem.ends >= today)
    )
    found = session.execute(
        select(
            Goal.work_year,
            func.count().filter(PlanItem.state == Progress.DONE),
            func.count().filter(PlanItem.state.in_(OPEN_STILL)),
            func.count().filter(waits),
        )
        .join(PlanItem, PlanItem.goal_id == Goal.id)
        .where(Goal.community_id == community_id, Goal.work_year.in_((year, year - 1)))
        .group_by(Goal.id, Goal.work_year)
    )
    rows = found.all()
    over = not any(ahead for of, _done, _still, ahead in rows if of == year)
    due = [(done, still) for of, done, still, _ahead in rows if over or of < year]
    return len(due), sum(done > 0 and not still for done, still in due)


def turning(session: Session, community_id: UUID) -> TurningFacts | None:
    row = session.execute(
        select(Turning.begun_on, Turning.decided_on, Turning.ended_on)
        .where(Turning.community_id == community_id)
        .order_by(Turning.begun_on.desc())
        .limit(1)
    ).first()
    return TurningFacts(*row) if row else None


def _within(day: Any, today: date, span: timedelta) -> tuple[Any, Any]:
    return day > today - span, day <= today
