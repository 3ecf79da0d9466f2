"""What a leader does on the members' page, with mouse and keyboard, in Hebrew."""

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cop_desktop.models.vocabulary import Consent, Function, Persona
from cop_desktop.services import functions, member_details, members
from cop_desktop.services.member_details import MemberDetail
from cop_desktop.services.members import EVERYBODY, Filter
from cop_desktop.services.roster_import import Action, Choice, MemberDraft, commit
from cop_desktop.store import Store
from cop_desktop.ui.dialogs.import_roster import ImportRoster
from cop_desktop.ui.forms import Form
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.members import MembersPage
from cop_desktop.ui.pages.members.detail import FIELDS
from cop_desktop.ui.widgets import Toast
from tests.statements import statements

from .conftest import TODAY

KEY = Qt.Key


@pytest.fixture
def page(window: MainWindow) -> MembersPage:
    window.open_place("members")
    assert window.shell is not None
    found = window.shell.page
    assert isinstance(found, MembersPage)
    return found


def listed(page: MembersPage) -> list[str]:
    table = page.list.table.table
    rows = [table.row(place) for place in range(len(table.ids))]
    return [row.row.name for row in rows if row is not None]


def choose(page: MembersPage, name: str) -> None:
    page.list.table.choose(page.list.table.table.ids[listed(page).index(name)])


