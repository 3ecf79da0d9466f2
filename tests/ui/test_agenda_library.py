"""The library beside the agenda, templates, and what is dropped, copied and fitted."""

from datetime import time
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cop_desktop.models.vocabulary import AgendaPart, BlockKind, LibraryKind, Role
from cop_desktop.services import agendas, attachments, meetings
from cop_desktop.services.agendas import Block, ProblemKind
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.pages.meetings import MeetingsPage
from cop_desktop.ui.pages.meetings.agenda_entries import DayHead, Remark, TrackHead
from cop_desktop.ui.pages.meetings.agenda_keys import keys_of
from cop_desktop.ui.pages.meetings.agenda_tab import AgendaTab
from cop_desktop.ui.pages.meetings.numbers_card import NumbersCard
from cop_desktop.ui.pages.meetings.shelf_list import parcel

from .hand import type_in, write_over
from .test_meetings_page import drag, open_side, titles

Key, Held = Qt.Key, Qt.KeyboardModifier
TROIKA, SEMINAR, REGULAR = "block/troika", "meeting/seminar", "meeting/regular"


@pytest.fixture
def second(store: Store, community: UUID) -> UUID:
    """A meeting without an agenda."""
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[1].id


@pytest.fixture
def empty(page: MeetingsPage, second: UUID) -> AgendaTab:
    side = open_side(page, second, 0)
    assert isinstance(side, AgendaTab)
    side.take_focus()
    return side


def block(tab: AgendaTab, title: str) -> Block:
    return next(it for it in tab.blocks if it.title == title)


def drop(tab: AgendaTab, data: QMimeData, at: QPoint) -> None:
    """Something from outside is let go over the list."""
    port = tab.list.viewport()
    action, held = Qt.DropAction.CopyAction, Held.NoModifier
    QApplication.sendEvent(port, QDragEnterEvent(at, action, data, Qt.MouseButton.LeftButton, held))
    event = QDropEvent(at, action, data, Qt.MouseButton.LeftButton, held)
    QApplication.sendEvent(port, event)


# -- the library -------------------------------------------------------------------------


def test_a_block_is_found_and_taken_without_the_mouse(
    agenda: AgendaTab,
    steps: list[str],
) -> None:
    agenda.list.choose([agenda.blocks[0].id])
    type_in(agenda.list, "/")
    assert agenda.shelf.search.hasFocus()
    card = next(it for it in agenda.shelf.cards() if it.key == TROIKA)
    type_in(agenda.shelf.search, card.title)
    QTest.keyClick(agenda.shelf.search, Key.Key_Down)
    assert agenda.shelf.list.hasFocus()
    assert agenda.inspector.pages.currentWidget() is agenda.inspector.card, "its card is read"
    QTest.keyClick(agenda.shelf.list, Key.Key_Return)
    assert titles(agenda)[1] == card.title
    added = agenda.blocks[1]
    assert added.method
    assert added.purpose == card.about
    assert len(steps) == 1
    QTest.keyClick(agenda.shelf.list, Key.Key_Escape)
    assert agenda.list.hasFocus()


def test_a_card_is_dropped_between_blocks(agenda: AgendaTab) -> None:
    below = agenda.list.visualRect(agenda.list.rows.index(1)).topLeft() + QPoint(150, 3)
    drop(agenda, parcel([TROIKA]), below)
    assert [it.title for it in agenda.blocks][0::2] == ["סבב היכרות", "מקרה מהשטח"]
    assert len(agenda.blocks) == 3


def test_what_is_dropped_and_is_no_card_does_nothing(
    agenda: AgendaTab,
    steps: list[str],
) -> None:
    data = parcel([])
    data.setData(data.formats()[0], b"{")
    drop(agenda, data, QPoint(150, 40))
    assert steps == []


def test_the_library_is_narrowed_by_kind_and_time(agenda: AgendaTab) -> None:
    agenda.shelf.refresh()
    agenda.shelf.filter.set(blocks=frozenset({BlockKind.CASE}), minutes=30)
    found = agenda.shelf.cards()
    assert found
    assert all(it.block == BlockKind.CASE and it.least <= 30 for it in found)
    assert agenda.shelf.narrowed.isVisibleTo(agenda.shelf), "what is left out is said"
    agenda.shelf.narrowed.click()
    assert len(agenda.shelf.cards()) > len(found)


def test_a_block_is_kept_and_used_again(
    agenda: AgendaTab,
    store: Store,
    history: History,
) -> None:
    agenda.list.choose([agenda.blocks[1].id])
    agenda.do("keep_block")
    agenda.shelf.filter.set(own=True)
    assert [it.title for it in agenda.shelf.cards()] == ["מקרה מהשטח"]
    agenda.shelf.list.choose([agenda.shelf.cards()[0].key])
    agenda.shelf.take()
    assert titles(agenda).count("מקרה מהשטח") == 2
    agenda.shelf.list.choose([agenda.shelf.cards()[0].key])
    QTest.keyClick(agenda.shelf.list, Key.Key_Delete)
    assert agenda.shelf.cards() == []
    history.undo()
    assert len(agenda.shelf.cards()) == 1


