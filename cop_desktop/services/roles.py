"""The seven roles: who holds what, since when, and how far leadership is spread."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import FunctionHolding, Member, RoleHolding
from cop_desktop.models.method import Apprenticeship
from cop_desktop.models.vocabulary import Function, Role

from .editing import Fields, apply, day, line, prose
from .evenness import gini
from .looking import once
from .people import all_of, full_name, takes_part


def _first_day(value: Any) -> date:
    if found := day(value):
        return found
    raise UserError(N_("A term needs the day on which it begins."))


FIELDS: Fields = {
    "since": _first_day,
    "until": day,
    "note": line,
    "planned_until": day,
    "handover": prose,
}

_ALREADY = {
    Apprenticeship.HOLD: N_("This member holds the role already. Choose another member or role."),
    Apprenticeship.SHADOW: N_("This member looks on in this role already."),
    Apprenticeship.MENTOR: N_("This member stands by in this role already."),
}

Led = tuple[tuple[UUID, date, date | None], ...]  # who led: member, since, until


@frozen
class Holding:
    """A member's term in a role; `until` is the first day without, if it has an end."""

    id: UUID
    role: Role
    member_id: UUID
    name: str
    since: date
    until: date | None
    note: str
    by_leader: bool  # the holder led the community when the term began
    planned_until: date | None = None  # agreed beforehand; the term runs on until it is ended
    handover: str = ""  # for whoever comes next

    @property
    def ends(self) -> date | None:
        """The day on which the seat becomes free, as far as that is known."""
        return self.until or self.planned_until

    def runs(self, on: date) -> bool:
        return runs(self.since, self.until, on)


@frozen
class Seat:
    """A role today and those who hold it."""

    role: Role
    holders: tuple[Holding, ...]
    with_leader: bool  # the community's leader is among the holders


@frozen
class RolesNow:
    """The wheel: seven seats in the order of the method, and three figures about them."""

    seats: tuple[Seat, ...]
    covered: int  # of seven
    held_by_leader: float  # the leader's seats of all seats held, 0–1
    concentration: float  # Gini of roles held over all members taking part, 0–1


@once
def history(session: Session, community_id: UUID) -> tuple[Holding, ...]:
    """Every term ever held, oldest first; looking on before and helping after are none."""
    led = leading(session, community_id)
    found = session.execute(
        select(RoleHolding, Member.given_name, Member.family_name)
        .join(Member, RoleHolding.member_id == Member.id)
        .where(all_of(community_id), RoleHolding.way == Apprenticeship.HOLD)
        .order_by(RoleHolding.since, Member.sort_key)
    )
    return tuple(
        Holding(
            held.id, held.role, held.member_id, full_name(given, family),
            held.since, held.until, held.note, led_on(led, held.member_id, held.since),
            held.planned_until, held.handover,
        )
        for held, given, family in found
    )  # fmt: skip


@once
def now(session: Session, community_id: UUID, today: date) -> RolesNow:
    """The seven seats as they stand on a day."""
    leaders = {m for m, since, until in leading(session, community_id) if runs(since, until, today)}
    terms = [term for term in history(session, community_id) if term.runs(today)]
    seats = tuple(_seat(role, terms, leaders) for role in Role)
    return RolesNow(
        seats,
        sum(bool(seat.holders) for seat in seats),
        share(terms, leaders),
        gini(_loads(session, community_id, today, terms)),
    )


def appoint(session: Session, member_id: UUID, role: Role, since: date, note: str = "") -> UUID:
    """A member takes a role; nobody holds the same role twice at once.

    Whoever looked on in it until now looks on no more.
    """
    holding = RoleHolding(member_id=member_id, role=role, since=since, note=line(note))
    enter(session, holding)
    for looking_on in session.scalars(
        select(RoleHolding).where(
            RoleHolding.member_id == member_id,
            RoleHolding.role == role,
            RoleHolding.way == Apprenticeship.SHADOW,
            or_(RoleHolding.until.is_(None), RoleHolding.until > since),
        )
    ):
        close(session, looking_on, since)
    return holding.id


def enter(session: Session, term: RoleHolding) -> None:
    """Write a term of any way down; raises UserError when one of the kind runs already."""
    _alone(session, term)
    session.add(term)
    session.flush()


def close(session: Session, term: RoleHolding, on: date) -> None:
    """End a term; one that would not have begun by then is forgotten."""
    if term.since >= on:
        session.delete(term)
    else:
        term.until = on


def hand_over(session: Session, holding_id: UUID, member_id: UUID, since: date) -> UUID:
    """A term ends, and another member takes the seat on the same day."""
    held = session.get_one(RoleHolding, holding_id)
    end(session, holding_id, since)
    return appoint(session, member_id, held.role, since)


def end(session: Session, holding_id: UUID, until: date) -> None:
    """The term ends; the seat is free from that day on."""
    change(session, holding_id, {"until": until})


def change(session: Session, holding_id: UUID, values: Mapping[str, Any]) -> None:
    for held in apply(session, RoleHolding, [holding_id], FIELDS, values):
        if any(end < held.since for end in (held.until, held.planned_until) if end):
            raise UserError(N_("A term cannot end before it begins. Check the two dates."))
        _alone(session, held)


def remove(session: Session, holding_id: UUID) -> None:
    """Forget a term that was entered by mistake."""
    session.delete(session.get_one(RoleHolding, holding_id))


def _alone(session: Session, term: RoleHolding) -> None:
    """Refuse a term that would run beside another of the same member in the same role."""
    ends = term.until or date.max
    with session.no_autoflush:
        others = session.scalars(
            select(RoleHolding).where(
                RoleHolding.member_id == term.member_id,
                RoleHolding.role == term.role,
                RoleHolding.way == term.way,
            )
        ).all()
    for other in others:
        if other is not term and other.since < ends and term.since < (other.until or date.max):
            raise UserError(_ALREADY[term.way])


def _loads(session: Session, community_id: UUID, today: date, terms: list[Holding]) -> list[int]:
    """Roles held by each who takes part; those who hold none are counted, not fetched."""
    held = Counter(term.member_id for term in terms)
    there = select(func.count(Member.id)).where(
        Member.community_id == community_id, takes_part(today)
    )
    everybody = session.scalar(there) or 0
    here = select(Member.id).where(Member.id.in_(list(held)), takes_part(today))
    holders = session.scalars(here).all()
    return [0] * (everybody - len(holders)) + [held[key] for key in holders]


def _seat(role: Role, terms: list[Holding], leaders: set[UUID]) -> Seat:
    holders = tuple(term for term in terms if term.role == role)
    return Seat(role, holders, any(term.member_id in leaders for term in holders))


def share(terms: Sequence[Holding], leaders: set[UUID]) -> float:
    """The leaders' part of these seats, 0–1."""
    return sum(term.member_id in leaders for term in terms) / len(terms) if terms else 0.0


@once
def leading(session: Session, community_id: UUID) -> Led:
    """Everybody who ever led the community, with their days."""
    held = session.execute(
        select(FunctionHolding.member_id, FunctionHolding.since, FunctionHolding.until)
        .join(Member)
        .where(all_of(community_id), FunctionHolding.function == Function.LEADER)
    )
    return tuple((member, since, until) for member, since, until in held)


def led_on(led: Led, member_id: object, on: date) -> bool:
    """Whether a member led the community on a day."""
    return any(m == member_id and runs(since, until, on) for m, since, until in led)


def runs(since: date, until: date | None, on: date) -> bool:
    """Whether a term runs on a day; `until` is the first day without."""
    return since <= on and (until is None or until > on)
