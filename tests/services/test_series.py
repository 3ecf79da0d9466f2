"""A year planned at once: the rhythm is kept, what stands in the way is said, nothing moves."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_desktop.calendar import DEFAULT_LAYERS, Layer, Severity, severity_of
from cop_desktop.errors import UserError
from cop_desktop.formats import work_year_bounds
from cop_desktop.models.vocabulary import MeetingKind, MeetingState, Observance, Presence
from cop_desktop.services import (
    agendas,
    attendance,
    care,
    communities,
    gaps,
    hosting,
    meetings,
    seasons,
    series,
)
from cop_desktop.services.series import Rhythm, Slot
from cop_desktop.store import Change, Store

TODAY = date(2026, 9, 1)
DAYS = st.dates(date(2024, 9, 1), date(2030, 6, 30))
RHYTHMS = st.builds(Rhythm, st.integers(1, 8), st.booleans())
LAYERS = st.sets(st.sampled_from([Layer.MUSLIM, Layer.CHRISTIAN, Layer.DRUZE])).map(
    lambda chosen: DEFAULT_LAYERS | chosen
)


def slots_of(days: tuple[date, ...]) -> list[Slot]:
    return [
        Slot(place, day, time(16, 30), 180, MeetingKind.IN_PERSON, f"מפגש {place + 1}")
        for place, day in enumerate(days)
    ]


@given(DAYS, RHYTHMS, st.integers(1, 20))
@settings(max_examples=80, deadline=None)
def test_a_series_has_the_asked_number_on_the_first_ones_weekday(
    first: date, rhythm: Rhythm, number: int
) -> None:
    found = series.days(first, rhythm, number)
    assert (len(found), found[0]) == (number, first)
    assert {day.isoweekday() for day in found} == {first.isoweekday()}
    for one, other in pairwise(found):
        if rhythm.monthly:
            months = (other.year - one.year) * 12 + other.month - one.month
            assert months == rhythm.every
        else:
            assert other - one == timedelta(weeks=rhythm.every)


@given(DAYS, RHYTHMS, st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_a_series_until_a_day_leaves_no_room_for_one_more(
    first: date, rhythm: Rhythm, length: int
) -> None:
    until = first + timedelta(days=length)
    found = series.days(first, rhythm, until=until)
    assert all(day <= until for day in found)
    more = series.days(first, rhythm, len(found) + 1)
    assert len(found) == series.MOST or more[-1] > until


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("2026-10-13", "2026-11-10 2026-12-08 2027-01-12"),  # the second Tuesday
        ("2026-09-30", "2026-10-28 2026-11-25 2026-12-30"),  # a fifth one is the last
        ("2026-09-29", "2026-10-27 2026-11-24 2026-12-29"),
    ],
)
def test_a_monthly_rhythm_keeps_the_week_of_the_month(first: str, found: str) -> None:
    days = series.days(date.fromisoformat(first), Rhythm(1, monthly=True), 4)
    assert " ".join(day.isoformat() for day in days[1:]) == found


@given(DAYS, RHYTHMS, st.integers(1, 14), LAYERS, st.lists(DAYS, max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_offered_day_falls_on_anything_and_none_passes_a_neighbour(
    first: date, rhythm: Rhythm, number: int, layers: frozenset[Layer], other: list[date]
) -> None:
    slots = slots_of(series.days(first, rhythm, number))
    held = dict.fromkeys(other, "אחר")
    for sight in series.look(slots, layers, held, first):
        day = sight.slot.day
        assert sight.severity is severity_of(day, layers)
        taken = {slot.day for slot in slots if slot.id != sight.slot.id} | set(held)
        assert bool(sight.beside) == (day in taken)
        for offer in (sight.before, sight.after):
            if offer is None:
                continue
            assert not sight.clear
            assert severity_of(offer, layers) is Severity.FREE
            assert offer not in taken
            assert offer >= first, "the past is not offered"
            low, high = min(day, offer), max(day, offer)
            assert not any(low < near < high for near in taken)


def test_nothing_is_moved_and_a_row_left_out_stands_in_nobodys_way() -> None:
    days = series.days(date(2026, 9, 29), Rhythm(2), 3)
    slots = slots_of(days)
    sights = series.look(slots, DEFAULT_LAYERS, {}, TODAY)
    assert [sight.slot for sight in sights] == slots
    assert not sights[0].clear, "Sukkot"
    assert (sights[0].before, sights[0].after) == (date(2026, 9, 17), date(2026, 10, 4))
    twice = [slots[0], replace(slots[1], day=days[0])]
    assert series.look(twice, DEFAULT_LAYERS, {}, TODAY)[1].beside == "מפגש 1"
    twice[0] = replace(twice[0], wanted=False)
    assert series.look(twice, DEFAULT_LAYERS, {}, TODAY)[1].beside == ""


def test_ramadan_counts_where_the_community_keeps_it_in_mind(store: Store, community: UUID) -> None:
    day = date(2027, 2, 16)
    with store.read() as session:
        assert severity_of(day, communities.layers(session, community)) is Severity.FREE
    with store.write("ימים") as session:
        values = {"observances": [Observance.MUSLIM, Observance.JEWISH]}
        communities.change(session, community, values)
    with store.read() as session:
        layers = communities.layers(session, community)
        row = communities.one(session, community, TODAY)
    assert row.observances == (Observance.JEWISH, Observance.MUSLIM)
    assert layers == DEFAULT_LAYERS | {Layer.MUSLIM}
    assert severity_of(day, layers) is Severity.AVOID


def test_a_series_is_made_in_one_step_and_taken_back_in_one(store: Store, community: UUID) -> None:
    changes: list[Change] = []
    store.on_commit.append(changes.append)
    slots = slots_of(series.days(date(2027, 1, 5), Rhythm(4), 4))
    slots[1] = replace(slots[1], wanted=False)
    slots[2] = replace(slots[2], host="נהריה")
    with store.write("סדרת מפגשים") as session:
        made = series.make(session, community, slots)
    with store.read() as session:
        rows = [row for row in meetings.every(session, community) if row.id in made]
    assert [row.topic for row in rows] == ["מפגש 1", "מפגש 3", "מפגש 4"]
    assert rows[1].host == "נהריה"
    assert all(row.starts_at.time() == time(16, 30) for row in rows)
    store.revert(changes[0])
    with store.read() as session:
        assert len(meetings.every(session, community)) == 2


def test_an_empty_choice_and_a_meeting_without_a_topic_are_refused(
    store: Store, community: UUID
) -> None:
    slot = slots_of((date(2027, 1, 5),))[0]
    for refused in (replace(slot, wanted=False), replace(slot, topic=" ")):
        with pytest.raises(UserError), store.write("סדרה") as session:
            series.make(session, community, [slot, refused] if refused.wanted else [refused])
    with store.read() as session:
        assert len(meetings.every(session, community)) == 2


def test_those_who_hosted_least_come_first_and_turns_go_round(
    store: Store, community: UUID
) -> None:
    with store.read() as session:
        hosts = hosting.balance(session, community)
    assert [(host.name, host.hosted) for host in hosts] == [("רהט", 0), ("חיפה", 1)]
    assert hosts[1].last == date(2026, 10, 13)
    assert hosting.in_turn([host.name for host in hosts], 3) == ["רהט", "חיפה", "רהט"]
    assert hosting.in_turn([], 2) == ["", ""]
    with store.write("ביטול") as session:
        first = meetings.in_year(session, community, 2026)[0]
        meetings.change(session, first.id, {"state": MeetingState.CANCELLED})
    with store.read() as session:
        assert {host.hosted for host in hosting.balance(session, community)} == {0}


@given(DAYS, st.integers(2024, 2030))
@settings(max_examples=100, deadline=None)
def test_a_season_comes_again_on_the_same_weekday_in_the_same_week(day: date, into: int) -> None:
    source = day.year - (day.month < 9)
    found = seasons.same_week(day, source, into)
    first, last = work_year_bounds(into)
    assert first <= found <= last
    assert found.isoweekday() == day.isoweekday()
    shift = (found - first) - (day - work_year_bounds(source)[0])
    assert abs(shift.days) <= 7


def test_a_season_again_brings_frames_and_agendas_and_nothing_that_happened(
    store: Store, community: UUID
) -> None:
    with store.write("מה שקרה") as session:
        first, second = meetings.in_year(session, community, 2026)
        meetings.change(
            session,
            first.id,
            {"state": MeetingState.HELD, "summary": "היה טוב", "purpose": "היכרות"},
        )
        meetings.change(session, second.id, {"state": MeetingState.CANCELLED})
    with store.read() as session:
        slots = seasons.slots(session, community, 2026, 2027)
    assert [(slot.topic, slot.host, slot.day) for slot in slots] == [
        ("פתיחת שנה", "חיפה", date(2027, 10, 12))
    ]
    with store.write("שנה חדשה") as session:
        made = series.make(session, community, [replace(slots[0], topic="פתיחה", host="רהט")])
    with store.read() as session:
        row = meetings.one(session, made[0])
        blocks = agendas.of(session, made[0])
        places = attendance.sheet(session, made[0])
    assert (row.topic, row.host, row.purpose) == ("פתיחה", "רהט", "היכרות")
    assert (row.state, row.summary, row.marked) == (MeetingState.PLANNED, "", 0)
    assert [block.title for block in blocks] == ["סבב היכרות", "מקרה מהשטח"]
    assert Presence.PRESENT not in {line.presence for line in places}


def test_a_gap_is_seen_and_the_summer_is_no_gap(store: Store, community: UUID) -> None:
    with store.write("מפגשים") as session:
        for day in (datetime(2027, 3, 1, 9), datetime(2027, 6, 25, 9), datetime(2027, 9, 7, 9)):
            meetings.schedule(session, community, {"topic": "מפגש", "starts_at": day})
    with store.read() as session:
        found = gaps.of(meetings.every(session, community))
        matters = care.matters(session, community, date(2026, 11, 20))
    assert [(gap.start, gap.days) for gap in found] == [
        (date(2026, 11, 17), 104),
        (date(2027, 3, 1), 116),
    ]
    seen = next(matter for matter in matters if matter.kind == "long_gap")
    assert (seen.on, seen.count, seen.place) == (found[0].start, 104, "meetings")