def write(editor: QWidget, text: str) -> None:
    """Letter by letter; the test library itself knows no Hebrew keys."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(editor, key)


def type_into(qtbot: QtBot, form: Form, name: str, text: str) -> None:
    editor = form.editor(name)
    editor.setFocus()
    editor.selectAll()
    write(editor, text)
    qtbot.keyClick(editor, KEY.Key_Return)


def stored(store: Store, community: UUID, name: str) -> MemberDetail:
    with store.read() as session:
        everybody = Filter(text=name, with_former=True)
        key = members.find(session, community, TODAY, everybody)[0]
        return member_details.one(session, UUID(key), TODAY)


def test_typing_narrows_the_list_and_escape_brings_everybody_back(
    qtbot: QtBot, page: MembersPage
) -> None:
    assert listed(page) == ["אמיר אבו רביעה", "נועה אברהם", "דנה לוי"]
    write(page.list.search, "נועה אבר")
    assert listed(page) == ["נועה אברהם"]
    write(page.list.search, "xyz")
    assert page.list.views.currentIndex() == 1
    qtbot.keyClick(page.list.search, KEY.Key_Escape)
    assert len(listed(page)) == 3


def test_the_arrow_down_leads_from_search_to_list_to_detail(
    qtbot: QtBot, page: MembersPage, window: MainWindow
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    page.list.search.setFocus()
    qtbot.keyClick(page.list.search, KEY.Key_Down)
    assert page.list.table.hasFocus()
    qtbot.keyClick(page.list.table, KEY.Key_Down)
    assert page.detail.name.text() == "נועה אברהם"
    qtbot.keyClick(page.list.table, KEY.Key_Return)
    assert page.detail.form.editor("given_name").hasFocus()


def test_a_click_on_the_head_sorts_and_whoever_was_chosen_stays_chosen(
    qtbot: QtBot, page: MembersPage
) -> None:
    choose(page, "נועה אברהם")
    page.list.table.head.sectionClicked.emit(0)
    assert listed(page) == ["דנה לוי", "נועה אברהם", "אמיר אבו רביעה"]
    assert page.detail.name.text() == "נועה אברהם"
    assert page.list.table.chosen_id() == page.detail.item.hex if page.detail.item else False


def test_role_holders_leavers_and_circles_can_be_listed_alone(
    page: MembersPage, store: Store, community: UUID
) -> None:
    page.list.holders.click()
    assert listed(page) == ["אמיר אבו רביעה", "נועה אברהם"]
    page.list.holders.click()
    key = stored(store, community, "לוי").row.id
    with store.write("core") as session:
        members.change(session, [key], {"persona": Persona.CORE})
    next(a for a in page.list.circle.menu().actions() if a.text() == "גרעין מוביל").trigger()
    assert listed(page) == ["דנה לוי"]
    with store.write("leave") as session:
        members.leave(session, [key], TODAY)
    assert listed(page) == []
    page.list.clear_filters()
    page.list.leavers.click()
    assert "דנה לוי" in listed(page)


def test_an_edit_is_saved_on_enter_and_undo_names_it(
    qtbot: QtBot, page: MembersPage, window: MainWindow, store: Store, community: UUID
) -> None:
    choose(page, "נועה אברהם")
    page.detail.tabs.choose(FIELDS)
    type_into(qtbot, page.detail.form, "job_title", "ראש מינהל חינוך")
    assert stored(store, community, "נועה").row.job_title == "ראש מינהל חינוך"
    stack = page.desk.history.stack
    assert "נועה אברהם" in stack.undoText()
    window.undo()
    assert page.detail.form.editor("job_title").text() == "מנהלת אגף"
    window.redo()
    assert page.detail.form.editor("job_title").text() == "ראש מינהל חינוך"


def test_every_field_of_a_member_reaches_the_file(
    qtbot: QtBot, page: MembersPage, store: Store, community: UUID
) -> None:
    choose(page, "דנה לוי")
    page.detail.tabs.choose(FIELDS)
    form = page.detail.form
    typed = {
        "organisation": "עיריית נוף ים", "district": "חוף", "grade": "דרגה 42",
        "in_post_since": "2019", "mobile": "0521234567", "phone": "039999999",
        "email": "dana@example.org", "expertise": "גיל רך", "manager_name": "רות כהן",
        "mentor": "אמיר אבו רביעה", "joined": "1.9.2026",
    }  # fmt: skip
    for name, text in typed.items():
        type_into(qtbot, form, name, text)
        assert not form.field(name).property("wrong"), name
    consent = form.editor("consent")
    consent.setCurrentIndex(consent.findData(Consent.GIVEN))
    consent.activated.emit(consent.currentIndex())
    form.editor("notes").setPlainText("לשוחח לבד")
    form.settle()
    found = stored(store, community, "לוי")
    assert found.row.organisation == "עיריית נוף ים"
    assert (found.district, found.mentor) == ("חוף", "אמיר אבו רביעה")
    assert found.values["in_post_since"] == 2019
    assert found.values["consent"] == Consent.GIVEN
    assert found.values["notes"] == "לשוחח לבד"
    assert found.values["email"] == "dana@example.org"


def test_what_cannot_be_is_said_under_the_field_and_the_typing_stays(
    qtbot: QtBot, page: MembersPage, store: Store, community: UUID
) -> None:
    choose(page, "נועה אברהם")
    page.detail.tabs.choose(FIELDS)
    form = page.detail.form
    for name, text in (
        ("in_post_since", "לפני שנים"),
        ("mentor", "מישהי"),
        ("in_post_since", "12"),
    ):
        type_into(qtbot, form, name, text)
        assert form.field(name).note.words.words(), name
        assert form.editor(name).text() == text
    assert stored(store, community, "נועה").values["in_post_since"] is None
    qtbot.keyClick(form.editor("mentor"), KEY.Key_Escape)
    assert form.editor("mentor").text() == ""


def test_half_a_word_survives_a_reload_and_goes_with_another_member(
    qtbot: QtBot, page: MembersPage, store: Store, community: UUID
) -> None:
    choose(page, "נועה אברהם")
    page.detail.tabs.choose(FIELDS)
    editor = page.detail.form.editor("expertise")
    editor.setFocus()
    write(editor, "גיל")
    key = stored(store, community, "לוי").row.id
    with store.write("elsewhere") as session:
        members.change(session, [key], {"grade": "41"})
    assert editor.text() == "גיל"
    choose(page, "דנה לוי")
    assert editor.text() == ""


def test_a_member_is_added_in_one_line(
    qtbot: QtBot, page: MembersPage, window: MainWindow, store: Store, community: UUID
) -> None:
    page.add_member()
    write(page.adding.edit, "דנה כהן, מנהלת אגף, עיריית נוף ים, 52-1234567")
    assert "עיריית נוף ים" in page.adding.field.note.words.words()
    qtbot.keyClick(page.adding.edit, KEY.Key_Return)
    row = stored(store, community, "דנה כהן").row
    assert (row.given_name, row.family_name) == ("דנה", "כהן")
    assert (row.organisation, row.job_title) == ("עיריית נוף ים", "מנהלת אגף")
    assert row.mobile == "052-1234567"
    assert page.detail.name.text() == "דנה כהן"
    assert page.adding.edit.text() == ""
    window.undo()
    assert "דנה כהן" not in listed(page)


def test_a_line_without_a_name_is_refused_with_advice(qtbot: QtBot, page: MembersPage) -> None:
    page.add_member()
    write(page.adding.edit, "052-1234567")
    qtbot.keyClick(page.adding.edit, KEY.Key_Return)
    assert page.adding.field.has_error
    assert len(listed(page)) == 3


def test_several_members_are_given_the_same_in_one_step(
    qtbot: QtBot, page: MembersPage, window: MainWindow, store: Store, community: UUID
) -> None:
    page.list.table.selectAll()
    assert page.several.isVisible()
    assert page.several.form.editor("organisation").text() == ""
    type_into(qtbot, page.several.form, "organisation", "נוף ים")
    with store.read() as session:
        homes = {row.organisation for row in members.active(session, community, TODAY)}
    assert homes == {"נוף ים"}
    assert len(page.list.table.chosen_ids()) == 3
    assert page.several.form.editor("organisation").text() == "נוף ים"
    window.undo()
    assert stored(store, community, "נועה").row.organisation == "חיפה"


def test_delete_offers_undo_and_undo_brings_back_roles_too(
    qtbot: QtBot, page: MembersPage, window: MainWindow, store: Store, community: UUID
) -> None:
    choose(page, "נועה אברהם")
    qtbot.keyClick(page.list.table, KEY.Key_Delete)
    assert listed(page) == ["אמיר אבו רביעה", "דנה לוי"]
    toast = window.findChild(Toast)
    assert toast is not None
    assert toast.isVisible()
    assert "נועה אברהם" in toast.words.text()
    toast.action.click()
    assert "נועה אברהם" in listed(page)
    assert stored(store, community, "נועה").row.roles


def test_leaving_ends_the_roles_and_can_be_taken_back(
    page: MembersPage, window: MainWindow, store: Store, community: UUID
) -> None:
    choose(page, "נועה אברהם")
    page.detail.leave.click()
    assert "נועה אברהם" not in listed(page)
    found = stored(store, community, "נועה")
    assert (found.row.left, found.row.roles) == (TODAY, ())
    window.undo()
    assert stored(store, community, "נועה").row.roles


def test_a_formal_function_is_given_and_given_up(
    page: MembersPage, store: Store, community: UUID
) -> None:
    choose(page, "נועה אברהם")
    box = page.detail.form.editor("function")
    for value in (Function.LEADER, Function.CONTENT_EXPERT, None):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
        assert stored(store, community, "נועה").row.functions == ((value,) if value else ())
    with store.read() as session:
        assert functions.leader(session, community, TODAY) is None


def test_the_circle_is_suggested_with_its_facts_and_the_leader_decides(
    page: MembersPage, store: Store, community: UUID
) -> None:
    choose(page, "נועה אברהם")
    box = page.circles.choice
    assert box.value() is None
    box.setCurrentIndex(box.findData(Persona.LURKER))
    box.activated.emit(box.currentIndex())
    assert stored(store, community, "נועה").row.persona == Persona.LURKER
    assert page.circles.suggested.words()


def test_copied_rows_are_taken_apart_by_excel(qtbot: QtBot, page: MembersPage) -> None:
    page.list.table.selectAll()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 4
    assert lines[2].split("\t")[:3] == ["נועה אברהם", "חיפה", "מנהלת אגף"]


def test_pasted_rows_open_the_preview_of_an_import(
    qtbot: QtBot, page: MembersPage, window: MainWindow
) -> None:
    QGuiApplication.clipboard().setText("שם מלא\tטלפון\nתמר גל\t52-7654321\n")
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ImportRoster)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.preview is not None)
    preview = dialog.preview
    assert preview is not None
    assert preview.taken == 1


def test_an_empty_page_teaches_the_first_step(
    page: MembersPage, store: Store, community: UUID
) -> None:
    with store.write("empty") as session:
        keys = members.find(session, community, TODAY)
        members.remove(session, [UUID(key) for key in keys])
    assert page.views.currentIndex() == 1
    page.add_member()
    assert page.adding.isVisible()


def test_names_have_the_room_of_columns_that_say_nothing_of_anybody(
    page: MembersPage, store: Store, community: UUID
) -> None:
    head = page.list.table.head
    before = head.sectionSize(0)
    with store.read() as session:
        ids = [UUID(key) for key in members.find(session, community, TODAY, EVERYBODY)]
    with store.write("empty") as session:
        members.change(session, ids, {"job_title": "", "organisation_id": None})
    assert [head.isSectionHidden(column) for column in (0, 1, 2, 3)] == [False, True, True, False]
    assert head.sectionSize(0) > before + 100
    with store.write("one") as session:
        members.change(session, ids[:1], {"job_title": "מנהלת"})
    assert not head.isSectionHidden(2)


def test_five_thousand_rows_are_shown_searched_and_sorted_in_a_few_queries(
    qtbot: QtBot, page: MembersPage, store: Store, community: UUID
) -> None:
    with store.write("many") as session:
        drafts = [
            MemberDraft(row=number, given_name="נוי", family_name=f"משפחה{number:04}")
            for number in range(5000)
        ]
        commit(session, community, [Choice(draft, Action.ADD) for draft in drafts])
    with statements() as queries:
        write(page.list.search, "4999")
    assert listed(page) == ["נוי משפחה4999"]
    assert len(queries) < 4 * 25  # four keys; each reads the keys, a page, a detail
    page.list.search.clear()
    with statements() as queries:
        page.list.table.head.sectionClicked.emit(0)
        page.list.table.viewport().grab()
    assert len(queries) < 40
    assert len(page.list.table.table.ids) == 5003
