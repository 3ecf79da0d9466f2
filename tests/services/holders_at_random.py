"""Communities made up at random: who holds what, when terms end, and what speaks for whom."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from hypothesis import strategies as st

from cop_desktop.models.vocabulary import Role
from cop_desktop.services.roles import Holding
from cop_desktop.services.rotation_people import Person

TODAY = date(2026, 11, 22)
SINCE = date(2025, 9, 1)


@dataclass(frozen=True)
class Life:
    """Everybody; the terms; and those who may be asked."""

    size: int
    terms: tuple[Holding, ...]
    people: tuple[Person, ...]

    def loads(self) -> list[int]:
        held = Counter(term.member_id for term in self.terms if term.runs(TODAY))
        return [held[key(place)] for place in range(self.size)]


def key(place: int) -> UUID:
    return UUID(int=place + 1)


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """From two to twelve members: the first leads, holds some roles for good, is never asked.

    Few seats are free, so that there is somebody to be passed over.
    """
    size = draw(st.integers(2, 12))
    kept = draw(st.sets(st.sampled_from(list(Role)), min_size=3))
    others = st.tuples(st.integers(1, size - 1), st.sampled_from(list(Role)))
    terms = [_term(number, 0, role, None, None) for number, role in enumerate(sorted(kept))]
    for number, (who, role) in enumerate(sorted(draw(st.sets(others, max_size=12)))):
        until, planned = draw(st.none() | _days(1, 200)), draw(st.none() | _days(-60, 200))
        terms.append(_term(10 + number, who, role, until, planned))
    asked = draw(st.sets(st.integers(1, size - 1), min_size=size // 2))
    return Life(size, tuple(terms), tuple(_person(draw, place, terms) for place in sorted(asked)))


def _term(number: int, who: int, role: Role, until: date | None, planned: date | None) -> Holding:
    name = f"חבר {who}"
    return Holding(
        UUID(int=1000 + number), role, key(who), name, SINCE, until, "", who == 0, planned
    )


def _days(least: int, most: int) -> st.SearchStrategy[date]:
    return st.integers(least, most).map(lambda days: TODAY + timedelta(days=days))


def _person(draw: st.DrawFn, place: int, terms: Sequence[Holding]) -> Person:
    holds = frozenset(term.role for term in terms if term.member_id == key(place))
    before = draw(st.sets(st.sampled_from(list(Role)), max_size=2))
    few = st.dictionaries(st.sampled_from(list(Role)), st.integers(0, 3), max_size=2)
    meetings = draw(st.integers(1, 10))
    return Person(
        key(place), f"חבר {place}", len(holds), draw(st.integers(0, meetings)), meetings,
        draw(st.booleans()), "רהט", draw(few), draw(few), holds | before, holds,
    )  # fmt: skip
