"""Movement between the circles of participation: counts with reasons, for the leader's eyes only.

No score and no export: what helps to invite somebody in must not follow them. Circles are those
that the facts of the year before a day suggest; what the leader decided bears no day, and who
owns a product neither, so these tell of no movement.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import Member
from cop_desktop.models.vocabulary import Persona

from . import participation, people
from .participation import Facts

INWARD = tuple(reversed(Persona))  # from the quiet ones to the core


class Reason(StrEnum):
    """What changed in what somebody does."""

    MORE_MEETINGS = "more_meetings"
    TOOK_ROLE = "took_role"
    LED_MORE = "led_more"
    FEWER_MEETINGS = "fewer_meetings"
    LEFT_ROLE = "left_role"
    LED_LESS = "led_less"


@frozen
class Move:
    """A member stands in another circle than before."""

    member_id: UUID
    before: Persona
    now: Persona
    reasons: tuple[Reason, ...]

    @property
    def inward(self) -> bool:
        return INWARD.index(self.now) > INWARD.index(self.before)


@frozen
class Stream:
    """How many went from one circle to another, and how often each reason is found among them."""

    before: Persona
    now: Persona
    count: int
    reasons: Mapping[Reason, int]  # the most frequent first; one member may have several

    @property
    def inward(self) -> bool:
        return INWARD.index(self.now) > INWARD.index(self.before)


@frozen
class Flow:
    """What happened between two days: `there` counts the circles of the second."""

    since: date
    there: Mapping[Persona, int]
    moves: tuple[Move, ...]
    stayed: int
    settled: int  # were new or not yet there, and stand in a circle now
    left: int  # stood in a circle, and have left the community

    @property
    def streams(self) -> tuple[Stream, ...]:
        """Inward first, then outward."""
        ways = sorted({(it.before, it.now) for it in self.moves}, key=_by_way)
        return tuple(self._stream(*way) for way in ways)

    def _stream(self, before: Persona, now: Persona) -> Stream:
        here = [it for it in self.moves if (it.before, it.now) == (before, now)]
        found = Counter(reason for it in here for reason in it.reasons)
        return Stream(before, now, len(here), dict(found.most_common()))


def flow(session: Session, community_id: UUID, since: date, today: date) -> Flow:
    """Who moved between two days; without names."""
    was = _standing(session, community_id, since)
    now = _standing(session, community_id, today)
    both = [key for key, it in was.items() if it.suggested and key in now and now[key].suggested]
    moved = [move for key in both if (move := _move(was[key], now[key]))]
    placed = [it.suggested for it in now.values() if it.suggested]
    return Flow(
        since,
        {persona: placed.count(persona) for persona in Persona},
        tuple(moved),
        stayed=len(both) - len(moved),
        settled=len(placed) - len(both),
        left=sum(bool(it.suggested) and key not in now for key, it in was.items()),
    )


def names(session: Session, moves: Iterable[Move]) -> tuple[tuple[str, Move], ...]:
    """The same with names, on request only; by name."""
    listed = list(moves)
    called = people.names(session, [it.member_id for it in listed])
    return tuple(sorted(((called[it.member_id], it) for it in listed), key=lambda it: it[0]))


def _standing(session: Session, community_id: UUID, on: date) -> dict[UUID, Facts]:
    """The facts of all who belonged to the community on a day."""
    known = participation.facts(session, community_id, on)
    later = select(Member.id).where(Member.community_id == community_id, Member.joined > on)
    for key in session.scalars(later):
        known.pop(key, None)
    return known


def _move(was: Facts, now: Facts) -> Move | None:
    if was.suggested is None or now.suggested is None or was.suggested is now.suggested:
        return None
    move = Move(now.member_id, was.suggested, now.suggested, ())
    told = _INWARD if move.inward else _OUTWARD
    sign = 1 if move.inward else -1
    changes = (now.share - was.share, now.roles - was.roles, now.led - was.led)
    found = (reason for reason, by in zip(told, changes, strict=True) if by * sign > 0)
    return Move(now.member_id, was.suggested, now.suggested, tuple(found))


_INWARD = (Reason.MORE_MEETINGS, Reason.TOOK_ROLE, Reason.LED_MORE)
_OUTWARD = (Reason.FEWER_MEETINGS, Reason.LEFT_ROLE, Reason.LED_LESS)


def _by_way(way: tuple[Persona, Persona]) -> tuple[bool, int]:
    before, now = (INWARD.index(it) for it in way)
    return now < before, -now
