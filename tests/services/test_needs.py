"""Needs: noted, answered by topics, no longer felt; and when they were last asked for."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from cop_desktop.errors import UserError
from cop_desktop.models.method import Side
from cop_desktop.models.thread_words import NeedSource, NeedState
from cop_desktop.services import meetings, members, needs, organisations, pauses, stories, topics
from cop_desktop.services.members import Filter
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)


def note(store: Store, community: UUID, text: str, **values: object) -> UUID:
    with store.write("note") as session:
        return needs.add(session, community, {"text": text, **values}, TODAY)


def test_a_need_tells_who_where_and_when(store: Store, community: UUID) -> None:
    with store.read() as session:
        keys = members.find(session, community, TODAY, Filter("נועה"))
        (noa,) = members.rows(session, keys, TODAY)
        meeting = meetings.every(session, community)[0]
        home = next(it for it in organisations.every(session) if it.name == "חיפה")
    note(
        store, community, "  אין\nשפה משותפת ", side="organisation", source="interview",
        member_id=noa.id, organisation_id=home.id, meeting_id=meeting.id, weight="3",
    )  # fmt: skip
    with store.read() as session:
        (row,) = needs.every(session, community)
    assert (row.text, row.who, row.organisation) == ("אין שפה משותפת", "נועה אברהם", "חיפה")
    assert (row.meeting, row.side, row.source) == ("פתיחת שנה", Side.ORGANISATION, "interview")
    assert (row.weight, row.noted_on, row.open) == (3, TODAY, True)


def test_a_need_has_words_and_a_weight_of_one_to_three(store: Store, community: UUID) -> None:
    with pytest.raises(UserError, match="Describe the need"):
        note(store, community, " ")
    with pytest.raises(UserError, match=r"from .*1.* to .*3"):
        note(store, community, "צורך", weight=4)


def test_many_lines_become_many_needs_and_none_is_written_twice(
    store: Store, community: UUID
) -> None:
    note(store, community, "Peer review")
    with store.write("paste") as session:
        lines = ["", "peer review", "זמן לחשוב", " זמן  לחשוב ", "תקציב"]
        added = needs.add_several(session, community, lines, {"source": "survey"}, TODAY)
    with store.read() as session:
        rows = needs.every(session, community)
    assert len(added) == 2
    assert sorted(row.text for row in rows) == ["Peer review", "זמן לחשוב", "תקציב"]


def test_what_no_topic_takes_up_is_unanswered_and_the_heaviest_stands_first(
    store: Store, community: UUID
) -> None:
    light, heavy = (note(store, community, text, weight=n) for text, n in (("קל", 1), ("כבד", 3)))
    gone = note(store, community, "עבר")
    with store.write("close") as session:
        needs.close(session, gone, NeedState.FADED, TODAY)
    with store.read() as session:
        assert [row.id for row in needs.unanswered(session, community)] == [heavy, light]
        assert [row.id for row in needs.every(session, community)] == [heavy, light, gone]
    with store.write("take up") as session:
        topic = topics.propose(session, heavy, TODAY)
        topics.link(session, topic, heavy)  # twice is once
    with store.read() as session:
        assert [row.id for row in needs.unanswered(session, community)] == [light]
        (answering,) = needs.every(session, community)[0].topics
        assert (answering.topic_id, answering.title) == (topic, "כבד")
    with store.write("let go") as session:
        topics.unlink(session, topic, heavy)
        needs.reopen(session, gone)
    with store.read() as session:
        found = {row.id for row in needs.unanswered(session, community)}
    assert found == {heavy, light, gone}


def test_needs_are_mapped_by_asking_and_not_by_overhearing(store: Store, community: UUID) -> None:
    def last() -> date | None:
        with store.read() as session:
            return needs.last_mapped(session, community)

    note(store, community, "נשמע במסדרון", noted_on=date(2026, 11, 20))
    assert last() is None
    note(store, community, "סקר", source=NeedSource.SURVEY, noted_on=date(2026, 9, 3))
    note(store, community, "ראיון", source=NeedSource.INTERVIEW, noted_on=date(2026, 9, 9))
    assert last() == date(2026, 9, 9)
    with store.write("pause") as session:
        pause = pauses.plan(session, community, date(2026, 11, 1))
    assert last() == date(2026, 9, 9)
    with store.write("closed") as session:
        pauses.close(session, pause, "", date(2026, 11, 3))
    assert last() == date(2026, 11, 3)


def test_a_story_is_a_seed_until_somebody_tells_what_changed(store: Store, community: UUID) -> None:
    with store.write("seed") as session:
        old = {"title": "המפה של רהט", "noted_on": date(2026, 9, 1), "happened": "הוצגה מפה"}
        seed = stories.add(session, community, old, TODAY)
        whole = {"title": "ועדה חדשה", **dict.fromkeys(stories.PARTS, "כן")}
        stories.add(session, community, whole, TODAY)
    with store.read() as session:
        (row,) = stories.seeds(session, community)
    assert (row.id, row.told, row.may_leave) == (seed, 1, False)
    with store.write("told") as session:
        stories.change(session, seed, {"changed": "העירייה פתחה מוקד", "may_leave": True})
    with store.read() as session:
        assert not stories.seeds(session, community)
        assert [it.title for it in stories.every(session, community)] == [
            "ועדה חדשה", "המפה של רהט"
        ]  # fmt: skip
    with pytest.raises(UserError, match="needs a title"), store.write("x") as session:
        stories.add(session, community, {"happened": "משהו"}, TODAY)


def test_a_need_noted_on_a_day_to_come_would_hide_that_mapping_is_due(
    store: Store, community: UUID
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    with store.write("need") as session:
        need = needs.add(session, community, {"text": "שפה", "source": "survey"}, TODAY)
    with pytest.raises(UserError, match="has not come yet"), store.write("ahead") as session:
        needs.change(session, need, {"noted_on": tomorrow}, TODAY)
    with store.read() as session:
        assert needs.last_mapped(session, community) == TODAY
