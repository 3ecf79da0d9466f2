"""What a meeting leaves: notes, tasks, minutes, a digest; each step can be taken back."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from cop_desktop.errors import UserError
from cop_desktop.i18n import catalog
from cop_desktop.models.vocabulary import Acted, NoteKind, Presence, Progress
from cop_desktop.services import (
    actions,
    agendas,
    attendance,
    care,
    carried,
    conclusions,
    decisions,
    digest,
    meetings,
    members,
    minutes,
    newcomers,
    notes,
    register,
)
from cop_desktop.services.finding import search_everything
from cop_desktop.store import Change, Store

TODAY = date(2026, 11, 22)


@pytest.fixture
def first(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


@pytest.fixture
def second(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[1].id


@pytest.fixture
def amir(store: Store, first: UUID) -> UUID:
    with store.read() as session:
        return attendance.sheet(session, first)[0].member_id


@pytest.fixture
def told(store: Store, community: UUID, first: UUID, amir: UUID) -> UUID:
    """A first meeting with something of everything; one quote was said in confidence."""
    with store.write("evening") as session:
        round_, case = (block.id for block in agendas.of(session, first))
        notes.add(session, first, {"text": "שלוש רשויות חדשות", "item_id": round_})
        quote = {"text": "אצלנו זה עובד", "kind": "quote", "item_id": case, "said_by_id": amir}
        notes.add(session, first, quote)
        secret = {"text": "ראש העיר עוזב", "kind": "quote", "item_id": case, "confidential": True}
        notes.add(session, first, secret)
        notes.add(session, first, {"text": "מי מממן הסעות?", "kind": "open_issue"})
        decisions.add(session, first, {"text": "נפגשים בחיפה", "item_id": case})
        due = date(2026, 11, 1)
        actions.add(session, community, {"text": "סיכום", "owner_id": amir, "due": due}, first)
        actions.add(session, community, {"text": "איסוף טפסים"}, first)
    return first


def undone(store: Store, changes: list[Change]) -> None:
    store.revert(changes[-1])


@pytest.fixture
def changes(store: Store) -> list[Change]:
    made: list[Change] = []
    store.on_commit.append(made.append)
    return made


def everything(row: Any) -> str:
    """All texts in a frozen row and in the rows it holds."""
    if isinstance(row, str):
        return row
    if isinstance(row, tuple):
        return "\n".join(map(everything, row))
    if is_dataclass(row):
        return "\n".join(everything(getattr(row, one.name)) for one in fields(row))
    return ""


def test_a_note_can_be_changed_deleted_and_taken_back(
    store: Store, first: UUID, changes: list[Change]
) -> None:
    with store.write("note") as session:
        key = notes.add(session, first, {"text": "  שורה\nועוד שורה ", "noted_at": None})
    with store.write("change") as session:
        notes.change(session, key, {"kind": NoteKind.OPEN_ISSUE, "confidential": True})
    with store.write("remove") as session:
        notes.remove(session, key)
    undone(store, changes)
    with store.read() as session:
        (row,) = notes.of(session, first)
    assert (row.text, row.kind, row.confidential) == ("שורה ועוד שורה", "open_issue", True)
    with pytest.raises(UserError, match="needs some words"), store.write("x") as session:
        notes.add(session, first, {"text": " "})


def test_a_task_has_one_owner_and_knows_when_it_was_done(
    store: Store, community: UUID, amir: UUID, changes: list[Change]
) -> None:
    with store.write("task") as session:
        key = actions.add(session, community, {"text": "להזמין אולם", "guest": "יעל, המתנ״ס"})
    with store.read() as session:
        (row,) = actions.every(session, community)
    assert (row.owner, row.owner_id, row.meeting_id) == ("יעל, המתנ״ס", None, None)
    with store.write("amir") as session:
        actions.change(session, key, {"owner_id": amir})
        actions.change(session, key, {"state": "done"}, TODAY)
    with store.read() as session:
        (row,) = actions.every(session, community)
    assert (row.owner, row.guest, row.done_on) == ("אמיר אבו רביעה", "", TODAY)
    undone(store, changes)
    with store.read() as session:
        (row,) = actions.every(session, community)
    assert (row.owner, row.state, row.done_on) == ("יעל, המתנ״ס", Progress.NOT_STARTED, None)
    with store.write("again") as session:
        actions.change(session, key, {"state": "done"}, TODAY)
        actions.change(session, key, {"state": "under_way"}, TODAY)
        assert actions.every(session, community)[0].done_on is None
        actions.remove(session, key)
    undone(store, changes)
    with store.read() as session:
        assert [row.text for row in actions.every(session, community)] == ["להזמין אולם"]


def test_tasks_whose_day_has_passed_need_care(store: Store, community: UUID, told: UUID) -> None:
    with store.read() as session:
        late = actions.overdue(session, community, TODAY)
        found = {it.kind: it for it in care.matters(session, community, TODAY)}
    assert [row.text for row in late] == ["סיכום"]
    assert found["actions_overdue"].id == late[0].id
    assert found["actions_overdue"].urgent
    with store.write("done") as session:
        actions.change(session, late[0].id, {"state": "done"}, TODAY)
        assert actions.overdue(session, community, TODAY) == []
        assert [row.text for row in actions.still_open(session, community)] == ["איסוף טפסים"]


def test_tasks_outlive_their_meeting_and_their_owner(
    store: Store, community: UUID, told: UUID, amir: UUID
) -> None:
    with store.write("remove") as session:
        meetings.remove(session, told)
        members.remove(session, [amir])
    with store.read() as session:
        rows = actions.every(session, community)
    assert [(row.text, row.topic, row.owner) for row in rows] == [
        ("סיכום", "", ""), ("איסוף טפסים", "", "")
    ]  # fmt: skip


def test_minutes_follow_the_agenda_and_keep_what_was_said_in_confidence(
    store: Store, told: UUID
) -> None:
    with store.read() as session:
        it = minutes.of(session, told)
    assert (it.turnout.came, it.turnout.missed, it.turnout.unmarked) == (1, 1, 1)
    assert [line.name for line in it.came] == ["נועה אברהם"]
    assert [line.name for line in it.excused] == ["אמיר אבו רביעה"]
    assert [(part.title, part.leader) for part in it.parts] == [
        ("סבב היכרות", ""), ("מקרה מהשטח", "אמיר אבו רביעה"), ("", "")
    ]  # fmt: skip
    case = it.parts[1]
    assert [row.text for row in case.decisions] == ["נפגשים בחיפה"]
    assert [(row.text, row.said_by) for row in case.quotes] == [("אצלנו זה עובד", "אמיר אבו רביעה")]
    assert [row.text for row in it.open_issues] == ["מי מממן הסעות?"]
    assert it.next
    assert it.next.topic == "ביקור ברהט"
    assert "ראש העיר" not in everything(it)


def test_a_draft_tells_everything_but_confidences(store: Store, told: UUID) -> None:
    with store.read() as session:
        it = minutes.of(session, told)
    text = minutes.draft(it, catalog("en"))
    for words in ("פתיחת שנה", "שלוש רשויות חדשות", "נפגשים בחיפה", "1 November", "מי מממן"):
        assert words in text
    assert "ראש העיר" not in text
    assert text.count("\n\n\n") == 0


def test_a_meeting_without_notes_gives_a_draft_of_one_sentence(store: Store, second: UUID) -> None:
    with store.read() as session:
        it = minutes.of(session, second)
    assert it.parts == ()
    assert minutes.draft(it, catalog("en")).count("\n") == 0


def test_the_digest_names_nobody_who_came(store: Store, told: UUID, second: UUID) -> None:
    with store.write("more") as session:
        text = "נקודות:\n• אחת\nנפגשנו לראשונה. היה חם! דיברנו על הכול.\nעוד."
        meetings.change(session, told, {"summary": text})
        meetings.change(session, second, {"question": "מה עבד?"})
        attendance.mark(
            session, told,
            [attendance.sheet(session, told)[2].member_id], Presence.PRESENT,
        )  # fmt: skip
    with store.read() as session:
        it = digest.of(session, told)
    assert it.lead == ("נפגשנו לראשונה.", "היה חם!")
    assert (it.came, it.listed) == (2, 3)
    assert [row.text for row in it.actions] == ["סיכום"]
    assert [row.text for row in it.waiting] == ["איסוף טפסים"]
    assert it.question == "מה עבד?"
    assert "דנה" not in everything(it)
    assert "ראש העיר" not in everything(it)


def test_newcomers_learn_who_we_are_and_what_was_decided(
    store: Store, community: UUID, told: UUID
) -> None:
    with store.write("drop") as session:
        key = decisions.add(session, told, {"text": "ירד מהפרק"})
        decisions.change(session, key, {"state": "dropped"})
    with store.read() as session:
        it = newcomers.of(session, community, TODAY)
    assert it.community.name == "מנהלי מחלקות חינוך"
    assert len(it.seats) == 7
    assert it.stage == "potential"
    assert [row.topic for row in it.meetings] == ["פתיחת שנה", "ביקור ברהט"]
    assert [told.meeting.topic for told in it.digests] == ["פתיחת שנה"]
    assert [row.text for row in it.decisions] == ["נפגשים בחיפה"]


def test_a_new_community_has_a_pack_as_well(store: Store) -> None:
    from cop_desktop.services import communities

    with store.write("found") as session:
        key = communities.found(session, "קהילה חדשה", 2026)
    with store.read() as session:
        it = newcomers.of(session, key, TODAY)
    assert (it.stage, it.meetings, it.digests, it.decisions) == (None, (), (), ())


def test_what_is_open_is_carried_into_the_next_meeting(
    store: Store, community: UUID, told: UUID, second: UUID, changes: list[Change]
) -> None:
    with store.write("learn") as session:
        key = conclusions.add(session, community, {"text": "יותר זמן לסבב"}, told)
    with store.read() as session:
        assert not carried.into(session, told)
        it = carried.into(session, second)
    assert [row.text for row in it.conclusions] == ["יותר זמן לסבב"]
    assert [row.text for row in it.actions] == ["סיכום", "איסוף טפסים"]
    assert [row.text for row in it.decisions] == ["נפגשים בחיפה"]
    with store.write("acted") as session:
        conclusions.change(session, key, {"acted": Acted.YES, "acted_in_id": second})
    with store.read() as session:
        assert carried.into(session, second).conclusions == ()
        (row,) = conclusions.of(session, told)
    assert (row.topic, row.acted_in) == ("פתיחת שנה", "ביקור ברהט")
    undone(store, changes)
    with store.write("not yet") as session:
        assert conclusions.waiting(session, community)[0].acted_in_id is None
        conclusions.change(session, key, {"acted": "no", "acted_in_id": second})
        assert conclusions.of(session, told)[0].acted_in_id is None


def test_tasks_of_later_meetings_are_not_carried_back(
    store: Store, community: UUID, first: UUID, second: UUID
) -> None:
    with store.write("later") as session:
        actions.add(session, community, {"text": "אחר כך"}, second)
        actions.add(session, community, {"text": "בין המפגשים"})
    with store.read() as session:
        rows = carried.into(session, first).actions
    assert [row.text for row in rows] == ["בין המפגשים"]


def test_a_search_finds_tasks(store: Store, community: UUID, told: UUID) -> None:
    with store.read() as session:
        (found,) = search_everything(session, community, "טפסים")
    assert (found.kind, found.title, found.detail) == ("action", "איסוף טפסים", "פתיחת שנה")


def test_the_register_holds_both_kinds(store: Store, community: UUID, told: UUID) -> None:
    with store.write("later") as session:
        actions.add(session, community, {"text": "בין המפגשים"})
    with store.read() as session:
        rows = register.every(session, community)
    assert [(row.what, row.text) for row in rows] == [
        ("decision", "נפגשים בחיפה"), ("action", "סיכום"), ("action", "איסוף טפסים"),
        ("action", "בין המפגשים"),
    ]  # fmt: skip
    assert [row.text for row in rows if row.late(TODAY)] == ["סיכום"]


def test_notes_keep_the_minute(store: Store, first: UUID) -> None:
    with store.write("note") as session:
        at = datetime(2026, 10, 13, 10, 4, 31)
        notes.add(session, first, {"text": "כאן", "noted_at": at})
    with store.read() as session:
        assert notes.of(session, first)[0].noted_at == datetime(2026, 10, 13, 10, 4)
