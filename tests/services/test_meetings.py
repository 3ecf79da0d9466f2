"""Meetings: numbered in their year, with agendas whose times follow from the order."""

from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_desktop.errors import UserError
from cop_desktop.models import Meeting
from cop_desktop.models.vocabulary import MeetingState, Presence, Reply
from cop_desktop.services import (
    agendas,
    attendance,
    care,
    compass,
    days,
    decisions,
    meetings,
    plan,
    readiness,
)
from cop_desktop.store import Store

TODAY = date(2026, 10, 20)


@pytest.fixture
def first(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


def test_meetings_are_numbered_in_their_work_year(store: Store, community: UUID) -> None:
    with store.write("plan") as session:
        old = {"topic": "קיץ", "starts_at": datetime(2026, 8, 31, 23, 0)}
        meetings.schedule(session, community, old)
        held = meetings.in_year(session, community, 2026)
        meetings.change(session, held[0].id, {"state": MeetingState.CANCELLED})
    with store.read() as session:
        rows = meetings.every(session, community)
    assert [(row.topic, row.number, row.of) for row in rows] == [
        ("קיץ", 1, 1), ("פתיחת שנה", 0, 0), ("ביקור ברהט", 1, 1)
    ]  # fmt: skip


def test_a_meeting_needs_a_topic_and_a_moment(store: Store, community: UUID) -> None:
    with pytest.raises(UserError, match="topic"), store.write("x") as session:
        meetings.schedule(session, community, {"starts_at": datetime(2026, 12, 2, 9)})
    with pytest.raises(UserError, match="day and an hour"), store.write("x") as session:
        meetings.schedule(session, community, {"topic": "מפגש"})


def times(store: Store, meeting: UUID) -> list[tuple[str, str]]:
    with store.read() as session:
        return [(f"{it.starts_at:%H:%M}", it.title) for it in agendas.of(session, meeting)]


def test_start_times_follow_the_order(store: Store, first: UUID) -> None:
    assert times(store, first) == [("09:30", "סבב היכרות"), ("09:50", "מקרה מהשטח")]
    with store.write("move") as session:
        case = agendas.of(session, first)[1].id
        head = agendas.of(session, first)[0].id
        agendas.move(session, first, [case], before=head)
    assert times(store, first) == [("09:30", "מקרה מהשטח"), ("10:10", "סבב היכרות")]
    with store.write("break") as session:
        agendas.add(session, first, {"title": "הפסקה", "minutes": 15, "kind": "break"}, at=1)
    assert [time for time, _ in times(store, first)] == ["09:30", "10:10", "10:25"]


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(moves=st.lists(st.tuples(st.sets(st.integers(0, 3)), st.integers(0, 4)), max_size=4))
def test_any_sequence_of_moves_keeps_every_block_once(
    store: Store, first: UUID, moves: list[tuple[set[int], int]]
) -> None:
    with store.write("fill") as session:
        while len(blocks := agendas.of(session, first)) < 4:
            agendas.duplicate(session, first, [blocks[0].id])
    keys = [block.id for block in blocks]
    for moving, before in moves:
        with store.write("move") as session:
            agendas.move(session, first, [keys[it] for it in moving], [*keys, None][before])
    with store.read() as session:
        after = agendas.of(session, first)
    assert sorted(block.id for block in after) == sorted(keys)
    assert all(a.ends_at == b.starts_at for a, b in pairwise(after))


def test_removing_blocks_closes_the_gap(store: Store, first: UUID) -> None:
    with store.write("remove") as session:
        agendas.remove(session, first, [agendas.of(session, first)[0].id])
    assert times(store, first) == [("09:30", "מקרה מהשטח")]


def test_the_sheet_holds_who_belonged_on_the_day(store: Store, first: UUID) -> None:
    with store.write("mark") as session:
        places = attendance.sheet(session, first)
        attendance.mark(session, first, [places[-1].member_id], Presence.LATE)
        attendance.answer(session, first, [places[0].member_id], Reply.NOT_COMING)
        attendance.answer(session, first, [places[0].member_id], Reply.COMING)
    with store.read() as session:
        places = attendance.sheet(session, first)
        counted = attendance.turnout(places)
    assert [place.name for place in places] == ["אמיר אבו רביעה", "נועה אברהם", "דנה לוי"]
    assert (counted.coming, counted.open) == (1, 2)
    assert (counted.came, counted.missed, counted.unmarked) == (2, 1, 0)


def test_readiness_grows_with_the_data(store: Store, first: UUID) -> None:
    with store.read() as session:
        assert [it.key for it in readiness.of(session, first) if it.done] == ["agenda"]
    with store.write("prepare") as session:
        meetings.change(session, first, {"place": "אולם המועצה", "purpose": "להכיר"})
        readiness.tick(session, first, "invitation", TODAY)
        blocks = agendas.of(session, first)
        agendas.change(session, [blocks[0].id], {"guest": "ד״ר יעל רון"})
    with store.read() as session:
        done = {it.key for it in readiness.of(session, first) if it.done}
    assert done == {"place", "purpose", "agenda", "leaders", "invitation"}


def test_care_names_what_is_overdue(store: Store, community: UUID, first: UUID) -> None:
    with store.write("decide") as session:
        meetings.change(session, first, {"state": "held"})
        values = {"text": "לשלוח טבלה", "due": date(2026, 10, 15)}
        done = decisions.add(session, first, values)
        decisions.add(session, first, {**values, "text": "לתאם סיור"})
        decisions.change(session, done, {"state": "done"})
        goal = plan.of_year(session, community, 2026).goals[0]
        plan.change_items(session, [goal.items[0].id], {"ends": date(2026, 10, 1)})
    with store.read() as session:
        found = {it.kind: it for it in care.matters(session, community, TODAY)}
    assert found["decisions_overdue"].name == "לתאם סיור"
    assert found["decisions_overdue"].count == 1
    assert found["activities_late"].name == "מילון מונחים"
    assert found["seats_empty"].count == 5
    assert not found["summary_unsent"].urgent
    assert "no_meeting" not in found


def test_an_empty_community_is_asked_for_a_first_meeting_only(store: Store) -> None:
    from cop_desktop.services import communities

    with store.write("found") as session:
        key = communities.found(session, "קהילה חדשה", 2026)
    with store.read() as session:
        assert [it.kind for it in care.matters(session, key, TODAY)] == ["no_meeting", "no_roles"]
        found = compass.of(session, key, TODAY)
    assert found.suggested == "potential"
    assert not any(sign.holds for sign in found.signs)


def test_the_plan_keeps_its_order_and_refuses_backward_dates(store: Store, community: UUID) -> None:
    with store.write("plan") as session:
        goal = plan.of_year(session, community, 2026).goals[0].id
        later = plan.add_item(session, goal, {"title": "סיור", "starts": date(2027, 1, 5)})
        second = plan.add_goal(session, community, 2026, {"title": "להוביל יחד"})
        plan.move_goal(session, second, -5)
    with store.read() as session:
        year = plan.of_year(session, community, 2026)
    assert [goal.title for goal in year.goals] == ["להוביל יחד", "שפה משותפת"]
    assert [item.title for item in year.items] == ["מילון מונחים", "סיור"]
    with pytest.raises(UserError, match="before it begins"), store.write("x") as session:
        plan.change_items(session, [later], {"ends": date(2026, 12, 1)})


def test_a_meeting_that_people_were_invited_to_counts_its_moves(store: Store, first: UUID) -> None:
    def moved() -> int:
        with store.read() as session:
            return session.get_one(Meeting, first).moved

    def change(**values: object) -> None:
        with store.write("change") as session:
            meetings.change(session, first, values)

    change(starts_at=datetime(2026, 10, 14, 9, 30))
    assert moved() == 0  # nobody knew of it
    change(invited_on=date(2026, 10, 1), starts_at=datetime(2026, 10, 15, 9, 30))
    assert moved() == 0  # they were invited to the new day
    change(starts_at=datetime(2026, 10, 15, 17, 0), topic="אחר")
    assert moved() == 0  # another hour of the same day
    change(starts_at=datetime(2026, 10, 20, 9, 30))
    with store.write("the first of its days") as session:
        days.change(session, first, 0, {"starts_at": datetime(2026, 10, 21, 9, 30)})
    assert moved() == 2
