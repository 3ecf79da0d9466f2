"""What a day can fall on: named stretches of the year and how much they stand in the way."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import IntEnum, StrEnum

from cop_desktop.frozen import frozen


class Severity(IntEnum):
    """How far a day stands in the way of a meeting."""

    FREE = 0
    AVOID = 1
    CLOSED = 2


class Layer(StrEnum):
    """Whose calendar a day comes from; communities choose the layers that are theirs."""

    WEEK = "week"
    JEWISH = "jewish"
    NATIONAL = "national"
    SCHOOL = "school"
    MUSLIM = "muslim"
    CHRISTIAN = "christian"
    DRUZE = "druze"


DEFAULT_LAYERS = frozenset({Layer.WEEK, Layer.JEWISH, Layer.NATIONAL, Layer.SCHOOL})


class Kind(StrEnum):
    """What sort of day it is; a picture chooses its hatching by it."""

    FESTIVAL = "festival"
    SHABBAT = "shabbat"
    EVE = "eve"
    HALF_FESTIVAL = "half_festival"  # chol hamoed, Purim, Ramadan
    FAST = "fast"
    MEMORIAL = "memorial"
    VACATION = "vacation"
    FRIDAY = "friday"
    MINOR = "minor"

    @property
    def severity(self) -> Severity:
        return _SEVERITY.get(self, Severity.AVOID)


_SEVERITY = {
    Kind.FESTIVAL: Severity.CLOSED,
    Kind.SHABBAT: Severity.CLOSED,
    Kind.MINOR: Severity.FREE,
}


@frozen
class Span:
    """Days from `start` to `end`, both included. `group` gathers a festival's eve, days and break.

    `estimated`: the date is computed or foreseen, not published.
    """

    key: str
    group: str
    start: date
    end: date
    layer: Layer
    kind: Kind
    estimated: bool = False

    def covers(self, day: date) -> bool:
        return self.start <= day <= self.end


def within(spans: Iterable[Span], start: date, end: date) -> Iterator[Span]:
    """The spans that touch the days from `start` to `end`, uncut."""
    return (span for span in spans if span.start <= end and start <= span.end)
