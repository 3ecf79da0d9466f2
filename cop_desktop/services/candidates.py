"""Who might take an empty seat: those who come often and carry nothing yet. The leader asks."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.models import AgendaItem, Meeting
from cop_desktop.models.vocabulary import Role

from . import functions, participation, people, roles
from .participation import CONTRIBUTOR_SHARE, Facts

Led = Mapping[tuple[UUID, Role], int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member who may fit an empty role, and what in the file speaks for it."""

    role: Role
    member_id: UUID
    name: str
    came: int  # to so many of
    meetings: int  # in the last twelve months
    led: int  # blocks of agendas led for this role


def candidates(session: Session, community_id: UUID, today: date) -> dict[Role, Candidate]:
    """One proposal for each role nobody holds; nobody is proposed twice.

    Only members who hold no role, never held this one, are not new and came to half of the
    meetings; those who led blocks for the role come first, then those who came most.
    """
    seats = roles.now(session, community_id, today).seats
    empty = [seat.role for seat in seats if not seat.holders]
    free = _free(session, community_id, today) if empty else {}
    held = {(term.member_id, term.role) for term in roles.history(session, community_id)}
    led, names = _led(session, community_id), people.names(session, free)
    found: dict[Role, Candidate] = {}
    for role in empty:
        ranked = sorted(
            (-led.get((key, role), 0), -it.share, -it.led, names[key], key)
            for key, it in free.items()
            if (key, role) not in held
        )
        for *_, name, key in ranked[:1]:
            it = free.pop(key)
            times = led.get((key, role), 0)
            found[role] = Candidate(role, key, name, it.came, it.meetings, times)
    return found


def _free(session: Session, community_id: UUID, today: date) -> dict[UUID, Facts]:
    leader = functions.leader(session, community_id, today)
    known = participation.facts(session, community_id, today)
    return {
        key: it
        for key, it in known.items()
        if not (it.roles or it.is_new) and it.meetings and it.share >= CONTRIBUTOR_SHARE
        and (leader is None or key != leader.id)
    }  # fmt: skip


def _led(session: Session, community_id: UUID) -> Led:
    query = (
        select(AgendaItem.leader_id, AgendaItem.roles)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(Meeting.community_id == community_id, AgendaItem.leader_id.is_not(None))
    )
    return Counter((who, role) for who, roles in session.execute(query) if who for role in roles)
