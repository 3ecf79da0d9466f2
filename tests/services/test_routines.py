"""Routines as a leader lives them: taken over, done, forgotten for a while, let go openly."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.content import shapes
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.models import Community
from cop_desktop.models.method import Channel, RoutineRhythm
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import meetings, members, routines
from cop_desktop.services.routine_days import GRACE, RULES, Events, days_late, due
from cop_desktop.services.routines import RoutineRow
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
NO_EVENTS = Events((), (), ())
BY_CLOCK = [it for it in RoutineRhythm if it not in ("each_meeting", "on_joining")]


def running(store: Store, community: UUID, today: date = TODAY) -> list[RoutineRow]:
    with store.read() as session:
        return list(routines.every(session, community, today))


def begin(
    store: Store, community: UUID, rhythm: RoutineRhythm, since: date, name: str = "טיפ שבועי"
) -> UUID:
    with store.write("add") as session:
        return routines.add(
            session, community, {"name": name, "rhythm": rhythm, "since": since}, TODAY
        )


def do(store: Store, key: UUID, on: date, note: str = "") -> None:
    with store.write("done") as session:
        routines.done(session, key, on, TODAY, note)


def hold(store: Store, community: UUID, *days: date) -> None:
    """Only these meetings: those before today were held."""
    with store.write("meetings") as session:
        for row in meetings.every(session, community):
            meetings.remove(session, row.id)
        for day in days:
            key = meetings.schedule(
                session, community, {"topic": "מפגש", "starts_at": datetime(*day.timetuple()[:3])}
            )
            if day <= TODAY:
                meetings.change(session, key, {"state": MeetingState.HELD})


@pytest.mark.parametrize("language", ["he", "en", "ar"])
def test_a_ready_routine_is_taken_over_in_the_words_of_the_community(
    store: Store, community: UUID, language: str
) -> None:
    with store.write("adopt") as session:
        session.get_one(Community, community).language = language
        for key in shapes.routines():
            routines.adopt(session, community, key, TODAY)
    rows = {row.ready: row for row in running(store, community)}
    assert routines.ready(rows.values()) == ()
    assert routines.ready([]) == tuple(shapes.routines())
    assert rows["weekly_tip"].name == method(language).routine("weekly_tip").title
    assert rows["weekly_tip"].rhythm == RoutineRhythm.WEEKLY
    assert rows["weekly_tip"].channel == Channel.GROUP
    assert all(row.what and not row.late for row in rows.values())


def test_a_routine_needs_a_name(store: Store, community: UUID) -> None:
    with pytest.raises(UserError), store.write("add") as session:
        routines.add(session, community, {"name": "  "}, TODAY)
    assert running(store, community) == []


def test_what_was_done_moves_the_next_day_on(store: Store, community: UUID) -> None:
    key = begin(store, community, RoutineRhythm.MONTHLY, date(2026, 9, 1))
    assert running(store, community)[0].due == date(2026, 10, 1)
    do(store, key, date(2026, 10, 31), "דיברתי עם נועה")
    [row] = running(store, community)
    assert (row.last, row.due) == (date(2026, 10, 31), date(2026, 11, 30))
    assert [(it.on, it.note) for it in row.times] == [(date(2026, 10, 31), "דיברתי עם נועה")]
    with store.write("undone") as session:
        routines.undone(session, key, date(2026, 10, 31))
    assert running(store, community)[0].due == date(2026, 10, 1)


def test_twice_on_one_day_is_once_and_a_day_to_come_is_refused(
    store: Store, community: UUID
) -> None:
    key = begin(store, community, RoutineRhythm.WEEKLY, date(2026, 11, 1))
    do(store, key, TODAY)
    do(store, key, TODAY, "קישור לטופס")
    do(store, key, TODAY)
    [row] = running(store, community)
    assert [(it.on, it.note) for it in row.times] == [(TODAY, "קישור לטופס")]
    with pytest.raises(UserError):
        do(store, key, TODAY + timedelta(1))


def test_a_reminder_waits_and_the_oldest_lapse_comes_first(store: Store, community: UUID) -> None:
    begin(store, community, RoutineRhythm.WEEKLY, TODAY - timedelta(10), "בחסד")
    begin(store, community, RoutineRhythm.MONTHLY, TODAY - timedelta(60), "שכוח")
    begin(store, community, RoutineRhythm.WEEKLY, TODAY - timedelta(90), "הכי שכוח")
    with store.read() as session:
        late = routines.lapsed(session, community, TODAY)
    assert [row.name for row in late] == ["הכי שכוח", "שכוח"]


def test_a_routine_that_was_let_go_is_seen_but_reminds_nobody(
    store: Store, community: UUID
) -> None:
    key = begin(store, community, RoutineRhythm.WEEKLY, TODAY - timedelta(90))
    with store.write("end") as session:
        routines.end(session, key, TODAY)
    assert running(store, community) == []
    with store.read() as session:
        [row] = routines.ended(session, community, TODAY)
        assert routines.lapsed(session, community, TODAY) == ()
    assert (row.until, row.due, row.late) == (TODAY, None, 0)
    with store.write("resume") as session:
        routines.resume(session, key, TODAY)
    [row] = running(store, community)
    assert (row.since, row.due, row.late) == (TODAY, TODAY + timedelta(7), 0)


def test_the_nearer_meeting_counts_what_is_done_between_two(store: Store, community: UUID) -> None:
    first, second, third = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)
    hold(store, community, first, second, third)
    key = begin(store, community, RoutineRhythm.EACH_MEETING, date(2026, 9, 1))
    assert running(store, community)[0].due == first
    do(store, key, first + timedelta(3))  # the letter after the first
    assert running(store, community)[0].due == second
    do(store, key, second - timedelta(7))  # the question ahead of the second
    [row] = running(store, community)
    assert (row.due, row.late) == (third, 0)


def test_a_meeting_that_was_called_off_asks_for_nothing(store: Store, community: UUID) -> None:
    hold(store, community, date(2026, 10, 1))
    begin(store, community, RoutineRhythm.EACH_MEETING, date(2026, 9, 1))
    with store.write("cancel") as session:
        [row] = meetings.every(session, community)
        meetings.change(session, row.id, {"state": MeetingState.CANCELLED})
    assert running(store, community)[0].due is None


def test_a_newcomer_is_received_once(store: Store, community: UUID) -> None:
    key = begin(store, community, RoutineRhythm.ON_JOINING, date(2026, 10, 1))
    assert running(store, community)[0].due is None  # nobody joined since
    with store.write("join") as session:
        members.add(session, community, {"given_name": "רים", "joined": date(2026, 10, 20)})
    [row] = running(store, community)
    assert row.due == date(2026, 10, 20)
    assert row.late == 33 - GRACE[RoutineRhythm.ON_JOINING]
    do(store, key, TODAY)
    assert running(store, community)[0].due is None


@given(rhythm=st.sampled_from(BY_CLOCK), since=DAYS, gap=st.integers(0, 800))
def test_by_the_clock_the_next_day_lies_after_the_last_and_doing_later_never_makes_it_earlier(
    rhythm: RoutineRhythm, since: date, gap: int
) -> None:
    last = since + timedelta(gap)
    first, then = due(rhythm, since, None, NO_EVENTS), due(rhythm, since, last, NO_EVENTS)
    assert first is not None
    assert then is not None
    assert since < first <= then
    assert then > last
    later = due(rhythm, since, last + timedelta(1), NO_EVENTS)
    assert later is not None
    assert later >= then


@given(held=st.lists(DAYS, unique=True, max_size=8), since=DAYS, last=st.none() | DAYS)
def test_with_meetings_it_is_due_on_a_meeting_and_the_day_of_one_settles_all_before(
    held: list[date], since: date, last: date | None
) -> None:
    events = Events(tuple(sorted(held)), (), ())
    day = due(RoutineRhythm.EACH_MEETING, since, last, events)
    assert day is None or (day in held and day >= since)
    for meeting in held:
        then = due(RoutineRhythm.EACH_MEETING, since, meeting, events)
        assert then is None or then > meeting


@given(joined=st.lists(DAYS, max_size=8), since=DAYS, last=st.none() | DAYS)
def test_with_newcomers_it_waits_for_those_after_the_last(
    joined: list[date], since: date, last: date | None
) -> None:
    events = Events((), (), tuple(sorted(joined)))
    day = due(RoutineRhythm.ON_JOINING, since, last, events)
    waiting = [it for it in joined if it >= since and (last is None or it > last)]
    assert day == min(waiting, default=None)


@given(rhythm=st.sampled_from(RoutineRhythm), day=DAYS, today=DAYS)
def test_nothing_lapses_within_its_grace_and_every_day_after_counts_one(
    rhythm: RoutineRhythm, day: date, today: date
) -> None:
    late = days_late(rhythm, day, today)
    if today <= day + timedelta(GRACE[rhythm]):
        assert late == 0
    else:
        assert days_late(rhythm, day, today + timedelta(1)) == late + 1


def test_every_rhythm_has_a_rule_and_a_grace() -> None:
    assert set(RULES) == set(GRACE) == set(RoutineRhythm)
