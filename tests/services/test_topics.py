"""Topics: how long they wait, what carries them, and how they end."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.models.thread_words import TopicState
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import (
    actions,
    agendas,
    communities,
    decisions,
    library,
    meetings,
    needs,
    product_topics,
    products,
    topics,
)
from cop_desktop.services.topics import TopicRow
from cop_desktop.store import Change, Store

from .agendas_built import blocks, built, row

OPENED = date(2026, 9, 15)
TODAY = date(2026, 11, 22)  # after both meetings of the small community: 13.10. and 17.11.
OFTEN = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def topic(store: Store, community: UUID) -> UUID:
    with store.write("topic") as session:
        return topics.add(session, community, {"title": "קליטת מנהלים", "opened_on": OPENED}, TODAY)


@pytest.fixture
def evenings(store: Store, community: UUID) -> list[UUID]:
    with store.read() as session:
        return [it.id for it in meetings.every(session, community)]


def found(store: Store, topic: UUID, today: date = TODAY) -> TopicRow:
    with store.read() as session:
        return topics.one(session, topic, today)


# -- age ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evening:
    """A meeting of a made-up year."""

    days: int  # from the day on which the topic was opened
    state: MeetingState
    carries: bool

    @property
    def on(self) -> date:
        return OPENED + timedelta(days=self.days)

    @property
    def standing(self) -> bool:
        return self.state != MeetingState.CANCELLED

    def held(self, today: date) -> bool:
        said = self.state == MeetingState.HELD and self.on <= today
        return said or (self.standing and self.on < today)


EVENINGS = st.builds(
    Evening, st.integers(-40, 120), st.sampled_from(list(MeetingState)), st.booleans()
)
LIFE = st.lists(EVENINGS, max_size=8)
SOME_DAY = st.integers(-10, 120).map(lambda days: OPENED + timedelta(days=days))


class _TakenBack(Exception):  # noqa: N818
    """Ends a write that was only tried."""


@contextmanager
def tried(store: Store) -> Iterator[Session]:
    """A write that leaves nothing behind."""
    with suppress(_TakenBack), store.write("tried") as session:
        yield session
        raise _TakenBack


def lived(session: Session, community: UUID, evenings: list[Evening]) -> UUID:
    """A community with just these meetings, and a topic that some of them carry."""
    for old in meetings.every(session, community):
        meetings.remove(session, old.id)
    topic = topics.add(session, community, {"title": "נושא", "opened_on": OPENED}, OPENED)
    for evening in evenings:
        meet(session, community, evening, topic)
    return topic


def meet(session: Session, community: UUID, evening: Evening, topic: UUID) -> UUID:
    at = datetime.combine(evening.on, time(16))
    values = {"topic": "מפגש", "starts_at": at, "state": evening.state}
    meeting = meetings.schedule(session, community, values)
    if evening.carries:
        agendas.add(session, meeting, {"title": "דיון", "topic_id": topic})
    return meeting


@OFTEN
@given(LIFE, SOME_DAY)
def test_a_topic_ages_by_the_meetings_that_passed_it_by(
    store: Store, community: UUID, evenings: list[Evening], today: date
) -> None:
    carrying = [it.on for it in evenings if it.carries and it.standing]
    passed = [it for it in evenings if it.held(today) and it.on > OPENED]
    with tried(store) as session:
        topic = topics.one(session, lived(session, community, evenings), today)
        assert topic.waited == sum(it.on < min(carrying, default=date.max) for it in passed)
        assert [it.starts_at.date() for it in topic.on] == sorted(carrying)
        waiting = topics.waiting(session, community, today)
        assert [row.id for row in waiting] == ([] if carrying else [topic.id])


@OFTEN
@given(LIFE, EVENINGS, SOME_DAY)
def test_one_more_meeting_never_makes_a_topic_younger(
    store: Store, community: UUID, evenings: list[Evening], one_more: Evening, today: date
) -> None:
    passing = Evening(one_more.days, one_more.state, carries=False)
    with tried(store) as session:
        key = lived(session, community, evenings)
        before = topics.one(session, key, today)
        meet(session, community, passing, key)
        after = topics.one(session, key, today)
        assert before.waited <= after.waited <= before.waited + 1
        if not passing.standing or passing.on <= OPENED:
            assert after.waited == before.waited


@OFTEN
@given(LIFE, EVENINGS, SOME_DAY)
def test_taken_off_an_agenda_a_topic_is_what_it_was(
    store: Store, community: UUID, evenings: list[Evening], one_more: Evening, today: date
) -> None:
    with tried(store) as session:
        key = lived(session, community, evenings)
        bare = Evening(one_more.days, one_more.state, carries=False)
        meeting = meet(session, community, bare, key)
        before = topics.one(session, key, today)
        block = agendas.add(session, meeting, {"title": "דיון", "topic_id": key})
        agendas.change(session, [block], {"topic_id": None})
        assert topics.one(session, key, today) == before


@OFTEN
@given(LIFE, st.integers(0, 120), SOME_DAY)
def test_a_topic_that_is_closed_ages_no_more(
    store: Store, community: UUID, evenings: list[Evening], days: int, today: date
) -> None:
    with tried(store) as session:
        key = lived(session, community, evenings)
        topics.close(session, key, "", OPENED + timedelta(days=days))
        closed = topics.one(session, key, today).waited
        assert closed == topics.one(session, key, today + timedelta(days=400)).waited or (
            today < OPENED + timedelta(days=days)  # it has yet to live until then
        )


def test_the_longest_wait_stands_first(store: Store, community: UUID, topic: UUID) -> None:
    late = {"title": "חדש", "opened_on": date(2026, 11, 1), "weight": 3}
    with store.write("another") as session:
        topics.add(session, community, late, TODAY)
    with store.read() as session:
        rows = topics.waiting(session, community, TODAY)
    assert [(row.title, row.waited) for row in rows] == [("קליטת מנהלים", 2), ("חדש", 1)]


def test_a_meeting_called_off_lets_its_topics_wait_again(
    store: Store, topic: UUID, evenings: list[UUID]
) -> None:
    with store.write("plan") as session:
        agendas.add(session, evenings[1], {"title": "קליטה", "topic_id": topic})
    assert (found(store, topic).waiting, found(store, topic).waited) == (False, 1)
    with store.write("cancel") as session:
        meetings.change(session, evenings[1], {"state": "cancelled"})
    assert (found(store, topic).waiting, found(store, topic).waited) == (True, 1)


# -- beginning and end ---------------------------------------------------------------------------


def test_a_need_becomes_a_topic_in_one_step(store: Store, community: UUID) -> None:
    said = {"text": "אין מי שמחליף", "weight": 3}
    with store.write("need") as session:
        need = needs.add(session, community, said, TODAY)
        topic = topics.propose(session, need, TODAY)
    row_ = found(store, topic)
    assert (row_.title, row_.weight, row_.need_ids) == ("אין מי שמחליף", 3, (need,))
    assert row_.opened_on == TODAY


def test_a_no_needs_a_word_of_why(store: Store, topic: UUID) -> None:
    with pytest.raises(UserError, match="needs a reason"), store.write("no") as session:
        topics.decline(session, topic, "  ", TODAY)
    with store.write("no") as session:
        topics.decline(session, topic, "מטופל ברשות", TODAY)
    row_ = found(store, topic)
    assert (row_.state, row_.answer, row_.closed_on) == (TopicState.DECLINED, "מטופל ברשות", TODAY)
    assert not row_.waiting
    with store.write("again") as session:
        topics.reopen(session, topic)
    assert found(store, topic).waiting


def test_a_topic_keeps_its_title_its_day_and_its_weight(store: Store, topic: UUID) -> None:
    with pytest.raises(UserError, match="needs a title"), store.write("x") as session:
        topics.change(session, topic, {"title": " "}, TODAY)
    with store.write("nothing chosen") as session:
        topics.change(session, topic, {"opened_on": None, "weight": ""}, TODAY)
    assert (found(store, topic).opened_on, found(store, topic).weight) == (OPENED, 2)


def test_a_topic_cannot_be_open_since_a_day_that_has_not_come(store: Store, topic: UUID) -> None:
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(UserError, match="has not come yet"), store.write("ahead") as session:
        topics.change(session, topic, {"opened_on": tomorrow}, TODAY)
    assert found(store, topic).opened_on == OPENED
    with store.write("today") as session:
        topics.change(session, topic, {"opened_on": TODAY}, TODAY)
    assert found(store, topic).opened_on == TODAY


def test_a_topic_that_is_deleted_leaves_its_block_and_comes_back_with_it(
    store: Store, topic: UUID, evenings: list[UUID]
) -> None:
    changes: list[Change] = []
    with store.write("plan") as session:
        block = agendas.add(session, evenings[0], {"title": "קליטה", "topic_id": topic})
    before = found(store, topic)
    store.on_commit.append(changes.append)
    with store.write("delete") as session:
        topics.remove(session, topic)
    assert {it.id: it.topic_id for it in blocks(store, evenings[0])}[block] is None
    store.revert(changes[-1])
    assert found(store, topic) == before


# -- what came of it -----------------------------------------------------------------------------


def test_decisions_and_tasks_take_up_the_topic_of_their_block(
    store: Store, community: UUID, topic: UUID, evenings: list[UUID]
) -> None:
    key = built(store, evenings[0], row("קליטה", topic_id=topic), row("שונות"))
    with store.write("write down") as session:
        said = {"text": "כותבים מדריך", "item_id": key["קליטה"]}
        decision = decisions.add(session, evenings[0], said)
        task = {"text": "טיוטה", "item_id": key["קליטה"]}
        actions.add(session, community, task, evenings[0])
        actions.add(session, community, {"text": "אחרת", "item_id": key["שונות"]}, evenings[0])
        product = products.add(session, community, {"title": "מדריך"})
        product_topics.link_topic(session, product, topic)
    row_ = found(store, topic)
    assert (row_.decisions, row_.actions, row_.products) == (1, 1, 1)
    with store.write("elsewhere") as session:
        decisions.change(session, decision, {"item_id": key["שונות"]})
    assert found(store, topic).decisions == 0
    with store.write("back, then named by hand") as session:
        other = topics.add(session, community, {"title": "אחר"}, TODAY)
        decisions.change(session, decision, {"topic_id": other})
        decisions.change(session, decision, {"item_id": key["קליטה"]})
    assert (found(store, other).decisions, found(store, topic).decisions) == (1, 0)


def test_what_was_written_before_the_block_had_a_topic_counts(
    store: Store, topic: UUID, evenings: list[UUID]
) -> None:
    key = built(store, evenings[0], row("קליטה"))["קליטה"]
    with store.write("decide, then name the topic") as session:
        decisions.add(session, evenings[0], {"text": "כותבים", "item_id": key})
        agendas.change(session, [key], {"topic_id": topic})
    assert found(store, topic).decisions == 1


# -- copies ---------------------------------------------------------------------------------------


def test_a_copy_keeps_its_topic_and_a_template_does_not(
    store: Store, topic: UUID, evenings: list[UUID]
) -> None:
    first, second = evenings
    key = built(store, first, row("קליטה", topic_id=topic))["קליטה"]
    with store.write("copy") as session:
        agendas.copy_from(session, first, second)
    assert [it.topic_id for it in blocks(store, second)] == [topic]
    with store.write("keep, and use again") as session:
        (card,) = library.keep_blocks(session, [key], TODAY)
        (used,) = library.add_to_agenda(session, second, [f"own/{card.hex}"], "he")
    assert {it.id: it.topic_id for it in blocks(store, second)}[used] is None


def test_a_topic_of_another_community_does_not_come_along(
    store: Store, community: UUID, topic: UUID, evenings: list[UUID]
) -> None:
    with store.write("another community") as session:
        other = communities.found(session, "אחרת", 2026)
        at = datetime(2026, 12, 1, 9)
        there = meetings.schedule(session, other, {"topic": "שם", "starts_at": at})
        (key,) = agendas.add_several(session, there, [row("קליטה", topic_id=topic.hex)])
    assert {it.id: it.topic_id for it in blocks(store, there)} == {key: None}
