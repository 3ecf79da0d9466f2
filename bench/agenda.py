"""An agenda of 200 blocks: a move, from the key to the painted list, against a frame of 16 ms.

`python -m bench.agenda`
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cop_desktop.services import agendas, communities, meetings
from cop_desktop.settings import Settings
from cop_desktop.store import create_file
from cop_desktop.ui.application import make_application
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow, OpenFile
from cop_desktop.ui.pages.meetings import MeetingsPage
from cop_desktop.ui.pages.meetings.agenda_tab import AgendaTab

from .table import Line, median, show

BLOCKS, FRAME = 200, 0.016
TODAY = date(2026, 11, 22)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder, open_agenda(Path(folder)) as tab:
        lines = [
            Line("a frame", FRAME),
            Line("arrow down: caret, detail and bar follow", median(press(tab, Qt.Key.Key_Down))),
            Line("Alt+Down: the new order painted", median(seen(tab)), "≤ 1.0"),
            Line("list and bar painted anew", median(painted(tab))),
            Line("the file read and shown", median(shown(tab))),
            Line("the order written", median(written(tab))),
            Line("Alt+Down: written, read, shown, painted again", median(moved(tab))),
        ]
        show(f"An agenda of {BLOCKS} blocks", lines)


@contextmanager
def open_agenda(folder: Path) -> Iterator[AgendaTab]:
    """The window with a meeting of many blocks open."""
    os.environ["COP_DATA_DIR"] = str(folder / "data")
    make_application()
    store = create_file(folder / "bench.cop")
    with store.write("bench") as session:
        home = communities.found(session, "ספסל", 2026)
        values = {"topic": "מפגש ארוך", "starts_at": datetime(2026, 12, 2, 9), "minutes": 1000}
        meeting = meetings.schedule(session, home, values)
        rows = [{"title": f"סעיף {n}", "minutes": 5} for n in range(BLOCKS)]
        agendas.add_several(session, meeting, rows)
    history, window = History(store), MainWindow(Settings(folder / "s.json"), lambda: TODAY)
    window.show_desk(OpenFile(store, history, home))
    window.resize(1280, 840)
    window.show()
    window.open_place("meetings", meeting)
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, MeetingsPage)
    assert page.meeting is not None
    side = page.meeting.side
    assert isinstance(side, AgendaTab)
    yield side
    window.tasks.cancel_all()
    window.close()
    history.close()
    store.close()


def press(tab: AgendaTab, key: Qt.Key) -> Callable[[], None]:
    def run() -> None:
        QTest.keyClick(tab.list, key)
        paint(tab)

    return run


def painted(tab: AgendaTab) -> Callable[[], None]:
    return lambda: paint(tab)


def shown(tab: AgendaTab) -> Callable[[], None]:
    def run() -> None:
        assert tab.row is not None
        tab.show_meeting(tab.row)

    return run


def seen(tab: AgendaTab) -> Callable[[], None]:
    """From the key to the list in its new order; the file is written behind that."""

    def run() -> None:
        ids = tab.deeds.ids
        spot = tab.list.places.down(ids)
        assert spot is not None
        tab.list.show_moved(ids, spot)

    return run


def written(tab: AgendaTab) -> Callable[[], None]:
    """The same order again and again: what a step costs the file, the page not looking."""

    def run() -> None:
        assert tab.row is not None
        tab.desk.history.blockSignals(True)
        with tab.desk.store.write("bench") as session:
            agendas.move(session, tab.row.id, [tab.list.blocks[5].id], tab.list.blocks[9].id)
        tab.desk.history.blockSignals(False)

    return run


def moved(tab: AgendaTab) -> Callable[[], None]:
    def run() -> None:
        QTest.keyClick(tab.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        paint(tab)

    return run


def paint(tab: AgendaTab) -> None:
    """What waits to be laid out and painted."""
    tab.list.viewport().update()
    QApplication.processEvents()


if __name__ == "__main__":
    main()
