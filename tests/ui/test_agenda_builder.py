"""A whole seminar built at the keyboard: days, tracks, pins and groups, in a real window."""

from collections.abc import Callable
from contextlib import suppress
from datetime import time
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cop_desktop.models.vocabulary import BlockKind
from cop_desktop.services import agendas, meetings
from cop_desktop.services.agendas import Picture
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.meetings import MeetingsPage
from cop_desktop.ui.pages.meetings.agenda_ahead import moved
from cop_desktop.ui.pages.meetings.agenda_rows import BlockRow
from cop_desktop.ui.pages.meetings.agenda_tab import AgendaTab
from tests.statements import statements

Key, Held = Qt.Key, Qt.KeyboardModifier
KINDS = {kind: Qt.Key(Key.Key_1 + place) for place, kind in enumerate(BlockKind)}


@pytest.fixture
def empty(store: Store, community: UUID) -> UUID:
    """A meeting without an agenda."""
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[1].id


@pytest.fixture
def agenda(window: MainWindow, qtbot: QtBot, empty: UUID) -> AgendaTab:
    """Its agenda, open, with the keyboard where the page puts it."""
    with qtbot.waitActive(window):
        window.activateWindow()
    window.open_place("meetings", empty)
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, MeetingsPage)
    assert page.meeting is not None
    assert isinstance(page.meeting.side, AgendaTab)
    return page.meeting.side


@pytest.fixture
def picture(store: Store, empty: UUID) -> Callable[[], Picture]:
    """What the file holds now."""

    def read() -> Picture:
        with store.read() as session:
            return agendas.picture(session, empty)

    return read


def here() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(here(), key, held)


