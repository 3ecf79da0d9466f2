"""Who might take a seat that is free or will be: proposals with their reasons; the leader asks.

The facts decide the order and the reasons say them. Fairness comes before fitness: a free seat goes
to somebody who holds nothing, a seat that passes on to somebody who holds less than its holder.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from heapq import nsmallest
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Role

from . import apprentices, roles
from .apprentices import SOON
from .months import later
from .roles import Holding
from .rotation_people import Person, whom_to_ask


class Why(StrEnum):
    """What speaks for somebody."""

    LOOKED_ON = "looked_on"  # n meetings beside the holder
    HOLDS_NOTHING = "holds_nothing"
    HOLDS_LESS = "holds_less"  # n roles, fewer than whoever gives the seat up
    LED = "led"  # n blocks of agendas in the spirit of the role
    CAME = "came"  # to n of so many meetings in the last year
    NEW_HOME = "new_home"  # of an organisation that holds no role
    FIRST_TIME = "first_time"  # never held this role, though others before


@frozen
class Reason:
    """A reason with its figures; words are the reader's language's."""

    why: Why
    n: int = 0
    of: int = 0
    name: str = ""


@frozen
class Opening:
    """A seat to fill: nobody's, or one whose term ends."""

    role: Role
    term: Holding | None = None
    cap: int = 0  # roles that whoever takes it may hold already


@frozen
class Proposal:
    """Somebody to ask for a seat, and why."""

    role: Role
    member_id: UUID
    name: str
    reasons: tuple[Reason, ...]
    term: Holding | None  # that ends; None: the seat is free


Key = tuple[int, int, int, int, int, float, str, UUID]


def proposals(
    session: Session, community_id: UUID, today: date, ahead: int = SOON
) -> tuple[Proposal, ...]:
    """One proposal for each seat that is free, or will be within so many months.

    Nobody is proposed twice. The leader, newcomers and whoever came to fewer than half of the
    meetings are not asked. A seat for which nobody fits has no proposal.
    """
    seats = openings(roles.history(session, community_id), today, ahead)
    return propose(seats, whom_to_ask(session, community_id, today)) if seats else ()


def openings(terms: Sequence[Holding], today: date, ahead: int = SOON) -> tuple[Opening, ...]:
    """Seats nobody holds, and terms that end soon; a term that is to begin takes one of them."""
    now = [term for term in terms if term.runs(today)]
    due = apprentices.ending(terms, today, ahead)
    load = Counter(term.member_id for term in now)
    giving = Counter(term.member_id for term in due)
    coming = Counter(term.role for term in terms if today < term.since <= later(today, ahead))
    found: list[Opening] = []
    for role in Role:
        free = [] if any(term.role == role for term in now) else [Opening(role)]
        passing = [
            Opening(role, term, load[term.member_id] - giving[term.member_id])
            for term in due
            if term.role == role
        ]
        found += [*free, *passing][coming[role] :]
    return tuple(found)


def propose(seats: Sequence[Opening], people: Iterable[Person]) -> tuple[Proposal, ...]:
    """The best of all pairs of seat and person first; then of those that are left."""
    everybody = list(people)
    pairs = [
        (key, place, who)
        for place, seat in enumerate(seats)
        # no more can be lost to the other seats
        for key, who in nsmallest(len(seats), _fitting(seat, everybody), key=lambda it: it[0])
    ]
    taken: set[UUID] = set()
    found: dict[int, Proposal] = {}
    for _, place, who in sorted(pairs, key=lambda it: (it[0][:-2], it[1], it[0])):
        if place not in found and who.id not in taken:
            taken.add(who.id)
            found[place] = _proposal(seats[place], who)
    return tuple(found[place] for place in sorted(found))


def _fitting(seat: Opening, people: Sequence[Person]) -> Iterable[tuple[Key, Person]]:
    for who in people:
        if who.load <= seat.cap and seat.role not in who.holds:
            yield _key(seat.role, who), who


def _key(role: Role, who: Person) -> Key:
    """The smaller, the rather; no fact that is better for somebody makes it greater."""
    return (
        -(role in who.looks_on), int(role in who.held), who.load, -who.led.get(role, 0),
        -who.new_home, -who.share, who.name, who.id,
    )  # fmt: skip


def _proposal(seat: Opening, who: Person) -> Proposal:
    role = seat.role
    load = Reason(Why.HOLDS_LESS, who.load) if who.load else Reason(Why.HOLDS_NOTHING)
    told = (
        (role in who.looks_on, Reason(Why.LOOKED_ON, who.looks_on.get(role, 0))),
        (role in who.led, Reason(Why.LED, who.led.get(role, 0))),
        (True, Reason(Why.CAME, who.came, who.meetings)),
        (True, load),
        (who.new_home, Reason(Why.NEW_HOME, name=who.home)),
        (bool(who.held) and role not in who.held, Reason(Why.FIRST_TIME)),
    )
    reasons = tuple(reason for true, reason in told if true)
    return Proposal(role, who.id, who.name, reasons, seat.term)
