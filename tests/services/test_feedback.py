"""Feedback: forms without names; few of them are a conversation, many are numbers."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_desktop.errors import UserError
from cop_desktop.services import feedback, meetings
from cop_desktop.services.feedback import STATEMENTS, Form
from cop_desktop.store import Change, Store

GOOD: dict[str, object] = dict.fromkeys(STATEMENTS, 5)


@pytest.fixture
def first(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


def give(store: Store, meeting: UUID, count: int, **answers: object) -> None:
    with store.write("forms") as session:
        for _ in range(count):
            feedback.add(session, meeting, {**GOOD, **answers})


def given_forms(store: Store, meeting: UUID) -> list[Form]:
    with store.read() as session:
        return feedback.forms(session, meeting)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_under_five_answers_there_are_no_numbers(store: Store, first: UUID, count: int) -> None:
    give(store, first, count, took="הרבה")
    with store.read() as session:
        it = feedback.results(session, first)
    assert (it.n, it.enough) == (count, False)
    assert all(rated.share is None and rated.mean is None for rated in it.statements)
    assert len(it.took) == count


@pytest.mark.parametrize("count", [5, 40])
def test_from_five_answers_on_there_are_numbers(store: Store, first: UUID, count: int) -> None:
    give(store, first, count - 2)
    give(store, first, 1, useful=3, voice=None)
    give(store, first, 1, useful=1)
    with store.read() as session:
        it = {rated.key: rated for rated in feedback.results(session, first).statements}
    assert (it["useful"].n, it["useful"].high) == (count, count - 2)
    assert it["useful"].share == (count - 2) / count
    assert it["useful"].mean == (5 * (count - 2) + 4) / count
    assert it["useful"].counts == (1, 0, 1, 0, count - 2)
    assert it["voice"].n == count - 1
    assert it["voice"].enough == (count > 5)


def test_open_answers_do_not_tell_whose_form_they_are_from(store: Store, first: UUID) -> None:
    for text in ("שלישי", "ראשון", "שני"):
        give(store, first, 1, wish=text)
    with store.read() as session:
        assert feedback.results(session, first).wish == ("ראשון", "שלישי", "שני")


def test_a_form_is_corrected_and_deleted_and_every_step_taken_back(
    store: Store, first: UUID
) -> None:
    made: list[Change] = []
    store.on_commit.append(made.append)
    give(store, first, 3)
    before = given_forms(store, first)
    with store.write("correct") as session:
        values = {"useful": 2, "time": None, "took": "רעיון"}
        feedback.change(session, before[1].id, values)
    it = given_forms(store, first)[1]
    assert it.ratings == {**{key: 5 for key in STATEMENTS if key != "time"}, "useful": 2}
    assert it.took == "רעיון"
    corrected = given_forms(store, first)
    with store.write("remove") as session:
        feedback.remove(session, before[0].id)
    assert [form.number for form in given_forms(store, first)] == [1, 2]
    store.revert(made[2])
    assert given_forms(store, first) == corrected
    store.revert(made[1])
    assert given_forms(store, first) == before


def test_an_empty_form_and_a_six_are_refused(store: Store, first: UUID) -> None:
    with pytest.raises(UserError, match="empty"), store.write("x") as session:
        feedback.add(session, first, {"useful": None, "took": "  "})
    with pytest.raises(UserError, match="from 1 to 5"), store.write("x") as session:
        feedback.add(session, first, {"useful": 6})


def test_the_same_paste_again_changes_nothing(store: Store, first: UUID) -> None:
    rows: list[dict[str, object]] = [GOOD, GOOD, {**GOOD, "wish": "הפסקה"}, {"useful": 3}, {}]
    with store.write("paste") as session:
        brought = feedback.bring_in(session, first, rows)
    assert (brought.added, brought.unchanged) == (4, 0)
    with store.write("again") as session:
        brought = feedback.bring_in(session, first, [*rows, {"useful": 4}])
    assert (brought.added, brought.unchanged) == (1, 4)
    assert len(given_forms(store, first)) == 5


forms = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(("useful", "time"), st.integers(1, 5))),
    max_size=6,
)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(rows=forms)
def test_any_forms_twice_are_the_same_forms(
    store: Store, first: UUID, rows: list[dict[str, int]]
) -> None:
    with store.write("twice") as session:
        feedback.bring_in(session, first, rows)
        once = feedback.forms(session, first)
        again = feedback.bring_in(session, first, rows)
        assert again.added == 0
        assert feedback.forms(session, first) == once


def test_forms_of_one_meeting_are_not_those_of_another(
    store: Store, community: UUID, first: UUID
) -> None:
    give(store, first, 2)
    with store.read() as session:
        other = meetings.in_year(session, community, 2026)[1].id
        assert feedback.forms(session, other) == []
    with store.write("remove") as session:
        meetings.remove(session, first)
