"""Roles as a leader uses them: appoint, hand over, end a term, take it back. In Hebrew, by keys."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cop_desktop.models.vocabulary import Function, Role
from cop_desktop.services import functions, members, roles
from cop_desktop.services.roles import Holding
from cop_desktop.store import Store
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.roles import RolesPage
from cop_desktop.ui.widgets import DateField, Field

from .hand import type_in

TODAY = date(2026, 11, 22)


@pytest.fixture
def page(window: MainWindow, as_seen: Callable[[], None]) -> RolesPage:
    window.open_place("roles")
    as_seen()
    assert window.shell is not None
    found = window.shell.page
    assert isinstance(found, RolesPage)
    return found


def holders(store: Store, community: UUID, role: Role) -> list[str]:
    with store.read() as session:
        seats = roles.now(session, community, TODAY).seats
    return [term.name for seat in seats if seat.role == role for term in seat.holders]


def terms(store: Store, community: UUID, role: Role) -> list[Holding]:
    with store.read() as session:
        return [term for term in roles.history(session, community) if term.role == role]


def member_field(page: RolesPage) -> Field:
    found = page.panel.assign.form.field("member")
    assert isinstance(found, Field)
    return found


def write_name(page: RolesPage, qtbot: QtBot, words: str) -> None:
    """Type into the field in front, close the list of names, and press Enter."""
    editor = page.panel.assign.form.editor("member")
    editor.clear()
    type_in(editor, words)
    editor.completer().popup().hide()
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_somebody_is_appointed_with_a_part_of_the_name(
    page: RolesPage, window: MainWindow, store: Store, community: UUID, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.assign_button, Qt.MouseButton.LeftButton)
    assert page.panel.role == Role.COMMUNITY  # the first empty seat
    assert QApplication.focusWidget() is page.panel.assign.form.editor("member")
    write_name(page, qtbot, "דנה")
    assert holders(store, community, Role.COMMUNITY) == ["דנה לוי"]
    assert page.wheel.data is not None
    assert page.wheel.data.seats[1].holders == ("דנה לוי",)


def test_one_step_back_frees_the_seat_again(
    page: RolesPage, window: MainWindow, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.open_role(Role.VALUE)
    write_name(page, qtbot, "דנה לוי")
    assert "דנה לוי" in page.desk.history.stack.undoText()
    page.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert holders(store, community, Role.VALUE) == []
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert holders(store, community, Role.VALUE) == ["דנה לוי"]


def test_whoever_holds_a_role_cannot_take_it_twice_and_hears_why(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.open_role(Role.AGENDA)
    write_name(page, qtbot, "נועה אברהם")
    field = member_field(page)
    assert field.has_error
    told = page.desk.catalog("This member holds the role already. Choose another member or role.")
    assert told in field.note.words.words()
    assert page.panel.assign.form.editor("member").text() == "נועה אברהם"
    assert len(terms(store, community, Role.AGENDA)) == 1


@pytest.mark.parametrize("words", ["משה", "א"])
def test_a_name_of_nobody_or_of_several_is_asked_again(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot, words: str
) -> None:
    page.open_role(Role.VALUE)
    write_name(page, qtbot, words)
    assert member_field(page).has_error
    assert holders(store, community, Role.VALUE) == []


def test_a_role_is_handed_over_in_one_step(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.open_role(Role.AGENDA)
    (noa,) = terms(store, community, Role.AGENDA)
    page.panel.assign.form.editor("instead").set_value(noa.id)
    write_name(page, qtbot, "דנה לוי")
    assert holders(store, community, Role.AGENDA) == ["דנה לוי"]
    assert [term.until for term in terms(store, community, Role.AGENDA)] == [TODAY, None]
    assert list(page.panel.past.rows) == [noa.id]
    page.desk.history.undo()
    assert holders(store, community, Role.AGENDA) == ["נועה אברהם"]


def test_a_term_ends_and_the_seat_waits_for_somebody(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.open_role(Role.CRITICAL)
    (amir,) = page.panel.holders.rows.values()
    QApplication.processEvents()  # seen, before it is clicked
    qtbot.mouseClick(amir.action, Qt.MouseButton.LeftButton)
    assert holders(store, community, Role.CRITICAL) == []
    qtbot.mouseClick(page.waiting.more, Qt.MouseButton.LeftButton)
    assert Role.CRITICAL in page.waiting.rows
    assert page.panel.empty.isVisible()
    page.desk.history.undo()
    assert Role.CRITICAL not in page.waiting.rows


def edit_date(page: RolesPage, qtbot: QtBot, name: str, words: str) -> None:
    editor = page.panel.form.editor(name)
    editor.setFocus()
    editor.selectAll()
    type_in(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_the_first_day_is_edited_and_days_that_cannot_be_are_refused(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    (amir,) = terms(store, community, Role.CRITICAL)
    page.show_item(amir.id)
    edit_date(page, qtbot, "since", "1.10.2026")
    assert terms(store, community, Role.CRITICAL)[0].since == date(2026, 10, 1)
    edit_date(page, qtbot, "since", "31.2.2026")
    since = page.panel.form.field("since")
    assert isinstance(since, DateField)
    assert since.field.has_error
    edit_date(page, qtbot, "until", "1.9.2026")
    told = page.desk.catalog("A term cannot end before it begins. Check the two dates.")
    assert told in page.panel.form.field("until").note.words.words()
    (term,) = terms(store, community, Role.CRITICAL)
    assert (term.since, term.until) == (date(2026, 10, 1), None)


def test_what_is_half_typed_outlives_a_reload(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.open_role(Role.VALUE)
    editor = page.panel.assign.form.editor("member")
    type_in(editor, "דנ")
    with store.write("בינתיים") as session:
        members.add(session, community, {"given_name": "רות"})
    assert editor.text() == "דנ"
    assert page.panel.role == Role.VALUE


def test_a_term_entered_by_mistake_is_deleted_and_can_be_brought_back(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.open_role(Role.CRITICAL)
    (row,) = page.panel.holders.rows.values()
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert terms(store, community, Role.CRITICAL) == []
    page.desk.history.undo()
    assert len(terms(store, community, Role.CRITICAL)) == 1


def test_the_wheel_is_walked_with_the_keyboard(page: RolesPage, qtbot: QtBot) -> None:
    page.wheel.setFocus()
    page.grab()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return):  # onwards, in Hebrew
        qtbot.keyClick(page.wheel, key)
    assert page.panel.role == Role.COMMUNITY
    assert page.panel.isVisible()
    qtbot.keyClick(page.panel.assign.form.editor("member"), Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_the_table_says_who_holds_what(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.turning, Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    first = page.table.table.row(0)
    assert first is not None
    assert (first.role, first.name) == (Role.AGENDA, "נועה אברהם")
    page.table.choose(first.id)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.role == Role.AGENDA


def test_the_leaders_share_is_shown_falling(page: RolesPage, store: Store, community: UUID) -> None:
    with store.write("הובלה") as session:
        rows = members.active(session, community, TODAY)
        noa = next(row for row in rows if row.name == "נועה אברהם")
        functions.appoint(session, noa.id, Function.LEADER, date(2026, 9, 1))
    assert page.spreading.lines.data is not None
    covered, leader = page.spreading.lines.data.series
    assert leader.percents[-1] == "50%"
    assert covered.percents[-1] == "29%"


def test_where_nobody_ever_held_a_role_the_page_teaches_and_begins(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    with store.write("מחיקה") as session:
        for term in roles.history(session, community):
            roles.remove(session, term.id)
    assert page.first_step.isVisible()
    qtbot.mouseClick(page.ties, Qt.MouseButton.LeftButton)  # stakeholders need no role
    assert page.outside.isVisible()
    assert page.ties.isHidden()
    qtbot.keyClick(page.outside.line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.ties
    qtbot.mouseClick(page.first_step, Qt.MouseButton.LeftButton)
    write_name(page, qtbot, "דנה")
    assert holders(store, community, Role.AGENDA) == ["דנה לוי"]


@pytest.mark.parametrize("language", ["he", "en", "ar"])
@pytest.mark.parametrize("scale", [80, 100, 160, 200])
def test_nothing_is_cut_in_any_language_and_size(
    window: MainWindow, language: str, scale: int
) -> None:
    window.change(language=language, scale=scale)
    window.open_place("roles")
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, RolesPage)
    page.open_role(Role.BROKERS)
    for _ in range(4):
        QApplication.processEvents()
    view = page.panel.page.viewport()
    assert page.panel.page.inner.width() <= view.width()
    assert page.rect().contains(page.panel.geometry().translated(page.beside.pos()))
