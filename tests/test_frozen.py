"""A frozen row is a dataclass like any other, and is quicker made."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from cop_desktop.frozen import frozen


@frozen
class Pair:
    """Two plain values."""

    left: int
    right: str = "r"


@frozen
class Basket(Pair):
    """What has a factory, what is not compared, what is by name, and what follows from the rest."""

    things: list[int] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False)
    by_name: int = field(default=0, kw_only=True)
    many: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "many", len(self.things))


@dataclass(frozen=True, slots=True)
class Plain:
    """The same as `Pair` by the standard library."""

    left: int
    right: str = "r"


@frozen
class Nothing:
    """No field at all."""


@frozen
class Own:  # noqa: PLW1641  # `frozen` gives the hash, as the standard library does
    """Compares and speaks in its own way."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own) and other.name.lower() == self.name.lower()

    def __repr__(self) -> str:
        return "own"


def test_a_row_is_made_by_place_by_name_and_by_default() -> None:
    assert Pair(1, "a") == Pair(left=1, right="a") != Pair(1)
    basket = Basket(1, "a", [2, 3], by_name=4)
    assert (basket.left, basket.things, basket.many, basket.by_name) == (1, [2, 3], 2, 4)
    assert Basket(1).things is not Basket(1).things
    with pytest.raises(TypeError):
        Pair()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Basket(1, "a", [], "", 4)  # type: ignore[call-arg]


@pytest.mark.parametrize("spoil", [
    lambda row: setattr(row, "left", 2),
    lambda row: setattr(row, "other", 2),
    lambda row: delattr(row, "left"),
])  # fmt: skip
def test_a_row_never_changes(spoil: Callable[[Any], None]) -> None:
    row = Pair(1)
    with pytest.raises(FrozenInstanceError):
        spoil(row)
    assert row == Pair(1)
    assert not hasattr(row, "__dict__")


def test_rows_of_one_kind_with_the_same_values_are_one_in_a_set() -> None:
    assert len({Pair(1), Pair(1), Pair(2), Nothing(), Nothing()}) == 3
    plain: object = Plain(1)
    assert Pair(1) != plain
    assert Pair(1) != Basket(1)
    assert Basket(1, note="a") == Basket(1, note="b")


def test_it_reads_as_the_standard_ones_do() -> None:
    assert repr(Pair(1)) == repr(Plain(1)).replace("Plain", "Pair")
    assert repr(Basket(1)) == "Basket(left=1, right='r', things=[], by_name=0, many=0)"
    assert Pair.__match_args__ == Plain.__match_args__


def test_what_a_class_says_itself_stands() -> None:
    assert Own("a") == Own("A")
    assert repr(Own("a")) == "own"
    assert hash(Own("a")) == hash(Own("a"))


def test_the_tools_of_dataclasses_know_it() -> None:
    assert [it.name for it in fields(Pair)] == ["left", "right"]
    assert asdict(Pair(1)) == {"left": 1, "right": "r"}
    assert replace(Basket(1, "a"), things=[1]).many == 1
    assert is_dataclass(Pair)


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))]
)
def test_a_copy_is_equal(copied: Callable[[Any], Any]) -> None:
    row = Basket(1, "a", [2], "n", by_name=3)
    again = copied(row)
    assert (again, again.note, again.many) == (row, "n", 1)
