"""The compass: every sign both ways, thresholds of one's own, marks by hand, few questions."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.content import shapes
from cop_desktop.models.thread_words import MarkList
from cop_desktop.models.vocabulary import Role, Stage
from cop_desktop.services import compass, marks, stages, thresholds
from cop_desktop.services.compass import Direction, Sign, Way
from cop_desktop.services.compass.suggestion import suggest
from cop_desktop.services.months import later
from cop_desktop.store import Store
from tests.statements import statements

from .lives import Life, a_life

FOUNDED = date(2023, 9, 3)
TODAY = date(2026, 11, 22)
MOST = 30  # statements for everything the compass weighs


def sign(life: Life, fact: str, on: date = TODAY) -> Sign:
    return next(it for it in life.compass(on).signs if it.fact == fact)


def test_every_sign_of_the_method_is_weighed(store: Store, community: UUID) -> None:
    with store.read() as session:
        found = compass.of(session, community, TODAY)
    keys = {
        mark.key for it in shapes.stages().values() for mark in (*it.moved_on, *it.falling_back)
    }
    assert {it.fact for it in found.signs} == keys
    assert found.present is Stage.POTENTIAL
    assert found.way is Way.STAY
    assert all(it.speaks_for is Stage.COALESCING for it in found.facts_for)


def test_a_figure_that_cannot_be_told_is_no_sign(store: Store) -> None:
    with a_life(store, FOUNDED, 3) as life:
        for fact in ("rhythm_broken", "attendance_drops", "led_by_members", "goals_reached"):
            it = sign(life, fact)
            assert it.value is None
            assert not it.holds
            assert not it.told


@pytest.mark.parametrize(
    ("value", "direction", "holds"),
    [
        (3, Direction.AT_LEAST, True), (2, Direction.AT_LEAST, False),
        (3, Direction.AT_MOST, True), (4, Direction.AT_MOST, False),
    ],
)  # fmt: skip
def test_a_threshold_is_met_from_its_side(value: int, direction: Direction, holds: bool) -> None:
    it = Sign("core_formed", Stage.COALESCING, value, 3, direction=direction)
    assert it.holds is holds


def test_preparing_without_a_meeting_counts_months_until_the_first(store: Store) -> None:
    with a_life(store, FOUNDED, 3) as life:
        assert sign(life, "plans_without_meeting", later(FOUNDED, 2)).value == 2
        it = sign(life, "plans_without_meeting", later(FOUNDED, 3))
        assert it.holds
        life.meet(later(FOUNDED, 3), life.m[:1])
        assert sign(life, "plans_without_meeting", later(FOUNDED, 4)).value is None


def test_one_who_carries_all_is_seen_and_a_second_pair_of_hands_ends_it(store: Store) -> None:
    with a_life(store, FOUNDED, 3) as life:
        life.take(Role.AGENDA, life.m[0], FOUNDED)
        assert sign(life, "one_does_all").holds
        life.make("מדריך", "draft", life.m[1], FOUNDED)
        it = sign(life, "one_does_all")
        assert (it.value, it.holds) == (2, False)
        life.leave(life.m[1:2], date(2024, 1, 1))
        assert sign(life, "one_does_all").holds


def test_founders_are_no_newcomers(store: Store) -> None:
    with a_life(store, FOUNDED, 6) as life:
        life.meet(date(2023, 10, 8), life.m[:1])
        assert sign(life, "members_join", date(2024, 1, 1)).value == 0
        life.join(3, date(2023, 12, 1))
        assert sign(life, "members_join", date(2024, 1, 1)).holds


def test_newcomers_who_came_once_did_not_come_back(store: Store) -> None:
    with a_life(store, FOUNDED, 6) as life:
        life.meet(date(2023, 10, 8), life.m[:1])
        life.join(2, date(2023, 10, 20))
        life.meet(date(2023, 11, 12), life.m[:1])
        for on in (date(2023, 12, 10), date(2024, 1, 14)):
            life.meet(on, life.m[:1], share=0.75)  # those who came last stay away
        assert sign(life, "newcomers_leave", date(2024, 2, 1)).value == 100
        life.meet(date(2024, 2, 11), life.m[:1])
        assert sign(life, "newcomers_leave", date(2024, 2, 12)).value == 0


def test_attendance_is_compared_with_the_meetings_before(store: Store) -> None:
    with a_life(store, FOUNDED, 10) as life:
        life.meet_monthly(date(2026, 3, 8), 3, life.m[:1])
        assert sign(life, "attendance_drops", date(2026, 5, 20)).value is None
        life.meet_monthly(date(2026, 6, 7), 3, life.m[:1], share=0.8)
        it = sign(life, "attendance_drops", date(2026, 8, 20))
        assert (it.value, it.holds) == (20, True)


def test_ratings_below_the_year_before_are_a_spark_gone(store: Store) -> None:
    with a_life(store, FOUNDED, 4) as life:
        life.meet(date(2025, 6, 1), life.m[:1], rated=5)
        assert sign(life, "spark_gone").value is None
        life.meet(date(2026, 6, 7), life.m[:1], rated=4)
        it = sign(life, "spark_gone")
        assert (it.value, it.holds) == (20, True)


def test_rules_are_approved_by_those_who_take_part_today(store: Store) -> None:
    with a_life(store, FOUNDED, 4) as life:
        life.agree(date(2023, 10, 1))
        assert sign(life, "rules_approved", date(2023, 10, 2)).value == 100
        life.leave(life.m[:3], date(2024, 1, 1))
        life.join(4, date(2024, 1, 2))
        assert sign(life, "rules_approved").value == 20


def test_a_charter_without_rules_is_no_agreement_on_trust(store: Store) -> None:
    with a_life(store, FOUNDED, 4) as life:
        life.agree(date(2023, 10, 1), rules=False)
        assert sign(life, "domain_agreed").holds
        assert sign(life, "rules_approved").value == 0


def test_a_leak_is_remembered_for_half_a_year(store: Store) -> None:
    with a_life(store, FOUNDED, 4) as life:
        life.leak(date(2026, 10, 1))
        assert sign(life, "trust_leaked").holds
        assert not sign(life, "trust_leaked", date(2027, 4, 10)).holds


def test_a_draft_that_does_not_move_stalls(store: Store) -> None:
    with a_life(store, FOUNDED, 4) as life:
        for title in ("א", "ב"):
            life.make(title, "draft", life.m[0], date(2026, 7, 1))
        life.make("ג", "idea", life.m[0], date(2026, 7, 1))
        assert not sign(life, "products_stall", date(2026, 9, 1)).holds
        assert sign(life, "products_stall").value == 2


def test_needs_looked_at_anew_are_not_forgotten(store: Store) -> None:
    with a_life(store, FOUNDED, 4) as life:
        assert sign(life, "needs_forgotten").holds
        life.look_at_needs(date(2026, 11, 1))
        assert sign(life, "needs_forgotten").value == 0


def test_this_years_goals_wait_until_none_is_open(store: Store) -> None:
    with a_life(store, FOUNDED, 4) as life:
        life.reach(2025, reached=1, missed=1)
        life.reach(2026, reached=2, missed=1)
        assert sign(life, "goals_reached", date(2026, 11, 22)).value == 50


def test_a_threshold_of_ones_own_decides_and_can_be_reset(store: Store) -> None:
    with a_life(store, FOUNDED, 4) as life:
        life.meet(date(2026, 10, 1), life.m[:1])
        assert not sign(life, "rhythm_broken").holds
        thresholds.set_value(life.session, life.id, "compass", "rhythm_broken", 45)
        it = sign(life, "rhythm_broken")
        assert (it.value, it.needed, it.holds) == (52, 45, True)
        thresholds.reset(life.session, life.id, "compass", "rhythm_broken")
        assert sign(life, "rhythm_broken").needed == 75


def test_what_breaks_the_rhythm_ends_a_steady_run_too(store: Store) -> None:
    with a_life(store, FOUNDED, 4) as life:
        for weeks in (22, 18, 10, 6, 2):
            life.meet(TODAY - timedelta(weeks=weeks), life.m[:1])
        assert sign(life, "steady_rhythm").value == 5
        thresholds.set_value(life.session, life.id, "compass", "rhythm_broken", 45)
        assert sign(life, "steady_rhythm").value == 3


def test_a_sign_marked_by_hand_holds_until_the_mark_is_taken_away(store: Store) -> None:
    with a_life(store, FOUNDED, 4) as life:
        assert not sign(life, "first_benefit").told
        life.mark("potential.first_benefit", TODAY)
        it = sign(life, "first_benefit")
        assert (it.by_hand, it.holds, it.marked_on) == (True, True, TODAY)
        assert it.key == "potential.first_benefit"
        marks.mark(life.session, life.id, MarkList.COMPASS, it.key, None)
        assert not sign(life, "first_benefit").holds


def test_figures_that_pull_both_ways_suggest_nothing(store: Store) -> None:
    with a_life(store, FOUNDED, 4) as life:
        life.record(Stage.COALESCING, date(2024, 1, 1))
        found = life.compass(TODAY)
    both = [_held(it) if it.stage is Stage.COALESCING else it for it in found.signs]
    assert suggest(both, Stage.COALESCING, None, ()) == (Way.STAY, Stage.COALESCING)
    on = [it for it in both if not it.back]
    assert suggest(on, Stage.COALESCING, None, ()) == (Way.ON, Stage.MATURING)
    back = [it for it in both if it.back]
    assert suggest(back, Stage.COALESCING, None, ()) == (Way.BACK, Stage.POTENTIAL)


@given(st.sampled_from(Stage), st.sets(st.integers(0, 50)), st.booleans())
def test_whatever_holds_the_suggestion_is_at_most_a_step_away(
    present: Stage, holding: set[int], meets: bool
) -> None:
    marks = [
        (stage, back, mark)
        for stage, shape in shapes.stages().items()
        for back, found in ((False, shape.moved_on), (True, shape.falling_back))
        for mark in found
    ]
    signs = [
        Sign(mark.key, stage, int(n in holding), 1, stage, back)
        for n, (stage, back, mark) in enumerate(marks)
    ]
    way, suggested = suggest(signs, present, None, (TODAY,) if meets else ())
    order = list(Stage)
    step = order.index(suggested) - order.index(present)
    assert {Way.STAY: step == 0, Way.BACK: step == -1, Way.TURN: suggested is order[-1]}.get(
        way, step in (1, -4)
    )
    if not holding:
        assert way is Way.STAY
    if way is Way.BACK:
        assert any(sign.holds and sign.back for sign in signs)
    if way is Way.ON:
        assert present != Stage.STEWARDSHIP
        assert any(sign.holds and not sign.back and sign.stage == present for sign in signs)


def test_few_changes_ask_for_no_second_look(store: Store) -> None:
    with a_life(store, FOUNDED, 10) as life:
        life.leave(life.m[8:], date(2024, 1, 1))
        life.join(4, date(2024, 2, 1))
        assert life.compass(date(2024, 3, 1)).recheck is None
        thresholds.set_value(life.session, life.id, "compass", "turnover_left", 20)
        found = life.compass(date(2024, 3, 1)).recheck
        assert found is not None
        assert (found.left, found.joined, found.then) == (2, 4, 10)
        assert not found.leader_changed


def test_the_compass_asks_the_file_few_questions(store: Store, community: UUID) -> None:
    with statements() as asked, store.read() as session:
        compass.of(session, community, TODAY)
    assert 0 < len(asked) <= MOST


def test_one_stage_is_weighed_as_the_whole_compass_weighs_it(store: Store, community: UUID) -> None:
    with store.write("stage") as session:
        stages.record(session, community, Stage.COALESCING, TODAY)
    with statements() as all_asked, store.read() as session:
        found = compass.of(session, community, TODAY).facts_for
    with statements() as asked, store.read() as session:
        assert compass.ahead(session, community, TODAY) == found
    assert {it.stage for it in found} == {Stage.COALESCING}
    assert len(asked) < len(all_asked)


def _held(it: Sign) -> Sign:
    return Sign(it.fact, it.speaks_for, 1, 1, it.stage, it.back)
