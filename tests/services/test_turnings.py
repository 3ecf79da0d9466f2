"""A community turns into something else: with a decision, hands to hand over to, and a farewell."""

from datetime import date, datetime
from uuid import UUID

import pytest

from cop_desktop.content import shapes
from cop_desktop.errors import UserError
from cop_desktop.models import Base
from cop_desktop.models.method import Norm, Transformation
from cop_desktop.models.vocabulary import Share, Stage
from cop_desktop.services import (
    actions,
    breaches,
    decisions,
    meetings,
    members,
    private,
    products,
    ritual,
    stages,
    stories,
    turnings,
)
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
DAY = date(2026, 11, 15)


@pytest.fixture
def turning(store: Store, community: UUID) -> UUID:
    with store.write("begin") as session:
        stages.record(session, community, Stage.COALESCING, date(2025, 9, 1))
        return turnings.begin(session, community, Transformation.CLOSING, date(2026, 11, 1))


def open_tasks(store: Store, community: UUID) -> dict[str, int | None]:
    with store.read() as session:
        told = ritual.of(session, community)
    assert told is not None
    return {task.key: task.left for step in told.steps for task in step.tasks if not task.done}


def test_without_a_beginning_there_is_no_ritual(store: Store, community: UUID) -> None:
    with store.read() as session:
        assert ritual.of(session, community) is None


def test_the_ritual_asks_for_all_tasks_and_one_is_done_by_beginning(
    store: Store, community: UUID, turning: UUID
) -> None:
    with store.read() as session:
        told = ritual.of(session, community)
    assert told is not None
    assert {step.step: len(step.tasks) for step in told.steps} == {
        step: len(tasks) for step, tasks in shapes.ritual().items()
    }
    keys = {task.key for step in told.steps for task in step.tasks}
    assert set(ritual.COMPUTED) <= keys
    assert "decide.choice_of_kind" not in open_tasks(store, community)


def test_a_second_one_waits_for_the_first(store: Store, community: UUID, turning: UUID) -> None:
    with pytest.raises(UserError, match="under way"), store.write("x") as session:
        turnings.begin(session, community, Transformation.SPLIT, TODAY)


def test_a_decision_needs_its_why_and_records_the_stage(
    store: Store, community: UUID, turning: UUID
) -> None:
    with pytest.raises(UserError, match="why"), store.write("x") as session:
        turnings.decide(session, turning, DAY, "כולנו", "  ")
    with store.write("decide") as session:
        turnings.decide(session, turning, DAY, "כולנו", "המטרות הושגו", "המילון עובר למחוז")
    with store.read() as session:
        now = stages.path(session, community).now
        row = turnings.current(session, community)
    assert now is not None
    assert row is not None
    assert (now.stage, now.since, now.skipped) == (Stage.TRANSFORMATION, DAY, True)
    assert (row.decided_on, row.becomes) == (DAY, "המילון עובר למחוז")
    assert "decide.decision_written" not in open_tasks(store, community)
    with pytest.raises(UserError, match="why"), store.write("x") as session:
        turnings.change(session, turning, {"reason": ""})


def test_what_is_left_to_hand_over_is_counted(store: Store, community: UUID, turning: UUID) -> None:
    with store.write("matters") as session:
        first = meetings.every(session, community)[0].id
        product = products.add(session, community, {"title": "מילון", "status": "published"})
        decision = decisions.add(session, first, {"text": "לעדכן"})
        action = actions.add(session, community, {"text": "למסור קבצים"})
    left = open_tasks(store, community)
    assert left["hand_over.products_homes"] == 1
    assert left["hand_over.open_matters"] == 2
    with store.write("hand over") as session:
        (noa, *_rest) = members.find(session, community, TODAY)
        products.change(session, product, {"where": "אתר המחוז"})
        decisions.change(session, decision, {"owner_id": UUID(noa)})
        actions.change(session, action, {"guest": "המחוז"}, TODAY)
    left = open_tasks(store, community)
    assert not {"hand_over.products_homes", "hand_over.open_matters"} & set(left)


