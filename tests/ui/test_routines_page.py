"""Routines as a leader keeps them: one press says that it took place, and nobody is nagged."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cop_desktop.content import shapes
from cop_desktop.content.method import method
from cop_desktop.models.method import RoutineRhythm
from cop_desktop.services import routines
from cop_desktop.services.routines import RoutineRow
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.routines import RoutinesPage
from cop_desktop.ui.pages.routines.lines import RoutineLine
from cop_desktop.ui.widgets import IconTile, Toast
from tests.statements import statements
from tests.ui.conftest import TODAY


@pytest.fixture
def page(window: MainWindow) -> RoutinesPage:
    """The place of routines, still empty."""
    window.open_place("routines")
    found = window.findChild(RoutinesPage)
    assert isinstance(found, RoutinesPage)
    return found


def running(store: Store, community: UUID) -> list[RoutineRow]:
    with store.read() as session:
        return list(routines.every(session, community, TODAY))


def begin(store: Store, community: UUID, ago: int = 30, name: str = "טיפ שבועי") -> UUID:
    values = {"name": name, "rhythm": RoutineRhythm.WEEKLY, "since": TODAY - timedelta(ago)}
    with store.write("add") as session:
        return routines.add(session, community, values, TODAY)


def line(page: RoutinesPage, key: UUID) -> RoutineLine:
    found = page.list.lines[key]
    assert isinstance(found, RoutineLine)
    return found


def test_an_empty_place_leads_to_ready_routines_and_one_press_takes_one_over(
    page: RoutinesPage, store: Store, community: UUID, history: History
) -> None:
    assert page.ours.currentIndex() == 0
    assert page.tabs.parentWidget() is page  # above the cards, as on other pages
    page.tabs.choose(1)
    assert page.ready.isVisible()
    assert not page.list.isVisible()
    assert list(page.ready.cards) == list(shapes.routines())
    page.ready.cards["monthly_talk"].take.click()
    [row] = running(store, community)
    assert (row.ready, row.name) == ("monthly_talk", method("he").routine("monthly_talk").title)
    assert (page.tabs.index, page.item) == (0, row.id)
    assert "monthly_talk" not in page.ready.cards
    assert page.window().focusWidget() is line(page, row.id)
    history.undo()
    assert running(store, community) == []
    assert "monthly_talk" in page.ready.cards


def test_one_press_says_done_today_and_the_toast_takes_it_back(
    page: RoutinesPage, store: Store, community: UUID, window: MainWindow
) -> None:
    key = begin(store, community)
    assert line(page, key).row.late
    line(page, key).action.click()
    [row] = running(store, community)
    assert (row.last, row.late) == (TODAY, 0)
    assert line(page, key).done_today
    toast = window.findChild(Toast)
    assert toast is not None
    toast.acted.emit()
    assert running(store, community)[0].last is None


def test_pressing_again_takes_the_mark_back(
    page: RoutinesPage, store: Store, community: UUID
) -> None:
    key = begin(store, community)
    for marked in (TODAY, None):
        line(page, key).action.click()
        assert running(store, community)[0].last == marked


def test_the_keyboard_walks_opens_and_marks(
    page: RoutinesPage, store: Store, community: UUID, as_seen: Callable[[], None]
) -> None:
    first, second = begin(store, community, 60, "ראשון"), begin(store, community, 40, "שני")
    assert page.item == first  # the one that waits longest
    as_seen()
    page.list.lines[first].setFocus()
    QTest.keyClick(page.list.lines[first], Qt.Key.Key_Down)
    assert page.list.lines[second].hasFocus()
    QTest.keyClick(page.list.lines[second], Qt.Key.Key_Return)
    assert page.item == second
    assert page.panel.heading.words() == "שני"
    page.commands[1].trigger()
    last = {row.id: row.last for row in running(store, community)}
    assert last == {first: None, second: TODAY}
    assert page.item == second


def test_the_keyboard_stays_with_the_routine_it_marked(
    page: RoutinesPage, store: Store, community: UUID, as_seen: Callable[[], None]
) -> None:
    begin(store, community, 60, "ראשון")
    second = begin(store, community, 40, "שני")
    as_seen()
    button = page.list.lines[second].action
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert page.list.lines[second].action is not button
    assert page.list.lines[second].action.hasFocus()


def test_tab_meets_the_lines_before_what_stands_beside_them(
    page: RoutinesPage, store: Store, community: UUID, as_seen: Callable[[], None]
) -> None:
    first = begin(store, community, 60, "ראשון")
    as_seen()
    page.tabs.findChildren(QPushButton)[-1].setFocus()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert page.list.lines[first].hasFocus()


def test_facts_are_saved_when_a_field_is_left(
    page: RoutinesPage, store: Store, community: UUID
) -> None:
    begin(store, community)
    form = page.panel.form
    for name, text in (("name", "קישור השבוע"), ("owner_id", "נועה")):
        editor = form.editor(name)
        editor.clear()
        editor.insert(text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    form.edited.emit("rhythm", RoutineRhythm.MONTHLY)
    [row] = running(store, community)
    assert (row.name, row.owner, row.rhythm) == ("קישור השבוע", "נועה אברהם", "monthly")
    editor = form.editor("name")
    editor.clear()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert form.field("name").has_error  # type: ignore[union-attr]


def test_another_day_is_added_and_a_wrong_one_taken_away(
    page: RoutinesPage, store: Store, community: UUID
) -> None:
    key = begin(store, community)
    page.panel.other_day.changed.emit(date(2026, 11, 10))
    assert running(store, community)[0].last == date(2026, 11, 10)
    page.panel.other_day.changed.emit(TODAY + timedelta(1))
    assert page.panel.other_day.field.has_error
    assert len(running(store, community)[0].times) == 1
    page.panel._undone(date(2026, 11, 10))  # noqa: SLF001 - the cross beside that day
    assert running(store, community)[0].last is None
    assert page.item == key


def test_a_routine_is_let_go_openly_and_can_begin_again(
    page: RoutinesPage, store: Store, community: UUID
) -> None:
    key = begin(store, community, 90)
    page.panel.letting_go.click()
    assert running(store, community) == []
    assert key in page.list.lines  # still to be seen
    page.list.choose(key)
    page.panel.letting_go.click()
    assert [row.late for row in running(store, community)] == [0]


def test_a_routine_of_ones_own_is_named_at_once_and_delete_comes_back(
    page: RoutinesPage, store: Store, community: UUID, history: History
) -> None:
    page.start()
    [row] = running(store, community)
    assert page.item == row.id
    QTest.keyClick(page.list.lines[row.id], Qt.Key.Key_Delete)
    assert running(store, community) == []
    history.undo()
    assert [it.id for it in running(store, community)] == [row.id]


def test_the_line_of_times_says_itself_in_words(
    page: RoutinesPage, store: Store, community: UUID
) -> None:
    key = begin(store, community)
    with store.write("done") as session:
        routines.done(session, key, date(2026, 11, 9), TODAY, "קישור לטופס")
    strip = line(page, key).strip
    strip.grab()
    assert "9" in strip.accessibleDescription()
    assert any("קישור לטופס" in part.words for part in strip.parts)


def test_a_page_of_many_routines_asks_no_more_than_one_of_a_few(
    page: RoutinesPage, store: Store, community: UUID
) -> None:
    asked = []
    for count in (2, 20):
        for n in range(count):
            key = begin(store, community, 30 + n, f"שגרה {n}")
            with store.write("done") as session:
                routines.done(session, key, TODAY - timedelta(n), TODAY)
        with statements() as seen:
            page.refresh()
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 12


@pytest.mark.parametrize("language", ["he", "en"])
def test_in_large_text_the_words_stand_beside_their_icon(
    window: MainWindow, store: Store, community: UUID, language: str
) -> None:
    with store.write("one") as session:
        key = routines.add(session, community, {"name": "טיפ"}, TODAY)
    window.change(language=language, scale=160)
    window.open_place("routines")
    QApplication.processEvents()
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, RoutinesPage)
    row = line(page, key)
    icon = row.findChild(IconTile)
    assert icon is not None
    apart = row.first.geometry().left() - icon.geometry().right()
    if language == "he":
        apart = icon.geometry().left() - row.first.geometry().right()
    assert 0 < apart < row.width() / 10
