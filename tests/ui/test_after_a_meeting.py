"""After a meeting, by keyboard: forms from paper, tasks, notes, the summary, the register."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from cop_desktop.models.vocabulary import Acted, Progress
from cop_desktop.services import (
    actions,
    agendas,
    attachments,
    attendance,
    conclusions,
    decisions,
    feedback,
    meetings,
    notes,
)
from cop_desktop.services.feedback import STATEMENTS, Form
from cop_desktop.services.register import Agreed
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.meetings import MeetingsPage
from cop_desktop.ui.pages.meetings.details_tab import DetailsTab
from cop_desktop.ui.pages.meetings.feedback_paste import FeedbackPaste
from cop_desktop.ui.pages.meetings.feedback_tab import FeedbackTab
from cop_desktop.ui.pages.meetings.materials_tab import MaterialsTab
from cop_desktop.ui.pages.meetings.register import RegisterView
from cop_desktop.ui.pages.meetings.summary_tab import SummaryTab

from .hand import type_in, write_over
from .test_meetings_page import (
    DETAILS,
    FEEDBACK,
    MATERIALS,
    SUMMARY,
    open_side,
)

Key = Qt.Key


@pytest.fixture
def forms(store: Store, first: UUID) -> Callable[[], list[Form]]:
    def now() -> list[Form]:
        with store.read() as session:
            return feedback.forms(session, first)

    return now


@pytest.fixture
def tab(page: MeetingsPage, first: UUID) -> FeedbackTab:
    side = open_side(page, first, FEEDBACK)
    assert isinstance(side, FeedbackTab)
    side.take_focus()
    return side


def press(keys: str) -> None:
    """Keys go to whatever has the keyboard, as they would."""
    named = {
        "\n": Key.Key_Return,
        "<": Key.Key_Backspace,
        "^": Key.Key_PageUp,
        "~": Key.Key_Escape,
        "\t": Key.Key_Tab,
    }
    for key in keys:
        at = QApplication.focusWidget()
        assert at is not None
        if key in named:
            QTest.keyClick(at, named[key])
        elif key.isascii():
            QTest.keyClicks(at, key)
        else:
            type_in(at, key)


# -- feedback ------------------------------------------------------------------------------


def test_twelve_forms_are_typed_in_by_keyboard_alone(
    tab: FeedbackTab, forms: Callable[[], list[Form]], history: History
) -> None:
    for n in range(12):
        press(f"5432{1 + n % 5}\n")
    found = forms()
    assert [form.number for form in found] == list(range(1, 13))
    assert found[0].ratings == dict(zip(STATEMENTS, (5, 4, 3, 2, 1), strict=True))
    assert tab.entry.rows.hasFocus()
    assert tab.results.picture.isVisible()
    assert "12" in tab.results.picture.as_text()
    for left in range(11, -1, -1):
        history.stack.undo()
        assert len(forms()) == left


def test_a_form_with_gaps_words_and_a_slip(
    tab: FeedbackTab, forms: Callable[[], list[Form]]
) -> None:
    press("5 0")  # the second left out by space, the third by 0
    press("3<4")  # the fourth mistyped
    press("2<1")  # Backspace in the empty line of the first open answer goes back
    press("רעיון\n")
    (form,) = forms()
    assert form.ratings == {"purpose": 5, "time": 4, "apply": 1}
    assert form.took == "רעיון"
    assert tab.entry.rows.ratings == dict.fromkeys(STATEMENTS)


def test_the_last_form_is_corrected_by_going_back(
    tab: FeedbackTab, forms: Callable[[], list[Form]], history: History
) -> None:
    press("55555\n44444\n")
    press("<")  # nothing is typed yet: the form before opens
    assert tab.entry.editing == forms()[1].id
    press("1\n")
    assert forms()[1].ratings["purpose"] == 1
    assert forms()[1].ratings["apply"] == 4
    assert tab.entry.editing is None
    press("^^")
    assert tab.entry.editing == forms()[0].id
    press("~")
    assert tab.entry.editing is None
    history.stack.undo()
    assert forms()[1].ratings["purpose"] == 4


def test_the_tab_key_goes_to_the_statements_before_the_buttons(tab: FeedbackTab) -> None:
    entry = tab.entry
    entry.rows.setFocus()
    for editor in (*entry.answers.values(), entry.next, entry.paste):
        press("\t")
        assert editor.hasFocus()


def test_an_empty_form_is_passed_over(tab: FeedbackTab, forms: Callable[[], list[Form]]) -> None:
    press("\n\n   \n")
    assert forms() == []


def test_a_form_begun_is_not_lost_with_the_meeting(
    tab: FeedbackTab, page: MeetingsPage, store: Store, community: UUID,
    forms: Callable[[], list[Form]],
) -> None:  # fmt: skip
    press("543")
    with store.read() as session:
        second = meetings.in_year(session, community, 2026)[1].id
    page.open_meeting(second)
    assert [dict(form.ratings) for form in forms()] == [{"purpose": 5, "useful": 4, "voice": 3}]
    assert page.meeting is not None
    assert tab.entry.rows.given == {}
    with store.read() as session:
        assert feedback.forms(session, second) == []


def test_a_deleted_form_comes_back(
    tab: FeedbackTab, forms: Callable[[], list[Form]], history: History
) -> None:
    press("55555\n44444\n^")
    QTest.mouseClick(tab.entry.remove, Qt.MouseButton.LeftButton)
    assert [form.ratings["time"] for form in forms()] == [5]
    assert tab.entry.editing is None
    history.stack.undo()
    assert [form.ratings["time"] for form in forms()] == [5, 4]


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_few_forms_are_a_sentence_not_a_picture(
    tab: FeedbackTab, store: Store, first: UUID, count: int
) -> None:
    fill(store, first, count)
    assert not tab.results.picture.isVisible()
    assert tab.results.few.isVisible() == (count > 0)
    assert tab.results.none.isVisible() == (count == 0)
    assert tab.results.picture.as_text() == ""


def test_forty_forms_are_a_picture_with_words(tab: FeedbackTab, store: Store, first: UUID) -> None:
    fill(store, first, 40)
    told = tab.results.picture.accessibleDescription()
    assert "40" in told
    assert "100%" in told
    assert not tab.results.few.isVisible()


def fill(store: Store, meeting: UUID, count: int) -> None:
    with store.write("forms") as session:
        for _ in range(count):
            feedback.add(session, meeting, dict.fromkeys(STATEMENTS, 5))


def test_pasted_answers_are_looked_at_brought_in_and_known_again(
    tab: FeedbackTab, qtbot: QtBot, forms: Callable[[], list[Form]], history: History
) -> None:
    text = "Timestamp\tשם מלא\tהזמן נוצל היטב\tהצעות\n14/10/2026 9:00\tנועה\tמסכימה\tעוד\n\t\t2\t\n"
    QGuiApplication.clipboard().setText(text)
    dialog = open_paste(tab, qtbot)
    assert len(dialog.taken) == 2
    dialog.bring_in()
    assert [(dict(form.ratings), form.wish) for form in forms()] == [
        ({"time": 4}, "עוד"), ({"time": 2}, "")
    ]  # fmt: skip
    again = open_paste(tab, qtbot)
    assert not again.primary.isEnabled()
    again.reject()
    history.stack.undo()
    assert forms() == []


def test_a_column_is_read_as_a_person_says_and_other_days_stay_out(
    tab: FeedbackTab, qtbot: QtBot, forms: Callable[[], list[Form]]
) -> None:
    text = "תאריך\tשאלה\tאחרת\n14/10/2026\t5\t1\n20/11/2026\t4\t1\n1/1/2026\t4\t1"
    QGuiApplication.clipboard().setText(text)
    dialog = open_paste(tab, qtbot)
    assert dialog.near.isChecked()
    assert len(dialog.taken) == 1
    dialog.choose(1, "useful")
    qtbot.waitUntil(lambda: dialog.fields() == ["when", "useful", ""])
    dialog.bring_in()
    assert [dict(form.ratings) for form in forms()] == [{"useful": 5}]


def open_paste(tab: FeedbackTab, qtbot: QtBot) -> FeedbackPaste:
    QTest.mouseClick(tab.entry.paste, Qt.MouseButton.LeftButton)
    dialog = tab.window().findChildren(FeedbackPaste)[-1]
    QTest.keyClick(dialog, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.draft is not None)
    return dialog


def test_a_conclusion_says_where_it_was_acted_on(
    tab: FeedbackTab, store: Store, community: UUID, first: UUID, history: History
) -> None:
    type_in(tab.new, "הפסקה ארוכה")
    QTest.keyClick(tab.new, Key.Key_Return)
    (line,) = tab.lines.lines.values()
    assert not line.where.isVisible()
    choose(line.acted, Acted.YES)
    assert line.where.isVisible()
    with store.read() as session:
        second = meetings.in_year(session, community, 2026)[1].id
    choose(line.where, second)
    with store.read() as session:
        (row,) = conclusions.of(session, first)
    assert (row.acted, row.acted_in) == (Acted.YES, "ביקור ברהט")
    history.stack.undo()
    history.stack.undo()
    with store.read() as session:
        assert conclusions.of(session, first)[0].acted == Acted.NOT_YET


def choose(box: QWidget, value: object) -> None:
    from cop_desktop.ui.widgets import Choice

    assert isinstance(box, Choice)
    box.set_value(value)
    box.activated.emit(box.currentIndex())


# -- summary, tasks, notes -------------------------------------------------------------------


@pytest.fixture
def summary(page: MeetingsPage, first: UUID) -> SummaryTab:
    side = open_side(page, first, SUMMARY)
    assert isinstance(side, SummaryTab)
    return side


def test_a_task_is_a_members_or_a_guests(
    summary: SummaryTab, store: Store, first: UUID, history: History
) -> None:
    type_in(summary.new_task, "הזמנת אולם")
    QTest.keyClick(summary.new_task, Key.Key_Return)
    (line,) = summary.tasks.lines.values()
    write_over(line.owner, "יעל מהמתנ״ס")
    write_over(line.due, "1.11.2026")
    choose(line.state, Progress.UNDER_WAY)
    with store.read() as session:
        (row,) = actions.of(session, first)
    assert (row.guest, row.owner_id, row.due) == ("יעל מהמתנ״ס", None, date(2026, 11, 1))
    assert line.late.isVisible()
    write_over(line.owner, "דנה לוי")
    choose(line.state, Progress.DONE)
    with store.read() as session:
        (row,) = actions.of(session, first)
    assert (row.owner, row.guest, row.done_on) == ("דנה לוי", "", date(2026, 11, 22))
    assert not line.late.isVisible()
    for _ in range(6):
        history.stack.undo()
    with store.read() as session:
        assert actions.of(session, first) == []


def test_notes_are_written_by_kind_and_locked(
    summary: SummaryTab, store: Store, first: UUID
) -> None:
    choose(summary.note_kind, "quote")
    type_in(summary.new_note, "אצלנו זה עובד")
    QTest.keyClick(summary.new_note, Key.Key_Return)
    (line,) = summary.notes.lines.values()
    write_over(line.who, "נועה אברהם")
    QTest.mouseClick(line.lock, Qt.MouseButton.LeftButton)
    with store.read() as session:
        (row,) = notes.of(session, first)
    assert (row.kind, row.said_by, row.confidential) == ("quote", "נועה אברהם", True)


def test_a_draft_stands_under_what_was_written_and_leaves_out_confidences(
    summary: SummaryTab, store: Store, first: UUID, history: History
) -> None:
    with store.write("notes") as session:
        meetings.change(session, first, {"summary": "מילים שלי."})
        notes.add(session, first, {"text": "בסוד", "confidential": True})
        decisions.add(session, first, {"text": "נפגשים בחיפה"})
    QTest.mouseClick(summary.draft, Qt.MouseButton.LeftButton)
    written = summary.summary.toPlainText()
    assert written.startswith("מילים שלי.")
    assert "נפגשים בחיפה" in written
    assert "בסוד" not in written
    QTest.mouseClick(summary.draft, Qt.MouseButton.LeftButton)
    assert summary.summary.toPlainText() == written
    history.stack.undo()
    assert summary.summary.toPlainText() == "מילים שלי."


# -- the register and what is carried on -----------------------------------------------------


@pytest.fixture
def agreed(store: Store, community: UUID, first: UUID) -> dict[str, UUID]:
    """A decision and three tasks, one of them late, one nobody's, one of no meeting."""
    with store.write("agree") as session:
        noa = members_of(session, first)["נועה אברהם"]
        late = {"text": "סיכום", "owner_id": noa, "due": date(2026, 11, 1)}
        return {
            "decision": decisions.add(session, first, {"text": "נפגשים בחיפה", "owner_id": noa}),
            "late": actions.add(session, community, late, first),
            "nobody": actions.add(session, community, {"text": "איסוף טפסים"}, first),
            "between": actions.add(session, community, {"text": "שיחה", "guest": "יעל"}),
        }


