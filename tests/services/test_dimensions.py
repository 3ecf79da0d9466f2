"""Dimensions keep their own pace, and maturity is read once a term."""

from datetime import date
from uuid import UUID

import pytest

from cop_desktop.errors import UserError
from cop_desktop.models.method import Dimension, MaturityAxis
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services import dimensions, maturity
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)


def test_each_dimension_walks_at_its_own_pace(store: Store, community: UUID) -> None:
    with store.write("look") as session:
        for dimension, stage, on in (
            (Dimension.DOMAIN, Stage.COALESCING, date(2025, 10, 1)),
            (Dimension.DOMAIN, Stage.MATURING, date(2026, 10, 1)),
            (Dimension.PRACTICE, Stage.POTENTIAL, date(2026, 10, 1)),
        ):
            dimensions.record(session, community, dimension, stage, on, TODAY)
    with store.read() as session:
        now = dimensions.now(session, community, TODAY)
        earlier = dimensions.now(session, community, date(2026, 1, 1))
    assert {key: row.stage for key, row in now.items()} == {
        Dimension.DOMAIN: Stage.MATURING, Dimension.PRACTICE: Stage.POTENTIAL,
    }  # fmt: skip
    assert earlier[Dimension.DOMAIN].stage is Stage.COALESCING
    assert Dimension.COMMUNITY not in now


def test_a_second_look_that_finds_the_same_only_changes_the_note(
    store: Store, community: UUID
) -> None:
    with store.write("look") as session:
        of = Dimension.COMMUNITY
        dimensions.record(session, community, of, Stage.MATURING, date(2026, 9, 1), TODAY, "אמון")
        dimensions.record(session, community, of, Stage.MATURING, TODAY, TODAY)
        dimensions.record(session, community, of, Stage.MATURING, TODAY, TODAY, "חניכה")
    with store.read() as session:
        (row,) = dimensions.history(session, community)[Dimension.COMMUNITY]
    assert (row.since, row.note) == (date(2026, 9, 1), "חניכה")


def test_what_was_found_on_the_same_day_is_corrected(store: Store, community: UUID) -> None:
    of = Dimension.DOMAIN
    with store.write("look") as session:
        dimensions.record(session, community, of, Stage.MATURING, TODAY, TODAY)
        kept = dimensions.record(session, community, of, Stage.COALESCING, TODAY, TODAY)
    with store.read() as session:
        assert [it.stage for it in dimensions.history(session, community)[of]] == ["coalescing"]
    with store.write("forget") as session:
        dimensions.take_back(session, kept)
    with store.read() as session:
        assert dimensions.now(session, community, TODAY) == {}


def test_nothing_is_found_in_the_future(store: Store, community: UUID) -> None:
    tomorrow = date(2026, 11, 23)
    with pytest.raises(UserError, match="not come yet"), store.write("x") as session:
        dimensions.record(session, community, Dimension.DOMAIN, Stage.MATURING, tomorrow, TODAY)
    with pytest.raises(UserError, match="not come yet"), store.write("x") as session:
        maturity.record(session, community, tomorrow, {MaturityAxis.DEPTH: 2}, TODAY)


def test_a_reading_is_due_once_a_term(store: Store, community: UUID) -> None:
    with store.read() as session:
        assert maturity.of(session, community).due(TODAY)
    with store.write("read") as session:
        levels = {MaturityAxis.CONTENT: 3, MaturityAxis.OWNERSHIP: 2}
        maturity.record(session, community, date(2026, 9, 20), levels, TODAY, "שיחה בגרעין")
    with store.read() as session:
        told = maturity.of(session, community)
    assert not told.due(TODAY)
    assert not told.due(date(2027, 1, 31))
    assert told.due(date(2027, 2, 1))
    assert told.latest is not None
    assert told.latest.levels == levels
    assert told.previous is None


def test_the_reading_before_is_kept_to_compare(store: Store, community: UUID) -> None:
    with store.write("read") as session:
        for on, level in ((date(2026, 2, 3), 2), (date(2026, 10, 3), 3), (date(2026, 10, 3), 4)):
            maturity.record(session, community, on, {MaturityAxis.DEPTH: level}, TODAY)
    with store.read() as session:
        told = maturity.of(session, community)
    assert told.latest is not None
    assert told.previous is not None
    assert told.latest.levels == {MaturityAxis.DEPTH: 4}
    assert told.previous.levels == {MaturityAxis.DEPTH: 2}


@pytest.mark.parametrize("levels", [{}, {MaturityAxis.DEPTH: 6}, {MaturityAxis.DEPTH: 0}])
def test_a_level_is_one_to_five(
    store: Store, community: UUID, levels: dict[MaturityAxis, int]
) -> None:
    with pytest.raises(UserError), store.write("x") as session:
        maturity.record(session, community, TODAY, levels, TODAY)
