"""Meetings as a person plans them: typed, dragged, marked by keyboard, taken back; in Hebrew."""

from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from cop_desktop.models.vocabulary import MeetingState, Presence, Progress, Reply
from cop_desktop.services import agendas, attendance, decisions, meetings
from cop_desktop.services.gaps import Gap
from cop_desktop.store import Store
from cop_desktop.ui.dialogs.paper import PaperDialog
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.meetings import MeetingsPage
from cop_desktop.ui.pages.meetings.agenda_tab import AgendaTab
from cop_desktop.ui.pages.meetings.attendance_tab import AttendanceTab
from cop_desktop.ui.pages.meetings.details_tab import DetailsTab
from cop_desktop.ui.pages.meetings.summary_tab import SummaryTab

from .hand import type_in, write_over

AGENDA, ATTENDANCE, SUMMARY, FEEDBACK, MATERIALS, DETAILS = range(6)


def open_side(page: MeetingsPage, meeting: UUID, index: int) -> QWidget:
    page.open_meeting(meeting)
    assert page.meeting is not None
    page.meeting.open_side(index)
    return page.meeting.side


def titles(agenda: AgendaTab) -> list[str]:
    return [block.title for block in agenda.list.blocks]


def clocks(agenda: AgendaTab) -> list[str]:
    return [f"{block.starts_at:%H:%M}" for block in agenda.list.blocks]


def fill(store: Store, meeting: UUID, count: int) -> None:
    rows = [{"title": f"סעיף {n}", "minutes": 5} for n in range(count)]
    with store.write("סעיפים") as session:
        agendas.remove(session, meeting, [block.id for block in agendas.of(session, meeting)])
        agendas.add_several(session, meeting, rows)


def drag(agenda: AgendaTab, row: int, to: QPoint) -> None:
    """Press on a row's handle, move in small steps, let go."""
    view, port = agenda.list, agenda.list.viewport()
    start = view.visualRect(view.rows.index(row)).center()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.2, 0.6, 1.0):
        at = start + (to - start) * share
        move = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(at), QPointF(port.mapToGlobal(at)),
            Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(port, move)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=to)


# -- the year ----------------------------------------------------------------------------


def test_a_typed_holiday_is_named_and_the_nearest_free_day_taken(
    page: MeetingsPage, store: Store, community: UUID, steps: list[str]
) -> None:
    QTest.mouseClick(page.year.new, Qt.MouseButton.LeftButton)
    form = page.year.form
    assert form.topic_edit.hasFocus()
    type_in(form.topic_edit, "רצף מגיל לידה")
    write_over(form.day.field.edit, "22.4.2027")
    assert "פסח" in form.day.field.note.words.words()
    assert "ט״ו בניסן" in form.day.field.note.words.words()
    assert form.day.later.isVisible()
    QTest.mouseClick(form.day.later, Qt.MouseButton.LeftButton)
    write_over(form.clock_edit, "1700")
    QTest.mouseClick(form.done, Qt.MouseButton.LeftButton)
    with store.read() as session:
        row = meetings.in_year(session, community, 2026)[-1]
    assert row.topic == "רצף מגיל לידה"
    assert row.starts_at.time().hour == 17
    assert row.starts_at.date() not in {date(2027, 4, day) for day in range(21, 29)}
    assert page.item == row.id, "the new meeting opens"
    assert len(steps) == 1
    assert "רצף מגיל לידה" in steps[0]


