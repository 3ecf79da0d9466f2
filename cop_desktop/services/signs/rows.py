"""What the warning signs read: rows of the file, each with the days that it bears."""

from datetime import date
from uuid import UUID

from cop_desktop.frozen import frozen
from cop_desktop.models.method import RoutineRhythm
from cop_desktop.models.vocabulary import MeetingState, ProductStatus


@frozen
class Met:
    """A meeting."""

    id: UUID
    on: date
    state: MeetingState
    moved: int
    sent: date | None  # its summary


@frozen
class Group:
    """Members of whom the file tells the same, counted: lists may hold a hundred thousand."""

    id: UUID  # of one of them
    n: int
    joined: date | None
    left: date | None
    mentored: bool
    agreed: bool  # the line manager
    agreed_on: date | None
    organisation: UUID | None

    def there(self, on: date) -> bool:
        """Whether they take part on a day; `left` is the first without them."""
        begun = self.joined is None or self.joined <= on
        return begun and (self.left is None or self.left > on)


@frozen
class Span:
    """Something that began on a day and ended on another, or goes on."""

    id: UUID
    since: date
    until: date | None

    def runs(self, on: date) -> bool:
        return self.since <= on and (self.until is None or self.until > on)


@frozen
class Version:
    """A charter as adopted."""

    id: UUID
    adopted: date
    review: date | None  # when it is to be looked at anew
    trust: bool  # it has rules of trust


@frozen
class Round:
    """A routine and the days on which it was done."""

    span: Span
    name: str
    rhythm: RoutineRhythm
    done: tuple[date, ...]


@frozen
class Work:
    """A product as it stands now."""

    id: UUID
    title: str
    status: ProductStatus
    owned: bool
    moved: date | None  # to its status


@frozen
class Waiting:
    """A topic with the days that end its waiting."""

    id: UUID
    title: str
    opened: date
    closed: date | None
    carried: date | None  # of the first meeting, held or ahead, whose agenda carries it

    def waits(self, on: date, today: date) -> bool:
        """Whether it was open and on no agenda; agendas ahead are known of today only."""
        seen = self.carried is not None and (on >= today or self.carried <= on)
        return not seen and self.opened <= on and (self.closed is None or self.closed > on)
