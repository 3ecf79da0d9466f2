"""A meeting held from its live screen, by keyboard, with a clock that the test winds."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import MeetingState, NoteKind, Presence
from cop_desktop.services import (
    actions,
    agendas,
    attendance,
    days,
    decisions,
    live,
    meetings,
    notes,
)
from cop_desktop.settings import Settings, load
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow, OpenFile
from cop_desktop.ui.pages.home import HomePage
from cop_desktop.ui.pages.meetings import MeetingsPage
from cop_desktop.ui.pages.meetings.attendance_tab import AttendanceTab
from cop_desktop.ui.pages.meetings.live import LiveView
from cop_desktop.ui.pages.meetings.summary_tab import SummaryTab
from cop_desktop.ui.widgets import Toast

from .hand import type_in

Key = Qt.Key
DAY = date(2026, 10, 13)


class Clock:
    """The clock on the wall, as far as the program knows."""

    def __init__(self) -> None:
        self.now = datetime(2026, 10, 13, 9, 30)

    def __call__(self) -> datetime:
        return self.now

    def at(self, hour: int, minute: int, second: int = 0) -> None:
        self.now = datetime.combine(DAY, time(hour, minute, second))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def meeting(store: Store, community: UUID) -> UUID:
    """9:30 to 11:00: a round, a case, a break, a closing; an hour and a half, filled."""
    with store.write("a meeting") as session:
        key = meetings.in_year(session, community, 2026)[0].id
        meetings.change(session, key, {"minutes": 90, "state": "planned"})
        agendas.remove(session, key, [it.id for it in agendas.of(session, key)])
        for title, kind, minutes in (
            ("סבב", "round", 20), ("מקרה", "case", 40), ("הפסקה", "break", 10),
            ("סיום", "opening", 20),
        ):  # fmt: skip
            agendas.add(session, key, {"title": title, "kind": kind, "minutes": minutes})
        attendance.mark(session, key, [it.member_id for it in attendance.sheet(session, key)], None)
    return key


def opened(
    qtbot: QtBot, store: Store, history: History, community: UUID, kept: Settings, clock: Clock
) -> MainWindow:
    it = MainWindow(kept, lambda: DAY, clock)
    qtbot.addWidget(it)
    it.show_desk(OpenFile(store, history, community))
    it.resize(1280, 840)
    it.show()
    with qtbot.waitActive(it):
        it.activateWindow()
    return it


@pytest.fixture
def window(
    qtbot: QtBot, fonts: None, store: Store, history: History, community: UUID, kept: Settings,
    clock: Clock,
) -> Iterator[MainWindow]:  # fmt: skip
    kept.keep(place="meetings")
    it = opened(qtbot, store, history, community, kept, clock)
    yield it
    it.tasks.cancel_all()


def page_of(window: MainWindow) -> MeetingsPage:
    assert window.shell is not None
    it = window.shell.page
    assert isinstance(it, MeetingsPage)
    return it


@pytest.fixture
def screen(window: MainWindow, meeting: UUID) -> LiveView:
    """The live screen, opened from the meeting's head."""
    page = page_of(window)
    page.open_meeting(meeting)
    assert page.meeting is not None
    page.meeting.live.click()
    assert page.live is not None
    return page.live


def press(*keys: Qt.Key) -> None:
    """Where the keyboard is just now."""
    for key in keys:
        QTest.keyClick(focus(), key)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def write(words: str) -> None:
    type_in(focus(), words)


def come(store: Store, meeting: UUID, clock: Clock) -> UUID:
    """Noa in time, Dana late, Amir not at all; gives Amir's key."""
    press(Key.Key_F2)
    write("נועה")
    press(Key.Key_Return)
    clock.at(9, 45)
    write("דנ")
    press(Key.Key_Return)
    with store.read() as session:
        sheet = {it.given_name: it for it in attendance.sheet(session, meeting)}
        assert meetings.one(session, meeting).state is MeetingState.HELD
    assert (sheet["נועה"].presence, sheet["נועה"].arrived_at) == (Presence.PRESENT, time(9, 30))
    assert (sheet["דנה"].presence, sheet["דנה"].arrived_at) == (Presence.LATE, time(9, 45))
    assert sheet["אמיר"].presence is None
    return sheet["אמיר"].member_id


