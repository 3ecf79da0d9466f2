"""Small numbers stay at home, and nobody can work them out from their sum."""

from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cop_desktop.services.packages.holding_back import LEAST, held_back, share, turnout

TABLES = st.lists(st.integers(0, 9), min_size=1, max_size=7).map(
    lambda numbers: {f"cell {at}": number for at, number in enumerate(numbers)}
)
FEW = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 6), min_size=1)


@given(TABLES)
def test_no_number_of_one_to_four_is_ever_told(counts: dict[str, int]) -> None:
    missing, _ = held_back(counts)
    assert all(not 0 < count < LEAST for key, count in counts.items() if key not in missing)


@given(FEW)
@example({"a": 4, "b": 6, "c": 6, "d": 4})  # who knew the order of names had the last
def test_nobody_who_knows_these_very_rules_can_work_out_a_small_number(
    counts: dict[str, int],
) -> None:
    """A row says that somebody is in it; and of what was held back, which rules held it back."""
    missing, told = held_back(counts)
    if not told:
        return  # neither the sum leaves, nor any row
    for cell in missing:
        if counts[cell] < LEAST:
            assert len(possible(counts, missing, cell)) > 1


def possible(counts: dict[str, int], missing: frozenset[str], cell: str) -> set[int]:
    """What a cell holds in every table of which the same would have left."""
    hidden, total = sorted(missing), sum(counts[it] for it in missing)
    worlds = (
        dict(zip(hidden, numbers, strict=True))
        for numbers in product(range(1, total), repeat=len(hidden))
        if sum(numbers) == total
    )
    return {it[cell] for it in worlds if held_back({**counts, **it}) == (missing, True)}


def test_a_row_of_ones_and_a_row_of_fours_are_not_told_by_their_sum() -> None:
    assert held_back(dict.fromkeys("abcde", 1)) == (frozenset("abcde"), False)
    assert held_back({**dict.fromkeys("abc", 4), "d": 6}) == (frozenset("abcd"), True)


@given(TABLES)
def test_no_more_is_held_back_than_is_needed(counts: dict[str, int]) -> None:
    missing, told = held_back(counts)
    assert len({counts[it] for it in missing if counts[it] >= LEAST}) <= 1
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


@pytest.mark.parametrize("whole", range(5, 40))
def test_a_share_looks_the_same_for_every_small_number_behind_it(whole: int) -> None:
    few = [it for it in range(1, LEAST) if whole - it >= LEAST]
    assert len({share(it, whole) for it in few}) <= 1
    assert len({share(whole - it, whole) for it in few}) <= 1
    assert share(0, whole) == 0
    assert share(whole, whole) == 1


def test_who_came_is_not_told_where_the_others_can_be_counted() -> None:
    assert turnout(22, 2) == (24, None)  # else: 24 members less 22
    assert turnout(3, 21) == (24, None)
    assert turnout(2, 2) == (None, None)
    assert turnout(19, 5) == (24, 19)
    assert turnout(24, 0) == (24, 24)