def members_of(session: Session, meeting: UUID) -> dict[str, UUID]:
    return {line.name: line.member_id for line in attendance.sheet(session, meeting)}


@pytest.fixture
def book(page: MeetingsPage, agreed: dict[str, UUID]) -> RegisterView:
    page.show_register()
    assert page.register is not None
    return page.register


def texts(book: RegisterView) -> list[str]:
    return [book.rows[key].text for key in book.table.table.ids]


def test_the_register_is_narrowed_sorted_and_searched(book: RegisterView) -> None:
    assert texts(book)[0] == "סיכום"  # what is due first
    assert len(texts(book)) == 4
    QTest.mouseClick(book.wanted.chips["late"], Qt.MouseButton.LeftButton)
    assert texts(book) == ["סיכום"]
    QTest.mouseClick(book.wanted.chips["open"], Qt.MouseButton.LeftButton)
    choose(book.wanted.owner, "נועה אברהם")
    assert set(texts(book)) == {"סיכום", "נפגשים בחיפה"}
    choose(book.wanted.owner, "")
    assert texts(book) == ["איסוף טפסים"]
    choose(book.wanted.owner, None)
    choose(book.wanted.what, Agreed.DECISION)
    assert texts(book) == ["נפגשים בחיפה"]
    choose(book.wanted.what, None)
    type_in(book.wanted.search, "יעל")
    assert texts(book) == ["שיחה"]
    book.wanted.search.clear()
    book.table.sort_asked.emit("text", False)
    assert texts(book) == ["איסוף טפסים", "נפגשים בחיפה", "סיכום", "שיחה"]


