"""Fixtures of the window: a real file, a real window, a Sunday in November, no mocks."""

import gc
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cop_desktop.services import meetings
from cop_desktop.settings import Settings
from cop_desktop.store import Change, Store
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow, OpenFile
from cop_desktop.ui.pages.meetings import MeetingsPage
from cop_desktop.ui.pages.meetings.agenda_tab import AgendaTab
from cop_desktop.ui.theme import load_fonts

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def fonts(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The program's own fonts; cut once for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COP_DATA_DIR", str(tmp_path_factory.mktemp("fonts")))
        load_fonts()


@pytest.fixture(autouse=True)
def nothing_left_open(qapp: QApplication) -> Iterator[None]:
    """Windows of a test are gone after it: left ones are dressed anew with every later window."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def garbage_waits() -> Iterator[None]:
    """As in the program, where `Tidy` collects: never in a worker, never in the midst of Qt."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    """Settings of somebody who has never opened the program."""
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def history(store: Store, qapp: QApplication) -> Iterator[History]:
    it = History(store)
    yield it
    it.close()


@pytest.fixture
def window(
    qtbot: QtBot, fonts: None, store: Store, history: History, community: UUID, kept: Settings
) -> Iterator[MainWindow]:
    """The whole window with the small community open, in Hebrew, shown."""
    it = MainWindow(kept, lambda: TODAY)
    qtbot.addWidget(it)
    it.show_desk(OpenFile(store, history, community))
    it.resize(1280, 840)
    it.show()
    yield it
    it.tasks.cancel_all()


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    """What a page is given; `open_place`, `toast` and `run` work on the real window."""
    assert window.shell is not None
    return window.shell.desk


@pytest.fixture
def as_seen(qtbot: QtBot, window: MainWindow) -> Callable[[], None]:
    """Make the window the active one, so that its shortcuts are heard."""

    def activate() -> None:
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()

    return activate


@pytest.fixture
def page(window: MainWindow, as_seen: Callable[[], None]) -> MeetingsPage:
    """The place of meetings, open and active; tests of another place have a page of their own."""
    window.open_place("meetings")
    as_seen()
    assert window.shell is not None
    it = window.shell.page
    assert isinstance(it, MeetingsPage)
    return it


@pytest.fixture
def first(store: Store, community: UUID) -> UUID:
    """The first meeting of the year."""
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


@pytest.fixture
def agenda(page: MeetingsPage, first: UUID) -> AgendaTab:
    """The agenda of the first meeting: a round of 20 minutes and a case of 40."""
    page.open_meeting(first)
    assert page.meeting is not None
    page.meeting.open_side(0)
    side = page.meeting.side
    assert isinstance(side, AgendaTab)
    side.list.setFocus()
    return side


@pytest.fixture
def steps(store: Store) -> list[str]:
    """What Undo would say, one entry a write."""
    told: list[str] = []

    def tell(change: Change) -> None:
        told.append(change.label)

    store.on_commit.append(tell)
    return told