def test_an_empty_agenda_starts_from_a_template(empty: AgendaTab, history: History) -> None:
    assert empty.hint.list.hasFocus()
    assert {it.kind for it in empty.hint.cards()} == {LibraryKind.TEMPLATE}
    empty.hint.list.choose([SEMINAR])
    QTest.keyClick(empty.hint.list, Key.Key_Return)
    picture = empty.list.picture
    assert len(picture.days) == 2
    assert picture.tracks
    assert empty.list.hasFocus()
    heads = [row for row in empty.list.rows.rows if isinstance(row, DayHead)]
    assert [row.number for row in heads] == [0, 1]
    history.undo()
    assert empty.blocks == []
    assert empty.hint.isVisible()


def test_a_meeting_is_kept_and_another_starts_from_it(
    page: MeetingsPage,
    agenda: AgendaTab,
    second: UUID,
) -> None:
    agenda.do("keep_meeting")
    side = open_side(page, second, 0)
    assert isinstance(side, AgendaTab)
    own = side.hint.cards()[0]
    assert own.own, "our own come first"
    side.start_from(own.key)
    assert titles(side) == ["סבב היכרות", "מקרה מהשטח"]


# -- tracks, days, parts -----------------------------------------------------------------


def test_blocks_are_dragged_into_a_track_and_out_again(empty: AgendaTab) -> None:
    empty.start_from(SEMINAR)
    heads = [row for row in empty.list.rows.rows if isinstance(row, TrackHead)]
    frame = empty.list.places.blocks[heads[0].section.parent_id or UUID(int=0)]
    before = empty.list.picture.days[0].blocks
    lead = before[before.index(frame) - 1]
    rows = empty.list.rows
    empty.list.scrollTo(rows.index(rows.places[lead.id]), empty.list.ScrollHint.PositionAtTop)
    head = empty.list.visualRect(rows.index(rows.places[heads[0].id]))
    empty.list.choose([lead.id])
    drag(empty, rows.places[lead.id], QPoint(head.center().x(), head.bottom() + 2))
    moved = empty.list.places.blocks[lead.id]
    assert (moved.parent_id, moved.track) == (frame.id, heads[0].track.number)
    way = Key.Key_Right  # outward, where one reads from the right
    QTest.keyClick(empty.list, way, Held.AltModifier)
    assert empty.list.places.blocks[lead.id].parent_id is None


def test_a_parallel_block_does_not_enter_a_track(
    empty: AgendaTab,
    steps: list[str],
) -> None:
    empty.start_from(SEMINAR)
    steps.clear()
    frame = next(it for it in empty.blocks if it.parallel)
    empty.list.choose([frame.id])
    QTest.keyClick(empty.list, Key.Key_Left, Held.AltModifier)
    assert steps == []


def test_several_blocks_run_side_by_side_and_follow_each_other_again(
    agenda: AgendaTab,
) -> None:
    agenda.list.choose([it.id for it in agenda.blocks])
    type_in(agenda.list, "א")  # T of a Hebrew keyboard
    (frame,) = agenda.list.picture.days[0].blocks
    assert frame.minutes == 40, "the longer of the two"
    assert [len(it.blocks) for it in agenda.list.picture.tracks[frame.id]] == [1, 1]
    agenda.do("dissolve")
    assert titles(agenda) == ["סבב היכרות", "מקרה מהשטח"]


def test_behind_the_end_a_dragged_block_becomes_work_for_after(agenda: AgendaTab) -> None:
    port = agenda.list.viewport()
    last = agenda.list.visualRect(agenda.list.rows.index(1))
    assert port.height() > last.bottom() + 120
    drag(agenda, 0, QPoint(last.center().x(), last.bottom() + 100))
    assert block(agenda, "סבב היכרות").part == AgendaPart.AFTER
    assert block(agenda, "מקרה מהשטח").starts_at.time() == time(9, 30)


def test_the_keys_of_tracks_point_the_way_one_reads() -> None:
    assert keys_of("rtl")["Alt+Left"] == keys_of("ltr")["Alt+Right"] == "inward"
    assert not set(keys_of("any")) & set(keys_of("rtl"))


def test_what_runs_side_by_side_lies_in_lanes_of_the_bar(empty: AgendaTab) -> None:
    empty.start_from(SEMINAR)
    frame = next(it for it in empty.blocks if it.parallel)
    data = empty.time.bars[frame.day].data
    assert data is not None
    (shown,) = [it for it in data.blocks if it.lanes]
    assert shown.key == frame.id
    inner = [it.id for track in empty.list.picture.tracks[frame.id] for it in track.blocks]
    assert [it.key for lane in shown.lanes for it in lane] == inner
    empty.time.part_chosen.emit(inner[0])
    assert empty.list.chosen_ids() == [inner[0]]


