"""Leadership spreads; a community moves through stages."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.errors import UserError
from cop_desktop.i18n import catalog
from cop_desktop.models.vocabulary import Function, Role, Stage
from cop_desktop.services import decentralisation, functions, members, roles, stages
from cop_desktop.services.evenness import gini
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)


@given(st.lists(st.integers(0, 7), max_size=60))
def test_concentration_lies_between_even_and_one_for_all(counts: list[int]) -> None:
    assert -1e-9 <= gini(counts) < 1
    if counts and any(counts):
        assert gini([counts[0]] * len(counts)) == pytest.approx(0)


def test_one_holder_among_many_is_close_to_one() -> None:
    assert gini([7] + [0] * 23) == pytest.approx(23 / 24)


def test_the_leaders_share_counts_seats(store: Store, community: UUID) -> None:
    with store.write("lead") as session:
        _, noa, _ = (UUID(key) for key in members.find(session, community, TODAY))
        functions.appoint(session, noa, Function.LEADER, date(2026, 9, 1))
        roles.appoint(session, noa, Role.CRITICAL, date(2026, 10, 1))
    with store.read() as session:
        now = roles.now(session, community, TODAY)
        spread = decentralisation.coverage(session, community, [date(2026, 9, 15), TODAY])
    assert now.covered == 2
    assert now.held_by_leader == pytest.approx(2 / 3)
    assert [point.held_by_leader for point in spread] == [
        pytest.approx(1 / 2),
        pytest.approx(2 / 3),
    ]


def test_nobody_holds_a_role_twice_at_once(store: Store, community: UUID) -> None:
    with store.read() as session:
        noa = roles.history(session, community)[1]
    assert noa.role == Role.AGENDA
    with pytest.raises(UserError, match="holds the role already"), store.write("x") as session:
        roles.appoint(session, noa.member_id, Role.AGENDA, TODAY)
    with store.write("hand over") as session:
        roles.end(session, noa.id, TODAY)
        roles.appoint(session, noa.member_id, Role.AGENDA, TODAY)


def test_a_stage_is_passed_over_only_with_a_reason(store: Store, community: UUID) -> None:
    with pytest.raises(UserError, match="why"), store.write("skip") as session:
        stages.record(session, community, Stage.MATURING, TODAY)
    with store.write("skip") as session:
        stages.record(session, community, Stage.MATURING, TODAY, reason="שתי קהילות התמזגו")
    with store.read() as session:
        path = stages.path(session, community)
    assert path.now
    assert (path.now.stage, path.now.skipped) == (Stage.MATURING, True)
    assert path.entered(Stage.COALESCING) is None


def test_going_back_is_normal_and_shown(store: Store, community: UUID) -> None:
    with store.write("on") as session:
        stages.record(session, community, Stage.COALESCING, date(2025, 9, 1))
        stages.record(session, community, Stage.POTENTIAL, date(2026, 9, 1))
    with store.read() as session:
        path = stages.path(session, community)
    assert [row.back for row in path.history] == [False, False, True]
    assert path.history[1].until == date(2026, 9, 1)
    with pytest.raises(UserError) as refused, store.write("x") as session:
        stages.record(session, community, Stage.COALESCING, date(2026, 8, 1))
    assert "1 בספטמבר 2026" in catalog("he").error(refused.value)
    assert "1 September 2026" in str(refused.value)
