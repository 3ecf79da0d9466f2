"""Whether so many people changed since a stage was recorded that it is worth another look."""

from collections.abc import Mapping
from datetime import date

from .figures import percent
from .gathering import Facts
from .signs import Recheck

FEWEST = 4  # members, before parts of a hundred mean anything


def recheck(facts: Facts, since: date, needed: Mapping[str, int]) -> Recheck | None:
    """Who left and joined after the day of the record, if that is much; or a new leader."""
    people, leader_changed = facts.people, facts.new_leader(since) > 0
    many = people.then >= FEWEST and (
        (percent(people.left, people.then) or 0) >= needed["turnover_left"]
        or (percent(people.new, people.then) or 0) >= needed["turnover_joined"]
    )
    if not (many or leader_changed):
        return None
    return Recheck(since, people.left, people.new, people.then, leader_changed)
