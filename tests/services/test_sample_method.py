"""The method at work in the sample: it hangs together, whatever day it is told on."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.models import (
    AgendaItem,
    AgendaTrack,
    Attachment,
    AttendanceRule,
    Base,
    CalendarEntry,
    Charter,
    CharterApproval,
    CollatedCard,
    Decision,
    DimensionStage,
    ErasedRow,
    ExportEvent,
    LibraryEntry,
    MaturityReading,
    Meeting,
    MeetingDay,
    Member,
    MergeMemory,
    MethodMark,
    Need,
    NeedReading,
    NeedsPause,
    Organisation,
    Product,
    ProductReview,
    ProductTopic,
    RoleHolding,
    Routine,
    RoutineDone,
    RuleBreach,
    SelfCheck,
    SelfCheckAnswer,
    SharingConsent,
    SignSnooze,
    Stakeholder,
    Threshold,
    Topic,
    TopicNeed,
    Turning,
    ValueStory,
)
from cop_desktop.models.method import Apprenticeship, CharterPart, Dimension
from cop_desktop.models.thread_words import MarkList, NeedState, TopicState
from cop_desktop.models.vocabulary import MeetingState, ProductStatus, Role, Stage
from cop_desktop.services import sample
from cop_desktop.store import Store

TODAY = date(2026, 11, 21)
NOT_TOLD: set[type[Base]] = {  # what the sample leaves for one's own hands, and for others' files
    AgendaTrack, Attachment, AttendanceRule, CalendarEntry, CollatedCard, ErasedRow, ExportEvent,
    LibraryEntry, MeetingDay, MergeMemory, SharingConsent, Turning,
}  # fmt: skip
People = dict[UUID, Member]


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.write("Add the sample") as session:
        sample.create(session, TODAY)
    with store.read() as session:
        yield session


def every(session: Session, model: type[Any]) -> list[Any]:
    return list(session.scalars(select(model)))


def test_every_table_that_a_page_shows_has_something_in_it(session: Session) -> None:
    for mapper in Base.registry.mappers:
        rows = session.scalar(select(func.count()).select_from(mapper.class_))
        assert bool(rows) is (mapper.class_ not in NOT_TOLD), mapper.class_


def test_one_charter_holds_in_all_its_parts_and_another_is_being_written(session: Session) -> None:
    first, second = sorted(every(session, Charter), key=lambda it: it.number)
    assert first.adopted_on
    assert all(getattr(first, part) for part in CharterPart)
    assert first.quiet_from
    assert first.quiet_until
    assert first.approver_id
    assert second.adopted_on is None
    assert second.change_note
    changed = [part for part in CharterPart if getattr(first, part) != getattr(second, part)]
    assert 3 <= len(changed) <= 6


def test_most_members_agreed_to_the_charter_and_the_breach_was_settled(session: Session) -> None:
    active = {one.id for one in every(session, Member) if one.left is None}
    agreed = {one.member_id for one in every(session, CharterApproval)}
    assert 18 <= len(active & agreed) < len(active)
    assert [one.settled_on is not None for one in every(session, RuleBreach)] == [True]


def test_two_topics_waited_for_more_than_three_meetings(session: Session) -> None:
    held = [one for one in every(session, Meeting) if one.state is MeetingState.HELD]
    named = {one.topic_id for one in every(session, AgendaItem)}
    waiting = [
        sum(one.starts_at.date() >= topic.opened_on for one in held)
        for topic in every(session, Topic)
        if topic.state is TopicState.OPEN and topic.id not in named
    ]
    assert sorted(waiting) == [0, 4, 8]
    coming = next(one for one in every(session, Meeting) if one.state is MeetingState.PLANNED)
    assert any(block.topic_id for block in coming.agenda)


def test_topics_were_done_and_one_was_declined_frankly(session: Session) -> None:
    topics = every(session, Topic)
    assert len([one for one in topics if one.state is TopicState.DONE]) == 3
    assert len([one for one in topics if one.state is TopicState.DECLINED]) == 1
    assert all(bool(one.answer) is (one.state is not TopicState.OPEN) for one in topics)


def test_needs_come_from_both_sides_and_two_have_no_topic(session: Session) -> None:
    needs = every(session, Need)
    assert len({one.side for one in needs}) == 2
    assert {one.state for one in needs} == set(NeedState)
    answered = {one.need_id for one in every(session, TopicNeed)}
    unanswered = [it for it in needs if it.state is NeedState.OPEN and it.id not in answered]
    assert len(unanswered) == 2


def test_the_thread_runs_from_a_need_to_a_story_of_value(session: Session) -> None:
    sheet = next(it for it in every(session, Product) if it.status is ProductStatus.PUBLISHED)
    assert sheet.cleared_outside
    topics = {it.topic_id for it in every(session, ProductTopic) if it.product_id == sheet.id}
    assert {it.need_id for it in every(session, TopicNeed) if it.topic_id in topics}
    assert any(it.topic_id in topics for it in every(session, AgendaItem))
    assert any(it.topic_id in topics for it in every(session, Decision))
    (story,) = (it for it in every(session, ValueStory) if it.product_id == sheet.id)
    assert story.may_leave
    assert story.changed


def test_one_story_is_a_seed_and_one_may_leave(session: Session) -> None:
    stories = every(session, ValueStory)
    assert [bool(it.changed) for it in stories].count(False) == 1
    assert [it.may_leave for it in stories].count(True) == 1


def test_one_draft_has_not_moved_for_five_months(session: Session) -> None:
    (stuck,) = (it for it in every(session, Product)
                if it.moved_on < TODAY - timedelta(days=123)
                and it.status is not ProductStatus.PUBLISHED)  # fmt: skip
    assert stuck.status is ProductStatus.DRAFT
    assert stuck.moved_on == TODAY - timedelta(days=157)


def test_one_looks_on_before_a_role_and_one_helps_after_it(session: Session) -> None:
    now = [it for it in every(session, RoleHolding) if not it.until]
    ways = {it.way: it.role for it in now if it.way is not Apprenticeship.HOLD}
    assert ways == {
        Apprenticeship.SHADOW: Role.VALUE, Apprenticeship.MENTOR: Role.COMMUNITY
    }  # fmt: skip
    assert any(it.planned_until for it in now)
    assert all(it.handover for it in every(session, RoleHolding)
               if it.until and it.planned_until)  # fmt: skip


def test_two_of_five_stakeholders_were_never_met(session: Session) -> None:
    people = every(session, Stakeholder)
    assert [it.met_on is None for it in people].count(True) == 2
    assert len(people) == 5


def test_the_community_was_read_last_term_and_this(session: Session) -> None:
    readings = every(session, MaturityReading)
    assert sorted(it.read_on < date(2026, 9, 1) for it in readings) == [False, True]
    found = {it.dimension: it.stage for it in sorted(every(session, DimensionStage),
                                                     key=lambda it: it.since)}  # fmt: skip
    assert found == {
        Dimension.DOMAIN: Stage.MATURING,
        Dimension.COMMUNITY: Stage.MATURING,
        Dimension.PRACTICE: Stage.COALESCING,
    }


def test_the_self_check_answers_every_statement(session: Session) -> None:
    (check,) = every(session, SelfCheck)
    given_to = {it.statement for it in every(session, SelfCheckAnswer) if it.check_id == check.id}
    shape = shapes.check()
    asked = {f"components.{part}.{key}" for part, of in shape.components.items() for key in of}
    asked |= {f"threats.{part}.{key}" for part, of in shape.threats.items() for key in of}
    assert given_to == asked


def test_marks_and_signs_are_those_of_the_method(session: Session) -> None:
    tasks = {f"{step}.{task.key}" for step, one in shapes.steps().items() for task in one.tasks}
    marked = {it.key for it in every(session, MethodMark) if it.list is MarkList.SETUP}
    assert marked <= tasks
    signs = shapes.signs()
    assert {it.sign for it in every(session, SignSnooze)} <= set(signs)
    for it in every(session, Threshold):
        assert signs[it.rule].thresholds[it.name] != it.value


def test_one_sign_rests_and_another_woke(session: Session) -> None:
    assert sorted(it.until > TODAY for it in every(session, SignSnooze)) == [False, True]


def test_an_authority_of_one_s_own_need_stays_when_the_sample_goes(
    store: Store, community: UUID
) -> None:
    with store.write("Add the sample") as session:
        sample.create(session, TODAY)
        shared = session.scalars(select(Organisation).where(Organisation.name == "ביר א־ראעי"))
        session.add(Need(community_id=community, text="הסעות", noted_on=TODAY,
                         organisation_id=shared.one().id))  # fmt: skip
    with store.write("Remove the sample") as session:
        sample.remove(session)
    with store.read() as session:
        assert "ביר א־ראעי" in set(session.scalars(select(Organisation.name)))


def check_thread(session: Session, today: date, people: People) -> None:
    """No topic, need or pause is told before its time."""
    topics = {it.id: it for it in every(session, Topic)}
    needs = {it.id: it for it in every(session, Need)}
    pauses = {it.id: it for it in every(session, NeedsPause)}
    assert all(it.opened_on <= (it.closed_on or today) <= today for it in topics.values())
    assert all(belonged(people, it.owner_id, it.opened_on) for it in topics.values())
    assert all(it.noted_on <= (it.closed_on or today) <= today for it in needs.values())
    assert [it.planned_on > today for it in pauses.values() if not it.closed_on] == [True]
    for meeting in every(session, Meeting):
        told = [topics[block.topic_id] for block in meeting.agenda if block.topic_id]
        assert all(topic.opened_on <= meeting.starts_at.date() for topic in told)
    for reading in every(session, NeedReading):
        assert needs[reading.need_id].noted_on <= pauses[reading.pause_id].closed_on <= today
    for story in every(session, ValueStory):
        assert story.noted_on <= today
        assert belonged(people, story.teller_id, story.noted_on)


def check_products(session: Session, today: date, people: People) -> None:
    """Nothing left without approval, and nobody answered before being asked."""
    for product in every(session, Product):
        ready = product.status in {ProductStatus.APPROVED, ProductStatus.PUBLISHED}
        assert bool(product.approved_on) is bool(product.approved_by_id) is ready
        assert max(product.moved_on, product.approved_on or product.moved_on) <= today
        assert product.cleared_outside is (product.status is ProductStatus.PUBLISHED)
    for review in every(session, ProductReview):
        assert review.asked_on <= (review.answered_on or today) <= today
        assert bool(review.answer) is bool(review.answered_on)
        assert belonged(people, review.member_id, review.asked_on)


def check_life(session: Session, today: date, people: People) -> None:
    """Routines, approvals and encounters took place between their beginning and today."""
    routines = {it.id: it for it in every(session, Routine)}
    assert all(belonged(people, it.owner_id, it.since) for it in routines.values())
    for done in every(session, RoutineDone):
        routine = routines[done.routine_id]
        assert routine.since <= done.done_on < (routine.until or date.max)
        assert done.done_on <= today
    for approval in every(session, CharterApproval):
        assert belonged(people, approval.member_id, approval.approved_on)
        assert approval.approved_on <= today
    assert all((it.met_on or today) <= today for it in every(session, Stakeholder))


def belonged(people: People, member_id: UUID | None, on: date) -> bool:
    """Nobody does a thing before they joined, or after they left."""
    if member_id is None:
        return True
    member = people[member_id]
    return (member.joined or date.max) <= on < (member.left or date.max)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dates(date(2020, 1, 1), date(2050, 12, 31)))
@example(date(2026, 9, 1))
@example(date(2027, 8, 31))
@example(date(2028, 2, 29))
@example(date(2027, 2, 16))
@example(date(2027, 2, 17))
def test_the_thread_agrees_with_itself_on_any_day(store: Store, today: date) -> None:
    with store.write("Begin the sample anew") as session:
        sample.remove(session)
        sample.create(session, today)
    with store.read() as session:
        people = {it.id: it for it in every(session, Member)}
        for check in (check_thread, check_products, check_life):
            check(session, today, people)