def test_a_state_is_changed_in_the_register_by_keyboard_and_taken_back(
    book: RegisterView, store: Store, community: UUID, agreed: dict[str, UUID], history: History
) -> None:
    book.table.choose(agreed["late"])
    book.table.setFocus()
    QTest.keyClick(book.table, Key.Key_Space)
    menu = book.findChildren(QMenu)[-1]
    assert len(menu.actions()) == len(Progress)
    menu.actions()[list(Progress).index(Progress.DONE)].trigger()
    assert "סיכום" not in texts(book)
    with store.read() as session:
        assert actions.overdue(session, community, date(2026, 11, 22)) == []
    history.stack.undo()
    assert "סיכום" in texts(book)


def test_the_register_is_copied_to_excel(book: RegisterView) -> None:
    book.copy_all()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 5
    assert lines[1].startswith("סיכום\t")
    assert "נועה אברהם" in lines[1]


def test_deleting_in_the_register_is_taken_back(
    book: RegisterView, agreed: dict[str, UUID], history: History
) -> None:
    book.table.choose(agreed["decision"])
    book.table.setFocus()
    QTest.keyClick(book.table, Key.Key_Delete)
    assert "נפגשים בחיפה" not in texts(book)
    history.stack.undo()
    assert "נפגשים בחיפה" in texts(book)