def catch(store: Store, meeting: UUID, amir: UUID) -> None:
    """Two decisions, a task of Amir's with its day, and a quote, all in the case."""
    write("!")  # a decision
    for words in ("נפגשים אצלנו", "כותבים מילון"):
        write(words)
        press(Key.Key_Return)
    write("+")  # a task: who, and until when
    write("לשלוח סיכום")
    press(Key.Key_Tab)
    write("אמי")
    press(Key.Key_Tab)
    write("1.11")
    press(Key.Key_Return)
    write('"')
    write("זה קורה גם אצלי")
    press(Key.Key_Return)
    with store.read() as session:
        case = agendas.of(session, meeting)[1]
        decided, (task,) = decisions.of(session, meeting), actions.of(session, meeting)
        (quote,) = notes.of(session, meeting)
    assert [it.text for it in decided] == ["נפגשים אצלנו", "כותבים מילון"]
    assert {it.item_id for it in decided} == {case.id} == {task.item_id} == {quote.item_id}
    assert (task.owner_id, task.due) == (amir, date(2026, 11, 1))
    assert (quote.kind, quote.noted_at) == (NoteKind.QUOTE, datetime(2026, 10, 13, 9, 50))


def test_a_whole_meeting_by_keyboard(
    screen: LiveView, window: MainWindow, store: Store, meeting: UUID, clock: Clock,
    history: History,
) -> None:  # fmt: skip
    assert window.shell is not None
    assert not window.shell.rail.isVisible()
    assert screen.hasFocus()
    press(Key.Key_Space)  # the meeting begins
    amir = come(store, meeting, clock)
    press(Key.Key_Escape)  # to the stage
    clock.at(9, 50)
    press(Key.Key_Space)
    catch(store, meeting, amir)

    press(Key.Key_Escape)
    clock.at(10, 38, 10)
    screen.tick()
    assert screen.stage.countdown.digits == "+8:10"
    assert screen.stage.countdown.over
    assert "8" in screen.stage.countdown.words
    press(Key.Key_R)
    assert screen.stage.preview.isVisible()
    with store.read() as session:
        assert agendas.of(session, meeting)[3].minutes == 20  # only shown so far
    press(Key.Key_Return)
    with store.read() as session:
        assert [it.minutes for it in agendas.of(session, meeting)] == [20, 40, 10, 11]
    assert not screen.stage.preview.isVisible()

    for hour, minute in ((10, 39), (10, 49), (11, 0)):
        clock.at(hour, minute)
        press(Key.Key_Space)
    assert screen.closing.isVisible()
    with store.read() as session:
        assert live.course(session, meeting).ended_at == datetime(2026, 10, 13, 11, 0)
    history.undo()  # the end
    assert not screen.closing.isVisible()
    moment = screen.moment()
    assert moment is not None
    assert moment.current is not None
    assert moment.current.title == "סיום"


def test_after_a_crash_the_screen_is_there_again_with_its_pause(
    screen: LiveView, window: MainWindow, store: Store, community: UUID, meeting: UUID,
    clock: Clock, history: History, kept: Settings, qtbot: QtBot,
) -> None:  # fmt: skip
    press(Key.Key_Space)
    clock.at(9, 40)
    press(Key.Key_P)
    clock.at(9, 44)

    again = opened(qtbot, store, history, community, load(kept.path), clock)  # nothing was left
    resumed = page_of(again).live
    assert resumed is not None
    assert resumed.isVisible()
    moment = resumed.moment()
    assert moment is not None
    assert (moment.left, moment.paused) == (10 * 60, datetime(2026, 10, 13, 9, 40))
    assert moment.stand.late == 4
    resumed.pause()
    with store.read() as session:
        assert agendas.of(session, meeting)[0].minutes == 24
    again.tasks.cancel_all()


