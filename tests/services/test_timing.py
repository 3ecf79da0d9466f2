"""The clock of an agenda: computed, with what does not meet told and left alone."""

from collections.abc import Sequence
from datetime import datetime, time
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.models.vocabulary import AgendaPart, BlockKind
from cop_desktop.services.timing import Day, Piece, ProblemKind, timetable

DAY = Day(0, datetime(2026, 11, 17, 9, 30), 180)
SECOND = Day(1, datetime(2026, 11, 18, 8, 0), 120)


def piece(minutes: int, pinned: time | None = None, **more: object) -> Piece:
    values = {"title": "x", "kind": BlockKind.DISCUSSION, "pinned_at": pinned, **more}
    return Piece(id=uuid4(), minutes=minutes, **values)  # type: ignore[arg-type]


def starts(pieces: Sequence[Piece], *days: Day) -> list[str]:
    clock = timetable(pieces, days or [DAY])
    return [f"{clock.times[it.id].starts_at:%d %H:%M}" for it in pieces]


def told(pieces: Sequence[Piece]) -> list[tuple[ProblemKind, int, int | None, int]]:
    """Kind, minutes and the places of the two neighbours."""
    places: dict[UUID | None, int | None] = {it.id: n for n, it in enumerate(pieces)}
    places[None] = None
    return [
        (it.kind, it.minutes, places[it.after], places[it.before] or 0)
        for it in timetable(pieces, [DAY]).problems
    ]


def test_blocks_follow_each_other_day_by_day() -> None:
    pieces = [piece(20), piece(40), piece(15, day=1), piece(5, day=1)]
    assert starts(pieces, DAY, SECOND) == ["17 09:30", "17 09:50", "18 08:00", "18 08:15"]
    assert told(pieces[:2]) == []


def test_a_pinned_block_begins_at_its_hour_and_the_gap_before_it_is_shown() -> None:
    pieces = [piece(20), piece(30, time(10, 15)), piece(10)]
    assert starts(pieces) == ["17 09:30", "17 10:15", "17 10:45"]
    assert told(pieces) == [(ProblemKind.GAP, 25, 0, 1)]


def test_a_pin_before_the_end_of_the_block_in_front_is_an_overlap() -> None:
    pieces = [piece(60), piece(10, time(10, 15)), piece(30)]
    assert starts(pieces) == ["17 09:30", "17 10:15", "17 10:25"]
    # the block behind the pin still falls into the long first one
    assert told(pieces) == [(ProblemKind.OVERLAP, 15, 0, 1), (ProblemKind.OVERLAP, 5, 0, 2)]


def test_a_pin_beside_the_beginning_of_the_day_is_told_without_a_neighbour() -> None:
    assert told([piece(10, time(9, 45))]) == [(ProblemKind.GAP, 15, None, 0)]
    assert told([piece(30, time(9, 0))]) == [(ProblemKind.OVERLAP, 30, None, 0)]


def test_the_small_hours_belong_to_the_night_of_the_meeting() -> None:
    late = Day(0, datetime(2026, 11, 17, 22, 0), 240)
    assert starts([piece(30), piece(30, time(0, 30))], late) == ["17 22:00", "18 00:30"]


def test_parallel_work_lasts_as_long_as_its_longest_track() -> None:
    frame, after = piece(10), piece(5)
    inner = [
        piece(minutes, parent_id=frame.id, track=track)
        for track, minutes in [(0, 20), (0, 25), (1, 30)]
    ]
    pieces = [piece(15), frame, *inner, after]
    assert starts(pieces) == [
        "17 09:30", "17 09:45", "17 09:45", "17 10:05", "17 09:45", "17 10:30"
    ]  # fmt: skip
    assert timetable(pieces, [DAY]).times[frame.id].minutes == 45


def test_work_before_and_after_takes_no_time() -> None:
    pieces = [piece(40, part=AgendaPart.BEFORE), piece(200), piece(15, part=AgendaPart.AFTER)]
    clock = timetable(pieces, [DAY])
    assert [clock.times[it.id].minutes for it in pieces] == [0, 200, 0]
    assert starts(pieces) == ["17 09:30", "17 09:30", "17 12:50"]


hours = st.none() | st.builds(time, st.integers(8, 20), st.sampled_from([0, 15, 30, 45]))


@given(st.lists(st.tuples(st.integers(0, 120), hours), max_size=12))
def test_pins_hold_and_what_is_not_pinned_follows_what_is_in_front(
    rows: list[tuple[int, time | None]],
) -> None:
    pieces = [piece(minutes, pinned) for minutes, pinned in rows]
    clock = timetable(pieces, [DAY])
    ends = DAY.starts_at
    for it in pieces:
        times = clock.times[it.id]
        if it.pinned_at is None:
            assert times.starts_at == ends
        else:
            assert times.starts_at.time() == it.pinned_at
        ends = times.ends_at
    if not any(it.pinned_at for it in pieces):
        assert clock.problems == ()
