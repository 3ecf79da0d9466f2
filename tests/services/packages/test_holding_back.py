"""Small numbers stay at home, and nobody can work them out from their sum."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.services.packages.holding_back import LEAST, held_back

TABLES = st.lists(st.integers(0, 9), min_size=1, max_size=7).map(
    lambda numbers: {f"cell {at}": number for at, number in enumerate(numbers)}
)
FEW = st.dictionaries(st.sampled_from("abc"), st.integers(0, 7), min_size=1)


@given(TABLES)
def test_no_number_of_one_to_four_is_ever_told(counts: dict[str, int]) -> None:
    missing, _ = held_back(counts)
    assert all(not 0 < count < LEAST for key, count in counts.items() if key not in missing)


@given(FEW)
def test_nobody_can_work_out_a_small_number(counts: dict[str, int]) -> None:
    missing, told = held_back(counts)
    for cell in missing:
        if 0 < counts[cell] < LEAST:
            assert len(possible(counts, missing, cell, told)) > 1


def possible(counts: dict[str, int], missing: frozenset[str], cell: str, told: bool) -> set[int]:
    """What a cell holds in every table that a reader must think possible."""
    hidden, total = sorted(missing), sum(counts[it] for it in missing)
    worlds = product(range(total + 1), repeat=len(hidden))
    return {world[hidden.index(cell)] for world in worlds if not told or sum(world) == total}


@given(TABLES)
def test_no_more_is_held_back_than_is_needed(counts: dict[str, int]) -> None:
    missing, told = held_back(counts)
    large = [it for it in missing if counts[it] >= LEAST]
    assert len(large) <= 1
    assert told or not any(count >= LEAST for count in counts.values())


def test_where_all_numbers_are_large_nothing_is_held_back() -> None:
    assert held_back({"a": 5, "b": 8, "c": 0}) == (frozenset(), True)


def test_one_small_number_takes_the_next_smallest_along() -> None:
    assert held_back({"a": 2, "b": 8, "c": 9}) == (frozenset({"a", "b"}), True)


def test_several_small_numbers_hide_each_other() -> None:
    assert held_back({"a": 2, "b": 3, "c": 9}) == (frozenset({"a", "b"}), True)


def test_a_single_small_number_takes_its_sum_along() -> None:
    for counts in ({"a": 3}, {"a": 3, "b": 0}):
        assert held_back(counts) == (frozenset({"a"}), False)