def test_enter_opens_the_meeting_and_the_way_back_is_the_register(
    book: RegisterView, page: MeetingsPage, first: UUID, agreed: dict[str, UUID]
) -> None:
    book.table.choose(agreed["late"])
    QTest.keyClick(book.table, Key.Key_Return)
    assert page.item == first
    assert not page.tabs.isVisible()
    page.back_to_year()
    assert page.stack.currentWidget() is book
    page.tabs.choose(0)
    assert page.stack.currentWidget() is page.year


def test_the_register_is_reached_from_everywhere(
    window: MainWindow, page: MeetingsPage, agreed: dict[str, UUID]
) -> None:
    window.open_place("home")
    window.run("register")
    assert page.register is not None
    assert page.register.isVisible()
    window.open_place("home")
    window.open_place("meetings", agreed["between"])
    assert page.register.table.chosen_id() == agreed["between"]


def test_what_is_open_stands_beside_the_plan_of_the_next_meeting(
    page: MeetingsPage, store: Store, community: UUID, first: UUID, agreed: dict[str, UUID],
    history: History,
) -> None:  # fmt: skip
    with store.write("learn") as session:
        learnt = conclusions.add(session, community, {"text": "הפסקה ארוכה"}, first)
        plan = {"topic": "ביקור בעכו", "starts_at": datetime(2026, 12, 2, 9, 30)}
        coming = meetings.schedule(session, community, plan)
    side = open_side(page, coming, DETAILS)
    assert isinstance(side, DetailsTab)
    card = side.carried
    assert card.isVisible()
    assert set(card.buttons) == {learnt, agreed["late"], agreed["nobody"], agreed["between"]}
    QTest.mouseClick(card.buttons[learnt], Qt.MouseButton.LeftButton)
    QTest.mouseClick(card.buttons[agreed["late"]], Qt.MouseButton.LeftButton)
    with store.read() as session:
        assert conclusions.of(session, first)[0].acted_in == "ביקור בעכו"
    assert set(card.buttons) == {agreed["nobody"], agreed["between"]}
    history.stack.undo()
    history.stack.undo()
    assert len(card.buttons) == 4
    open_side(page, first, DETAILS)  # its day has passed
    assert not card.isVisible()


