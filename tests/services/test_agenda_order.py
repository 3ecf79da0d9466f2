"""Blocks moved about: several at once, between days, parts and tracks, and back again."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import AgendaPart
from cop_desktop.services import agendas, days, meetings, tracks
from cop_desktop.services.agendas import Section
from cop_desktop.store import Store, journal
from tests.statements import statements

from .agendas_built import blocks, built, clock, parallel, row, titles


@pytest.fixture
def meeting(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


@pytest.fixture
def changes(store: Store) -> list[journal.Change]:
    made: list[journal.Change] = []
    store.on_commit.append(made.append)
    return made


@pytest.fixture
def keys(store: Store, meeting: UUID) -> dict[str, UUID]:
    """a, p with tracks (x y) and (z), b; c on the second day; before and after the meeting."""
    return built(
        store, meeting, row("a"), parallel("p", [row("x"), row("y")], [row("z")]), row("b"),
        row("c", day=1), row("read", part="before"), row("write", part="after"),
    )  # fmt: skip


def move(store: Store, meeting: UUID, *ids: UUID, **to: object) -> None:
    with store.write("move") as session:
        agendas.move(session, meeting, ids, **to)  # type: ignore[arg-type]


def test_parts_days_and_tracks_stand_in_their_order(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    assert clock(store, meeting) == [
        "09:30 read", "09:30 a", "10:00 p", "10:00 x", "10:30 y", "10:00 z", "11:00 b",
        "09:30 c", "12:30 write",
    ]  # fmt: skip
    with store.read() as session:
        assert len(days.of(session, meeting)) == 2


def test_parallel_work_takes_its_tracks_along(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    move(store, meeting, keys["p"], keys["y"], before=keys["a"])
    assert titles(store, meeting) == "read p x y z a b c write"
    move(store, meeting, keys["p"], at=Section(day=1))
    assert titles(store, meeting) == "read a b c p x y z write"
    assert {it.day for it in blocks(store, meeting) if it.title in "pxyz"} == {1}


def test_several_blocks_move_together_and_keep_their_order(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    move(store, meeting, keys["c"], keys["a"], before=keys["b"])
    assert titles(store, meeting) == "read p x y z a c b write"
    assert {it.title: it.day for it in blocks(store, meeting)}["c"] == 0


def test_a_block_goes_into_a_track_and_out_of_it(
    store: Store, meeting: UUID, keys: dict[str, UUID], changes: list[journal.Change]
) -> None:
    with store.write("pin") as session:
        agendas.change(session, [keys["b"]], {"pinned_at": "12:00"})
    move(store, meeting, keys["b"], keys["a"], before=keys["z"])
    assert titles(store, meeting) == "read p x y a b z c write"
    inside = {it.title: it for it in blocks(store, meeting)}["b"]
    assert (inside.parent_id, inside.track, inside.pinned_at) == (keys["p"], 1, None)
    move(store, meeting, keys["x"], keys["z"], at=Section(part=AgendaPart.BEFORE))
    assert titles(store, meeting) == "read x z p y a b c write"
    while changes:
        store.revert(changes.pop())
    assert titles(store, meeting) == "read a p x y z b c write"


def test_parallel_work_cannot_stand_in_a_track(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    for target in (keys["x"], keys["z"]):
        with pytest.raises(UserError, match="inside a track"):
            move(store, meeting, keys["p"], before=target)
    with pytest.raises(UserError, match="inside a track"):
        move(store, meeting, keys["p"], at=Section(parent_id=keys["p"], track=1))
    with pytest.raises(UserError, match="inside a track"), store.write("x") as session:
        tracks.make_parallel(session, keys["x"])
    inside = Section(parent_id=keys["p"], track=1)
    with pytest.raises(UserError, match="inside a track"), store.write("x") as session:
        agendas.add(session, meeting, parallel("q", [row("1")]), section=inside)
    assert titles(store, meeting) == "read a p x y z b c write"


def test_deleting_parallel_work_deletes_its_tracks_and_undo_brings_them_back(
    store: Store, meeting: UUID, keys: dict[str, UUID], changes: list[journal.Change]
) -> None:
    with store.write("delete") as session:
        agendas.remove(session, meeting, [keys["p"], keys["x"]])
    assert titles(store, meeting) == "read a b c write"
    store.revert(changes[-1])
    assert titles(store, meeting) == "read a p x y z b c write"
    with store.read() as session:
        assert len(agendas.picture(session, meeting).tracks[keys["p"]]) == 2


def test_a_new_block_joins_the_section_of_the_one_in_front(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    with store.write("add") as session:
        agendas.add(session, meeting, row("n"), at=4)  # behind x
        agendas.add(session, meeting, row("m"), at=3)  # behind p itself
        agendas.add(session, meeting, row("t"), section=Section(parent_id=keys["p"], track=1))
    assert titles(store, meeting) == "read a p x n y z t m b c write"


def test_a_whole_meeting_is_copied_with_its_days_and_tracks(
    store: Store, community: UUID, meeting: UUID, keys: dict[str, UUID]
) -> None:
    with store.read() as session:
        other = meetings.in_year(session, community, 2026)[1].id
    with store.write("copy") as session:
        agendas.copy_from(session, meeting, other)
    assert titles(store, other) == titles(store, meeting)
    with store.read() as session:
        picture = agendas.picture(session, other)
    assert [len(day.blocks) for day in picture.days] == [3, 1]
    assert [track.title for tracks in picture.tracks.values() for track in tracks] == ["1", "2"]


def test_copies_stand_behind_their_models(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    with store.write("duplicate") as session:
        copies = agendas.duplicate(session, meeting, [keys["p"], keys["y"], keys["z"], keys["c"]])
    assert titles(store, meeting) == "read a p x y z p x y z b c c write"
    assert len(copies) == 2
    with store.write("duplicate") as session:
        agendas.duplicate(session, meeting, [keys["x"]])
    assert titles(store, meeting) == "read a p x x y z p x y z b c c write"


def test_the_copy_of_a_pinned_block_follows_it(store: Store, meeting: UUID) -> None:
    keys = built(store, meeting, row("guest", pinned_at="10:00"))
    with store.write("duplicate") as session:
        agendas.duplicate(session, meeting, [keys["guest"]])
    assert clock(store, meeting) == ["10:00 guest", "10:30 guest"]


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    moves=st.lists(
        st.tuples(st.sets(st.integers(0, 8), max_size=4), st.integers(0, 8), st.integers(0, 4)),
        max_size=5,
    )
)
def test_whatever_is_moved_no_block_is_lost_and_all_stand_in_order(
    store: Store, meeting: UUID, moves: list[tuple[set[int], int, int]]
) -> None:
    keys = built(
        store, meeting, row("a"), parallel("p", [row("x"), row("y")], [row("z")]), row("b"),
        row("c", day=1), row("read", part="before"), row("write", part="after"),
    )  # fmt: skip
    every = list(keys.values())
    sections = [
        None, Section(), Section(day=1), Section(AgendaPart.AFTER),
        Section(parent_id=keys["p"], track=1),
    ]  # fmt: skip
    for moving, before, to in moves:
        ids = [every[place] for place in moving]
        goal = {"at": sections[to]} if to else {"before": every[before]}
        try:
            move(store, meeting, *ids, **goal)
        except UserError:
            continue
    after = blocks(store, meeting)
    assert sorted(it.id for it in after) == sorted(every)
    parts = list(AgendaPart)
    outer = [(parts.index(it.part), it.day) for it in after if it.parent_id is None]
    assert outer == sorted(outer)
    frame = next(place for place, it in enumerate(after) if it.id == keys["p"])
    inner = [place for place, it in enumerate(after) if it.parent_id == keys["p"]]
    assert inner == list(range(frame + 1, frame + 1 + len(inner)))
    assert all(after[place].day == after[frame].day for place in inner)


def test_two_hundred_blocks_move_in_a_few_statements(store: Store, meeting: UUID) -> None:
    keys = built(store, meeting, *(row(f"{n}", 5) for n in range(200)))
    with statements() as seen, store.write("move") as session:
        agendas.move(session, meeting, [keys["199"], keys["150"]], before=keys["0"])
    assert titles(store, meeting).startswith("150 199 0 1 2")
    assert len([sql for sql in seen if sql.startswith("UPDATE agenda_item")]) <= 1
    assert len(seen) < 20
    with store.write("reorder") as session:
        agendas.reorder(session, meeting, [keys[f"{n}"] for n in reversed(range(200))])
    assert titles(store, meeting).startswith("199 198 197")


def test_a_picture_asks_as_much_for_ten_blocks_as_for_a_hundred(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    with statements() as few, store.read() as session:
        agendas.picture(session, meeting)
    with store.write("more") as session:
        for _time in range(4):  # twice as many each time
            agendas.copy_from(session, meeting, meeting)
    with statements() as many, store.read() as session:
        found = agendas.picture(session, meeting)
    assert len(found.blocks) > 100
    assert len(many) == len(few) <= 6
