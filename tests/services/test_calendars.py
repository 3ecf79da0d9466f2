"""A calendar believes the higher number: it rises with every change told, and never falls."""

from datetime import datetime
from uuid import UUID

import pytest

from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import calendars, meetings
from cop_desktop.store import Change, Store

Steps = list[Change]


@pytest.fixture
def steps(store: Store) -> Steps:
    """What Undo could take back."""
    made: Steps = []
    store.on_commit.append(made.append)
    return made


@pytest.fixture
def meeting(store: Store, community: UUID) -> UUID:
    with store.write("plan") as session:
        told = {"topic": "סיור", "starts_at": datetime(2026, 12, 2, 9, 30)}
        return meetings.schedule(session, community, told)


def told(store: Store, key: UUID) -> int:
    with store.write("calendar") as session:
        return calendars.told(session, [meetings.one(session, key)])[key]


def change(store: Store, key: UUID, **values: object) -> None:
    with store.write("change") as session:
        meetings.change(session, key, values)


def test_the_number_rises_with_what_a_calendar_shows_and_only_with_that(
    store: Store, meeting: UUID
) -> None:
    assert [told(store, meeting), told(store, meeting)] == [0, 0]
    change(store, meeting, place="היכל התרבות")
    assert [told(store, meeting), told(store, meeting)] == [1, 1]
    change(store, meeting, question="מה נשאל?", summary="נפגשנו")
    assert told(store, meeting) == 1
    for values in (
        {"starts_at": datetime(2026, 12, 3, 9, 30)}, {"minutes": 90}, {"topic": "ביקור"},
        {"state": MeetingState.CANCELLED}, {"link": "https://example.org"}, {"purpose": "ללמוד"},
    ):  # fmt: skip
        before = told(store, meeting)
        change(store, meeting, **values)
        assert told(store, meeting) == before + 1, values


def test_to_read_what_would_be_told_tells_nobody(store: Store, meeting: UUID) -> None:
    told(store, meeting)
    change(store, meeting, topic="ביקור")
    for _again in range(2):
        with store.read() as session:
            assert calendars.foreseen(session, [meetings.one(session, meeting)]) == {meeting: 1}
    assert told(store, meeting) == 1


def test_an_undone_change_is_one_more_change(store: Store, meeting: UUID, steps: Steps) -> None:
    told(store, meeting)
    change(store, meeting, topic="ביקור")
    assert told(store, meeting) == 1
    assert [it.label for it in steps] == ["change"]  # that calendars were told cannot be undone
    store.revert(steps[-1])
    assert told(store, meeting) == 2
    assert told(store, meeting) == 2


def test_a_meeting_brought_back_keeps_its_number(store: Store, meeting: UUID, steps: Steps) -> None:
    told(store, meeting)
    change(store, meeting, topic="ביקור")
    told(store, meeting)
    with store.write("delete") as session:
        meetings.remove(session, meeting)
    back = store.revert(steps[-1])
    assert told(store, meeting) == 1
    gone = store.revert(back)
    store.revert(gone)
    assert told(store, meeting) == 1


def test_meetings_have_numbers_of_their_own(store: Store, community: UUID, meeting: UUID) -> None:
    with store.write("all") as session:
        calendars.told(session, meetings.every(session, community))
    change(store, meeting, topic="ביקור")
    with store.write("all") as session:
        numbers = calendars.told(session, meetings.every(session, community))
    assert numbers.pop(meeting) == 1
    assert set(numbers.values()) == {0}