def test_what_the_file_cannot_tell_is_marked_by_hand_until_the_next_time(
    store: Store, community: UUID, turning: UUID
) -> None:
    with store.write("mark") as session:
        ritual.mark(session, community, "succession.thanks", TODAY)
    assert "succession.thanks" not in open_tasks(store, community)
    with store.write("again") as session:
        turnings.decide(session, turning, DAY, "", "די")
        turnings.end(session, turning, TODAY)
        turnings.begin(session, community, Transformation.RENEWAL, TODAY)
    assert "succession.thanks" in open_tasks(store, community)


def test_a_farewell_after_the_decision_counts(store: Store, community: UUID, turning: UUID) -> None:
    with store.write("decide") as session:
        turnings.decide(session, turning, DAY, "", "די")
    with store.write("farewell") as session:
        for row in meetings.every(session, community):
            if row.starts_at.date() > DAY:
                meetings.change(session, row.id, {"state": "cancelled"})
    assert "succession.farewell_meeting" in open_tasks(store, community)
    with store.write("farewell") as session:
        values = {"topic": "פרידה", "starts_at": datetime(2026, 12, 1, 17)}
        meetings.schedule(session, community, values)
    assert "succession.farewell_meeting" not in open_tasks(store, community)


def test_what_is_private_is_counted_by_kind_removed_and_brought_back(
    store: Store, community: UUID, turning: UUID
) -> None:
    with store.write("private") as session:
        keys = [UUID(key) for key in members.find(session, community, TODAY)]
        members.change(session, keys[:2], {"notes": "שיחה אישית"})
        members.change(session, keys[:1], {"needs": "ביטחון"})
        values = {"text": "סיפור יצא", "noted_on": DAY, "norm": Norm.STAYS_HERE}
        breaches.add(session, community, values)
        mine = {"title": "סיפור", "changed": "נחסך זמן", "may_leave": True}
        stories.add(session, community, mine, TODAY)
    with store.read() as session:
        told = ritual.of(session, community)
    assert told is not None
    assert told.private == {"member_notes": 2, "interviews": 1, "breaches": 1}
    assert told.stories == 1
    assert open_tasks(store, community)["archive.private_removed"] == 4
    with store.write("remove") as session:
        private.remove(session, community)
    assert "archive.private_removed" not in open_tasks(store, community)
    with store.read() as session:
        assert len(members.find(session, community, TODAY)) == 3


def test_every_private_column_is_among_what_is_removed() -> None:
    known = {(it.class_.__tablename__, it.key) for it, _ in private.FIELDS.values()}
    whole = {it.__tablename__ for it in private.TABLES.values()}
    secret = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if column.info["share"] is Share.ME and table.name not in whole
    }
    assert secret == known


def test_the_end_begins_a_new_life_or_none(store: Store, community: UUID, turning: UUID) -> None:
    with pytest.raises(UserError, match="decision"), store.write("x") as session:
        turnings.end(session, turning, TODAY)
    with store.write("decide") as session:
        turnings.decide(session, turning, DAY, "", "תחום חדש", "קהילה של שתי רשויות")
    with pytest.raises(UserError, match="before the decision"), store.write("x") as session:
        turnings.end(session, turning, date(2026, 11, 1))
    with store.write("end") as session:
        turnings.end(session, turning, TODAY, Stage.POTENTIAL)
    with store.read() as session:
        now = stages.path(session, community).now
        assert turnings.current(session, community) is None
    assert now is not None
    assert (now.stage, now.back, now.reason) == (Stage.POTENTIAL, False, "קהילה של שתי רשויות")


def test_begun_by_mistake_it_is_forgotten(store: Store, community: UUID, turning: UUID) -> None:
    with store.write("back") as session:
        turnings.take_back(session, turning)
    with store.read() as session:
        assert turnings.every(session, community) == ()