def write(words: str) -> None:
    """Keys as a Hebrew keyboard sends them."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(here(), QKeyEvent(kind, 0, Held.NoModifier, letter))


def block(title: str, kind: BlockKind | None = None, longer: int = 0) -> None:
    """Enter, a title, Enter; then a kind by its number, and five minutes more or less."""
    press(Key.Key_Insert)
    write(title)
    press(Key.Key_Return)
    if kind:
        press(KINDS[kind])
    for _step in range(abs(longer)):
        write("+" if longer > 0 else "-")


def build_morning() -> None:
    """A guest at a fixed hour, work in groups, a break."""
    block("התכנסות", BlockKind.OPENING, -3)
    block("סבב היכרות", BlockKind.ROUND)
    block("הרצאת אורחת", BlockKind.EXPERT)
    press(Key.Key_P)  # the guest comes at eleven
    write("11:00")
    press(Key.Key_Return)
    block("דיון בקבוצות", BlockKind.DISCUSSION)
    press(Key.Key_G)
    write("4")
    press(Key.Key_Return)
    block("הפסקה", BlockKind.BREAK)


def build_tracks() -> None:
    """Three workshops side by side, and what follows them."""
    block("סדנאות במקביל", BlockKind.PRODUCTS)
    press(Key.Key_T)  # two tracks; the first is chosen
    press(Key.Key_F2)
    write("גיל הרך")
    press(Key.Key_Return)
    for number in range(1, 4):
        block(f"גן {number}", BlockKind.PRODUCTS, -1)
    press(Key.Key_T)  # one more, at the end
    for number in range(1, 4):
        block(f"תיכון {number}", BlockKind.CASE, -4)
    press(Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up)  # the second track is still empty
    for number in range(1, 3):
        block(f"יסודי {number}", BlockKind.CONTENT)
    press(Key.Key_End)
    block("ארוחה", BlockKind.BREAK, 10)
    press(Key.Key_Right, held=Held.AltModifier)  # out of the track
    write("ח")  # means nothing here
    block("שיתוף במליאה", BlockKind.DISCUSSION)
    block("יומן אישי", BlockKind.CONTENT, -2)
    block("סיכום יום", BlockKind.OPENING)


def build_second_day() -> None:
    """A day more, and what is done before and after the meeting."""
    write("ג")  # D of a Hebrew keyboard: one more day
    block("פתיחת בוקר", BlockKind.OPENING)
    for number in range(1, 9):
        block(f"תחנה {number}", BlockKind.CASE)
    block("סיום", BlockKind.OPENING)
    block("משימה לבית", BlockKind.CONTENT)
    press(Key.Key_Down, held=Held.AltModifier)  # behind the end of the last day
    press(Key.Key_Home)
    block("קריאה מקדימה", BlockKind.CONTENT)
    press(*[Key.Key_Up] * 2, held=Held.AltModifier)  # above the beginning of the first


def test_a_seminar_of_two_days_is_built_at_the_keyboard(
    agenda: AgendaTab, picture: Callable[[], Picture], history: History
) -> None:
    before = history.stack.index()
    build_morning()
    build_tracks()
    build_second_day()
    found = picture()
    assert len(found.blocks) == 30
    assert [it.title for it in found.before] == ["קריאה מקדימה"]
    assert [it.title for it in found.after] == ["משימה לבית"]
    first, second = found.days
    assert [it.title for it in first.blocks] == [
        "התכנסות", "סבב היכרות", "הרצאת אורחת", "דיון בקבוצות", "הפסקה", "סדנאות במקביל",
        "ארוחה", "שיתוף במליאה", "יומן אישי", "סיכום יום",
    ]  # fmt: skip
    assert len(second.blocks) == 10
    frame = first.blocks[5]
    told = [(it.title, [block.title for block in it.blocks]) for it in found.tracks[frame.id]]
    assert told == [
        ("גיל הרך", ["גן 1", "גן 2", "גן 3"]),
        ("", ["יסודי 1", "יסודי 2"]),
        ("", ["תיכון 1", "תיכון 2", "תיכון 3"]),
    ]
    assert frame.minutes == 75, "as long as the longest track"
    assert [it.spare for it in found.tracks[frame.id]] == [0, 15, 45]
    guest = first.blocks[2]
    assert guest.pinned_at == time(11)
    assert guest.starts_at.time() == time(11)
    assert [(it.minutes, it.before) for it in found.problems] == [(45, guest.id)]
    assert first.blocks[3].group_size == 4
    assert first.blocks[0].minutes == 15
    assert second.starts_at.date() > first.starts_at.date()
    assert agenda.list.hasFocus()
    while history.stack.index() > before:
        history.undo()
    assert picture().blocks == ()


# -- the order, before the file has it ---------------------------------------------------


@pytest.fixture
def seminar(agenda: AgendaTab) -> AgendaTab:
    """Two days, three workshops side by side, work before and after."""
    agenda.start_from("meeting/seminar")
    return agenda


class TakenBackError(Exception):
    """Nothing of a write is kept."""


@pytest.mark.parametrize("way", ["up", "down", "inward", "outward"])
def test_what_is_shown_at_once_is_what_the_file_then_says(
    seminar: AgendaTab, store: Store, empty: UUID, way: str
) -> None:
    places = seminar.list.places
    spots = {key: getattr(places, way)({key}) for key in places.blocks}
    tried = 0
    for key, spot in spots.items():
        if spot is None:
            continue
        shown = moved(seminar.list.picture, {key}, spot)
        with suppress(TakenBackError), store.write("move") as session:
            agendas.move(session, empty, [key], spot.before, spot.section)
            assert agendas.picture(session, empty) == shown
            tried += 1
            raise TakenBackError
    assert tried


@pytest.mark.parametrize("count", [20, 200])
def test_a_move_asks_the_file_no_more_of_a_long_agenda(
    agenda: AgendaTab, store: Store, empty: UUID, count: int
) -> None:
    fill(store, empty, count)
    agenda.list.choose([agenda.list.blocks[3].id])
    press(Key.Key_Down, held=Held.AltModifier)
    with statements() as seen:
        press(Key.Key_Up, held=Held.AltModifier)
    assert len([it for it in seen if "agenda_item" in it]) <= 16
    assert len(seen) <= 60


def test_of_two_hundred_blocks_only_those_in_sight_are_painted(
    agenda: AgendaTab, store: Store, empty: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, empty, 200)
    agenda.list.choose([agenda.list.blocks[3].id])
    QApplication.processEvents()
    painted: list[UUID] = []
    paint = BlockRow.paint

    def note(self: BlockRow, *words: Any) -> None:
        painted.append(words[1].id)
        paint(self, *words)

    monkeypatch.setattr(BlockRow, "paint", note)
    press(Key.Key_Down, held=Held.AltModifier)
    shown = agenda.list.viewport().height() // agenda.list.sizeHintForRow(0) + 2
    assert 0 < len(set(painted)) <= shown
    assert agenda.list.blocks[3].id in painted, "the block that took its place"


def fill(store: Store, meeting: UUID, count: int) -> None:
    rows = [{"title": f"סעיף {n}", "minutes": 5} for n in range(count)]
    with store.write("סעיפים") as session:
        agendas.add_several(session, meeting, rows)
