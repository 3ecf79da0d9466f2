"""What the warning signs read: rows of the file, each with the days that it bears."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cop_desktop.models.method import RoutineRhythm
from cop_desktop.models.vocabulary import MeetingState, ProductStatus


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting."""

    id: UUID
    on: date
    state: MeetingState
    moved: int
    sent: date | None  # its summary


@dataclass(frozen=True, slots=True)
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
        return belongs(self.joined, self.left, on)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who came to a meeting."""

    id: UUID
    joined: date | None
    left: date | None

    def there(self, on: date) -> bool:
        return belongs(self.joined, self.left, on)


def belongs(joined: date | None, left: date | None, on: date) -> bool:
    """Whether somebody takes part on a day; `left` is the first without them."""
    return (joined is None or joined <= on) and (left is None or left > on)


@dataclass(frozen=True, slots=True)
class Span:
    """Something that began on a day and ended on another, or goes on."""

    id: UUID
    since: date
    until: date | None

    def runs(self, on: date) -> bool:
        return self.since <= on and (self.until is None or self.until > on)


@dataclass(frozen=True, slots=True)
class Version:
    """A charter as adopted."""

    id: UUID
    adopted: date
    review: date | None  # when it is to be looked at anew
    trust: bool  # it has rules of trust


@dataclass(frozen=True, slots=True)
class Round:
    """A routine and the days on which it was done."""

    span: Span
    name: str
    rhythm: RoutineRhythm
    done: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A product as it stands now."""

    id: UUID
    title: str
    status: ProductStatus
    owned: bool
    moved: date | None  # to its status


@dataclass(frozen=True, slots=True)
class Waiting:
    """A topic that waits."""

    id: UUID
    title: str
    opened: date
