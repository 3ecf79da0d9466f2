"""An agenda made to fit its time: what gives, what stays, and when it cannot be done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import BlockKind
from cop_desktop.services import agendas, fitting, meetings
from cop_desktop.services.timing import Day, Piece, timetable
from cop_desktop.store import Store, journal

from .agendas_built import blocks, built, parallel, row

START = datetime(2026, 11, 17, 9, 0)


def piece(
    minutes: int, kind: BlockKind = BlockKind.DISCUSSION, pinned: time | None = None
) -> Piece:
    return Piece(uuid4(), "a block", minutes, kind, pinned_at=pinned)


def day(minutes: int) -> Day:
    return Day(0, START, minutes)


def fit(pieces: Sequence[Piece], minutes: int) -> list[int]:
    return [it.minutes for it in changed(pieces, fitting.fitted(pieces, [day(minutes)]))]


def changed(pieces: Sequence[Piece], lengths: dict[UUID, int]) -> list[Piece]:
    return [replace(it, minutes=lengths.get(it.id, it.minutes)) for it in pieces]


def test_time_left_over_is_spread_in_fives() -> None:
    assert fit([piece(20), piece(40), piece(30)], 120) == [25, 55, 40]


def test_a_buffer_gives_first() -> None:
    assert fit([piece(40), piece(20, BlockKind.BUFFER), piece(30)], 80) == [40, 10, 30]
    assert fit([piece(40), piece(20, BlockKind.BUFFER), piece(30)], 60) == [35, 0, 25]


def test_nothing_grows_while_the_whole_is_trimmed() -> None:
    assert max(fit([piece(6) for _n in range(10)], 58)) == 6


def test_breaks_are_kept() -> None:
    assert fit([piece(60), piece(20, BlockKind.BREAK), piece(60)], 90) == [35, 20, 35]


def test_what_stands_before_a_pin_fills_the_time_until_it() -> None:
    guest = piece(45, pinned=time(10, 0))
    assert fit([piece(30), piece(50), guest, piece(5), piece(5)], 180) == [25, 35, 45, 40, 35]


def test_odd_minutes_of_the_invitation_go_to_one_block() -> None:
    found = fit([piece(30), piece(30)], 67)
    assert sum(found) == 67
    assert sum(length % 5 == 0 for length in found) == 1


def test_what_fits_already_is_left_alone() -> None:
    assert fit([piece(33), piece(27)], 60) == [33, 27]


def test_too_many_blocks_are_refused_with_their_numbers() -> None:
    with pytest.raises(UserError) as refused:
        fit([piece(30), piece(30), piece(30)], 12)
    assert refused.value.values == {"title": "a block", "n": 12, "least": 15}


def test_a_pin_in_the_way_is_refused() -> None:
    with pytest.raises(UserError, match="at least 60 min"):
        fit([piece(30), piece(60, pinned=time(9, 30)), piece(5, pinned=time(10, 0))], 180)


agenda = st.lists(
    st.builds(
        piece,
        st.integers(0, 90),
        st.sampled_from([BlockKind.CASE, BlockKind.CASE, BlockKind.BREAK, BlockKind.BUFFER]),
        st.none() | st.builds(time, st.integers(9, 16), st.sampled_from([0, 20, 30])),
    ),
    min_size=1,
    max_size=10,
)


@given(agenda, st.integers(0, 600))
def test_whatever_fits_holds_its_pins_breaks_and_least_lengths(
    pieces: list[Piece], minutes: int
) -> None:
    try:
        lengths = fitting.fitted(pieces, [day(minutes)])
    except UserError:
        return
    after = changed(pieces, lengths)
    for was, now in zip(pieces, after, strict=True):
        if was.pinned_at or was.kind == BlockKind.BREAK:
            assert now.minutes == was.minutes
        elif was.kind != BlockKind.BUFFER:
            assert now.minutes >= 5
    clock = timetable(after, [day(minutes)])
    assert all(it.kind == "gap" for it in clock.problems)
    assert max(it.ends_at for it in clock.times.values()) <= day(minutes).ends_at
    assert (
        fitting.fitted(after, [day(minutes)]).items() <= {it.id: it.minutes for it in after}.items()
    )


@given(st.lists(st.builds(piece, st.integers(0, 90)), min_size=1, max_size=10), st.integers(0, 600))
def test_blocks_without_pins_fill_the_time_to_the_minute(pieces: list[Piece], minutes: int) -> None:
    if minutes < 5 * len(pieces):
        with pytest.raises(UserError):
            fit(pieces, minutes)
        return
    found = fit(pieces, minutes)
    assert sum(found) == minutes
    if found != [it.minutes for it in pieces] and minutes % 5 == 0 and sum(
        -(-max(5, it.minutes) // 5) * 5 for it in pieces
    ) <= minutes:  # fmt: skip
        assert all(length % 5 == 0 for length in found)


@given(agenda, st.integers(0, 9), st.integers(0, 500), st.integers(60, 600))
def test_respreading_only_trims_what_is_ahead(
    pieces: list[Piece], place: int, now: int, minutes: int
) -> None:
    current = pieces[place % len(pieces)]
    moment = START + timedelta(minutes=now)
    try:
        lengths = fitting.ahead(pieces, [day(minutes)], current.id, moment)
    except UserError:
        return
    behind = pieces[: pieces.index(current) + 1]
    assert not {it.id for it in behind} & lengths.keys()
    trimmed = changed(pieces, lengths)
    for was, after in zip(pieces, trimmed, strict=True):
        assert after.minutes <= max(was.minutes, 5)
    assert fitting.ahead(trimmed, [day(minutes)], current.id, moment) == {}


def test_half_an_hour_late_the_rest_is_trimmed_to_end_in_time() -> None:
    pieces = [piece(30), piece(40), piece(15, BlockKind.BREAK), piece(60), piece(35)]
    now = START + timedelta(minutes=60)  # and still in the first block
    lengths = fitting.ahead(pieces, [day(180)], pieces[0].id, now)
    after = changed(pieces, lengths)
    assert sum(it.minutes for it in after[1:]) == 120
    assert after[2].minutes == 15
    assert all(it.minutes % 5 == 0 for it in after)
    assert fitting.ahead(pieces, [day(180)], pieces[0].id, START + timedelta(minutes=5)) == {}
    later = fitting.ahead(
        pieces, [day(180)], pieces[0].id, now, until=START + timedelta(minutes=210)
    )
    assert later == {}


def test_a_guest_who_has_to_wait_costs_those_who_come_after() -> None:
    guest = piece(30, pinned=time(10, 0))
    pieces = [piece(60), piece(20), guest, piece(90)]
    now = START + timedelta(minutes=69, seconds=20)  # ten minutes after the guest's hour
    lengths = fitting.ahead(pieces, [day(180)], pieces[0].id, now)
    after = [it.minutes for it in changed(pieces, lengths)]
    assert after == [60, 5, 30, 75]  # 10:10, 10:15, 10:45, 12:00


@pytest.fixture
def meeting(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


def test_a_proposal_is_looked_at_and_then_taken_in_one_step(store: Store, meeting: UUID) -> None:
    keys = built(store, meeting, row("a", 60), row("b", 30), row("c", 30))
    with store.read() as session:
        proposal = fitting.fit(session, meeting)
        preview = agendas.picture(session, meeting, proposal.minutes)
    assert [(it.title, it.before, it.after) for it in proposal.changes] == [
        ("a", 60, 90), ("b", 30, 45), ("c", 30, 45)
    ]  # fmt: skip
    assert preview.days[0].planned == 180
    assert [it.minutes for it in blocks(store, meeting)] == [60, 30, 30]
    seen: list[journal.Change] = []
    store.on_commit.append(seen.append)
    with store.write("fit") as session:
        fitting.apply(session, proposal)
    with store.read() as session:
        assert not fitting.fit(session, meeting)
    assert [it.minutes for it in blocks(store, meeting)] == [90, 45, 45]
    store.revert(seen[0])
    assert {it.id: it.minutes for it in blocks(store, meeting)} == {
        keys["a"]: 60, keys["b"]: 30, keys["c"]: 30
    }  # fmt: skip


def test_tracks_that_are_too_long_are_cut_and_the_longest_grow(store: Store, meeting: UUID) -> None:
    built(
        store, meeting, row("a", 60), parallel("p", [row("x", 60), row("y", 60)], [row("z", 40)]),
        row("b", 60),
    )  # fmt: skip
    with store.write("fit") as session:
        fitting.apply(session, fitting.fit(session, meeting))
    lengths = {it.title: it.minutes for it in blocks(store, meeting)}
    assert lengths["a"] + lengths["p"] + lengths["b"] == 180
    assert lengths["x"] + lengths["y"] == lengths["p"] < 120
    assert lengths["z"] == 40
    with store.write("longer") as session:
        meetings.change(session, meeting, {"minutes": 300})
        fitting.apply(session, fitting.fit(session, meeting))
    with store.read() as session:
        assert agendas.picture(session, meeting).days[0].planned == 300
        assert not fitting.fit(session, meeting)
