"""What the file knows of those who may be asked to take a role."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import AgendaItem, Meeting, Member, Organisation
from cop_desktop.models.method import Apprenticeship
from cop_desktop.models.vocabulary import MeetingState, Role

from . import apprentices, functions, participation, roles
from .participation import CONTRIBUTOR_SHARE
from .people import full_name, takes_part
from .roles import Holding


@frozen
class Person:
    """What the file knows of somebody who may be asked."""

    id: UUID
    name: str
    load: int  # roles held now
    came: int
    meetings: int
    new_home: bool
    home: str
    led: Mapping[Role, int]
    looks_on: Mapping[Role, int]  # meetings beside, by role
    held: frozenset[Role]  # at any time
    holds: frozenset[Role]  # now

    @property
    def share(self) -> float:
        return self.came / self.meetings if self.meetings else 0.0


def whom_to_ask(session: Session, community_id: UUID, today: date) -> list[Person]:
    """Those who may be asked, with all their facts in a fixed number of questions."""
    leader = functions.leader(session, community_id, today)
    known = {
        key: it
        for key, it in participation.facts(session, community_id, today).items()
        if not it.is_new and it.meetings and it.share >= CONTRIBUTOR_SHARE
        and (leader is None or key != leader.id)
    }  # fmt: skip
    terms = roles.history(session, community_id)
    held, holds = _roles(terms), _roles(term for term in terms if term.runs(today))
    led, looks_on = _led(session, community_id), _looking_on(session, community_id, today)
    homes = _homes(session, community_id, today)
    busy = {homes[key][0] for key in holds if key in homes}
    people = []
    for key, it in known.items():
        home, home_name, name = homes[key]
        people.append(
            Person(
                key, name, len(holds.get(key, ())), it.came, it.meetings,
                home is not None and home not in busy, home_name, led.get(key, {}),
                looks_on.get(key, {}), held.get(key, frozenset()), holds.get(key, frozenset()),
            )
        )  # fmt: skip
    return people


def _roles(terms: Iterable[Holding]) -> dict[UUID, frozenset[Role]]:
    found: dict[UUID, frozenset[Role]] = {}
    for term in terms:
        found[term.member_id] = found.get(term.member_id, frozenset()) | {term.role}
    return found


def _led(session: Session, community_id: UUID) -> dict[UUID, Counter[Role]]:
    """Blocks led for each role, planned ones included; a cancelled meeting counts for nothing."""
    query = (
        select(AgendaItem.leader_id, AgendaItem.roles)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(
            Meeting.community_id == community_id,
            Meeting.state != MeetingState.CANCELLED,
            AgendaItem.leader_id.is_not(None),
        )
    )
    found: dict[UUID, Counter[Role]] = {}
    for who, spirits in session.execute(query):
        if who and spirits:
            found.setdefault(who, Counter()).update(spirits)
    return found


def _looking_on(session: Session, community_id: UUID, today: date) -> dict[UUID, dict[Role, int]]:
    found: dict[UUID, dict[Role, int]] = {}
    for it in apprentices.now(session, community_id, today):
        if it.way == Apprenticeship.SHADOW:
            found.setdefault(it.member_id, {})[it.role] = it.meetings
    return found


def _homes(
    session: Session, community_id: UUID, today: date
) -> dict[UUID, tuple[UUID | None, str, str]]:
    """Of each who takes part: the organisation's key and name, and what they are called."""
    query = (
        select(Member.id, Member.organisation_id, Organisation.name,
               Member.given_name, Member.family_name)
        .outerjoin(Organisation)
        .where(Member.community_id == community_id, takes_part(today))
    )  # fmt: skip
    return {
        key: (home, name or "", full_name(given, family))
        for key, home, name, given, family in session.execute(query)
    }
