"""Parallel work: made, renamed, taken apart, and the groups that work in it."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.models.vocabulary import Reply
from cop_desktop.services import agendas, attendance, groups, meetings, readiness, tracks
from cop_desktop.services.agendas import Section
from cop_desktop.store import Store, journal

from .agendas_built import blocks, built, clock, parallel, row, titles


@pytest.fixture
def meeting(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


def test_a_block_becomes_parallel_and_lasts_as_its_longest_track(
    store: Store, meeting: UUID
) -> None:
    keys = built(store, meeting, row("p", 50), row("b"))
    with store.write("parallel") as session:
        tracks.make_parallel(session, keys["p"], ["קלט", "מעבר"])
    assert blocks(store, meeting)[0].minutes == 50  # nothing is in the tracks yet
    with store.write("fill") as session:
        agendas.add(session, meeting, row("x", 20), section=Section(parent_id=keys["p"], track=0))
        agendas.add(session, meeting, row("y", 35), section=Section(parent_id=keys["p"], track=1))
        agendas.add(session, meeting, row("z", 10), section=Section(parent_id=keys["p"], track=1))
    assert clock(store, meeting) == ["09:30 p", "09:30 x", "09:30 y", "10:05 z", "10:15 b"]
    with store.read() as session:
        first, second = agendas.picture(session, meeting).tracks[keys["p"]]
        planned = meetings.one(session, meeting)
    assert (first.title, first.minutes, first.spare) == ("קלט", 20, 25)
    assert ([it.title for it in second.blocks], second.spare) == (["y", "z"], 0)
    assert (planned.planned_minutes, planned.items) == (75, 2)


def test_a_track_gets_a_name_and_a_place_and_goes_with_its_blocks(
    store: Store, meeting: UUID
) -> None:
    keys = built(store, meeting, parallel("p", [row("x")], [row("y")]), row("b"))
    with store.write("third") as session:
        third = tracks.add(session, keys["p"], "שלישי")
        tracks.change(session, third, {"place": "ספרייה"})
        first = agendas.picture(session, meeting).tracks[keys["p"]][0].id
        tracks.remove(session, first)
    assert titles(store, meeting) == "p y b"
    with store.read() as session:
        left = agendas.picture(session, meeting).tracks[keys["p"]]
    assert [(it.title, it.place) for it in left] == [("2", ""), ("שלישי", "ספרייה")]
    with store.write("none") as session:
        for it in left:
            tracks.remove(session, it.id)
    assert [(it.title, it.parallel) for it in blocks(store, meeting)] == [
        ("p", False), ("b", False)
    ]  # fmt: skip


def test_dissolved_tracks_follow_each_other_and_undo_puts_them_side_by_side(
    store: Store, meeting: UUID
) -> None:
    keys = built(store, meeting, row("a"), parallel("p", [row("x")], [row("y"), row("z")]))
    before = clock(store, meeting)
    seen: list[journal.Change] = []
    store.on_commit.append(seen.append)
    with store.write("dissolve") as session:
        tracks.dissolve(session, keys["p"])
    assert clock(store, meeting) == ["09:30 a", "10:00 x", "10:30 y", "11:00 z"]
    back = store.revert(seen[0])
    assert clock(store, meeting) == before
    store.revert(back)
    assert titles(store, meeting) == "a x y z"


def test_dissolved_without_blocks_it_is_a_block_like_any_other(store: Store, meeting: UUID) -> None:
    keys = built(store, meeting, row("p", 40))
    with store.write("there and back") as session:
        tracks.make_parallel(session, keys["p"])
        tracks.dissolve(session, keys["p"])
    assert [(it.title, it.parallel) for it in blocks(store, meeting)] == [("p", False)]


@pytest.mark.parametrize(
    ("people", "size", "expected"),
    [
        (23, 4, (4, 4, 4, 4, 4, 3)),
        (22, 4, (5, 5, 4, 4, 4)),
        (7, 2, (3, 2, 2)),
        (40, 5, (5,) * 8),
        (3, 6, (3,)),
        (0, 4, ()),
    ],
)
def test_groups_are_even(people: int, size: int, expected: tuple[int, ...]) -> None:
    assert groups.sizes(people, size) == expected


@given(st.integers(2, 300), st.integers(2, 60))
def test_everybody_is_in_a_group_and_nobody_alone(people: int, size: int) -> None:
    found = groups.sizes(people, size)
    assert sum(found) == people
    assert max(found) - min(found) <= 1
    assert min(found) >= 2


def test_groups_reckon_with_who_comes_and_who_is_silent(store: Store, meeting: UUID) -> None:
    with store.write("answers") as session:
        lines = attendance.sheet(session, meeting)
        attendance.answer(session, meeting, [lines[0].member_id], Reply.NOT_COMING)
        attendance.answer(session, meeting, [lines[1].member_id], Reply.COMING)
    with store.read() as session:
        assert groups.expected(session, meeting) == 2


def test_tracks_share_the_people_and_then_make_groups(store: Store, meeting: UUID) -> None:
    built(
        store, meeting, row("all", group_size=5),
        parallel("p", [row("x", group_size=4)], [row("y", group_size=3)]), row("talk"),
    )  # fmt: skip
    found = blocks(store, meeting)
    named = {it.title: it.id for it in found}
    worked = groups.of(found, 23)
    assert worked[named["all"]].sizes == (5, 5, 5, 4, 4)
    assert (worked[named["x"]].people, worked[named["x"]].sizes) == (12, (4, 4, 4))
    assert (worked[named["y"]].people, worked[named["y"]].count) == (11, 4)
    assert named["talk"] not in worked


def test_who_leads_a_track_leads_the_parallel_block(store: Store, meeting: UUID) -> None:
    led = {"guest": "ד״ר יעל רון"}
    built(
        store, meeting, parallel("p", [row("x", 20, **led)], [row("y", 20, **led)]),
        row("in hand", 10, kind="buffer"), row("read", part="before"),
    )  # fmt: skip
    with store.read() as session:
        checks = {it.key: it.done for it in readiness.of(session, meeting)}
    assert checks["leaders"]
    assert checks["agenda"]
