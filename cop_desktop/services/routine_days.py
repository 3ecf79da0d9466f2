"""When a routine is due: a rule for each rhythm, and how long a reminder waits."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from cop_desktop.frozen import frozen
from cop_desktop.models.method import RoutineRhythm

from .months import later

GRACE: Mapping[RoutineRhythm, int] = {  # days past the day on which nobody is reminded yet
    RoutineRhythm.WEEKLY: 7,
    RoutineRhythm.MONTHLY: 14,
    RoutineRhythm.EACH_MEETING: 10,
    RoutineRhythm.QUARTERLY: 21,
    RoutineRhythm.HALF_YEARLY: 30,
    RoutineRhythm.YEARLY: 45,
    RoutineRhythm.ON_JOINING: 21,
}


@frozen
class Events:
    """What routines wait for: days in order, of meetings held and to come, and of joining."""

    held: tuple[date, ...]
    coming: tuple[date, ...]
    joined: tuple[date, ...]


Rule = Callable[[date, date | None, Events], date | None]


def due(rhythm: RoutineRhythm, since: date, last: date | None, events: Events) -> date | None:
    """The day on which it comes round next, past or future; None waits for an event to come."""
    return RULES[rhythm](since, last, events)


def days_late(rhythm: RoutineRhythm, day: date | None, today: date) -> int:
    """Days since the grace after a due day ran out; 0 until then."""
    return max(0, (today - day).days - GRACE[rhythm]) if day else 0


def _after(days: int) -> Rule:
    return lambda since, last, _events: (last or since) + timedelta(days=days)


def _months_after(months: int) -> Rule:
    return lambda since, last, _events: later(last or since, months)


def _each_meeting(since: date, last: date | None, events: Events) -> date | None:
    """The first meeting that went by without it, else the next one that it was not yet done for."""
    spans = _spans((*events.held, *events.coming))
    return next((day for day, begins in spans if day >= since and not _by(last, begins)), None)


def _spans(meetings: Sequence[date]) -> list[tuple[date, date]]:
    """Each meeting and the day from which a doing belongs to it, not to the one before.

    A question goes out before a meeting and a letter after it: the nearer meeting counts.
    """
    middles = [before + (after - before) / 2 for before, after in pairwise(meetings)]
    return list(zip(meetings, [date.min, *middles], strict=False))


def _by(last: date | None, begins: date) -> bool:
    return last is not None and last >= begins


def _on_joining(since: date, last: date | None, events: Events) -> date | None:
    """The day on which somebody joined who was not yet received."""
    return next((day for day in events.joined if day >= since and (not last or day > last)), None)


RULES: Mapping[RoutineRhythm, Rule] = {
    RoutineRhythm.WEEKLY: _after(7),
    RoutineRhythm.MONTHLY: _months_after(1),
    RoutineRhythm.EACH_MEETING: _each_meeting,
    RoutineRhythm.QUARTERLY: _months_after(3),
    RoutineRhythm.HALF_YEARLY: _months_after(6),
    RoutineRhythm.YEARLY: _months_after(12),
    RoutineRhythm.ON_JOINING: _on_joining,
}
