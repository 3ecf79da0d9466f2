"""A year planned at once, by hand: nothing moves by itself, one undo takes all of it back."""

from datetime import date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cop_desktop.calendar import Layer, Severity, severity_of
from cop_desktop.models.vocabulary import Observance
from cop_desktop.services import agendas, communities, meetings
from cop_desktop.services.series import Rhythm
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.community import CommunityPage
from cop_desktop.ui.pages.meetings import MeetingsPage
from cop_desktop.ui.pages.meetings.series.form import NUMBER
from cop_desktop.ui.pages.meetings.series.rows import Line
from cop_desktop.ui.pages.meetings.series.view import AGAIN, SeriesView
from cop_desktop.ui.widgets import Field

KEY = Qt.Key


@pytest.fixture
def view(page: MeetingsPage) -> SeriesView:
    """Planning opened by its button: six weeks after the last meeting, until the summer."""
    QTest.mouseClick(page.year.series, Qt.MouseButton.LeftButton)
    assert page.series is not None
    return page.series


def lines(view: SeriesView) -> list[Line]:
    return [row for row in view.list.rows.rows if isinstance(row, Line)]


def days(view: SeriesView) -> list[date]:
    return [line.sight.slot.day for line in lines(view)]


def write_date(view: SeriesView, text: str) -> None:
    edit = view.form.first.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, KEY.Key_Return)


def choose_rhythm(view: SeriesView, rhythm: Rhythm) -> None:
    view.form.rhythm.set_value(rhythm)
    view.form.rhythm.activated.emit(view.form.rhythm.currentIndex())


def in_file(store: Store, community: UUID) -> list[str]:
    with store.read() as session:
        return [row.topic for row in meetings.every(session, community)]


def test_a_series_is_made_in_one_step_that_undo_takes_back(
    page: MeetingsPage, view: SeriesView, store: Store, community: UUID, history: History
) -> None:
    before = in_file(store, community)
    view.form.ends.set_value(NUMBER)
    view.form.ends.chosen.emit(NUMBER)
    view.form.number.more.click()
    choose_rhythm(view, Rhythm(4))
    write_date(view, "29.12.2026")
    assert len(lines(view)) == 9
    assert days(view)[1] == date(2027, 1, 26)
    QTest.mouseClick(view.done, Qt.MouseButton.LeftButton)
    made = in_file(store, community)
    assert len(made) == len(before) + 9
    assert page.stack.currentWidget() is page.year
    assert page.year.list.rows.rowCount() >= 11
    history.undo()
    assert in_file(store, community) == before


def test_topics_are_numbered_with_the_meetings_that_stand(view: SeriesView) -> None:
    write_date(view, "1.11.2026")
    topics = [line.sight.slot.topic for line in lines(view)]
    assert [topic.split()[-1] for topic in topics[:2]] == ["2", "4"], "one stands on 17 November"


def test_the_ribbon_tells_apart_what_is_in_the_way(view: SeriesView) -> None:
    write_date(view, "20.4.2027")
    data = view.ribbon.ribbon.data
    assert data is not None
    states = {mark.key: mark.state for mark in data.marks}
    assert states[0] == "odd"
    assert sorted(states.values()).count("past") == 2, "the meetings that stand"
    QTest.mouseClick(view.way, Qt.MouseButton.LeftButton)
    data = view.ribbon.ribbon.data
    assert data is not None
    assert "odd" not in {mark.state for mark in data.marks}


def test_what_a_day_falls_on_is_said_and_only_a_press_moves_it(view: SeriesView) -> None:
    write_date(view, "20.4.2027")  # in Passover
    first = lines(view)[0].sight
    assert first.slot.day == date(2027, 4, 20)
    assert first.severity is not Severity.FREE
    assert "פסח" in view.list.rows.kind(0).told(lines(view)[0])
    view.list.setFocus()
    view.list.choose([0])
    QTest.keyClick(view.list, KEY.Key_Right)  # in Hebrew the days before lie to the right
    assert days(view)[0] == first.before == date(2027, 4, 12)
    view.list.choose([1])
    assert view.card.day.day() == days(view)[1]


def test_one_press_makes_way_for_all_and_no_day_is_taken_twice(view: SeriesView) -> None:
    choose_rhythm(view, Rhythm(1))
    write_date(view, "29.12.2026")
    odd = [line for line in lines(view) if not line.sight.clear]
    assert odd, "there is a holiday on some Tuesday"
    assert view.way.isVisible()
    QTest.mouseClick(view.way, Qt.MouseButton.LeftButton)
    assert len(set(days(view))) == len(days(view))
    left = [line.sight for line in lines(view) if not line.sight.clear]
    assert all(sight.nearest() is None for sight in left)
    layers = view.desk.layers()
    moved = [line.sight.slot.day for line in lines(view) if line.sight.clear]
    assert {severity_of(day, layers) for day in moved} == {Severity.FREE}


def test_a_row_is_changed_by_keyboard_and_keeps_its_change(
    view: SeriesView, store: Store, community: UUID
) -> None:
    view.list.setFocus()
    view.list.choose([1])
    QTest.keyClick(view.list, KEY.Key_Return)
    topic = view.card.topic_edit
    assert topic.hasFocus()
    QTest.keyClicks(topic, "Peers")
    QTest.keyClick(topic, KEY.Key_Return)
    view.list.setFocus()
    view.list.choose([0])
    QTest.keyClick(view.list, KEY.Key_Space)
    assert [line.number for line in lines(view)][:2] == [0, 1]
    view.form.minutes.show_minutes(120)
    view.form.changed.emit()
    assert lines(view)[1].sight.slot.topic == "Peers"
    assert not lines(view)[0].sight.slot.wanted
    assert lines(view)[1].sight.slot.minutes == 120
    QTest.mouseClick(view.done, Qt.MouseButton.LeftButton)
    topics = in_file(store, community)
    assert "Peers" in topics
    assert len(topics) == 2 + len(lines(view)) - 1


