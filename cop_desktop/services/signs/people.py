"""Signs of attendance, turnover and composition: counts of members, without names."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from statistics import mean
from uuid import UUID

from cop_desktop.services.months import later
from cop_desktop.services.people import NEW

from .known import Found, Known, Limits
from .rows import Group, Met

YEAR = 12  # months
SEVERAL = 2  # one alone sets no tone


def attendance_falls(known: Known, limits: Limits) -> Found | None:
    """The mean of the latest meetings against that of the twelve months before them.

    Silent before there are as many to compare with.
    """
    latest, before = _split(known, limits["meetings"])
    if not latest or len(before) < limits["meetings"]:
        return None
    was, now = (round(100 * mean(_share(known, it) for it in some)) for some in (before, latest))
    return Found({"before": was, "now": now}) if was - now >= limits["points"] else None


def not_seen(known: Known, limits: Limits) -> Found | None:
    """Who belonged to the community before the first of those meetings, and came to none."""
    latest = known.noted[-limits["meetings"] :]
    if len(latest) < limits["meetings"]:
        return None
    first, keys = latest[0].on, [it.id for it in latest]
    before = _count(it for it in known.people if not it.joined or it.joined <= first)
    missing = before - known.records.members.seen(keys, first, known.on)
    if missing < 1 or 100 * missing < limits["percent"] * known.headcount:
        return None
    return Found({"n": missing}, known.records.members.absent(keys, first, known.on))


def many_left(known: Known, limits: Limits) -> Found | None:
    """Of all who took part in the last twelve months."""
    since = later(known.on, -YEAR)
    left = [it for it in known.records.members.groups if it.left and since < it.left <= known.on]
    n = _count(left)
    everybody = known.headcount + n
    if not n or 100 * n < limits["percent"] * everybody:
        return None
    return Found({"n": n, "all": everybody})


def nobody_joins(known: Known, limits: Limits) -> Found | None:
    """Silent where the file knows of no day of joining."""
    every = known.records.members.groups
    joined = [it.joined for it in every if it.joined and it.joined <= known.on]
    last = max(joined, default=None)
    if last is None or not known.over(last, limits["months"]):
        return None
    return Found({"date": last}, since=later(last, limits["months"]))


def newcomers_alone(known: Known, limits: Limits) -> Found | None:
    """Members are new for four months; opens the one who waits longest."""
    patience = timedelta(days=limits["days"])
    alone = [
        it for it in known.people
        if it.joined and it.joined + patience <= known.on < it.joined + NEW and not it.mentored
    ]  # fmt: skip
    if not alone:
        return None
    first = min(it.joined for it in alone if it.joined)
    return Found({"n": _count(alone)}, alone[0].id, first + patience)


def core_small(known: Known, limits: Limits) -> Found | None:
    """Before a first meeting there is no core to speak of."""
    if not known.held or known.records.core >= limits["members"]:
        return None
    return Found({"n": known.records.core})


def one_authority(known: Known, limits: Limits) -> Found | None:
    """The largest organisation's share of the members."""
    counted: Counter[UUID] = Counter()
    for it in known.people:
        if it.organisation:
            counted[it.organisation] += it.n
    if not counted:
        return None
    largest, n = counted.most_common(1)[0]
    percent = round(100 * n / known.headcount)
    if n < SEVERAL or percent < limits["percent"]:
        return None
    return Found({"name": known.records.organisation(largest), "percent": percent})


def consents_missing(known: Known, limits: Limits) -> Found | None:
    """Of the members who have been there for longer than it takes to ask.

    Who bears no day of joining, as after an import, is known to be there today, not before.
    """
    now = known.on >= known.records.today
    due = [
        it for it in known.people
        if (known.over(it.joined, limits["months"]) if it.joined else now)
    ]  # fmt: skip
    missing = [it for it in due if not _agreed(it, known.on)]
    n, everybody = _count(missing), _count(due)
    if not n or 100 * n < limits["percent"] * everybody:
        return None
    return Found({"n": n, "all": everybody}, missing[0].id)


def _agreed(it: Group, on: date) -> bool:
    """The line manager had agreed by then; a consent without a day holds for good."""
    return it.agreed and (it.agreed_on is None or it.agreed_on <= on)


def _split(known: Known, meetings: int) -> tuple[tuple[Met, ...], tuple[Met, ...]]:
    """The latest meetings, and those of the twelve months before them."""
    latest, rest = known.noted[-meetings:], known.noted[:-meetings]
    since: date = later(latest[0].on, -YEAR) if latest else known.on
    return latest, tuple(it for it in rest if it.on >= since)


def _share(known: Known, meeting: Met) -> float:
    """Who came of those who belonged to the community on the day, 0–1."""
    there = known.records.members.headcount(meeting.on)
    return known.records.came[meeting.id] / there if there else 0.0


def _count(groups: Iterable[Group]) -> int:
    return sum(it.n for it in groups)
