"""What the page reads of the file, all at once."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.models.vocabulary import Role
from cop_desktop.services import candidates, decentralisation, functions, roles
from cop_desktop.services.candidates import Candidate
from cop_desktop.services.decentralisation import Spread
from cop_desktop.services.roles import Holding, RolesNow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People, people


@dataclass(frozen=True, slots=True)
class Seats:
    """The seven roles today, every term ever held, and the way here."""

    now: RolesNow
    terms: tuple[Holding, ...]
    spread: tuple[Spread, ...]  # at the start of each month, and today
    proposals: dict[Role, Candidate]
    people: People
    leader: str  # name, if somebody leads the community

    def of(self, role: Role) -> tuple[Holding, ...]:
        return tuple(term for term in self.terms if term.role == role)

    def term(self, key: UUID | None) -> Holding | None:
        return next((term for term in self.terms if term.id == key), None)

    @property
    def first_empty(self) -> Role:
        empty = (seat.role for seat in self.now.seats if not seat.holders)
        return next(empty, self.now.seats[0].role)


def read(desk: Desk) -> Seats:
    today, community = desk.today(), desk.community_id
    with desk.store.read() as session:
        terms = roles.history(session, community)
        leader = functions.leader(session, community, today)
        return Seats(
            roles.now(session, community, today),
            terms,
            _spread(session, desk, terms),
            candidates.candidates(session, community, today),
            people(session, community, today),
            leader.name if leader else "",
        )


def _spread(session: Session, desk: Desk, terms: tuple[Holding, ...]) -> tuple[Spread, ...]:
    """From September of last work year, or from the first term if that is later."""
    today = desk.today()
    begin, _end = formats.work_year_bounds(formats.work_year_of(today) - 1)
    first = max(begin, min((term.since for term in terms), default=today))
    days = decentralisation.month_starts(first, today) if first <= today else [today]
    return tuple(decentralisation.coverage(session, desk.community_id, days))
