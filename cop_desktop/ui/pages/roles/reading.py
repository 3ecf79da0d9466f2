"""What the page reads of the file, all at once."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from cop_desktop import formats
from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Function, Role
from cop_desktop.services import apprentices, decentralisation, functions, roles, rotation
from cop_desktop.services.apprentices import Beside
from cop_desktop.services.decentralisation import Point, Spread
from cop_desktop.services.functions import FunctionRow
from cop_desktop.services.roles import Holding, RolesNow
from cop_desktop.services.rotation import Opening, Proposal
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People, people


@frozen
class Seats:
    """The seven roles today, every term ever held, and the way here."""

    now: RolesNow
    terms: tuple[Holding, ...]
    spread: tuple[Spread, ...]  # at the start of each month, and today
    carried: tuple[Point, ...]  # by others than the leader, on the same days
    openings: tuple[Opening, ...]  # seats that are free, or will be
    proposals: tuple[Proposal, ...]
    beside: tuple[Beside, ...]  # who look on or stand by today
    functions: Mapping[Function, FunctionRow]
    people: People

    def of(self, role: Role) -> tuple[Holding, ...]:
        return tuple(term for term in self.terms if term.role == role)

    def term(self, key: UUID | None) -> Holding | None:
        return next((term for term in self.terms if term.id == key), None)

    def proposal(self, role: Role, term: Holding | None = None) -> Proposal | None:
        """For the free seat of a role, or for that term's; without a term, for any of the role."""
        found = [it for it in self.proposals if it.role == role]
        exact = [it for it in found if it.term == term]
        return next(iter(exact or ([] if term else found)), None)

    @property
    def first_empty(self) -> Role:
        empty = (seat.role for seat in self.now.seats if not seat.holders)
        return next(empty, self.now.seats[0].role)


def read(desk: Desk) -> Seats:
    today, community = desk.today(), desk.community_id
    with desk.store.read() as session:
        terms = roles.history(session, community)
        days = _days(desk, terms)
        return Seats(
            roles.now(session, community, today),
            terms,
            tuple(decentralisation.coverage(session, community, days)),
            decentralisation.trend(session, community, days),
            rotation.openings(terms, today),
            rotation.proposals(session, community, today),
            apprentices.now(session, community, today),
            functions.now(session, community, today),
            people(session, community, today),
        )


def _days(desk: Desk, terms: tuple[Holding, ...]) -> list[date]:
    """From September of last work year, or from the first term if that is later."""
    today = desk.today()
    begin, _end = formats.work_year_bounds(formats.work_year_of(today) - 1)
    first = max(begin, min((term.since for term in terms), default=today))
    return decentralisation.month_starts(first, today) if first <= today else [today]
