"""Hours are counted from who came and how long; the rule of the community judges them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from cop_desktop.errors import UserError
from cop_desktop.models import Attendance
from cop_desktop.models.vocabulary import MeetingKind, MeetingState, Presence, Signature
from cop_desktop.services import attendance, attendance_rules, communities, hours, meetings, members
from cop_desktop.services.hours import Ledger, Line, Standing
from cop_desktop.store import Store

TODAY = date(2026, 9, 30)
HERE, AWAY = Presence.PRESENT, Presence.ABSENT


@pytest.fixture
def anew(store: Store) -> UUID:
    """A community of one member, with no meetings yet."""
    with store.write("new") as session:
        it = communities.found(session, "מורים מובילים", 2026)
        members.add(session, it, {"given_name": "נועה", "family_name": "ברק"})
    return it


def held(
    store: Store, community: UUID, marks: Sequence[Presence | None], kind: str = "in_person"
) -> list[UUID]:
    """Meetings of three hours, a fortnight apart; those without a mark are still ahead."""
    keys = []
    with store.write("plan") as session:
        who = [it.id for it in members.active(session, community, TODAY)]
        for n, mark in enumerate(marks):
            starts = datetime(2026, 9, 8, 16) + timedelta(weeks=2 * n)
            values = {"topic": f"מפגש {n}", "starts_at": starts, "minutes": 180, "kind": kind}
            keys.append(meetings.schedule(session, community, values))
            if mark is not None:
                meetings.change(session, keys[-1], {"state": MeetingState.HELD})
                attendance.mark(session, keys[-1], who, mark)
    return keys


def ledger(store: Store, community: UUID) -> Ledger:
    with store.read() as session:
        return hours.ledger(session, community, 2026)


def only(store: Store, community: UUID) -> Line:
    (line,) = ledger(store, community).lines
    return line


def choose(store: Store, community: UUID, profile: str) -> None:
    with store.write("rule") as session:
        attendance_rules.choose(session, community, profile)


def edit(store: Store, meeting: UUID, **values: object) -> None:
    with store.write("edit") as session:
        row = session.scalars(select(Attendance).where(Attendance.meeting_id == meeting)).one()
        for name, value in values.items():
            setattr(row, name, value)


def test_nothing_is_asked_where_no_rule_was_chosen(store: Store, anew: UUID) -> None:
    held(store, anew, [AWAY] * 5)
    it = ledger(store, anew)
    assert (it.needed, it.short, it.lacks_face, it.at_risk) == (0, 0, False, ())
    assert it.lines[0].standing is Standing.FINE


def test_who_came_late_or_left_early_has_the_minutes_between(store: Store, anew: UUID) -> None:
    one, two, three, _ = held(store, anew, [HERE, HERE, HERE, AWAY])
    edit(store, one, arrived_at=time(16, 25))
    edit(store, two, arrived_at=time(15, 50), left_at=time(18, 30))
    edit(store, three, minutes=45, left_at=time(17))
    line = only(store, anew)
    assert line.attended == (180 - 25) + (180 - 30) + 45
    assert line.missed == 4 * 180 - line.attended


def test_thirty_academic_hours_are_seven_and_a_half_meetings(store: Store, anew: UUID) -> None:
    choose(store, anew, "teachers_30")
    held(store, anew, [HERE, HERE, None, None, None, None, None])
    it = ledger(store, anew)
    assert (it.needed, it.offered, it.short) == (30 * 45, 7 * 180, 90)
    assert it.lines[0].within_reach == 7 * 180


def test_a_fifth_may_be_missed_and_who_is_near_is_seen_before(store: Store, anew: UUID) -> None:
    choose(store, anew, "teachers_30")
    marks = [AWAY, AWAY, *[HERE] * 3, *[None] * 5]
    held(store, anew, [*marks[1:], None])
    assert only(store, anew).standing is Standing.FINE
    with store.write("one more") as session:
        row = meetings.in_year(session, anew, 2026)[1]
        attendance.mark(
            session, row.id, [it.id for it in members.active(session, anew, TODAY)], AWAY
        )
    assert only(store, anew).standing is Standing.AT_RISK
    with store.write("and more") as session:
        row = meetings.in_year(session, anew, 2026)[2]
        attendance.mark(
            session, row.id, [it.id for it in members.active(session, anew, TODAY)], AWAY
        )
    assert only(store, anew).standing is Standing.BELOW
    assert ledger(store, anew).at_risk == ()


def test_online_is_not_face_to_face_and_in_a_hybrid_it_depends(store: Store, anew: UUID) -> None:
    choose(store, anew, "teachers_30")
    held(store, anew, [HERE], kind="online")
    one, two = held(store, anew, [HERE, HERE], kind="hybrid")
    edit(store, two, remote=True)
    it = ledger(store, anew)
    assert (it.lines[0].attended, it.lines[0].face) == (540, 180)
    assert it.share_face == pytest.approx(2 / 3)
    assert not it.lacks_face
    with store.write("online too") as session:
        meetings.change(session, one, {"kind": MeetingKind.ONLINE})
    assert ledger(store, anew).lacks_face


def test_where_one_signs_twice_a_meeting_without_times_is_named(store: Store, anew: UUID) -> None:
    choose(store, anew, "teachers_60")
    one, two = held(store, anew, [HERE, HERE])
    edit(store, one, arrived_at=time(16), left_at=time(19))
    assert [it.id for it in ledger(store, anew).unsigned] == [two]


def test_a_changed_number_makes_the_rule_the_communitys_own(store: Store, anew: UUID) -> None:
    choose(store, anew, "teachers_30")
    with store.write("own") as session:
        attendance_rules.change(session, anew, {"least_presence": "75"})
    with store.read() as session:
        rule = attendance_rules.of(session, anew)
    assert (rule.profile, rule.hours, rule.least_presence) == ("own", 30, 75)
    assert rule.signature is Signature.IN_AND_OUT
    with pytest.raises(UserError, match="0 to 100"), store.write("no") as session:
        attendance_rules.change(session, anew, {"least_face": 120})


def test_meetings_before_somebody_joined_are_not_missed(store: Store, anew: UUID) -> None:
    held(store, anew, [AWAY, HERE, HERE])
    with store.write("joined") as session:
        members.change(
            session,
            [it.id for it in members.active(session, anew, TODAY)],
            {"joined": date(2026, 9, 20)},
        )
    assert (only(store, anew).missed, only(store, anew).attended) == (0, 360)


@given(
    late=st.integers(-60, 200), early=st.integers(-60, 200), hand=st.none() | st.integers(0, 180)
)
def test_nobody_is_there_for_less_than_nothing_or_longer_than_invited(
    late: int, early: int, hand: int | None
) -> None:
    starts = datetime(2026, 9, 8, 16)
    meeting = a_meeting(starts)
    mark = Attendance(
        meeting_id=meeting.id, member_id=meeting.id, presence=HERE, minutes=hand,
        arrived_at=(starts + timedelta(minutes=late)).time(),
        left_at=(starts + timedelta(minutes=180 - early)).time(),
    )  # fmt: skip
    there = hours.present_minutes(meeting, mark)
    assert 0 <= there <= 180
    assert hand is None or there == hand


def a_meeting(starts: datetime) -> meetings.MeetingRow:
    return meetings.MeetingRow(
        uuid4(), 1, 1, starts, 180, "מפגש", MeetingKind.IN_PERSON, MeetingState.HELD, "", None,
        "", "", "", "", None, None, None, "", None, 0, 0, 0, 0,
    )  # fmt: skip
