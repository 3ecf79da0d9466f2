"""Impatient hands: dialogs closed while they work, languages and looks changed at every page."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from cop_desktop.app import Program
from cop_desktop.export.papers import PAPERS
from cop_desktop.services import sample
from cop_desktop.settings import Settings
from cop_desktop.store import create_file
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.import_roster import ImportRoster
from cop_desktop.ui.dialogs.paper import PaperDialog
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.places import PLACES
from cop_desktop.ui.tasks import Progress
from cop_desktop.ui.tidy import tidy
from tests.ui.conftest import TODAY

SHEETS = sorted((Path(__file__).parents[1] / "data" / "spreadsheets").iterdir())
TIMES = 30


@pytest.fixture
def program(qtbot: QtBot, fonts: None, kept: Settings, tmp_path: Path) -> Iterator[Program]:
    """The program with the sample community open."""
    file = tmp_path / "sample.cop"
    with create_file(file) as store, store.write("sample") as session:
        sample.create(session, date(2026, 11, 22))
    it = Program(MainWindow(kept, lambda: TODAY))
    qtbot.addWidget(it.window)
    it.start(file)
    it.window.resize(1280, 840)
    it.window.show()
    yield it
    it.window.close()
    assert it.window.tasks.finish(60)
    it.close()


def desk(program: Program) -> Desk:
    assert program.window.shell is not None
    return program.window.shell.desk


def test_papers_are_opened_and_closed_quicker_than_they_are_made(
    program: Program, qtbot: QtBot
) -> None:
    keys = list(PAPERS)
    for n in range(TIMES):
        dialog = PaperDialog(desk(program), keys[n % len(keys)], parent=program.window)
        dialog.open()
        qtbot.wait(n % 4 * 12)
        dialog.reject()
        tidy()
    last = PaperDialog(desk(program), "summary", parent=program.window)
    last.open()
    qtbot.waitUntil(lambda: last.view.preview.pages.count == 1, timeout=60_000)
    qtbot.waitUntil(lambda: program.window.findChildren(PaperDialog) == [last], timeout=5_000)
    last.reject()


def test_lists_are_opened_and_left_quicker_than_they_are_read(
    program: Program, qtbot: QtBot
) -> None:
    for n in range(TIMES):
        dialog = ImportRoster(desk(program), program.window)
        dialog.open()
        dialog.read(SHEETS[n % len(SHEETS)])
        qtbot.wait(n % 4 * 12)
        dialog.reject()
        tidy()
    qtbot.waitUntil(lambda: not program.window.findChildren(ImportRoster), timeout=5_000)


@pytest.mark.parametrize("place", [place.key for place in PLACES])
def test_language_and_look_change_while_something_is_under_way(
    program: Program, qtbot: QtBot, place: str
) -> None:
    window, go, asked = program.window, Event(), list[str]()

    def work(progress: Progress) -> None:
        go.wait(30)
        progress(1, 1)

    window.open_place(place)
    for n in range(8):
        window.tasks.run("wait", work, lambda _none: asked.append("shown"))
        window.change(
            language=("en", "ar", "he")[n % 3],
            theme=("dark", "contrast", "light")[n % 3],
            scale=(160, 80, 200, 100)[n % 4],
        )
        qtbot.wait(1)
        tidy()
    go.set()
    assert window.tasks.finish(30)
    qtbot.wait(10)
    assert not asked, "what was asked for by a page that is gone is not shown"
    assert window.shell is not None
    assert window.shell.place == place