# -- materials -------------------------------------------------------------------------------


def test_links_and_files_are_kept_with_their_blocks(
    page: MeetingsPage, store: Store, first: UUID, tmp_path: Path, history: History
) -> None:
    with store.write("bring") as session:
        key = agendas.of(session, first)[1].id
        agendas.change(session, [key], {"materials": "טושים"})
    side = open_side(page, first, MATERIALS)
    assert isinstance(side, MaterialsTab)
    assert side.bring.isVisible()
    choose(side.block, key)
    type_in(side.link, "nonsense")
    QTest.keyClick(side.link, Key.Key_Return)
    assert side.field.has_error
    side.link.clear()
    type_in(side.link, "https://example.org/a")
    QTest.keyClick(side.link, Key.Key_Return)
    assert not side.field.has_error
    paper = tmp_path / "דף עבודה.docx"
    paper.write_bytes(b"words")
    side.add_files([paper])
    with store.read() as session:
        kept = attachments.of(session, first)[key]
        assert attachments.read(session, next(it.id for it in kept if it.size)) == b"words"
    assert {row.name for row in kept} == {"https://example.org/a", "דף עבודה.docx"}
    assert set(side.rows) == {row.id for row in kept}
    side.remove(kept[0])
    assert len(side.rows) == 1
    history.stack.undo()
    assert len(side.rows) == 2
