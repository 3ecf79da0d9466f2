"""On the day: the block that is on, the time left, and what becomes late."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from cop_desktop.services import agendas, fitting, live, meetings
from cop_desktop.store import Store

from .agendas_built import blocks, built, row


@pytest.fixture
def meeting(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


@pytest.fixture
def keys(store: Store, meeting: UUID) -> dict[str, UUID]:
    """9:30 to 12:30, filled: a 30, b 60, guest 30 at 11:00, c 60."""
    return built(
        store, meeting, row("a", 30), row("b", 60), row("guest", 30, pinned_at="11:00"),
        row("c", 60),
    )  # fmt: skip


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 10, 13, hour, minute)


def state(store: Store, meeting: UUID, now: datetime) -> live.Live:
    with store.read() as session:
        return live.of(session, meeting, now)


def begin(store: Store, block: UUID, now: datetime) -> None:
    with store.write("begin") as session:
        live.begin(session, block, now)


def test_before_the_first_block_everything_waits_for_it(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    early = state(store, meeting, at(8, 0))
    assert (early.current, early.following, early.late) == (None, keys["a"], 0)
    late = state(store, meeting, at(9, 50))
    assert late.times[keys["a"]].starts_at == at(9, 50)
    assert late.late == 20


def test_the_block_that_is_on_has_time_left_until_it_has_not(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    begin(store, keys["a"], at(9, 35))
    told = state(store, meeting, at(9, 45))
    assert (told.current, told.left, told.following, told.late) == (keys["a"], 20, keys["b"], 5)
    over = state(store, meeting, at(10, 15))
    assert (over.left, over.times[keys["a"]].minutes, over.late) == (-10, 40, 15)


def test_a_guest_is_waited_for_and_comes_late_if_the_others_do(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    begin(store, keys["a"], at(9, 30))
    begin(store, keys["b"], at(9, 40))  # quicker than planned
    assert state(store, meeting, at(9, 45)).times[keys["guest"]].starts_at == at(11, 0)
    slow = state(store, meeting, at(11, 10))
    assert slow.times[keys["guest"]].starts_at == at(11, 10)
    assert slow.times[keys["a"]].minutes == 10


def test_what_was_passed_over_has_no_time(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    begin(store, keys["a"], at(9, 30))
    begin(store, keys["guest"], at(10, 0))
    told = state(store, meeting, at(10, 10))
    assert keys["b"] not in told.times
    assert told.late == -60


def test_respread_brings_a_late_meeting_to_its_end_in_time(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    begin(store, keys["guest"], at(11, 20))
    assert state(store, meeting, at(11, 25)).late == 20
    with store.write("respread") as session:
        proposal = fitting.respread(session, meeting, keys["guest"], at(11, 25))
        fitting.apply(session, proposal)
    assert proposal.minutes == {keys["c"]: 40}
    assert state(store, meeting, at(11, 25)).late == 0


def test_the_end_is_noted_and_can_be_forgotten(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    begin(store, keys["a"], at(9, 30))
    with store.write("end") as session:
        live.end(session, meeting, at(12, 40))
    told = state(store, meeting, at(12, 41))
    assert told.current is None
    assert blocks(store, meeting)[0].ended_at == at(12, 40)
    with store.write("forget") as session:
        live.forget(session, meeting)
    assert {it.began_at for it in blocks(store, meeting)} == {None}


def test_on_the_second_day_the_second_day_is_told(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    with store.write("second") as session:
        later = agendas.add(session, meeting, row("d", day=1))
    told = state(store, meeting, at(9, 30) + timedelta(days=1))
    assert (told.day, told.following) == (1, later)


def test_back_lets_the_block_before_go_on(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    begin(store, keys["a"], at(9, 30))
    begin(store, keys["b"], at(9, 50))
    with store.write("back") as session:
        live.back(session, meeting)
    told = state(store, meeting, at(9, 52))
    assert (told.current, told.left, told.following) == (keys["a"], 8, keys["b"])


def test_back_after_the_end_takes_the_end_back_and_before_the_first_block_the_beginning(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    begin(store, keys["a"], at(9, 30))
    with store.write("end") as session:
        live.end(session, meeting, at(9, 45))
        assert live.course(session, meeting).ended_at == at(9, 45)
        live.back(session, meeting)
        assert live.course(session, meeting).on
    assert state(store, meeting, at(9, 50)).current == keys["a"]
    with store.write("back") as session:
        live.back(session, meeting)
        assert live.course(session, meeting).began_at is None
    assert state(store, meeting, at(9, 50)).current is None


def test_parallel_work_grows_with_the_last_block_of_each_track(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    tracks = [{"title": "x", "blocks": [row("x1", 10), row("x2", 20)]},
              {"title": "y", "blocks": [row("y1", 25)]}]  # fmt: skip
    with store.write("tracks") as session:
        frame = agendas.add(session, meeting, {**row("both", 0), "tracks": tracks})
        live.lengthen(session, frame, 5)
        picture = agendas.picture(session, meeting)
    assert [[it.minutes for it in track.blocks] for track in picture.tracks[frame]] == [
        [10, 25], [30]
    ]  # fmt: skip
    one, _ = picture.tracks[frame]
    told = live.inside(one, at(11, 0), at(11, 10))
    assert told.block is not None
    assert (told.block.title, told.until, told.following) == ("x2", at(11, 35), None)
    assert live.inside(one, at(11, 0), at(11, 40)).block is None


def test_seconds_run_down_and_go_on_below_nought(
    store: Store, meeting: UUID, keys: dict[str, UUID]
) -> None:
    begin(store, keys["a"], at(9, 30))
    with store.read() as session:
        block = agendas.of(session, meeting)[0]
    assert live.seconds_left(block, at(9, 59)) == 60
    assert live.seconds_left(block, at(10, 3)) == -180
