"""The formal functions: who leads the community, who advises it, who runs its platforms."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import FunctionHolding, Member
from cop_desktop.models.vocabulary import Function

from . import members
from .holdings import running
from .people import full_name


@frozen
class FunctionRow:
    """Who holds a formal function today, and since when."""

    id: UUID
    function: Function
    member_id: UUID
    name: str
    since: date


def now(session: Session, community_id: UUID, today: date) -> Mapping[Function, FunctionRow]:
    """The holders of today; a function nobody holds is missing."""
    found = session.execute(
        select(FunctionHolding, Member.given_name, Member.family_name).join(Member).where(
            Member.community_id == community_id, *running(FunctionHolding, today)
        ).order_by(FunctionHolding.since)
    )  # fmt: skip
    return {
        held.function: FunctionRow(
            held.id, held.function, held.member_id, full_name(given, family), held.since
        )
        for held, given, family in found
    }


def begin_on(session: Session, holding_id: UUID, since: date, today: date) -> None:
    """Correct the day on which a function began."""
    if since > today:
        raise UserError(N_("This day has not come yet. Write the day on which it began."))
    session.get_one(FunctionHolding, holding_id).since = since


def end(session: Session, holding_id: UUID, on: date) -> None:
    """Leave a function empty from a day on; what began on that day is forgotten."""
    held = session.get_one(FunctionHolding, holding_id)
    if held.since >= on:
        session.delete(held)
    else:
        held.until = on


def appoint(session: Session, member_id: UUID, function: Function, since: date) -> None:
    """Give a formal function; a community has one holder of each at a time."""
    community = select(Member.community_id).where(Member.id == member_id).scalar_subquery()
    others = select(FunctionHolding).join(Member).where(
        Member.community_id == community,
        FunctionHolding.function == function,
        FunctionHolding.until.is_(None),
    )  # fmt: skip
    for held in session.scalars(others):
        held.until = max(since, held.since)
    session.add(FunctionHolding(member_id=member_id, function=function, since=since))


def resign(session: Session, member_id: UUID, on: date) -> None:
    """Give up every formal function; what began on the same day is forgotten."""
    held = select(FunctionHolding).where(
        FunctionHolding.member_id == member_id,
        or_(FunctionHolding.until.is_(None), FunctionHolding.until > on),
    )
    for holding in session.scalars(held):
        if holding.since >= on:
            session.delete(holding)
        else:
            holding.until = on


def leader(session: Session, community_id: UUID, today: date) -> members.MemberRow | None:
    """Who leads the community today."""
    found = session.scalar(_leading(FunctionHolding.member_id, community_id, today))
    return members.rows(session, [found], today)[0] if found else None


def leader_name(session: Session, community_id: UUID, today: date) -> str:
    """The given name of who leads the community today, or nothing."""
    return session.scalar(_leading(Member.given_name, community_id, today)) or ""


def _leading(what: Any, community_id: UUID, today: date) -> Select[Any]:
    """`what` of those who lead today, the latest first."""
    return (
        select(what)
        .select_from(FunctionHolding)
        .join(Member)
        .where(
            Member.community_id == community_id,
            FunctionHolding.function == Function.LEADER,
            *running(FunctionHolding, today),
        )
        .order_by(FunctionHolding.since.desc())
    )
