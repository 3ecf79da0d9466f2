"""The seven roles: who holds what, since when, and how far leadership is spread."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import FunctionHolding, Member, RoleHolding
from cop_desktop.models.method import Apprenticeship
from cop_desktop.models.vocabulary import Function, Role

from .editing import Fields, apply, day, line
from .looking import once
from .people import full_name, takes_part


def _first_day(value: Any) -> date:
    if found := day(value):
        return found
    raise UserError(N_("A term needs the day on which it begins."))


FIELDS: Fields = {"since": _first_day, "until": day, "note": line}

Led = tuple[tuple[UUID, date, date | None], ...]  # who led: member, since, until


@dataclass(frozen=True, slots=True)
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

    def runs(self, on: date) -> bool:
        return self.since <= on and (self.until is None or self.until > on)


@dataclass(frozen=True, slots=True)
class Seat:
    """A role today and those who hold it."""

    role: Role
    holders: tuple[Holding, ...]
    with_leader: bool  # the community's leader is among the holders


@dataclass(frozen=True, slots=True)
class RolesNow:
    """The wheel: seven seats in the order of the method, and three figures about them."""

    seats: tuple[Seat, ...]
    covered: int  # of seven
    held_by_leader: float  # the leader's seats of all seats held, 0–1
    concentration: float  # Gini of roles held over all members taking part, 0–1


@dataclass(frozen=True, slots=True)
class Spread:
    """Coverage and the leader's share on a day, both 0–1."""

    on: date
    covered: float
    held_by_leader: float


@once
def history(session: Session, community_id: UUID) -> tuple[Holding, ...]:
    """Every term ever held, oldest first; looking on before and helping after are none."""
    led = _leading(session, community_id)
    found = session.execute(
        select(RoleHolding, Member.given_name, Member.family_name)
        .join(Member, RoleHolding.member_id == Member.id)
        .where(Member.community_id == community_id, RoleHolding.way == Apprenticeship.HOLD)
        .order_by(RoleHolding.since, Member.sort_key)
    )
    return tuple(
        Holding(
            held.id, held.role, held.member_id, full_name(given, family),
            held.since, held.until, held.note, _led_on(led, held.member_id, held.since),
        )
        for held, given, family in found
    )  # fmt: skip


@once
def now(session: Session, community_id: UUID, today: date) -> RolesNow:
    """The seven seats as they stand on a day."""
    leaders = {
        m for m, since, until in _leading(session, community_id) if _runs(since, until, today)
    }
    terms = [term for term in history(session, community_id) if term.runs(today)]
    seats = tuple(_seat(role, terms, leaders) for role in Role)
    return RolesNow(
        seats,
        sum(bool(seat.holders) for seat in seats),
        _share(terms, leaders),
        gini(_loads(session, community_id, today, terms)),
    )


def trend(session: Session, community_id: UUID, days: Sequence[date]) -> list[Spread]:
    """Coverage and the leader's share on each of those days."""
    terms, led = history(session, community_id), _leading(session, community_id)
    return [_spread(terms, led, on) for on in days]


def appoint(session: Session, member_id: UUID, role: Role, since: date, note: str = "") -> UUID:
    """A member takes a role; nobody holds the same role twice at once."""
    holding = RoleHolding(member_id=member_id, role=role, since=since, note=line(note))
    _alone(session, holding)
    session.add(holding)
    session.flush()
    return holding.id


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
        if held.until and held.until < held.since:
            raise UserError(N_("A term cannot end before it begins. Check the two dates."))
        _alone(session, held)


def remove(session: Session, holding_id: UUID) -> None:
    """Forget a term that was entered by mistake."""
    session.delete(session.get_one(RoleHolding, holding_id))


def gini(counts: Sequence[int]) -> float:
    """Inequality of counts: 0 when all are equal (or nothing is held), toward 1 for one holder."""
    total, n = sum(counts), len(counts)
    if not total:
        return 0.0
    ranked = sum(rank * count for rank, count in enumerate(sorted(counts), start=1))
    return 2 * ranked / (n * total) - (n + 1) / n


def month_starts(first: date, last: date) -> list[date]:
    """The first day of every month from `first` to `last`, and `last` itself."""
    days, on = [], first.replace(day=1)
    while on <= last:
        days.append(max(on, first))
        on = (on + timedelta(days=32)).replace(day=1)
    return days if days and days[-1] == last else [*days, last]


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
            raise UserError(
                N_("This member holds the role already. Choose another member or role.")
            )


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


def _share(terms: list[Holding], leaders: set[UUID]) -> float:
    return sum(term.member_id in leaders for term in terms) / len(terms) if terms else 0.0


def _spread(terms: Sequence[Holding], led: Led, on: date) -> Spread:
    running = [term for term in terms if term.runs(on)]
    leaders = {member for member, since, until in led if _runs(since, until, on)}
    return Spread(on, len({term.role for term in running}) / len(Role), _share(running, leaders))


@once
def _leading(session: Session, community_id: UUID) -> Led:
    held = session.execute(
        select(FunctionHolding.member_id, FunctionHolding.since, FunctionHolding.until)
        .join(Member)
        .where(Member.community_id == community_id, FunctionHolding.function == Function.LEADER)
    )
    return tuple((member, since, until) for member, since, until in held)


def _led_on(led: Led, member_id: UUID, on: date) -> bool:
    return any(m == member_id and _runs(since, until, on) for m, since, until in led)


def _runs(since: date, until: date | None, on: date) -> bool:
    return since <= on and (until is None or until > on)
