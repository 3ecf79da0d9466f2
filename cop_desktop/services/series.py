"""A year's meetings before they are made: a rhythm, what stands in its way, who hosts when."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import count, islice, takewhile
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.calendar import Layer, Severity, free_around, severity_of
from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import MeetingKind

from . import meetings, organisations

MOST = 60  # meetings of one series: more than a week's rhythm gives in a year
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_LAST = 4  # the fifth Tuesday of a month is kept as its last one


@frozen
class Rhythm:
    """Every so many weeks; or months, on the first meeting's weekday and week of the month."""

    every: int
    monthly: bool = False

    def days(self, first: date) -> Iterator[date]:
        """From the first meeting on, without an end."""
        if not self.monthly:
            return (first + turn * self.every * _WEEK for turn in count())
        return (same_place(first, turn * self.every) for turn in count())


@frozen
class Slot:
    """A place for a meeting that may be made. `source` lends its frame and its agenda."""

    id: int
    day: date
    at: time
    minutes: int
    kind: MeetingKind
    topic: str
    place: str = ""
    host: str = ""  # a name; one not yet known is made with the meeting
    source: UUID | None = None
    wanted: bool = True

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.day, self.at)


@frozen
class Sight:
    """What a slot's day falls on, and the nearest free day on each side of it."""

    slot: Slot
    severity: Severity
    beside: str  # the topic of another meeting on the same day
    before: date | None
    after: date | None

    @property
    def clear(self) -> bool:
        return self.severity is Severity.FREE and not self.beside

    def nearest(self) -> date | None:
        """The free day that is closer, the later of two as close."""
        near = [found for found in (self.after, self.before) if found]
        return min(near, key=lambda found: abs(found - self.slot.day), default=None)


def week_of_month(day: date) -> int:
    """0 to 3, or 4 for the last one."""
    return (day.day - 1) // 7


def same_place(first: date, months: int) -> date:
    """So many months later: the same weekday in the same week of the month."""
    month = first.year * 12 + first.month - 1 + months
    start = date(month // 12, month % 12 + 1, 1)
    found = start + (first.isoweekday() - start.isoweekday()) % 7 * _DAY
    found += week_of_month(first) * _WEEK
    return found if week_of_month(first) < _LAST or found.month == start.month else found - _WEEK


def days(
    first: date, rhythm: Rhythm, number: int | None = None, until: date | None = None
) -> tuple[date, ...]:
    """The days of a rhythm: so many, or all until a day (that day included)."""
    found = rhythm.days(first)
    if until is not None:
        found = takewhile(lambda day: day <= until, found)
    return tuple(islice(found, min(number or MOST, MOST)))


def look(
    slots: Sequence[Slot],
    layers: frozenset[Layer],
    held: Mapping[date, str],
    today: date,
) -> tuple[Sight, ...]:
    """Each slot with what stands in its way; offers lie between its neighbours, never past.

    `held`: topics of the meetings that stand already, by day.
    """
    wanted = [slot for slot in slots if slot.wanted]
    return tuple(_sight(slot, wanted, layers, held, today) for slot in slots)


def make(session: Session, community_id: UUID, slots: Sequence[Slot]) -> list[UUID]:
    """Plan the wanted meetings, in order; raises UserError where none is, or one has no topic."""
    wanted = sorted((slot for slot in slots if slot.wanted), key=lambda it: it.starts_at)
    if not wanted:
        raise UserError(N_("No meeting is chosen. Choose at least one."))
    return [_make(session, community_id, slot) for slot in wanted]


def _sight(
    slot: Slot,
    wanted: Sequence[Slot],
    layers: frozenset[Layer],
    held: Mapping[date, str],
    today: date,
) -> Sight:
    day = slot.day
    others = {other.day: other.topic for other in wanted if other.id != slot.id} | dict(held)
    severity, beside = severity_of(day, layers), others.get(day, "")
    if severity is Severity.FREE and not beside:
        return Sight(slot, severity, "", None, None)
    earliest = max([today, *(other + _DAY for other in others if other < day)])
    latest = min([date.max, *(other - _DAY for other in others if other > day)])
    free = free_around(day, layers, earliest=earliest, latest=latest, taken=others)
    return Sight(slot, severity, beside, free.before, free.after)


def _make(session: Session, community_id: UUID, slot: Slot) -> UUID:
    values = {
        "topic": slot.topic, "starts_at": slot.starts_at, "minutes": slot.minutes,
        "kind": slot.kind, "place": slot.place,
        "host_id": organisations.named(session, slot.host),
    }  # fmt: skip
    if slot.source is None:
        return meetings.schedule(session, community_id, values)
    key = meetings.duplicate(session, slot.source, slot.starts_at)
    meetings.change(session, key, values)
    return key
