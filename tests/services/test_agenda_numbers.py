"""Where the time of a meeting goes, and how that compares with the meetings before it."""

from datetime import date, datetime
from uuid import UUID

import pytest

from cop_desktop.models.vocabulary import (
    BlockKind,
    Depth,
    Function,
    LearningActivity,
    MeetingState,
    Role,
)
from cop_desktop.services import agenda_numbers, functions, meetings, members
from cop_desktop.store import Store
from tests.statements import statements

from .agendas_built import built, parallel, row

TODAY = date(2026, 11, 1)


@pytest.fixture
def second(store: Store, community: UUID) -> UUID:
    """The sample's second meeting; the first one was held."""
    with store.write("held") as session:
        first, second = meetings.in_year(session, community, 2026)
        meetings.change(session, first.id, {"state": MeetingState.HELD})
    return second.id


@pytest.fixture
def noa_and_amir(store: Store, community: UUID) -> tuple[UUID, UUID]:
    """Noa leads the community since 2025, Amir is a member."""
    with store.write("appoint") as session:
        found = {it.given_name: it.id for it in members.active(session, community, TODAY)}
        functions.appoint(session, found["נועה"], Function.LEADER, date(2025, 9, 1))
    return found["נועה"], found["אמיר"]


def test_minutes_are_counted_by_what_they_are_for(
    store: Store, second: UUID, noa_and_amir: tuple[UUID, UUID]
) -> None:
    noa, amir = noa_and_amir
    built(
        store, second,
        row("a", 15, kind="opening", leader_id=noa),
        row("b", 40, kind="case", leader_id=amir, roles=["critical", "value"],
            activity="problem_solving", depth="inquiry"),
        row("c", 10, kind="break"),
        row("d", 25, kind="expert", guest="ד״ר יעל רון"),
        row("e", 20, kind="discussion", roles=["value"]),
        row("prepare", 50, kind="case", part="before"),
    )  # fmt: skip
    with store.read() as session:
        told = agenda_numbers.of(session, second).now
    assert told.minutes == 110
    assert told.kinds == {
        BlockKind.OPENING: 15, BlockKind.CASE: 40, BlockKind.BREAK: 10, BlockKind.EXPERT: 25,
        BlockKind.DISCUSSION: 20,
    }  # fmt: skip
    assert told.roles == {Role.CRITICAL: 40, Role.VALUE: 60}
    assert told.activities == {LearningActivity.PROBLEM_SOLVING: 40}
    assert told.depths == {Depth.INQUIRY: 40}
    assert (told.leader, told.members, told.guests, told.nobody) == (15, 40, 25, 20)
    assert (told.together, told.talk) == (60, 40)
    assert (told.share_together, told.share_members) == (0.6, 0.4)


def test_tracks_count_for_their_share_and_never_for_more_than_the_clock(
    store: Store, second: UUID
) -> None:
    frame = parallel(
        "p", [row("x", 40, kind="case")], [row("y", 20, kind="expert")]
    ) | {"kind": "discussion"}  # fmt: skip
    built(store, second, frame)
    with store.read() as session:
        told = agenda_numbers.of(session, second).now
    assert told.minutes == 40
    assert told.kinds == {BlockKind.DISCUSSION: 10, BlockKind.CASE: 20, BlockKind.EXPERT: 10}


def test_a_meeting_stands_beside_the_last_ones_held(
    store: Store, community: UUID, second: UUID
) -> None:
    with store.write("more") as session:
        early = {"topic": "קיץ", "starts_at": datetime(2026, 8, 4, 9), "state": MeetingState.HELD}
        called_off = {**early, "state": MeetingState.CANCELLED}
        summer = meetings.schedule(session, community, early)
        empty = meetings.schedule(session, community, early)
        gone = meetings.schedule(session, community, called_off)
    for key in (summer, gone):
        built(store, key, row("s", 30, kind="case"), row("t", 10, kind="content"))
    assert empty  # held without an agenda: nothing to compare with
    with store.read() as session:
        told = agenda_numbers.of(session, second)
        last = agenda_numbers.of(session, second, last=1)
    assert [it.topic for it in told.earlier] == ["פתיחת שנה", "קיץ"]
    assert told.usual
    assert told.usual.kinds == {
        BlockKind.ROUND: 10, BlockKind.CASE: 35, BlockKind.CONTENT: 5
    }  # fmt: skip
    assert [it.topic for it in last.earlier] == ["פתיחת שנה"]
    assert told.now.share_together is None


def test_the_leader_is_who_led_on_that_day(
    store: Store, second: UUID, noa_and_amir: tuple[UUID, UUID]
) -> None:
    noa, amir = noa_and_amir
    with store.write("hand over") as session:
        functions.appoint(session, amir, Function.LEADER, date(2026, 11, 1))
    built(store, second, row("a", 30, leader_id=amir), row("b", 20, leader_id=noa))
    with store.read() as session:
        told = agenda_numbers.of(session, second)
    assert (told.now.leader, told.now.members) == (30, 20)
    assert told.earlier[0].numbers.members == 40  # Amir's case, while Noa led


def test_the_comparison_asks_little(store: Store, second: UUID) -> None:
    with statements() as seen, store.read() as session:
        agenda_numbers.of(session, second)
    assert len(seen) == 4
