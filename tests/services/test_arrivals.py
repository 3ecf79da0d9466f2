"""Who is here, since when and until when; the clock says who is late."""

from datetime import datetime, time
from uuid import UUID

import pytest

from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import Presence
from cop_desktop.services import attendance, days, hours, meetings
from cop_desktop.services.attendance import SheetLine
from cop_desktop.store import Store


@pytest.fixture
def meeting(store: Store, community: UUID) -> UUID:
    """Tuesday, 9:30; three hours; nobody has a mark yet."""
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[1].id


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 11, 17, hour, minute, 20)


def lines(store: Store, meeting: UUID) -> list[SheetLine]:
    with store.read() as session:
        return attendance.sheet(session, meeting)


def arrive(store: Store, meeting: UUID, who: UUID, now: datetime) -> None:
    with store.write("arrive") as session:
        attendance.arrive(session, meeting, [who], now)


def test_ten_minutes_are_a_grace_and_then_one_is_late(store: Store, meeting: UUID) -> None:
    one, two, three = (line.member_id for line in lines(store, meeting))
    arrive(store, meeting, one, at(9, 20))
    arrive(store, meeting, two, datetime(2026, 11, 17, 9, 40))
    arrive(store, meeting, three, at(9, 41))
    told = [(line.presence, line.arrived_at) for line in lines(store, meeting)]
    assert told == [
        (Presence.PRESENT, time(9, 20)),
        (Presence.PRESENT, time(9, 40)),
        (Presence.LATE, time(9, 41)),
    ]


def test_who_left_is_no_longer_here_and_who_returns_is(store: Store, meeting: UUID) -> None:
    one = lines(store, meeting)[0].member_id
    arrive(store, meeting, one, at(9, 30))
    with store.write("leave") as session:
        attendance.leave(session, meeting, [one], at(11, 0))
    line = lines(store, meeting)[0]
    assert (line.came, line.here, line.left_at) == (True, False, time(11, 0))
    with store.write("back") as session:
        attendance.change(session, meeting, one, {"left_at": None})
    assert lines(store, meeting)[0].here


def test_leaving_tells_that_one_was_there(store: Store, meeting: UUID) -> None:
    one = lines(store, meeting)[0].member_id
    with store.write("leave") as session:
        attendance.leave(session, meeting, [one], at(11, 0))
    assert lines(store, meeting)[0].presence is Presence.PRESENT


def test_a_corrected_time_decides_anew_who_was_late(store: Store, meeting: UUID) -> None:
    one = lines(store, meeting)[0].member_id
    arrive(store, meeting, one, at(10, 0))
    assert lines(store, meeting)[0].presence is Presence.LATE
    with store.write("correct") as session:
        attendance.change(session, meeting, one, {"arrived_at": "9:35".zfill(5)})
    assert lines(store, meeting)[0].presence is Presence.PRESENT


def test_minutes_by_hand_and_online_are_counted_in_the_ledger(
    store: Store, community: UUID, meeting: UUID
) -> None:
    one = lines(store, meeting)[0].member_id
    with store.write("by hand") as session:
        meetings.change(session, meeting, {"kind": "hybrid", "state": "held"})
        attendance.change(session, meeting, one, {"minutes": "95", "remote": True})
    with store.read() as session:
        told = hours.ledger(session, community, 2026)
    line = next(it for it in told.lines if it.member_id == one)
    assert (line.attended, line.face) == (95, 0)


def test_nobody_leaves_before_coming_unless_on_another_day(store: Store, meeting: UUID) -> None:
    one = lines(store, meeting)[0].member_id
    values = {"arrived_at": "11:00", "left_at": "10:00"}
    with pytest.raises(UserError), store.write("wrong") as session:
        attendance.change(session, meeting, one, values)
    assert lines(store, meeting)[0].arrived_at is None
    with store.write("two days") as session:
        days.add(session, meeting)
        attendance.change(session, meeting, one, values)
    assert lines(store, meeting)[0].left_at == time(10, 0)


def test_the_second_day_has_its_own_beginning(store: Store, meeting: UUID) -> None:
    with store.write("two days") as session:
        days.add(session, meeting)
    one = lines(store, meeting)[0].member_id
    arrive(store, meeting, one, datetime(2026, 11, 18, 9, 35))
    assert lines(store, meeting)[0].presence is Presence.PRESENT
