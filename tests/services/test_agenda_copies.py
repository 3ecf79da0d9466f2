"""Blocks on their way to another agenda, another file and other programs."""

import json
from pathlib import Path
from uuid import UUID

import pytest

from cop_desktop.services import agenda_copies, agenda_lines, agendas, attachments, meetings
from cop_desktop.store import Store, create_file
from tests.sample import small_community

from .agendas_built import blocks, built, parallel, row


@pytest.fixture
def meeting(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


@pytest.fixture
def amir(store: Store, meeting: UUID) -> UUID:
    """Who leads the second block of the sample's first meeting."""
    found = blocks(store, meeting)[1].leader_id
    assert found
    return found


FULL = {
    "title": "מקרה", "minutes": 45, "kind": "case", "activity": "problem_solving",
    "depth": "inquiry", "roles": ["critical", "value"], "purpose": "לפתור", "method": "מעגל",
    "materials": "כרטיסים", "questions": "מה?\nאיך?", "outcome": "רשימה", "notes": "בלחש",
    "pinned_at": "17:00", "group_size": 4,
}  # fmt: skip


def copied(store: Store, ids: list[UUID]) -> str:
    with store.read() as session:
        return agenda_copies.to_json(agenda_copies.rows(session, ids))


def paste(store: Store, meeting: UUID, text: str) -> list[UUID]:
    rows = agenda_copies.from_json(text)
    assert rows is not None
    with store.write("paste") as session:
        return agendas.add_several(session, meeting, rows)


def test_a_block_comes_out_of_the_clipboard_as_it_went_in(
    store: Store, meeting: UUID, amir: UUID
) -> None:
    built(store, meeting, {**FULL, "leader_id": amir})
    (model,) = blocks(store, meeting)
    paste(store, meeting, copied(store, [model.id]))
    _model, copy = blocks(store, meeting)
    for name in agendas.FIELDS:
        assert getattr(copy, name) == getattr(model, name), name
    assert copy.leader == "אמיר אבו רביעה"


def test_parallel_work_is_pasted_with_its_tracks_and_attachments(
    store: Store, community: UUID, meeting: UUID
) -> None:
    keys = built(store, meeting, parallel("p", [row("x")], [row("y"), row("z")]))
    with store.write("attach") as session:
        attachments.add_file(session, keys["z"], "cards.pdf", b"%PDF")
    with store.read() as session:
        other = meetings.in_year(session, community, 2026)[1].id
    text = copied(store, [keys["p"], keys["x"]])
    paste(store, other, text)
    assert [it.title for it in blocks(store, other)] == ["p", "x", "y", "z"]
    with store.read() as session:
        (attached,) = attachments.of(session, other).values()
        assert attachments.read(session, attached[0].id) == b"%PDF"


def test_in_another_file_a_leader_remains_by_name(
    store: Store, meeting: UUID, amir: UUID, tmp_path: Path
) -> None:
    text = copied(store, [blocks(store, meeting)[1].id])
    with create_file(tmp_path / "other.cop") as other:
        community = small_community(other)
        with other.read() as session:
            there = meetings.in_year(session, community, 2026)[1].id
        paste(other, there, text)
        (pasted,) = blocks(other, there)
    assert (pasted.leader_id, pasted.guest) == (None, "אמיר אבו רביעה")


@pytest.mark.parametrize(
    "text", ["", "שלום", "[1, 2]", "{}", '{"form": "else"}', "[" * 100_000, "12", "null"]
)
def test_other_texts_are_no_agenda(text: str) -> None:
    assert agenda_copies.from_json(text) is None


def test_odd_values_of_a_clipboard_are_left_out(store: Store, meeting: UUID) -> None:
    odd = [
        {"title": "a", "kind": "opera", "minutes": "many", "roles": 7, "pinned_at": "soon",
         "leader_id": "nobody", "part": "never", "day": -3, "tracks": "two", "colour": "red",
         "copy_of": 12},
        {"title": "  ", "minutes": 5},
        "b",
        {"title": "c", "minutes": 20, "tracks": [{"title": 9, "blocks": [{"title": "d"}, 4]}, 1]},
    ]  # fmt: skip
    paste(store, meeting, json.dumps({"form": agenda_copies.FORM, "blocks": odd}))
    pasted = blocks(store, meeting)[2:]
    assert [(it.title, it.minutes) for it in pasted] == [("a", 30), ("c", 30), ("d", 30)]


def test_other_programs_get_rows_that_can_be_read_back(store: Store, meeting: UUID) -> None:
    text = agenda_copies.to_cells(blocks(store, meeting))
    assert text == "09:30\t20\tסבב היכרות\t\n09:50\t40\tמקרה מהשטח\tאמיר אבו רביעה"
    again = agenda_lines.read(text)
    assert [(it["title"], it["minutes"], it["guest"]) for it in again] == [
        ("סבב היכרות", 20, ""), ("מקרה מהשטח", 40, "אמיר אבו רביעה")
    ]  # fmt: skip


@pytest.mark.parametrize("field", ["part", "day", "tracks", "minutes", "roles", "title"])
@pytest.mark.parametrize("strange", [[], {}, [["a"]], 5, "??", None, True, 1e300])
def test_a_field_of_another_kind_leaves_the_rest_of_a_pasted_block(
    field: str, strange: object
) -> None:
    block = {"title": "סבב", "minutes": 10, field: strange}
    text = json.dumps({"form": agenda_copies.FORM, "blocks": [block]})
    rows = agenda_copies.from_json(text)
    assert rows is not None
    assert len(rows) == 1 or field == "title"
