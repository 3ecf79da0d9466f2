"""Planned pauses: needs are read anew, and what changed is seen against the pause before."""

from datetime import date
from uuid import UUID

import pytest

from cop_desktop.errors import UserError
from cop_desktop.models.thread_words import NeedState
from cop_desktop.services import needs, pauses
from cop_desktop.services.pauses import Changed, Changes
from cop_desktop.store import Change, Store

AUTUMN, SPRING = date(2026, 10, 1), date(2027, 3, 1)
WEIGHTS = {"שפה": 2, "תקציב": 3, "זמן": 1, "הסעות": 2}


@pytest.fixture
def known(store: Store, community: UUID) -> dict[str, UUID]:
    with store.write("needs") as session:
        return {
            text: needs.add(session, community, {"text": text, "weight": weight}, AUTUMN)
            for text, weight in WEIGHTS.items()
        }


@pytest.fixture
def autumn(store: Store, community: UUID, known: dict[str, UUID]) -> UUID:
    """A first pause that left everything as it was."""
    with store.write("first pause") as session:
        pause = pauses.plan(session, community, AUTUMN)
        pauses.close(session, pause, "התחלנו", AUTUMN)
    return pause


def told(rows: tuple[Changed, ...]) -> list[tuple[str, int | None, int]]:
    return [(row.text, row.before, row.now) for row in rows]


def changes(store: Store, pause: UUID) -> Changes:
    with store.read() as session:
        return pauses.changes(session, pause)


def test_a_pause_offers_every_open_need_with_its_weight(
    store: Store, community: UUID, known: dict[str, UUID]
) -> None:
    with store.write("plan") as session:
        needs.close(session, known["הסעות"], NeedState.ANSWERED, AUTUMN)
        pause = pauses.plan(session, community, AUTUMN)
    with store.read() as session:
        offered = pauses.sheet(session, pause)
    assert [(it.text, it.weight, it.read) for it in offered] == [
        ("תקציב", 3, False), ("שפה", 2, False), ("זמן", 1, False)
    ]  # fmt: skip


def test_the_first_pause_finds_all_new(store: Store, autumn: UUID) -> None:
    found = changes(store, autumn)
    assert found.since is None
    assert {row.text for row in found.new} == set(WEIGHTS)
    assert found.grown + found.faded + found.gone + found.same == ()


def test_the_next_one_shows_what_grew_faded_came_and_went(
    store: Store, community: UUID, known: dict[str, UUID], autumn: UUID
) -> None:
    with store.write("spring") as session:
        pause = pauses.plan(session, community, SPRING)
        pauses.read(session, pause, known["שפה"], 3)
        pauses.read(session, pause, known["תקציב"], 2)
        pauses.read(session, pause, known["תקציב"], 1)  # said again
        pauses.read(session, pause, known["הסעות"], 0)
        pauses.note(session, pause, {"text": "מחליפים", "weight": 3}, SPRING)
    while_open = changes(store, pause)
    with store.write("close") as session:
        pauses.close(session, pause, " פחות כסף, יותר שפה ", SPRING)
    found = changes(store, pause)
    assert found.since == AUTUMN
    assert told(found.new) == [("מחליפים", None, 3)]
    assert told(found.grown) == [("שפה", 2, 3)]
    assert told(found.faded) == [("תקציב", 3, 1)]
    assert told(found.gone) == [("הסעות", 2, 0)]
    assert told(found.same) == [("זמן", 1, 1)]
    assert found.gone[0].state == NeedState.FADED
    assert told(while_open.gone) == told(found.gone)
    with store.read() as session:
        rows = {row.text: (row.weight, row.state) for row in needs.every(session, community)}
        (last, _first) = pauses.every(session, community)
    assert rows["הסעות"] == (2, NeedState.FADED)
    assert (rows["שפה"][0], rows["תקציב"][0], rows["מחליפים"][0]) == (3, 1, 3)
    assert (last.learnt, last.read, last.open) == ("פחות כסף, יותר שפה", 5, False)


def test_what_was_answered_between_two_pauses_is_gone(
    store: Store, community: UUID, known: dict[str, UUID], autumn: UUID
) -> None:
    with store.write("spring") as session:
        needs.close(session, known["זמן"], NeedState.ANSWERED, date(2026, 12, 1))
        pause = pauses.plan(session, community, SPRING)
        pauses.close(session, pause, "", SPRING)
    (gone,) = changes(store, pause).gone
    assert (gone.text, gone.state) == ("זמן", NeedState.ANSWERED)


def test_an_earlier_pause_still_tells_what_it_found(
    store: Store, community: UUID, known: dict[str, UUID], autumn: UUID
) -> None:
    before = changes(store, autumn)
    with store.write("spring") as session:
        pause = pauses.plan(session, community, SPRING)
        pauses.read(session, pause, known["שפה"], 1)
        pauses.close(session, pause, "", SPRING)
    assert told(changes(store, autumn).new) == told(before.new)


def test_closing_is_one_step_that_can_be_taken_back(
    store: Store, community: UUID, known: dict[str, UUID]
) -> None:
    steps: list[Change] = []
    with store.write("plan") as session:
        pause = pauses.plan(session, community, AUTUMN)
        pauses.read(session, pause, known["שפה"], 0)
    store.on_commit.append(steps.append)
    with store.read() as session:
        before = needs.every(session, community), pauses.sheet(session, pause)
    with store.write("close") as session:
        pauses.close(session, pause, "", AUTUMN)
    store.revert(steps[-1])
    with store.read() as session:
        assert (needs.every(session, community), pauses.sheet(session, pause)) == before


def test_one_pause_at_a_time_and_a_closed_one_stays_as_it_is(
    store: Store, community: UUID, known: dict[str, UUID]
) -> None:
    with store.write("plan") as session:
        pause = pauses.plan(session, community, AUTUMN)
    with pytest.raises(UserError, match="planned already"), store.write("x") as session:
        pauses.plan(session, community, SPRING)
    with pytest.raises(UserError, match=r"from .*0.* to .*3"), store.write("x") as session:
        pauses.read(session, pause, known["שפה"], 4)
    with store.write("close") as session:
        pauses.close(session, pause, "", AUTUMN)
        assert pauses.coming(session, community) is None
    with pytest.raises(UserError, match="is closed"), store.write("x") as session:
        pauses.read(session, pause, known["שפה"], 1)
