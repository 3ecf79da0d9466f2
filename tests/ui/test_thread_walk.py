"""From a need to its value in one walk through the window, and back again step by step."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cop_desktop.models.thread_words import ReviewAnswer
from cop_desktop.models.vocabulary import MeetingState, ProductStatus, Progress
from cop_desktop.services import meetings, needs, product_reviews, thread, topics
from cop_desktop.services.thread import Thread
from cop_desktop.settings import Settings
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow, OpenFile
from cop_desktop.ui.pages.meetings import MeetingsPage
from cop_desktop.ui.pages.needs import NeedsPage
from cop_desktop.ui.pages.needs.page import NEEDS, STORIES
from cop_desktop.ui.pages.products import ProductsPage
from cop_desktop.ui.pages.products.readers import ReaderRow

from .hand import type_in

Key = Qt.Key
TODAY = date(2026, 11, 22)
NEED = "מנהלים חדשים לא יודעים את מי לשאול"


class Clock:
    """The clock on the wall, as far as the program knows."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 16, 30)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def evening(store: Store, community: UUID) -> UUID:
    """A meeting of today with an empty agenda."""
    with store.write("a meeting") as session:
        at = datetime(2026, 11, 22, 16, 30)
        return meetings.schedule(session, community, {"topic": "הערב", "starts_at": at})


@pytest.fixture
def window(
    qtbot: QtBot, fonts: None, store: Store, history: History, community: UUID, kept: Settings,
    clock: Clock, evening: UUID,
) -> Iterator[MainWindow]:  # fmt: skip
    it = MainWindow(kept, lambda: TODAY, clock)
    qtbot.addWidget(it)
    it.show_desk(OpenFile(store, history, community))
    it.resize(1280, 840)
    it.show()
    with qtbot.waitActive(it):
        it.activateWindow()
    yield it
    it.tasks.cancel_all()


class Walk:
    """One who walks through the window, and remembers what the thread was after each step."""

    def __init__(self, window: MainWindow, store: Store, history: History, home: UUID) -> None:
        self.window, self.store, self.history, self.home = window, store, history, home
        self.seen: dict[int, Thread | None] = {}
        self.mark()

    def thread(self) -> Thread | None:
        """The thread of the only topic there is."""
        with self.store.read() as session:
            rows = topics.every(session, self.home, TODAY)
            return thread.of(session, rows[0].id, TODAY) if rows else None

    def mark(self) -> Thread | None:
        found = self.seen[self.history.stack.index()] = self.thread()
        return found

    def now(self) -> Thread:
        found = self.mark()
        assert found is not None
        return found

    def back(self) -> None:
        """Take one step back; the thread is what it was then."""
        self.history.stack.undo()
        place = self.history.stack.index()
        if place in self.seen:
            assert self.thread() == self.seen[place]

    def page(self) -> QWidget | None:
        assert self.window.shell is not None
        return self.window.shell.page

    def needs_page(self, item: UUID | None = None) -> NeedsPage:
        self.window.open_place("needs", item)
        page = self.page()
        assert isinstance(page, NeedsPage)
        return page


def press(*keys: Qt.Key) -> None:
    """Where the keyboard is just now."""
    for key in keys:
        QTest.keyClick(focus(), key)


def write(words: str) -> None:
    type_in(focus(), words)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def a_need_becomes_a_topic(walk: Walk) -> None:
    page = walk.needs_page()
    page.start(NEEDS)
    write(NEED)
    press(Key.Key_Return)
    with walk.store.read() as session:
        (row,) = needs.unanswered(session, walk.home)
    assert row.text == NEED
    page.needs.panel.propose.click()
    owner = page.topics.panel.fields.editor("owner_id")
    owner.setFocus()
    owner.setText("נועה")
    press(Key.Key_Return)
    told = walk.now()
    assert (told.topic.title, told.topic.owner) == (NEED, "נועה אברהם")
    assert [it.text for it in told.needs] == [NEED]
    assert told.topic.waiting


def it_comes_onto_the_agenda(walk: Walk, evening: UUID) -> None:
    panel = walk.needs_page().topics.panel
    menu = panel.offer_agendas()
    menu.actions()[0].trigger()
    menu.close()
    told = walk.now()
    assert [(it.meeting_id, it.held) for it in told.agenda] == [(evening, False)]
    assert not told.topic.waiting


