"""What the compass weighs: plain facts of a community."""

from datetime import date, timedelta
from uuid import UUID

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import ProductStatus

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
