"""Everything the compass knows of a community on a day, gathered once."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import ProductStatus
from cop_desktop.services.roles import Led, RolesNow, led_on

YEAR, HALF_YEAR = timedelta(days=365), timedelta(days=182)


@frozen
class Gathering:
    """A meeting that took place: its day, how many came, of how many that is noted."""

    on: date
    came: int
    marked: int


@frozen
class Owned:
    """A product: how far it is, since when, and who owns it."""

    status: ProductStatus
    moved_on: date | None
    owner_id: UUID | None  # who takes part


@frozen
class CharterFacts:
    """The charter in force: what it says, and how many agreed to it."""

    domain: bool
    rules: bool
    approved: int


@frozen
class Minutes:
    """Minutes of one meeting that one person led; without a member it was a guest."""

    on: date
    leader_id: UUID | None
    minutes: int
    here: bool  # a member who still takes part


@frozen
class TurningFacts:
    """The latest transformation: begun, decided, ended."""

    begun_on: date
    decided_on: date | None
    ended_on: date | None


@frozen
class People:
    """Who takes part, who came new, and how many of these did not come back."""

    now: int
    joined: int  # in the last year, after the first meeting
    first_joined: date | None
    last_joined: date | None
    newcomers: int  # who could have come three times
    gone: int  # of these: left, or came once at the most
    then: int  # who took part when the stage was recorded
    left: int  # of them, since
    new: int  # who joined since, and are here


@frozen
class Facts:
    """What the figures are made of."""

    today: date
    begun: date | None  # founded, or the first thing noted
    held: tuple[Gathering, ...]  # all, in order, until today
    coming: tuple[date, ...]  # planned, from today on
    roles: RolesNow
    last_term: date | None  # when a role last changed hands
    holders: frozenset[UUID]  # of roles today
    core: int
    people: People
    products: tuple[Owned, ...]
    charter: CharterFacts | None
    leaks: int  # breaches of confidence noted in the last half year
    led: tuple[Minutes, ...]  # in the last year
    leading: Led  # who led the community, in order
    ratings: Mapping[bool, float]  # mean of feedback: True the last year, False the one before
    topics: int  # opened in the last year
    routines: int  # that run for half a year or more, and are kept
    goals: tuple[int, int]  # whose time has come; of these reached
    mapped: date | None  # when needs were last looked at
    turning: TurningFacts | None
    changing_since: date | None  # the stage of transformation was recorded

    @property
    def this_year(self) -> tuple[Gathering, ...]:
        """Meetings of the last twelve months."""
        return tuple(it for it in self.held if it.on > self.today - YEAR)

    @property
    def year_before(self) -> tuple[Gathering, ...]:
        first = self.today - 2 * YEAR
        return tuple(it for it in self.held if first < it.on <= self.today - YEAR)

    def leads(self, member: UUID, on: date) -> bool:
        """Whether somebody led the community on a day."""
        return led_on(self.leading, member, on)

    def new_leader(self, since: date) -> int:
        """How often the leader changed after a day."""
        return sum(since < begun <= self.today for _member, begun, _until in self.leading[1:])
