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
class Person:
    """A member, without a name."""

    id: UUID
    joined: date | None
    left: date | None
    mentored: bool
    agreed: bool  # the line manager
    agreed_on: date | None
    organisation: UUID | None

    def there(self, on: date) -> bool:
        return (not self.joined or self.joined <= on) and (not self.left or self.left > on)


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

    adopted: date
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