def test_the_seconds_run_and_only_they(screen: LiveView, clock: Clock) -> None:
    press(Key.Key_Space)
    assert screen.clock.isActive()
    told = []
    for second in (1, 2, 3):
        clock.at(9, 30, second)
        screen.clock.timeout.emit()
        told.append(screen.stage.countdown.digits)
    assert told == ["19:59", "19:58", "19:57"]


def test_the_clock_rests_while_nobody_looks(
    screen: LiveView, window: MainWindow, clock: Clock
) -> None:
    press(Key.Key_Space)
    window.open_place("home")
    assert not screen.clock.isActive()
    assert window.shell is not None
    assert window.shell.rail.isVisible()
    window.open_place("meetings")
    assert screen.isVisible()
    assert not window.shell.rail.isVisible()


def test_five_more_minutes_and_back(
    screen: LiveView, store: Store, meeting: UUID, clock: Clock
) -> None:
    press(Key.Key_Space)
    write("+")
    clock.at(9, 50)
    press(Key.Key_Space)
    press(Key.Key_Backspace)
    with store.read() as session:
        first, second, *_rest = agendas.of(session, meeting)
    assert (first.minutes, first.ended_at, second.began_at) == (25, None, None)


def test_letters_in_the_list_find_and_enter_twice_is_a_leaving(
    screen: LiveView, store: Store, meeting: UUID, clock: Clock
) -> None:
    press(Key.Key_Space, Key.Key_F2, Key.Key_Down)
    write("ל")  # Levi
    press(Key.Key_Return)
    clock.at(10, 10)
    press(Key.Key_Down, Key.Key_Return)
    with store.read() as session:
        dana = attendance.sheet(session, meeting)[2]
    assert dana.given_name == "דנה"
    assert (dana.arrived_at, dana.left_at) == (time(9, 30), time(10, 10))
    editor = screen.arrivals.mark
    assert editor.isVisible()
    editor.arrived.setFocus()
    editor.arrived.selectAll()
    write("9:55")
    press(Key.Key_Return)
    with store.read() as session:
        dana = attendance.sheet(session, meeting)[2]
    assert (dana.arrived_at, dana.presence) == (time(9, 55), Presence.LATE)
    editor.left.setFocus()
    editor.left.selectAll()
    write("8:00")
    press(Key.Key_Return)
    assert editor.note.isVisible()  # in words, below


def test_what_was_caught_is_edited_turned_into_another_kind_and_deleted(
    screen: LiveView, store: Store, meeting: UUID, history: History
) -> None:
    press(Key.Key_Space, Key.Key_F3)
    write("לקבוע תאריך")
    press(Key.Key_Return)
    screen.capture.list.setFocus()
    press(Key.Key_Down, Key.Key_Return)
    assert screen.capture.line.text() == "לקבוע תאריך"
    press(Key.Key_End)
    write(" לביקור")
    screen.capture.chips["task"].click()
    press(Key.Key_Return)
    with store.read() as session:
        assert notes.of(session, meeting) == []
        assert [it.text for it in actions.of(session, meeting)] == ["לקבוע תאריך לביקור"]
    screen.capture.list.setFocus()
    press(Key.Key_Down, Key.Key_Delete)
    with store.read() as session:
        assert actions.of(session, meeting) == []
    history.undo()
    history.undo()
    with store.read() as session:
        assert [it.text for it in notes.of(session, meeting)] == ["לקבוע תאריך"]


def test_in_confidence_stays_in_confidence_and_an_unknown_speaker_is_told(
    screen: LiveView, store: Store, meeting: UUID
) -> None:
    press(Key.Key_Space)
    write("*")
    write("שיחה אישית")
    press(Key.Key_Return)
    write('"')
    write("מילים")
    screen.capture.who.setFocus()
    write("מישהו אחר")
    press(Key.Key_Return)
    assert screen.capture.note.isVisible()
    with store.read() as session:
        (only,) = notes.of(session, meeting)
    assert only.confidential


