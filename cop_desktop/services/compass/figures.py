"""A figure for every sign that the file tells; None where it cannot tell yet."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from cop_desktop.models.vocabulary import ProductStatus

from .facts import HALF_YEAR, YEAR, Gathering
from .gathering import Facts

Figure = Callable[[Facts, Mapping[str, int]], int | None]

STUCK = timedelta(days=120)  # a draft that has not moved since
RECENT = 3  # meetings that are compared with as many before
PUBLISHED = ProductStatus.PUBLISHED
MADE = (ProductStatus.APPROVED, PUBLISHED)
ON_THE_WAY = (ProductStatus.DRAFT, ProductStatus.REVIEW)


def months(since: date | None, today: date) -> int | None:
    """Whole months that have passed."""
    if since is None:
        return None
    count = (today.year - since.year) * 12 + today.month - since.month
    return max(0, count - (today.day < since.day))


def percent(part: float, whole: float) -> int | None:
    return round(100 * part / whole) if whole else None


def _steady(facts: Facts, needed: Mapping[str, int]) -> int:
    """Meetings in the latest run without a gap that breaks the rhythm."""
    days, gap = [it.on for it in facts.this_year], timedelta(days=needed["rhythm_broken"])
    run = min(len(days), 1)
    for earlier, later in zip(days[-2::-1], days[:0:-1], strict=True):
        if later - earlier > gap:
            break
        run += 1
    return run


def _carriers(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    """How many people hold a role, led a block this year or own a product."""
    led = {it.leader_id for it in facts.led if it.here}
    owned = {it.owner_id for it in facts.products}
    return len((facts.holders | led | owned) - {None}) or None


def _preparing(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    return None if facts.held else months(facts.begun, facts.today)


def _approved(facts: Facts, _needed: Mapping[str, int]) -> int:
    charter = facts.charter
    if charter is None or not charter.rules:
        return 0
    return percent(min(charter.approved, facts.people.now), facts.people.now) or 0


def _silence(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    return (facts.today - facts.held[-1].on).days if facts.held else None


def _drop(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    """Points of a hundred by which attendance of the last meetings is below those before."""
    marked = [it for it in facts.held if it.marked and it.on > facts.today - 2 * YEAR]
    if len(marked) < RECENT + 2:
        return None
    return _fall(_share(marked[-2 * RECENT : -RECENT]), _share(marked[-RECENT:]))


def _with_leader(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    return round(100 * facts.roles.held_by_leader) if facts.roles.covered else None


def _others(facts: Facts, _needed: Mapping[str, int]) -> int:
    return round(100 * (1 - facts.roles.held_by_leader)) if facts.roles.covered else 0


def _led_by_members(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    members = sum(
        it.minutes for it in facts.led if it.leader_id and not facts.leads(it.leader_id, it.on)
    )
    return percent(members, sum(it.minutes for it in facts.led))


def _newcomers(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    people = facts.people
    return percent(people.gone, people.newcomers) if people.newcomers > 1 else None


def _stalled(facts: Facts, _needed: Mapping[str, int]) -> int:
    last = facts.today - STUCK
    return sum(
        it.status in ON_THE_WAY and it.moved_on is not None and it.moved_on < last
        for it in facts.products
    )


def _new_leaders(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    """Changes of the community's leader in the last two years."""
    if not facts.leading:
        return None
    return facts.new_leader(facts.today - 2 * YEAR)


def _goals(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    due, reached = facts.goals
    return percent(reached, due)


def _same_hands(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    return months(facts.last_term, facts.today) if facts.roles.covered else None


def _spark(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    """Points by which a year's attendance or rating, the worse of the two, is below the last's."""
    falls = []
    years = [[it for it in year if it.marked] for year in (facts.year_before, facts.this_year)]
    if min(len(year) for year in years) >= RECENT:
        falls.append(_fall(_share(years[0]), _share(years[1])))
    if len(facts.ratings) == 2:
        falls.append(_fall(facts.ratings[False] / 5, facts.ratings[True] / 5))
    return max(falls, default=None)


def _decided(facts: Facts, _needed: Mapping[str, int]) -> int:
    return int(facts.turning is not None and facts.turning.decided_on is not None)


def _beginning(facts: Facts, _needed: Mapping[str, int]) -> int:
    """Meetings set for after the decision."""
    if facts.turning is None or facts.turning.decided_on is None:
        return 0
    decided = facts.turning.decided_on
    return sum(on > decided for on in facts.coming)


def _undecided(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    turning = facts.turning
    if turning is not None and turning.ended_on is None:
        return 0 if turning.decided_on else months(turning.begun_on, facts.today)
    return months(facts.changing_since, facts.today)


def _quiet(facts: Facts, _needed: Mapping[str, int]) -> int | None:
    """Meetings of the last half year, once there has been one earlier."""
    since = facts.today - HALF_YEAR
    if not facts.held or facts.held[0].on > since:
        return None
    return sum(it.on > since for it in facts.held)


def _share(meetings: Sequence[Gathering]) -> float:
    marked = sum(it.marked for it in meetings)
    return sum(it.came for it in meetings) / marked if marked else 0.0


def _fall(before: float, after: float) -> int:
    return max(0, round(100 * (before - after)))


# Each computed sign of `resources/method/compass.toml`; how much is needed stands there, too.
FIGURES: Mapping[str, Figure] = {
    "core_formed": lambda f, _: f.core,
    "first_meetings": lambda f, _: len(f.this_year),
    "roles_taken": lambda f, _: f.roles.covered,
    "domain_agreed": lambda f, _: int(f.charter is not None and f.charter.domain),
    "one_does_all": _carriers,
    "plans_without_meeting": _preparing,
    "steady_rhythm": _steady,
    "roles_beyond_leader": _others,
    "first_products": lambda f, _: sum(it.status in MADE for it in f.products),
    "rules_approved": _approved,
    "rhythm_broken": _silence,
    "attendance_drops": _drop,
    "leader_alone": _with_leader,
    "trust_leaked": lambda f, _: f.leaks,
    "members_join": lambda f, _: f.people.joined,
    "reach_outside": lambda f, _: sum(it.status == PUBLISHED for it in f.products),
    "all_roles": lambda f, _: f.roles.covered,
    "led_by_members": _led_by_members,
    "newcomers_leave": _newcomers,
    "products_stall": _stalled,
    "topics_renewed": lambda f, _: f.topics,
    "leaders_renewed": _new_leaders,
    "routines_last": lambda f, _: f.routines,
    "goals_reached": _goals,
    "same_hands": _same_hands,
    "spark_gone": _spark,
    "closed_door": lambda f, _: months(f.people.last_joined, f.today),
    "needs_forgotten": lambda f, _: months(f.mapped or f.begun, f.today),
    "decision_taken": _decided,
    "new_beginning": _beginning,
    "no_decision": _undecided,
    "quiet_fade": _quiet,
}
AT_MOST = frozenset({"one_does_all", "quiet_fade"})  # signs by how little there is
