"""The sample community tells the truth about itself, whatever day it is made on."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.models import (
    Action,
    AgendaItem,
    Attendance,
    Base,
    Community,
    Conclusion,
    Decision,
    Feedback,
    FeedbackRating,
    FunctionHolding,
    Goal,
    Meeting,
    MeetingNote,
    Member,
    Organisation,
    PlanItem,
    Product,
    RoleHolding,
    StageRecord,
)
from cop_desktop.models.method import Apprenticeship
from cop_desktop.models.vocabulary import (
    AgendaPart,
    Function,
    MeetingKind,
    MeetingState,
    Presence,
    ProductStatus,
    Progress,
    Reply,
    Role,
    Stage,
)
from cop_desktop.services import agendas, readiness, sample
from cop_desktop.services.search import terms
from cop_desktop.store import Store

TODAY = date(2026, 11, 21)
HERE = {Presence.PRESENT, Presence.LATE}


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.write("Add the sample") as session:
        sample.create(session, TODAY)
    with store.read() as session:
        yield session


def every(session: Session, model: type[Any]) -> list[Any]:
    return list(session.scalars(select(model)))


def active(session: Session) -> list[Member]:
    return [member for member in every(session, Member) if member.left is None]


def meetings(session: Session, *states: MeetingState) -> list[Meeting]:
    found = session.scalars(select(Meeting).order_by(Meeting.starts_at))
    return [one for one in found if not states or one.state in states]


def present(session: Session, meeting: Meeting) -> set[UUID]:
    rows = session.scalars(select(Attendance).where(Attendance.meeting_id == meeting.id))
    return {row.member_id for row in rows if row.presence in HERE}


def test_twenty_four_members_of_eighteen_authorities_and_two_who_left(session: Session) -> None:
    assert len(active(session)) == 24
    assert len(every(session, Member)) == 26
    assert len({member.organisation_id for member in active(session)}) == 18
    assert len(every(session, Organisation)) == 18
    assert len({(m.given_name, m.family_name) for m in every(session, Member)}) == 26
    assert len({m.mobile for m in every(session, Member)}) == 26


def test_nobody_real_can_be_called_or_written_to(session: Session) -> None:
    for member in every(session, Member):
        assert member.mobile.startswith("050-555-01")
        assert member.email.endswith("@example.org")


def test_members_are_found_by_authority_and_by_number_as_typed(session: Session) -> None:
    rim = next(m for m in every(session, Member) if m.given_name == "רים")
    for typed in ("לוז", "0505550105", "זועבי"):
        assert all(term in rim.search_key for term in terms(typed))
    assert rim.sort_key.startswith("זועבי")


def test_the_three_formal_functions_have_somebody(session: Session) -> None:
    assert {one.function for one in every(session, FunctionHolding)} == set(Function)


def test_three_newcomers_still_wait_for_a_mentor(session: Session) -> None:
    new = [m for m in active(session) if m.joined and m.joined >= date(2026, 9, 1)]
    assert len([m for m in new if m.mentor_id is None]) == 3
    people = {m.id: m for m in every(session, Member)}
    for member in active(session):
        if member.mentor_id:
            assert (people[member.mentor_id].joined or date.max) < (member.joined or date.min)


def test_the_agendas_fill_the_invited_time(session: Session) -> None:
    with_agenda = [one for one in meetings(session) if one.agenda]
    assert len(with_agenda) == 8 + 2 + 1
    for meeting in with_agenda:
        timed = [block for block in meeting.agenda if block.part is AgendaPart.MEETING]
        assert sum(block.minutes for block in timed) == meeting.minutes, meeting.topic
        assert 6 <= len(timed) <= 9
    assert {one.kind for one in meetings(session)} >= {
        MeetingKind.IN_PERSON, MeetingKind.ONLINE, MeetingKind.HYBRID,
        MeetingKind.VISIT, MeetingKind.OPEN,
    }  # fmt: skip


def test_the_leader_leads_less_as_the_months_go(session: Session) -> None:
    held = meetings(session, MeetingState.HELD)
    functions = every(session, FunctionHolding)
    leader = next(one.member_id for one in functions if one.function is Function.LEADER)

    def led(meeting: Meeting) -> int:
        return sum(block.leader_id == leader for block in meeting.agenda)

    assert sum(map(led, held[:3])) > 3 * sum(map(led, held[-3:]))


def test_the_first_year_was_held_and_this_one_goes_on_to_june(session: Session) -> None:
    assert len([m for m in meetings(session) if m.starts_at < datetime(2026, 9, 1)]) == 8
    planned = meetings(session, MeetingState.PLANNED)
    assert planned[0].starts_at.date() - TODAY in [timedelta(days=n) for n in range(9, 12)]
    assert planned[-1].starts_at.month == 6
    assert len(meetings(session)) == 16


def test_the_next_meeting_has_its_answers_and_lacks_two_things(session: Session) -> None:
    coming = meetings(session, MeetingState.PLANNED)[0]
    rows = session.scalars(select(Attendance).where(Attendance.meeting_id == coming.id)).all()
    assert Counter(row.reply for row in rows) == {Reply.COMING: 18, Reply.NOT_COMING: 2}
    checks = readiness.of(session, coming.id)
    assert [one.key for one in checks if not one.done] == ["materials", "reminder"]


def test_only_the_last_summary_is_missing(session: Session) -> None:
    held = meetings(session, MeetingState.HELD)
    assert [bool(one.summary) for one in held] == [True] * (len(held) - 1) + [False]


def test_one_authority_stopped_coming(session: Session) -> None:
    alex = next(m for m in every(session, Member) if m.given_name == "אלכס")
    came = [alex.id in present(session, one) for one in meetings(session, MeetingState.HELD)]
    assert all(came[:4])
    assert not any(came[4:])


def test_roles_went_from_one_person_to_many(session: Session) -> None:
    def seats(on: date) -> list[RoleHolding]:
        holdings = every(session, RoleHolding)
        return [one for one in holdings if one.way is Apprenticeship.HOLD
                and one.since <= on and not (one.until and one.until <= on)]  # fmt: skip

    first, now = seats(date(2025, 9, 20)), seats(TODAY)
    assert len({one.member_id for one in first}) == 1
    assert set(Role) - {one.role for one in now} == {Role.CRITICAL, Role.EXTERNAL}
    leader = first[0].member_id
    assert [one.role for one in now if one.member_id == leader] == [Role.VALUE]
    assert [one.member_id for one in now if one.role is Role.VALUE] == [leader]


def test_the_three_stages_come_with_reasons(session: Session) -> None:
    records = sorted(every(session, StageRecord), key=lambda one: one.turn)
    assert [one.stage for one in records] == [Stage.POTENTIAL, Stage.COALESCING, Stage.MATURING]
    assert all(one.reason and one.evidence and one.decided_by for one in records)


def test_the_plan_has_three_goals_of_three_activities(session: Session) -> None:
    goals = [one for one in every(session, Goal) if one.work_year == 2026]
    items = every(session, PlanItem)
    assert [sum(item.goal_id == goal.id for item in items) for goal in goals] == [3, 3, 3]
    assert {one.work_year for one in every(session, Goal)} == {2025, 2026}
    assert all(item.owner_id and item.product and item.indicator for item in items)


def test_products_stand_at_every_status_and_nothing_left_unapproved(session: Session) -> None:
    products = every(session, Product)
    assert {one.status for one in products} == set(ProductStatus)
    for product in products:
        published = product.status is ProductStatus.PUBLISHED
        assert bool(product.published_on) is published
        assert bool(product.recipients) is published


def test_its_name_is_readable_in_the_language_of_the_window(store: Store) -> None:
    with store.write("Add the sample") as session:
        sample.create(session, TODAY, "en")
    with store.read() as session:
        assert "Education" in session.scalars(select(Community.name)).one()


def count(session: Session) -> dict[str, int]:
    tables = Base.metadata.sorted_tables
    return {t.name: session.scalar(select(func.count()).select_from(t)) or 0 for t in tables}


def test_removing_the_sample_leaves_one_s_own_community(store: Store, community: UUID) -> None:
    with store.read() as session:
        before = count(session)
    with store.write("Add the sample") as session:
        sample.create(session, TODAY)
    with store.write("Remove the sample") as session:
        sample.remove(session)
    with store.read() as session:
        assert count(session) == before
        assert session.get(Community, community)


def test_an_authority_of_the_sample_stays_where_one_s_own_members_use_it(
    store: Store, community: UUID
) -> None:
    with store.write("Add the sample") as session:
        sample.create(session, TODAY)
        shared = session.scalars(
            select(Organisation).where(Organisation.name == "נוף יובלים")
        ).one()
        own = session.scalars(select(Member).where(Member.community_id == community)).first()
        assert own
        own.organisation_id = shared.id
    with store.write("Remove the sample") as session:
        sample.remove(session)
    with store.read() as session:
        names = set(session.scalars(select(Organisation.name)))
        assert names == {"חיפה", "רהט", "נוף יובלים"}


def check(session: Session, today: date) -> None:
    """Whatever is told agrees with whatever else is told."""
    people = {member.id: member for member in every(session, Member)}
    assert len(active(session)) == 24
    assert all((m.joined or date.max) <= today for m in people.values())
    held = meetings(session, MeetingState.HELD)
    coming, *later = meetings(session, MeetingState.PLANNED)
    assert all(one.starts_at.date() < today for one in held)
    assert today + timedelta(days=4) <= coming.starts_at.date() <= today + timedelta(days=20)
    assert all(one.starts_at > coming.starts_at for one in later)
    assert all(one.starts_at.weekday() not in {4, 5} for one in meetings(session))
    assert (coming.invited_on or date.max) <= today
    for meeting in held:
        came = present(session, meeting)
        leaders = {block.leader_id for block in meeting.agenda if block.leader_id}
        assert leaders <= came, meeting.topic
        assert len(came) >= 14, meeting.topic
        if meeting.host_id:
            assert any(people[one].organisation_id == meeting.host_id for one in came)
    when = {meeting.id: meeting.starts_at.date() for meeting in meetings(session)}
    for row in every(session, Attendance):
        member = people[row.member_id]
        assert (member.joined or date.max) <= when[row.meeting_id] < (member.left or date.max)
    declined = {r.member_id for r in every(session, Attendance) if not r.presence
                and r.reply is Reply.NOT_COMING}  # fmt: skip
    assert not declined & {block.leader_id for block in coming.agenda}
    for holding in every(session, RoleHolding):
        assert holding.since <= (holding.until or today) <= today
        assert (people[holding.member_id].joined or date.max) <= holding.since
    decisions = every(session, Decision)
    assert any(d.due < today and d.state is Progress.UNDER_WAY for d in decisions)
    assert all(d.due <= today for d in decisions if d.state is Progress.DONE)
    owners = {d.owner_id for d in decisions} | {i.owner_id for i in every(session, PlanItem)}
    assert owners <= {member.id for member in active(session)}
    assert every(session, AgendaItem)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dates(date(2020, 1, 1), date(2050, 12, 31)))
@example(date(2026, 9, 1))
@example(date(2027, 8, 31))
@example(date(2028, 2, 29))
@example(date(2026, 9, 20))
@example(date(2027, 4, 15))
@example(date(2027, 6, 14))
@example(date(2027, 7, 20))
def test_the_tale_agrees_with_itself_on_any_day(store: Store, today: date) -> None:
    with store.write("Begin the sample anew") as session:
        sample.remove(session)
        sample.create(session, today)
    with store.read() as session:
        check(session, today)


def test_what_held_meetings_left_is_told_only_of_the_past(session: Session) -> None:
    held = {one.id for one in meetings(session, MeetingState.HELD)}
    for model in (MeetingNote, Feedback, Action, Conclusion):
        rows = every(session, model)
        assert rows
        assert {one.meeting_id for one in rows} <= held
    assert [one.text for one in every(session, MeetingNote) if one.confidential]
    assert {one.rating for one in every(session, FeedbackRating)} <= {1, 2, 3, 4, 5}
    assert all(one.done_on <= TODAY for one in every(session, Action) if one.done_on)


def test_pinned_blocks_stand_where_the_agenda_brings_them(session: Session) -> None:
    for meeting in meetings(session):
        assert not agendas.picture(session, meeting.id).problems, meeting.topic