def test_parallel_work_shows_all_tracks_and_follows_one(
    screen: LiveView, store: Store, meeting: UUID, clock: Clock
) -> None:
    tracks = [
        {"title": title, "blocks": [{"title": f"{title}{n}", "minutes": n * 10} for n in (1, 2)]}
        for title in ("א", "ב")
    ]
    with store.write("tracks") as session:
        agendas.add(session, meeting, {"title": "קבוצות", "minutes": 30, "tracks": tracks}, at=0)
    press(Key.Key_Space)
    clock.at(9, 42)
    screen.tick()
    assert len(screen.stage.strip.chips) == 2
    assert all("2" in chip.text() for chip in screen.stage.strip.chips)
    screen.stage.strip.chips[1].click()
    moment = screen.moment()
    assert moment is not None
    assert moment.shown is not None
    assert (moment.shown.title, moment.left) == ("ב2", 18 * 60)
    screen.capture.begin("note")
    write("מה שנאמר בקבוצה")
    press(Key.Key_Return)
    with store.read() as session:
        assert notes.of(session, meeting)[0].item_id == moment.shown.id


def test_the_end_leads_to_the_summary(
    screen: LiveView, window: MainWindow, store: Store, meeting: UUID, clock: Clock
) -> None:
    press(Key.Key_Space)
    clock.at(10, 0)
    screen.head.end.click()
    assert screen.closing.held.isVisible()  # nobody was noted, so nobody could know
    screen.closing.held.click()
    with store.read() as session:
        assert meetings.one(session, meeting).state is MeetingState.HELD
    screen.closing.summary.click()
    page = page_of(window)
    assert page.meeting is not None
    assert isinstance(page.meeting.side, SummaryTab)
    assert window.shell is not None
    assert window.shell.rail.isVisible()


def test_an_agenda_without_blocks_cannot_begin_and_says_why(
    screen: LiveView, store: Store, meeting: UUID
) -> None:
    with store.write("empty") as session:
        agendas.remove(session, meeting, [it.id for it in agendas.of(session, meeting)])
    button = screen.stage.buttons["next"]
    assert not button.isEnabled()
    assert button.toolTip()
    press(Key.Key_Space)
    with store.read() as session:
        assert live.course(session, meeting).began_at is None


def test_another_language_leaves_one_in_the_live_screen(
    screen: LiveView, window: MainWindow, meeting: UUID
) -> None:
    press(Key.Key_Space)
    window.change(language="en")
    QApplication.processEvents()
    again = page_of(window).live
    assert again is not None
    assert again is not screen
    assert again.isVisible()
    assert again.stage.buttons["pause"].text() == "Pause"


def test_times_are_corrected_in_the_tab_of_attendance(
    window: MainWindow, store: Store, meeting: UUID
) -> None:
    with store.write("hybrid") as session:
        meetings.change(session, meeting, {"kind": "hybrid"})
    page = page_of(window)
    page.open_meeting(meeting)
    assert page.meeting is not None
    page.meeting.open_side(1)
    side = page.meeting.side
    assert isinstance(side, AttendanceTab)
    side.list.choose_first()
    side.mark_editor.minutes.setFocus()
    write("75")
    press(Key.Key_Return)
    side.mark_editor.remote.click()
    with store.read() as session:
        amir = attendance.sheet(session, meeting)[0]
    assert (amir.presence, amir.minutes, amir.remote) == (Presence.PRESENT, 75, True)
    assert "75" in side.list.kind.hours(amir)


def test_a_block_further_on_is_begun_from_the_bar(
    screen: LiveView, store: Store, meeting: UUID, clock: Clock
) -> None:
    press(Key.Key_Space)
    clock.at(9, 40)
    with store.read() as session:
        keys = [it.id for it in agendas.of(session, meeting)]
    screen.bar.part_chosen.emit(keys[1])  # the next one has its own key
    assert not screen.stage.buttons["jump"].isVisible()
    screen.bar.part_chosen.emit(keys[3])
    screen.stage.buttons["jump"].click()
    with store.read() as session:
        began = [it.began_at is not None for it in agendas.of(session, meeting)]
    assert began == [True, False, False, True]
    assert not screen.stage.buttons["jump"].isVisible()


