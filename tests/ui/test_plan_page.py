"""The work plan as a leader makes it on an evening: in Hebrew, by keyboard and mouse."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cop_desktop.models.vocabulary import Progress
from cop_desktop.services import plan
from cop_desktop.services.plan import ItemRow, Plan
from cop_desktop.store import Store
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.plan import PlanPage
from cop_desktop.ui.pages.plan.leaving import save_sheet
from cop_desktop.ui.pages.plan.views import LIST, MONTHS, RISKS
from cop_desktop.ui.widgets import DateField, Field

from .hand import type_in

YEAR = 2026
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow, as_seen: Callable[[], None]) -> PlanPage:
    window.open_place("plan")
    as_seen()
    assert window.shell is not None
    found = window.shell.page
    assert isinstance(found, PlanPage)
    found.views.tabs.choose(LIST)
    return found


@pytest.fixture
def filled(page: PlanPage, store: Store, community: UUID) -> list[UUID]:
    """Two goals; under the first: the small community's activity and two more, under the other one.

    Ids of the four activities.
    """
    with store.write("הכנה") as session:
        first = plan.of_year(session, community, YEAR).goals[0]
        second = plan.add_goal(session, community, YEAR, {"title": "קהילה פעילה"})
        made = [first.items[0].id]
        made += [plan.add_item(session, first.id, {"title": title}) for title in ("ב", "ג")]
        made.append(plan.add_item(session, second, {"title": "ד"}))
    return made


def now(store: Store, community: UUID) -> Plan:
    with store.read() as session:
        return plan.of_year(session, community, YEAR)


def titles(store: Store, community: UUID) -> list[list[str]]:
    return [[item.title for item in goal.items] for goal in now(store, community).goals]


def item(store: Store, community: UUID, key: UUID) -> ItemRow:
    return next(row for row in now(store, community).items if row.id == key)


def write(page: PlanPage, qtbot: QtBot, name: str, words: str) -> None:
    """Over whatever stands in a field of the panel."""
    editor = page.panel.form.editor(name)
    editor.setFocus()
    editor.selectAll()
    type_in(editor, words)
    if editor.completer():
        editor.completer().popup().hide()
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def note_under(page: PlanPage, name: str) -> str:
    field = page.panel.form.field(name)
    assert isinstance(field, Field | DateField)
    return field.note.words.words() if field.note.isVisible() else ""


def refused(page: PlanPage, name: str) -> bool:
    field = page.panel.form.field(name)
    return field.field.has_error if isinstance(field, DateField) else field.has_error


def test_a_goal_and_its_activities_are_written_without_the_mouse(
    page: PlanPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.head.goal.setFocus()
    qtbot.keyClick(page.head.goal, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is page.panel.form.editor("title")
    type_in(page.panel.form.editor("title"), "רצף מגיל לידה")  # the first words are chosen whole
    qtbot.keyClick(page.panel.form.editor("title"), Qt.Key.Key_Return)
    qtbot.keyClick(page.views.outline, Qt.Key.Key_Insert)
    line = page.views.add_line.edit
    assert QApplication.focusWidget() is line
    for words in ("מיפוי נהלים", "סיור"):
        type_in(line, words)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    goals = now(store, community).goals
    assert goals[1].title == "רצף מגיל לידה"
    assert titles(store, community)[1] == ["מיפוי נהלים", "סיור"]
    assert line.hasFocus()


def test_an_activity_gets_dates_someone_in_charge_and_a_product(
    page: PlanPage, store: Store, community: UUID, filled: list[UUID], qtbot: QtBot
) -> None:
    page.choose([filled[1]])
    for name, words in (("starts", "1.12.2026"), ("ends", "15.12.2026"), ("product", "מדריך"),
                        ("owner", "אמיר")):  # fmt: skip
        write(page, qtbot, name, words)
    row = item(store, community, filled[1])
    assert (row.starts, row.ends) == (date(2026, 12, 1), date(2026, 12, 15))
    assert (row.product, row.owner) == ("מדריך", "אמיר אבו רביעה")
    page.views.tabs.choose(MONTHS)
    assert page.views.gantt.data is not None
    assert [bar.title for bar in page.views.gantt.data.goals[0].bars] == ["ב"]


@pytest.mark.parametrize("words", ["31.2.2027", "מתישהו"])
def test_a_day_that_does_not_exist_is_refused_under_its_field(
    page: PlanPage, store: Store, community: UUID, filled: list[UUID], qtbot: QtBot, words: str
) -> None:
    page.choose([filled[1]])
    write(page, qtbot, "starts", words)
    assert refused(page, "starts")
    assert note_under(page, "starts")
    assert page.panel.form.editor("starts").text() == words
    assert item(store, community, filled[1]).starts is None


def test_an_end_before_the_beginning_and_an_empty_title_are_refused_in_words(
    page: PlanPage, store: Store, community: UUID, filled: list[UUID], qtbot: QtBot
) -> None:
    page.choose([filled[1]])
    write(page, qtbot, "starts", "1.12.2026")
    write(page, qtbot, "ends", "1.11.2026")
    told = page.desk.catalog("The activity would end before it begins. Check the two dates.")
    assert note_under(page, "ends") == told
    page.panel.form.editor("title").clear()
    qtbot.keyClick(page.panel.form.editor("title"), Qt.Key.Key_Return)
    assert refused(page, "title")
    row = item(store, community, filled[1])
    assert (row.title, row.ends) == ("ב", None)


def test_a_chosen_festival_is_named_and_the_nearest_free_day_offered(
    page: PlanPage, filled: list[UUID], qtbot: QtBot
) -> None:
    page.choose([filled[1]])
    write(page, qtbot, "starts", "22.4.2027")  # the first day of Passover
    assert "פסח" in note_under(page, "starts")
    assert not refused(page, "starts")


def test_alt_and_arrows_move_an_activity_also_into_the_next_goal(
    page: PlanPage, store: Store, community: UUID, filled: list[UUID], qtbot: QtBot
) -> None:
    page.choose([filled[1]])
    page.views.outline.setFocus()
    qtbot.keyClick(page.views.outline, Qt.Key.Key_Up, ALT)
    assert titles(store, community) == [["ב", "מילון מונחים", "ג"], ["ד"]]
    for _ in range(3):
        qtbot.keyClick(page.views.outline, Qt.Key.Key_Down, ALT)
    assert titles(store, community) == [["מילון מונחים", "ג"], ["ב", "ד"]]
    assert page.views.outline.chosen_ids() == [filled[1]]
    page.desk.history.undo()
    assert titles(store, community) == [["מילון מונחים", "ג", "ב"], ["ד"]]


def test_a_goal_moves_with_all_its_activities(
    page: PlanPage, store: Store, community: UUID, filled: list[UUID], qtbot: QtBot
) -> None:
    page.choose([now(store, community).goals[0].id])
    qtbot.keyClick(page.views.outline, Qt.Key.Key_Down, ALT)
    assert [goal.title for goal in now(store, community).goals] == ["קהילה פעילה", "שפה משותפת"]


def drag(page: PlanPage, start: int, end: int) -> None:
    """With the mouse, from one row of the list to the upper edge of another."""
    view = page.views.outline.viewport()
    rows = page.views.outline.rows
    here = page.views.outline.visualRect(rows.index(start)).center()
    there = page.views.outline.visualRect(rows.index(end))
    goal = QPoint(there.center().x(), there.top() + 2)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kinds = QEvent.Type
    path = [(kinds.MouseButtonPress, here, left, left), (kinds.MouseMove, here, none, left)]
    path += [(kinds.MouseMove, here + QPoint(0, step), none, left) for step in (-12, -24)]
    path += [(kinds.MouseMove, goal, none, left), (kinds.MouseButtonRelease, goal, left, none)]
    for kind, at, button, held in path:
        where, around = QPointF(at), QPointF(view.mapToGlobal(at))
        still = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(view, QMouseEvent(kind, where, around, button, held, still))


def test_an_activity_is_dragged_before_another(
    page: PlanPage, store: Store, community: UUID, filled: list[UUID]
) -> None:
    QApplication.processEvents()
    drag(page, 3, 1)  # rows: goal, מילון מונחים, ב, ג, goal, ד
    assert titles(store, community) == [["ג", "מילון מונחים", "ב"], ["ד"]]
    assert page.views.outline.chosen_ids() == [filled[2]]


def test_several_activities_change_state_at_once_and_one_undo_takes_it_back(
    page: PlanPage, store: Store, community: UUID, filled: list[UUID], qtbot: QtBot
) -> None:
    page.views.outline.setFocus()
    page.choose([filled[1]])
    qtbot.keyClick(page.views.outline, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.views.outline.chosen_ids() == filled[1:3]
    box = page.panel.form.editor("state")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    states = [item(store, community, key).state for key in filled]
    assert states[1:3] == [Progress.DONE, Progress.DONE]
    assert states[3] == Progress.NOT_STARTED
    page.desk.history.undo()
    page.desk.history.undo()  # the list was walked over two states
    assert {item(store, community, key).state for key in filled[1:]} == {Progress.NOT_STARTED}


def test_what_is_deleted_comes_back_with_one_undo(
    page: PlanPage, window: MainWindow, store: Store, community: UUID, filled: list[UUID],
    qtbot: QtBot,
) -> None:  # fmt: skip
    page.choose(filled[:2])
    qtbot.keyClick(page.views.outline, Qt.Key.Key_Delete)
    assert titles(store, community) == [["ג"], ["ד"]]
    page.views.outline.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert titles(store, community) == [["מילון מונחים", "ב", "ג"], ["ד"]]


def test_choice_and_half_typed_words_outlive_a_reload(
    page: PlanPage, store: Store, community: UUID, filled: list[UUID], qtbot: QtBot
) -> None:
    page.choose([filled[1]])
    editor = page.panel.form.editor("product")
    editor.setFocus()
    type_in(editor, "מדר")
    with store.write("בינתיים") as session:
        plan.change_items(session, [filled[0]], {"title": "אחר"})
    assert editor.text() == "מדר"
    assert editor.cursorPosition() == 3
    assert page.views.outline.chosen_ids() == [filled[1]]


def test_what_is_late_is_said_in_a_word(
    page: PlanPage, store: Store, community: UUID, filled: list[UUID]
) -> None:
    with store.write("איחור") as session:
        plan.change_items(session, [filled[1]], {"ends": date(2026, 11, 10)})
    page.choose([filled[1]])
    assert page.panel.late.isVisible()
    assert page.bar.late.isVisible()
    index = page.views.outline.rows.index(2)
    assert page.panel.late.text() in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_last_years_goals_are_taken_over_once(
    page: PlanPage, store: Store, community: UUID, filled: list[UUID], qtbot: QtBot
) -> None:
    page.bar.years.chosen.emit(YEAR + 1)
    assert page.first_step.isVisible()
    qtbot.mouseClick(page.bar.copy, Qt.MouseButton.LeftButton)
    with store.read() as session:
        there = plan.of_year(session, community, YEAR + 1)
    assert [goal.title for goal in there.goals] == ["שפה משותפת", "קהילה פעילה"]
    assert not there.items
    assert not page.bar.copy.isVisible()
    page.desk.history.undo()
    assert page.first_step.isVisible()


def test_a_risk_is_written_with_what_will_be_done_then(
    page: PlanPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.views.tabs.choose(RISKS)
    type_in(page.views.risks.add.edit, "עומס בתחילת שנה")
    qtbot.keyClick(page.views.risks.add.edit, Qt.Key.Key_Return)
    area = page.panel.form.editor("remedy")
    area.setFocus()
    type_in(area, "מפגש קצר מקוון")
    page.views.risks.add.edit.setFocus()
    (risk,) = now(store, community).risks
    assert (risk.text, risk.remedy) == ("עומס בתחילת שנה", "מפגש קצר מקוון")
    qtbot.keyClick(page.views.risks.rows[risk.id], Qt.Key.Key_Delete)
    assert not now(store, community).risks


def test_an_empty_year_teaches_and_begins_with_one_goal(
    page: PlanPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    with store.write("מחיקה") as session:
        plan.remove_goal(session, plan.of_year(session, community, YEAR).goals[0].id)
    assert page.first_step.isVisible()
    qtbot.mouseClick(page.first_step, Qt.MouseButton.LeftButton)
    assert not page.first_step.isVisible()
    assert len(now(store, community).goals) == 1
    assert QApplication.focusWidget() is page.panel.form.editor("title")


def test_the_plan_is_saved_as_a_table_from_right_to_left(
    page: PlanPage, tmp_path: Path, filled: list[UUID]
) -> None:
    save_sheet(page.desk, page.work_year, tmp_path / "plan.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "plan.xlsx").worksheets[0]
    assert sheet.sheet_view.rightToLeft
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == ["מילון מונחים", "ב", "ג", "ד"]


def test_search_opens_an_activity_of_any_year(
    page: PlanPage, store: Store, community: UUID, window: MainWindow
) -> None:
    with store.write("בעבר") as session:
        goal = plan.add_goal(session, community, YEAR - 1, {"title": "אשתקד"})
        old = plan.add_item(session, goal, {"title": "סיור"})
    window.open_place("plan", old)
    assert page.work_year == YEAR - 1
    assert page.panel.isVisible()
    assert page.panel.form.editor("title").text() == "סיור"


@pytest.mark.parametrize("language", ["he", "en", "ar"])
@pytest.mark.parametrize("scale", [80, 100, 160, 200])
def test_nothing_is_cut_in_any_language_and_size(
    window: MainWindow, language: str, scale: int
) -> None:
    window.change(language=language, scale=scale)
    window.open_place("plan")
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, PlanPage)
    QApplication.processEvents()
    page.choose([page.views.outline.rows.rows[1].id])
    for _ in range(4):
        QApplication.processEvents()
    form = page.panel.form
    assert form.width() <= page.panel.width()
    assert page.rect().contains(page.panel.geometry().translated(page.beside.pos()))


def test_where_room_is_short_the_list_stays_until_enter_opens_the_fields(
    page: PlanPage, window: MainWindow, store: Store, community: UUID, filled: list[UUID],
    qtbot: QtBot,
) -> None:  # fmt: skip
    window.resize(760, 700)
    QApplication.processEvents()
    outline, line = page.views.outline, page.views.add_line.edit
    outline.setFocus()
    outline.choose([filled[0]])
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    assert outline.isVisible()
    type_in(line, "סיור")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.isVisible()
    outline.setFocus()
    qtbot.keyClick(outline, Qt.Key.Key_Return)
    assert page.panel.form.editor("title").hasFocus()
    assert not outline.isVisible()
    qtbot.keyClick(page.panel.form.editor("title"), Qt.Key.Key_Escape)
    assert outline.isVisible()