def test_what_is_missing_is_said_under_its_field(page: MeetingsPage, steps: list[str]) -> None:
    page.year.start_new()
    form = page.year.form
    write_over(form.day.field.edit, "31.2.2027")
    write_over(form.clock_edit, "25:00")
    QTest.mouseClick(form.done, Qt.MouseButton.LeftButton)
    assert form.topic.has_error
    assert form.clock.has_error
    assert form.day.field.field.has_error
    assert steps == []
    QTest.keyClick(form.topic_edit, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_years_follow_each_other_and_a_long_gap_is_seen(
    page: MeetingsPage, store: Store, community: UUID
) -> None:
    with store.write("מפגש") as session:
        values = {"topic": "סיכום", "starts_at": datetime(2027, 5, 2, 9)}
        meetings.schedule(session, community, values)
    assert "תשפ״ז" in page.year.name.text()
    gaps = [entry for entry in page.year.list.rows.rows if isinstance(entry, Gap)]
    assert [gap.days for gap in gaps] == [166]
    QTest.mouseClick(page.year.after, Qt.MouseButton.LeftButton)
    assert "תשפ״ח" in page.year.name.text()
    assert page.year.pages.currentWidget() is page.year.empty, "an empty year teaches"
    QTest.mouseClick(page.year.before, Qt.MouseButton.LeftButton)
    assert page.year.list.rows.rowCount() == 4


def test_a_meeting_opens_by_keyboard_and_the_year_remembers_it(page: MeetingsPage) -> None:
    rows = page.year.list
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    chosen = rows.current_id()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert page.item == chosen is not None
    assert page.meeting is not None
    QTest.mouseClick(page.meeting.back, Qt.MouseButton.LeftButton)
    assert page.item is None
    assert rows.current_id() == chosen


# -- the agenda --------------------------------------------------------------------------


def test_an_agenda_is_built_by_keyboard_alone(
    agenda: AgendaTab, store: Store, first: UUID, steps: list[str]
) -> None:
    rows = agenda.list
    QTest.keyClick(rows, Qt.Key.Key_End)
    QTest.keyClick(rows, Qt.Key.Key_Insert)
    title = agenda.inspector.form.title_edit
    assert title.hasFocus()
    type_in(title, "מה לוקחים")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert titles(agenda) == ["סבב היכרות", "מקרה מהשטח", "מה לוקחים"]
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(agenda) == ["סבב היכרות", "מה לוקחים", "מקרה מהשטח"]
    assert clocks(agenda) == ["09:30", "09:50", "10:20"]
    QTest.keyClick(rows, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert titles(agenda).count("מה לוקחים") == 2
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert titles(agenda).count("מה לוקחים") == 1
    assert len(steps) == 5


def test_blocks_are_dragged_and_the_drag_can_be_taken_back(
    agenda: AgendaTab, history: History, store: Store, first: UUID, steps: list[str]
) -> None:
    fill(store, first, 5)
    steps.clear()
    top = agenda.list.visualRect(agenda.list.rows.index(1)).topLeft() + QPoint(200, 4)
    drag(agenda, 3, top)
    assert titles(agenda) == ["סעיף 0", "סעיף 3", "סעיף 1", "סעיף 2", "סעיף 4"]
    assert len(steps) == 1
    assert "סעיף 3" in steps[0]
    assert agenda.list.chosen_ids() == [agenda.list.blocks[1].id], "what was dragged stays chosen"
    history.undo()
    assert titles(agenda) == [f"סעיף {n}" for n in range(5)]
    history.redo()
    assert titles(agenda)[1] == "סעיף 3"


def test_a_drag_that_ends_where_it_began_writes_nothing(
    agenda: AgendaTab, store: Store, first: UUID, steps: list[str]
) -> None:
    fill(store, first, 4)
    steps.clear()
    box = agenda.list.visualRect(agenda.list.rows.index(1))
    drag(agenda, 1, box.center() + QPoint(0, 14))
    assert titles(agenda) == [f"סעיף {n}" for n in range(4)]
    assert steps == []


def test_several_blocks_move_together_in_one_step(
    agenda: AgendaTab, store: Store, first: UUID, steps: list[str]
) -> None:
    fill(store, first, 200)
    steps.clear()
    rows = agenda.list
    rows.choose([rows.blocks[0].id])
    QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(rows.chosen_ids()) == 2
    agenda.move_blocks(rows.chosen_ids(), None)
    assert titles(agenda)[-2:] == ["סעיף 0", "סעיף 1"]
    assert len(titles(agenda)) == 200
    assert len(steps) == 1, "two hundred places, one step"
    assert len(rows.chosen_ids()) == 2
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert len(titles(agenda)) == 198


def test_what_runs_over_is_said_in_words(agenda: AgendaTab) -> None:
    agenda.list.choose([agenda.list.blocks[1].id])
    spin = agenda.inspector.form.minutes.spin
    spin.setFocus()
    spin.selectAll()
    type_in(spin, "175")
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert agenda.list.blocks[1].minutes == 175
    assert "15" in agenda.time.balance.text()
    assert agenda.desk.look.theme.amber in agenda.time.balance.styleSheet()
    data = agenda.time.bar.data
    assert data is not None
    assert data.planned - data.invited == 15


def test_lines_of_a_message_become_blocks_in_one_step(
    agenda: AgendaTab, history: History, steps: list[str]
) -> None:
    QGuiApplication.clipboard().setText("16:30 פתיחה\n16:45 סבב אישי\n17:05 הפסקה")
    agenda.list.choose([agenda.list.blocks[-1].id])
    QTest.keyClick(agenda.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert titles(agenda)[2:] == ["פתיחה", "סבב אישי", "הפסקה"]
    assert [block.minutes for block in agenda.list.blocks][2:] == [15, 20, 10]
    assert len(steps) == 1
    history.undo()
    assert len(titles(agenda)) == 2


def test_the_leader_is_a_member_or_a_guest(agenda: AgendaTab) -> None:
    agenda.list.choose([agenda.list.blocks[0].id])
    write_over(agenda.inspector.form.leader, "דנה לוי")
    block = agenda.list.blocks[0]
    assert (block.leader, block.guest) == ("דנה לוי", "")
    assert block.leader_id is not None
    write_over(agenda.inspector.form.leader, "פרופ׳ אורחת")
    block = agenda.list.blocks[0]
    assert (block.leader_id, block.leader) == (None, "פרופ׳ אורחת")


def test_an_empty_title_is_refused_under_the_field(agenda: AgendaTab, steps: list[str]) -> None:
    agenda.list.choose([agenda.list.blocks[0].id])
    title = agenda.inspector.form.title_edit
    write_over(title, " ")
    assert agenda.inspector.form.kept[0].field.has_error
    assert steps == []
    agenda.list.choose([agenda.list.blocks[1].id])
    assert title.text() == "מקרה מהשטח"
    assert not agenda.inspector.form.kept[0].field.has_error


def test_typing_is_saved_after_a_pause_and_the_caret_stays(
    agenda: AgendaTab, qtbot: QtBot, steps: list[str]
) -> None:
    title = agenda.inspector.form.title_edit
    title.setFocus()
    title.setCursorPosition(3)
    type_in(title, " קצר ")
    place = title.cursorPosition()
    qtbot.waitUntil(lambda: len(steps) == 1, timeout=3000)
    assert title.text() == "סבב קצר  היכרות"
    assert title.cursorPosition() == place
    assert titles(agenda)[0] == "סבב קצר היכרות"


def test_choosing_in_the_bar_chooses_in_the_list(agenda: AgendaTab) -> None:
    key = agenda.list.blocks[1].id
    agenda.time.bar.part_chosen.emit(key)
    assert agenda.list.chosen_ids() == [key]
    assert agenda.inspector.form.title_edit.text() == "מקרה מהשטח"


def test_an_earlier_agenda_is_copied(
    page: MeetingsPage, store: Store, community: UUID, first: UUID, steps: list[str]
) -> None:
    with store.read() as session:
        source, target = meetings.in_year(session, community, 2026)
    side = open_side(page, target.id, AGENDA)
    assert isinstance(side, AgendaTab)
    side.copy_from(source)
    assert titles(side) == ["סבב היכרות", "מקרה מהשטח"]
    assert "פתיחת שנה" in steps[0]


# -- attendance --------------------------------------------------------------------------


def test_attendance_is_marked_by_keyboard_and_taken_back(
    page: MeetingsPage, store: Store, history: History, community: UUID
) -> None:
    with store.read() as session:
        second = meetings.in_year(session, community, 2026)[1].id
    side = open_side(page, second, ATTENDANCE)
    assert isinstance(side, AttendanceTab)
    side.search.setFocus()
    QTest.keyClick(side.search, Qt.Key.Key_Down)
    QTest.keyClick(side.list, Qt.Key.Key_Space)
    QTest.keyClick(side.list, Qt.Key.Key_Down)
    type_in(side.list, "א")
    QTest.keyClick(side.list, Qt.Key.Key_Down)
    QTest.keyClick(side.list, Qt.Key.Key_Left)
    QTest.keyClick(side.list, Qt.Key.Key_Left)
    type_in(side.list, "ל")

    def marks() -> list[Presence | None]:
        with store.read() as session:
            return [place.presence for place in attendance.sheet(session, second)]

    assert marks() == [Presence.PRESENT, Presence.LATE, Presence.LATE]
    with store.read() as session:
        assert attendance.sheet(session, second)[2].reply is Reply.NOT_COMING
        assert meetings.one(session, second).state is MeetingState.HELD
    for _step in range(5):
        history.undo()
    assert marks() == [None, None, None]


def test_all_present_then_the_exception_by_mouse(
    page: MeetingsPage, store: Store, community: UUID, steps: list[str]
) -> None:
    with store.read() as session:
        second = meetings.in_year(session, community, 2026)[1].id
    side = open_side(page, second, ATTENDANCE)
    assert isinstance(side, AttendanceTab)
    QTest.mouseClick(side.all, Qt.MouseButton.LeftButton)
    assert len(steps) == 1
    view = side.list
    box = view.visualRect(view.rows.index(1))
    signs, *_rest = view.kind.signs(box.toRectF())
    absent = next(cell for cell, mark in signs if mark[1] is Presence.ABSENT)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=absent.center().toPoint())
    with store.read() as session:
        found = [place.presence for place in attendance.sheet(session, second)]
    assert found.count(Presence.PRESENT) == 2
    assert found[1] is Presence.ABSENT


def test_people_are_found_by_name(page: MeetingsPage, first: UUID) -> None:
    side = open_side(page, first, ATTENDANCE)
    assert isinstance(side, AttendanceTab)
    type_in(side.search, "אמיר")
    assert [place.name for place in side.list.rows.rows] == ["אמיר אבו רביעה"]


# -- summary, decisions, details ---------------------------------------------------------


def test_decisions_are_written_line_by_line_and_the_next_meeting_begins_with_them(
    page: MeetingsPage, store: Store, community: UUID, first: UUID
) -> None:
    side = open_side(page, first, SUMMARY)
    assert isinstance(side, SummaryTab)
    for words in ("טופס מעבר אחד", "פגישה עם הפיקוח"):
        type_in(side.new, words)
        QTest.keyClick(side.new, Qt.Key.Key_Return)
    assert side.new.hasFocus() or side.new.text() == ""
    line = next(iter(side.lines.lines.values()))
    write_over(line.owner, "דנה לוי")
    write_over(line.due, "1.12.2026")
    with store.read() as session:
        rows = decisions.of(session, first)
        second = meetings.in_year(session, community, 2026)[1].id
    assert [row.text for row in rows] == ["טופס מעבר אחד", "פגישה עם הפיקוח"]
    assert (rows[0].owner, rows[0].due) == ("דנה לוי", date(2026, 12, 1))
    side = open_side(page, second, SUMMARY)
    assert isinstance(side, SummaryTab)
    earlier = next(iter(side.earlier.lines.values()))
    assert earlier.text.text() == "טופס מעבר אחד"
    earlier.state.setCurrentIndex(earlier.state.findData(Progress.DONE))
    earlier.state.activated.emit(earlier.state.currentIndex())
    with store.read() as session:
        assert decisions.of(session, first)[0].state is Progress.DONE


def test_the_summary_is_saved_on_leaving_the_field(
    page: MeetingsPage, store: Store, first: UUID, steps: list[str]
) -> None:
    side = open_side(page, first, SUMMARY)
    assert isinstance(side, SummaryTab)
    side.summary.setFocus()
    type_in(side.summary, "דיברנו על מעברים")
    side.new.setFocus()
    QTest.mouseClick(side.sent, Qt.MouseButton.LeftButton)
    with store.read() as session:
        row = meetings.one(session, first)
    assert row.summary == "דיברנו על מעברים"
    assert row.summary_sent_on == date(2026, 11, 22)
    assert len(steps) == 2


def test_details_are_saved_by_themselves(page: MeetingsPage, store: Store, first: UUID) -> None:
    side = open_side(page, first, DETAILS)
    assert isinstance(side, DetailsTab)
    write_over(side.fields["place"].editor, "אולם המועצה")
    write_over(side.clock, "10.15")
    write_over(side.host, "רהט")
    write_over(side.day.field.edit, "14.10.2026")
    QTest.mouseClick(side.ready.ticks["invitation"], Qt.MouseButton.LeftButton)
    with store.read() as session:
        row = meetings.one(session, first)
    assert (row.place, row.host) == ("אולם המועצה", "רהט")
    assert row.starts_at == datetime(2026, 10, 14, 10, 15)
    assert row.invited_on == date(2026, 11, 22)


def test_a_deleted_meeting_comes_back_with_its_agenda(
    page: MeetingsPage, store: Store, history: History, first: UUID
) -> None:
    page.open_meeting(first)
    assert page.meeting is not None
    page.meeting.delete()
    assert page.item is None
    assert len(page.year.rows) == 1
    assert page.tabs.isVisible(), "the way to decisions and hours"
    assert page.year.list.hasFocus()
    history.undo()
    assert len(page.year.rows) == 2
    page.open_meeting(first)
    assert isinstance(page.meeting.side, AgendaTab)
    assert titles(page.meeting.side) == ["סבב היכרות", "מקרה מהשטח"]


def test_a_meeting_is_duplicated_with_its_agenda_on_a_free_day(
    page: MeetingsPage, store: Store, first: UUID
) -> None:
    page.open_meeting(first)
    assert page.meeting is not None
    page.meeting.duplicate()
    assert page.item not in (None, first)
    with store.read() as session:
        assert page.item is not None
        copy = meetings.one(session, page.item)
        blocks = agendas.of(session, page.item)
    assert copy.starts_at.date() >= date(2026, 11, 22)
    assert [block.title for block in blocks] == ["סבב היכרות", "מקרה מהשטח"]
    assert (copy.summary, copy.state) == ("", MeetingState.PLANNED)


def test_the_handout_is_previewed(page: MeetingsPage, first: UUID, qtbot: QtBot) -> None:
    page.open_meeting(first)
    assert page.meeting is not None
    page.meeting.print_paper("handout")
    dialogs = page.window().findChildren(PaperDialog)
    assert [dialog.isVisible() for dialog in dialogs] == [True]
    qtbot.waitUntil(lambda: dialogs[0].view.preview.pages.count > 0, timeout=20_000)
    dialogs[0].close()


def test_whatever_can_be_reached_by_keyboard_has_a_name(page: MeetingsPage, first: UUID) -> None:
    page.year.start_new()
    assert nameless(page) == []
    for index in (AGENDA, ATTENDANCE, SUMMARY, FEEDBACK, MATERIALS, DETAILS):
        assert nameless(open_side(page, first, index)) == []
    assert nameless(page) == []


def nameless(place: QWidget) -> list[QWidget]:
    """What takes the focus and says nothing to a screen reader."""
    return [
        widget
        for widget in place.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QAbstractScrollArea | QLineEdit)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ] + [
        edit
        for edit in place.findChildren(QLineEdit)
        if edit.isVisible()
        and not edit.accessibleName()
        and not isinstance(edit.parent(), QSpinBox)
    ]


def test_minutes_can_be_read_in_either_direction(page: MeetingsPage, first: UUID) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    for language in ("he", "en"):
        window.change(language=language)
        window.open_place("meetings", first)
        assert window.shell is not None
        fresh = window.shell.page
        assert isinstance(fresh, MeetingsPage)
        side = open_side(fresh, first, AGENDA)
        assert isinstance(side, AgendaTab)
        QTest.qWait(1)
        spin = side.inspector.form.minutes.spin
        wide = spin.fontMetrics().horizontalAdvance(spin.text())
        assert spin.lineEdit().width() > wide