def test_work_before_the_meeting_has_no_clock(agenda: AgendaTab) -> None:
    agenda.list.choose([agenda.blocks[0].id])
    QTest.keyClick(agenda.list, Key.Key_Up, Held.AltModifier)
    it = block(agenda, "סבב היכרות")
    assert it.part == AgendaPart.BEFORE
    assert "09:30" not in agenda.list.kind.told(it)
    assert "09:30" not in agenda.inspector.form.block_head.hours.text()
    type_in(agenda.list, "p")
    assert agenda.list.hasFocus(), "what is typed next is no hour"
    assert block(agenda, "מקרה מהשטח").starts_at.time() == time(9, 30)


def test_a_template_begins_at_the_first_block_of_the_meeting_itself(empty: AgendaTab) -> None:
    empty.start_from("meeting/peer_case")
    assert empty.list.picture.before
    assert empty.list.chosen_blocks()[0].timed


def test_a_meeting_taken_back_while_its_numbers_wait_is_no_error(
    agenda: AgendaTab, page: MeetingsPage, first: UUID, qtbot: QtBot
) -> None:
    agenda.list.choose([agenda.blocks[0].id])
    type_in(agenda.list, "+")
    with page.desk.store.write("gone") as session:
        meetings.remove(session, first)
    with qtbot.captureExceptions() as errors:
        qtbot.wait(200)
    assert not errors


def test_a_day_is_given_other_hours_and_taken_away(
    agenda: AgendaTab,
    steps: list[str],
) -> None:
    type_in(agenda.list, "d")
    assert agenda.list.current_id() == ("day", 1)
    QTest.keyClick(agenda.list, Key.Key_F2)
    write_over(agenda.inspector.day.clock, "0800")
    assert agenda.list.picture.days[1].starts_at.time() == time(8)
    assert agenda.list.hasFocus()
    QTest.keyClick(agenda.list, Key.Key_Delete)
    assert len(agenda.list.picture.days) == 1
    assert len(steps) == 3


# -- time --------------------------------------------------------------------------------


def test_a_gap_is_said_and_filled_only_when_asked(
    agenda: AgendaTab,
    steps: list[str],
) -> None:
    agenda.list.choose([agenda.blocks[1].id])
    type_in(agenda.list, "פ")  # P of a Hebrew keyboard
    pin = agenda.inspector.form.pin
    assert pin.hasFocus()
    assert pin.text() == "09:50", "where it stands is proposed"
    write_over(pin, "10:15")
    (row,) = [it for it in agenda.list.rows.rows if isinstance(it, Remark)]
    assert (row.problem.kind, row.problem.minutes) == (ProblemKind.GAP, 25)
    data = agenda.time.bar.data
    assert data is not None
    assert data.gaps == ((20, 45),)
    assert len(steps) == 1
    agenda.list.choose([row.id])
    QTest.keyClick(agenda.list, Key.Key_Return)
    assert [it.minutes for it in agenda.blocks] == [20, 25, 40]
    assert agenda.blocks[1].kind == BlockKind.BUFFER
    assert not agenda.list.picture.problems


def test_a_pin_that_comes_too_early_is_told(agenda: AgendaTab) -> None:
    agenda.list.choose([agenda.blocks[1].id])
    agenda.deeds.change("{title}", {"pinned_at": "09:40"})
    (row,) = [it for it in agenda.list.rows.rows if isinstance(it, Remark)]
    assert row.problem.kind == ProblemKind.OVERLAP
    agenda.list.choose([row.id])
    assert not agenda.inspector.remark.filling.isVisible(), "there is nothing to fill"
    agenda.list.choose([agenda.blocks[1].id])
    type_in(agenda.list, "p")  # let go
    assert agenda.blocks[1].pinned_at is None


def test_fitting_is_looked_at_before_it_is_taken(
    agenda: AgendaTab,
    history: History,
    steps: list[str],
) -> None:
    was = [it.minutes for it in agenda.blocks]
    type_in(agenda.list, "f")
    assert agenda.inspector.pages.currentWidget() is agenda.inspector.fit
    assert agenda.list.picture.days[0].under == 0, "the list shows how it would be"
    assert steps == []
    QTest.keyClick(agenda.inspector.fit.take, Key.Key_Escape)
    assert [it.minutes for it in agenda.blocks] == was
    type_in(agenda.list, "f")
    QTest.keyClick(agenda.inspector.fit.take, Key.Key_Space)
    assert sum(it.minutes for it in agenda.blocks) == agenda.list.picture.invited
    assert len(steps) == 1
    history.undo()
    assert [it.minutes for it in agenda.blocks] == was