def test_a_meeting_of_last_week_does_not_come_back_by_itself(
    screen: LiveView, store: Store, community: UUID, clock: Clock, history: History,
    kept: Settings, qtbot: QtBot,
) -> None:  # fmt: skip
    later = MainWindow(load(kept.path), lambda: date(2026, 10, 20), clock)
    qtbot.addWidget(later)
    later.show_desk(OpenFile(store, history, community))
    later.show()
    assert page_of(later).live is None


def test_the_second_day_of_a_seminar_begins_anew(
    screen: LiveView, store: Store, meeting: UUID, clock: Clock
) -> None:
    with store.write("two days") as session:
        days.add(session, meeting)
        agendas.add(session, meeting, {"title": "יום שני", "minutes": 60, "day": 1})
    for _block in range(5):
        press(Key.Key_Space)
    assert screen.closing.isVisible()
    clock.now = datetime(2026, 10, 14, 9, 30)
    screen.show_meeting(meeting)
    assert not screen.closing.isVisible()
    screen.setFocus()
    press(Key.Key_Space)
    moment = screen.moment()
    assert moment is not None
    assert moment.current is not None
    assert (moment.current.title, moment.left) == ("יום שני", 60 * 60)


def test_from_anywhere_the_palette_leads_to_the_live_screen(
    window: MainWindow, store: Store, meeting: UUID
) -> None:
    window.open_place("members")
    window.run("live")
    live_screen = page_of(window).live
    assert live_screen is not None
    assert live_screen.isVisible()
    assert live_screen.meeting_id == meeting  # the coming one


def test_on_the_day_home_leads_to_the_live_screen(
    window: MainWindow, store: Store, meeting: UUID
) -> None:
    window.open_place("home")
    assert window.shell is not None
    home = window.shell.page
    assert isinstance(home, HomePage)
    home.meeting.opening.click()
    live_screen = page_of(window).live
    assert live_screen is not None
    assert live_screen.meeting_id == meeting


def test_while_writing_one_goes_on_with_control_and_enter(
    screen: LiveView, store: Store, meeting: UUID, clock: Clock
) -> None:
    press(Key.Key_Space, Key.Key_F3)
    write("חצי משפט")
    clock.at(9, 55)
    QTest.keyClick(focus(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    moment = screen.moment()
    assert moment is not None
    assert moment.current is not None
    assert moment.current.title == "מקרה"
    assert screen.capture.line.text() == "חצי משפט"  # still being written


def test_too_little_time_is_said_and_nothing_changes(
    screen: LiveView, store: Store, meeting: UUID, clock: Clock
) -> None:
    press(Key.Key_Space)
    clock.at(11, 20)
    with pytest.raises(UserError):  # a sentence, where the window tells all of them
        screen.propose()
    assert screen.proposal is None
    with store.read() as session:
        assert [it.minutes for it in agendas.of(session, meeting)] == [20, 40, 10, 20]


def test_notes_for_oneself_are_covered_until_they_are_asked_for(
    window: MainWindow, store: Store, meeting: UUID
) -> None:
    """The screen may be seen by everybody in the room."""
    with store.write("note") as session:
        keys = [it.id for it in agendas.of(session, meeting)]
        agendas.change(session, keys, {"notes": "לא לשכוח את דנה"})
    page = page_of(window)
    page.open_live(meeting)
    assert page.live is not None
    press(Qt.Key.Key_Space)
    mine = page.live.stage.read_out.texts["notes"]
    assert mine.isVisible()
    assert not mine.words.isVisible()
    mine.lift.click()
    assert mine.words.isVisible()
    assert mine.words.words() == "לא לשכוח את דנה"
    mine.lift.click()
    assert not mine.words.isVisible()


def test_a_rehearsal_before_the_day_is_told_that_it_writes(
    window: MainWindow, store: Store, meeting: UUID
) -> None:
    page_of(window).open_live(meeting)
    assert not [it for it in window.findChildren(Toast) if it.isVisible()]
    with store.write("another day") as session:
        row = meetings.one(session, meeting)
        meetings.change(session, meeting, {"starts_at": row.starts_at + timedelta(days=9)})
    page_of(window).open_live(meeting)
    assert [it for it in window.findChildren(Toast) if it.isVisible()]
