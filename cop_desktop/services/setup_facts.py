"""What the file says about the setting up of a community, counted in a few questions."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from cop_desktop.formats import work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.models import (
    CharterApproval,
    Community,
    Feedback,
    Goal,
    Meeting,
    Member,
    Need,
    NeedsPause,
    PlanItem,
    Product,
    Routine,
    SelfCheck,
)
from cop_desktop.models.thread_words import NeedSource
from cop_desktop.models.vocabulary import Consent, MeetingState

from . import charter, participation, roles
from .charter import CharterRow
from .holdings import running
from .people import takes_part

YEAR = timedelta(days=366)


@frozen
class SetupFacts:
    """Everything that tasks of setting up are computed from."""

    today: date
    charter: CharterRow | None  # the newest version, a draft included
    in_force: CharterRow | None
    domain: str
    sentence: str
    members: int  # who take part today, as in the next four
    core: int
    heard: int  # of their needs somebody has asked
    asked: int  # their managers were asked for consent, or need not be
    agreed: int  # to the charter in force
    sides: int  # of the two whose needs are known
    goals: int  # of the year, as in the next three
    items: int  # of the work plan
    meetings: int  # planned or held
    hosts: int
    roles: int  # held, of seven
    routines: int  # running
    products: int
    owned: int  # products with an owner
    for_somebody: int  # products with an audience
    feedback: int  # forms
    pauses: int  # planned, or held within a year
    checks: int  # within a year


def gather(session: Session, community_id: UUID, today: date) -> SetupFacts:
    """One look at the file."""
    rows = charter.versions(session, community_id)
    in_force = next((it for it in rows if it.adopted_on), None)
    about = session.get_one(Community, community_id)
    counted = session.execute(_counts(community_id, today, in_force)).one()._asdict()
    return SetupFacts(
        today=today,
        charter=rows[0] if rows else None,
        in_force=in_force,
        domain=about.domain,
        sentence=about.sentence,
        core=participation.core(session, community_id, today),
        roles=roles.now(session, community_id, today).covered,
        **counted,
    )


def _counts(
    community_id: UUID, today: date, in_force: CharterRow | None
) -> Select[*tuple[Any, ...]]:
    """One row of numbers: each is a question of its own to an index."""
    counts = {
        **_of_members(community_id, today, in_force),
        **_of_the_year(community_id, today),
        **_of_work(community_id, today),
    }
    return select(*(count.label(name) for name, count in counts.items()))


def _of_members(
    community_id: UUID, today: date, in_force: CharterRow | None
) -> dict[str, ColumnElement[int]]:
    here = and_(Member.community_id == community_id, takes_part(today))
    spoke = select(Need.member_id).where(
        Need.community_id == community_id,
        Need.source == NeedSource.INTERVIEW,
        Need.member_id.is_not(None),
    )
    said = select(CharterApproval.member_id).where(
        CharterApproval.charter_id == (in_force.id if in_force else None)
    )
    return {
        "members": _count(Member.id, here),
        "heard": _count(Member.id, here, (Member.needs != "") | Member.id.in_(spoke)),
        "asked": _count(Member.id, here, Member.consent != Consent.NOT_ASKED),
        "agreed": _count(Member.id, here, Member.id.in_(said)),
    }


def _of_the_year(community_id: UUID, today: date) -> dict[str, ColumnElement[int]]:
    year = work_year_of(today)
    goals = and_(Goal.community_id == community_id, Goal.work_year == year)
    set_down = and_(
        Meeting.community_id == community_id,
        Meeting.state != MeetingState.CANCELLED,
        Meeting.starts_at >= datetime.combine(date(year, 9, 1), time()),
        Meeting.starts_at < datetime.combine(date(year + 1, 9, 1), time()),
    )
    return {
        "goals": _count(Goal.id, goals),
        "items": _count(PlanItem.id, PlanItem.goal_id.in_(select(Goal.id).where(goals))),
        "meetings": _count(Meeting.id, set_down),
        "hosts": _count(Meeting.host_id.distinct(), set_down),
    }


def _of_work(community_id: UUID, today: date) -> dict[str, ColumnElement[int]]:
    made = Product.community_id == community_id
    held = select(Meeting.id).where(Meeting.community_id == community_id)
    paused = and_(
        NeedsPause.community_id == community_id,
        (NeedsPause.planned_on > today - YEAR) | NeedsPause.closed_on.is_(None),
    )
    checked = and_(SelfCheck.community_id == community_id, SelfCheck.checked_on > today - YEAR)
    return {
        "sides": _count(Need.side.distinct(), Need.community_id == community_id),
        "routines": _count(
            Routine.id, Routine.community_id == community_id, *running(Routine, today)
        ),
        "products": _count(Product.id, made),
        "owned": _count(Product.id, made, Product.owner_id.is_not(None)),
        "for_somebody": _count(Product.id, made, Product.audience != ""),
        "feedback": _count(Feedback.id, Feedback.meeting_id.in_(held)),
        "pauses": _count(NeedsPause.id, paused),
        "checks": _count(SelfCheck.id, checked),
    }


def _count(what: Any, *where: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count(what)).where(*where).scalar_subquery()