def test_hosts_take_turns_in_an_order_one_can_change(view: SeriesView) -> None:
    assert view.turns.names() == ["רהט", "חיפה"], "who never hosted comes first"
    hosts = [line.sight.slot.host for line in lines(view)]
    assert hosts[:3] == ["רהט", "חיפה", "רהט"]
    view.card.edited.emit(2, "host", "נהריה")
    view.turns.list.setFocus()
    view.turns.list.choose([view.turns.list.rows.keys[1]])
    QTest.keyClick(view.turns.list, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [line.sight.slot.host for line in lines(view)][:3] == ["חיפה", "רהט", "נהריה"]
    QTest.keyClick(view.turns.list, KEY.Key_Space)
    assert view.turns.names() == ["רהט"]
    view.turns.on.click()
    assert {line.sight.slot.host for line in lines(view)} == {"", "נהריה"}


def test_last_year_comes_again_with_its_agendas(
    page: MeetingsPage, store: Store, community: UUID, history: History
) -> None:
    page.year.show_year(2027)
    page.plan_series()
    view = page.series
    assert view is not None
    view.tabs.choose(AGAIN)
    assert [line.sight.slot.topic for line in lines(view)] == ["פתיחת שנה", "ביקור ברהט"]
    assert days(view) == [date(2027, 10, 12), date(2027, 11, 16)]
    assert not lines(view)[0].sight.clear, "after Yom Kippur the vacation has begun"
    QTest.mouseClick(view.done, Qt.MouseButton.LeftButton)
    assert page.year.work_year == 2027
    with store.read() as session:
        rows = meetings.in_year(session, community, 2027)
        blocks = agendas.of(session, rows[0].id)
    assert [block.title for block in blocks] == ["סבב היכרות", "מקרה מהשטח"]
    history.undo()
    assert len(in_file(store, community)) == 2


def test_a_wrong_hour_is_mended_before_anything_is_made(
    view: SeriesView, store: Store, community: UUID
) -> None:
    clock = view.form.clock
    clock.setFocus()
    clock.selectAll()
    QTest.keyClicks(clock, "25:99")
    QTest.mouseClick(view.done, Qt.MouseButton.LeftButton)
    clock.editingFinished.emit()
    QTest.mouseClick(view.done, Qt.MouseButton.LeftButton)
    assert view.form.clock_field.has_error
    assert len(in_file(store, community)) == 2


def test_a_series_is_begun_from_any_place(window: MainWindow) -> None:
    window.open_place("members")
    window.run("series")
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, MeetingsPage)
    assert page.stack.currentWidget() is page.series


def test_escape_leaves_nothing_behind(
    page: MeetingsPage, view: SeriesView, store: Store, community: UUID
) -> None:
    QTest.keyClick(view.list, KEY.Key_Escape)
    assert page.stack.currentWidget() is page.year
    assert len(in_file(store, community)) == 2


def test_whose_turn_it_is_stands_under_the_host(page: MeetingsPage) -> None:
    page.year.start_new()
    assert "רהט" in page.year.form.host_field.note.words.words()


def test_a_gap_in_the_year_opens_the_form_in_its_middle(
    page: MeetingsPage, store: Store, community: UUID
) -> None:
    with store.write("מפגש") as session:
        values = {"topic": "סיכום", "starts_at": datetime(2027, 3, 2, 9)}
        meetings.schedule(session, community, values)
    rows = page.year.list
    rows.setFocus()
    rows.choose([rows.rows.keys[2]])
    QTest.keyClick(rows, KEY.Key_Return)
    assert page.year.form.isVisible()
    day = page.year.form.day.day()
    assert day is not None
    assert abs((day - date(2027, 1, 9)).days) <= 2


def test_days_kept_in_mind_reach_dates_at_once(
    window: MainWindow, page: MeetingsPage, store: Store, community: UUID, history: History
) -> None:
    window.open_place("community")
    assert window.shell is not None
    place = window.shell.page
    assert isinstance(place, CommunityPage)
    QTest.mouseClick(place.observances.chips[Observance.MUSLIM], Qt.MouseButton.LeftButton)
    with store.read() as session:
        row = communities.one(session, community, date(2026, 11, 22))
    assert row.observances == (Observance.JEWISH, Observance.MUSLIM)
    assert Layer.MUSLIM in place.desk.layers()
    window.open_place("meetings")
    page.year.start_new()
    day = page.year.form.day
    day.set_day(date(2027, 2, 16))
    assert "רמדאן" in day.field.note.words.words()
    assert day.earlier.isVisible()
    history.undo()
    assert Layer.MUSLIM not in place.desk.layers()


def test_in_a_narrow_window_no_field_of_the_form_is_cut(
    view: SeriesView, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 700)
    qtbot.wait(10)
    fields = [it for it in view.form.findChildren(Field) if it.isVisible()]
    assert len(fields) > 5
    assert all(it.width() >= it.minimumSizeHint().width() for it in fields)
    assert view.form.first.geometry().bottom() < view.form.clock_field.geometry().top()