def the_meeting_is_held(walk: Walk, evening: UUID, clock: Clock) -> None:
    """Begun and ended on the live screen; a decision and a task are caught in the block."""
    walk.window.open_place("meetings", evening)
    page = walk.page()
    assert isinstance(page, MeetingsPage)
    assert page.meeting is not None
    page.meeting.live.click()
    assert page.live is not None
    press(Key.Key_Space)  # the only block is on
    press(Key.Key_F2)  # who is here
    write("נועה")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    write("!")
    write("כותבים מדריך לחודש הראשון")
    press(Key.Key_Return)
    write("+")
    write("לאסוף שאלות")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    clock.now += timedelta(minutes=40)
    press(Key.Key_Space)
    told = walk.now()
    assert [it.text for it in told.decisions] == ["כותבים מדריך לחודש הראשון"]
    assert [it.text for it in told.tasks] == ["לאסוף שאלות"]
    assert [it.held for it in told.agenda] == [True]
    with walk.store.read() as session:
        assert meetings.one(session, evening).state == MeetingState.HELD


def a_product_comes_of_it(walk: Walk) -> None:
    """From the chain to an idea, and on from station to station, with a reader."""
    told = walk.now()
    walk.needs_page(told.topic.id).topics.panel.do("product")
    page = walk.page()
    assert isinstance(page, ProductsPage)
    for place, status in enumerate(ProductStatus):
        if place:
            step_to(page, place)
        if status == ProductStatus.REVIEW:
            a_reader_says_it_is_ready(walk, page)
        (made,) = walk.now().products
        assert (made.title, made.status) == (NEED, status)
    assert made.published_on == TODAY


def step_to(page: ProductsPage, place: int) -> None:
    """To a station of the way, by keys; Hebrew is read to the left."""
    way = page.panel.way
    way.grab()  # seen, so that it has parts to walk
    way.setFocus()
    press(Key.Key_Home, *[Key.Key_Left] * place, Key.Key_Return)


def a_reader_says_it_is_ready(walk: Walk, page: ProductsPage) -> None:
    page.panel.readers.named.emit("דנה לוי")
    (reader,) = page.panel.readers.findChildren(ReaderRow)
    reader.answered.emit(ReviewAnswer.READY)
    (product,) = walk.now().products
    with walk.store.read() as session:
        (row,) = product_reviews.of(session, product.id)
    assert (row.name, row.answer) == ("דנה לוי", ReviewAnswer.READY)


def a_story_is_told(walk: Walk) -> None:
    page = walk.needs_page(walk.now().topic.id)
    page.topics.panel.do("story")
    assert page.tabs.index == STORIES
    assert [row.seed for row in walk.now().stories] == [True]
    fields = page.stories.panel.fields
    for part in ("happened", "got", "did", "changed"):
        edit = fields.editor(part)
        edit.setFocus()
        QTest.keyClicks(edit, part)
        fields.editor("title").setFocus()
    (story,) = walk.now().stories
    assert (story.happened, story.changed, story.seed) == ("happened", "changed", False)


def the_chain_shows_it_all(walk: Walk) -> None:
    told = walk.now()
    page = walk.needs_page(told.topic.id)
    links = page.topics.panel.chain.links
    assert all(link.step.done for link in links)
    shown = [(link.step.place, link.step.item) for link in links]
    assert shown == [
        ("needs", told.needs[0].id), ("", None), ("meetings", told.agenda[0].meeting_id),
        ("meetings", told.decisions[0].id), ("meetings", told.tasks[0].id),
        ("products", told.products[0].id), ("needs", told.stories[0].id),
    ]  # fmt: skip
    assert told.decisions[0].state == Progress.NOT_STARTED
    for link in [it for it in links if it.step.place]:
        link.go()  # each opens its place
        assert walk.page() is not None
        walk.needs_page(told.topic.id)


def test_a_need_is_followed_to_its_value_and_all_of_it_taken_back(
    window: MainWindow, store: Store, history: History, community: UUID, evening: UUID,
    clock: Clock,
) -> None:  # fmt: skip
    walk = Walk(window, store, history, community)
    start = history.stack.index()
    a_need_becomes_a_topic(walk)
    it_comes_onto_the_agenda(walk, evening)
    the_meeting_is_held(walk, evening, clock)
    a_product_comes_of_it(walk)
    a_story_is_told(walk)
    the_chain_shows_it_all(walk)
    assert len(walk.seen) > 10  # looked at on the way, each compared on the way back
    while history.stack.index() > start:
        walk.back()
    assert walk.thread() is None
    with store.read() as session:
        assert not needs.every(session, community)
        assert meetings.one(session, evening).state == MeetingState.PLANNED
