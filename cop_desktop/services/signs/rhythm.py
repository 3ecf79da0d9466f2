"""Signs of setting and rhythm: routines, dates that move, meetings too far apart."""

from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from cop_desktop.formats import work_year_bounds, work_year_of
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import gaps
from cop_desktop.services.routine_days import Events, days_late, due

from .known import Found, Known, Limits
from .rows import Round


def routines_lapsed(known: Known, limits: Limits) -> Found | None:
    """By the same grace as the reminders; opens the one that waits longest."""
    running = [it for it in known.records.rounds if it.span.runs(known.on)]
    if not running:
        return None
    events = _events(known)
    late = sorted(
        ((days, it) for it in running if (days := _days_late(it, known, events))),
        key=lambda found: found[0],
        reverse=True,
    )
    if len(late) < limits["routines"]:
        return None
    first, days = late[0][1], late[limits["routines"] - 1][0]
    since = known.on - timedelta(days=days)
    return Found({"n": len(late), "first": first.name}, first.span.id, since)


def dates_move(known: Known, limits: Limits) -> Found | None:
    """Meetings of this work year whose day has come: what moved before is then known for good."""
    first, _ = work_year_bounds(work_year_of(known.on))
    year = [it for it in known.past if it.on >= first]
    moved = [it for it in year if it.state == MeetingState.CANCELLED or it.moved]
    if not moved or 100 * len(moved) <= limits["percent"] * len(year):
        return None
    return Found({"n": len(moved), "all": len(year)}, moved[-1].id)


def no_meeting_ahead(known: Known, limits: Limits) -> Found | None:
    """Since the last meeting, or since the founding where nobody has met yet."""
    last = known.held[-1].on if known.held else None
    start = last or known.records.founded
    if known.ahead or start is None or (known.on - start).days < limits["days"]:
        return None
    return Found({"date": last}, since=start + timedelta(days=limits["days"]))


def long_gap(known: Known, limits: Limits) -> Found | None:
    """The break that lasts or comes next, summer vacation aside; without a date ahead, so far."""
    days = [*(it.on for it in known.held[-1:]), *(it.on for it in known.ahead)]
    if not known.ahead:
        days.append(known.on)
    for start, end in pairwise(days):
        apart = gaps.apart(start, end)
        if apart >= limits["days"]:
            return Found({"days": apart}, _ends_with(known, end), start)
    return None


def _ends_with(known: Known, day: date) -> UUID | None:
    return next((it.id for it in known.ahead if it.on == day), None)


def _events(known: Known) -> Events:
    joined = sorted({it.joined for it in known.people if it.joined})
    coming = tuple(it.on for it in known.ahead)
    return Events(tuple(it.on for it in known.held), coming, tuple(joined))


def _days_late(it: Round, known: Known, events: Events) -> int:
    times = [day for day in it.done if it.span.since <= day <= known.on]
    day = due(it.rhythm, it.span.since, times[-1] if times else None, events)
    return days_late(it.rhythm, day, known.on)