def test_minutes_of_several_grow_together_each_from_its_own(
    agenda: AgendaTab,
    steps: list[str],
) -> None:
    agenda.list.selectAll()
    type_in(agenda.list, "+")
    assert [it.minutes for it in agenda.blocks] == [25, 45]
    assert len(steps) == 1


def test_the_numbers_open_beside_those_of_earlier_meetings(agenda: AgendaTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(agenda.time.numbers.isVisible)
    agenda.time.numbers.compare()
    (card,) = agenda.time.findChildren(NumbersCard)
    assert card.told.now.minutes == 60
    card.close()


# -- blocks ------------------------------------------------------------------------------


def test_blocks_travel_to_another_meeting_and_to_other_programs(
    page: MeetingsPage,
    agenda: AgendaTab,
    second: UUID,
    steps: list[str],
) -> None:
    agenda.list.selectAll()
    QTest.keyClick(agenda.list, Key.Key_C, Held.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[0].split("\t")[:3] == [
        "09:30", "20", "סבב היכרות",
    ]  # fmt: skip
    side = open_side(page, second, 0)
    assert isinstance(side, AgendaTab)
    side.take_focus()
    QTest.keyClick(side.hint.list, Key.Key_V, Held.ControlModifier)
    assert [(it.title, it.minutes, it.kind) for it in side.blocks] == [
        (it.title, it.minutes, it.kind) for it in agenda_of(page, side)
    ]
    assert titles(side) == ["סבב היכרות", "מקרה מהשטח"]
    assert len(steps) == 1


def agenda_of(page: MeetingsPage, tab: AgendaTab) -> list[Block]:
    assert tab.row is not None
    with page.desk.store.read() as session:
        return agendas.of(session, tab.row.id)


def test_what_is_cut_can_be_put_elsewhere(agenda: AgendaTab) -> None:
    agenda.list.choose([agenda.blocks[0].id])
    QTest.keyClick(agenda.list, Key.Key_X, Held.ControlModifier)
    assert titles(agenda) == ["מקרה מהשטח"]
    QTest.keyClick(agenda.list, Key.Key_V, Held.ControlModifier)
    assert titles(agenda) == ["מקרה מהשטח", "סבב היכרות"]


def test_roles_of_several_are_set_at_once(agenda: AgendaTab) -> None:
    agenda.list.selectAll()
    agenda.inspector.several.roles.toggle(Role.CRITICAL)
    assert [it.roles for it in agenda.blocks] == [(Role.CRITICAL,)] * 2


def test_a_block_takes_a_link_and_a_file(
    agenda: AgendaTab,
    store: Store,
    tmp_path: Path,
) -> None:
    agenda.list.choose([agenda.blocks[0].id])
    agenda.inspector.form.fold.open()
    field = agenda.inspector.form.attached
    write_over(field.link, "example.org/a")
    paper = tmp_path / "דף.pdf"
    paper.write_bytes(b"%PDF")
    field.add_file(paper)
    assert agenda.row is not None
    with store.read() as session:
        found = attachments.of(session, agenda.row.id)[agenda.blocks[0].id]
    assert {(it.name, it.link) for it in found} == {
        ("דף.pdf", ""), ("https://example.org/a", "https://example.org/a"),
    }  # fmt: skip
    assert agenda.blocks[0].attachments == 2


def test_questions_are_written_one_a_line(agenda: AgendaTab) -> None:
    agenda.list.choose([agenda.blocks[0].id])
    agenda.inspector.form.fold.open()
    editor = agenda.inspector.form.texts["questions"].editor
    editor.setFocus()
    type_in(editor, "מה ראיתם")
    QTest.keyClick(editor, Key.Key_Return)
    type_in(editor, "ומה עוד")
    agenda.list.setFocus()
    assert agenda.blocks[0].question_lines == ("מה ראיתם", "ומה עוד")


def test_the_agenda_is_offered_to_the_search_with_its_keys(
    page: MeetingsPage,
    agenda: AgendaTab,
) -> None:
    words = {it.text(): it for it in page.commands}
    assert words[page.desk.catalog("Fit to the time")].shortcut().toString() == "F"
    page.back_to_year()
    assert len(page.commands) < len(words)


def test_several_of_unlike_length_say_so_and_take_a_common_one(agenda: AgendaTab) -> None:
    agenda.list.selectAll()
    minutes = agenda.inspector.several.minutes
    assert minutes.spin.text() == "–"
    minutes.spin.setFocus()
    minutes.spin.selectAll()
    type_in(minutes.spin, "25")
    QTest.keyClick(minutes.spin, Key.Key_Return)
    assert [it.minutes for it in agenda.blocks] == [25, 25]
