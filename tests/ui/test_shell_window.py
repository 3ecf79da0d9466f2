"""The window: places, languages, looks, undo by name, one search for everything."""

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from cop_desktop.services import members
from cop_desktop.settings import Settings
from cop_desktop.store import Store
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.frame import Frame
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.palette import Palette
from cop_desktop.ui.places import PLACES, Place
from cop_desktop.ui.top_bar import TopBar

from .conftest import TODAY


class Counted(Page):
    """A page that counts how often it read the file."""

    depends_on = frozenset({"member"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.reads = 0
        self.item: UUID | None = None

    def refresh(self) -> None:
        self.reads += 1

    def show_item(self, item: UUID) -> None:
        self.item = item


HERE = f"{__name__}:Counted"


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two plain pages stand in the window's table: what is tested here is the window."""
    rows = (
        Place("home", "ph.house", "Home", HERE),
        Place("members", "ph.users", "Members", HERE, 1),
        Place("meetings", "ph.calendar-check", "Meetings", HERE, 1),
    )
    monkeypatch.setattr("cop_desktop.ui.main_window.PLACES", rows)


def bar(window: MainWindow) -> TopBar:
    assert window.shell is not None
    return window.shell.bar


def page(window: MainWindow) -> Counted:
    assert window.shell is not None
    found = window.shell.page
    assert isinstance(found, Counted)
    return found


def add(store: Store, community: UUID, name: str) -> None:
    with store.write(f"הוספת {name}") as session:
        members.add(session, community, {"given_name": name})


def test_a_page_is_read_when_seen_and_when_its_tables_change(
    window: MainWindow, store: Store, community: UUID
) -> None:
    home = page(window)
    window.open_place("members")
    first = page(window)
    add(store, community, "רות")
    assert (home.reads, first.reads) == (1, 2)  # home waits until somebody looks
    window.open_place("home")
    assert home.reads == 2


def test_undo_and_redo_name_the_step(
    window: MainWindow, store: Store, community: UUID, as_seen: Callable[[], None], qtbot: QtBot
) -> None:
    as_seen()
    add(store, community, "רות")
    assert "הוספת רות" in bar(window).undo.accessibleName()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not bar(window).undo.isEnabled() or "רות" not in bar(window).undo.accessibleName()
    assert "הוספת רות" in bar(window).redo.accessibleName()
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "הוספת רות" in bar(window).undo.accessibleName()


def test_the_language_changes_in_place_and_keeps_place_file_and_undo(
    window: MainWindow, store: Store, community: UUID, desk: Desk
) -> None:
    window.open_place("members")
    add(store, community, "רות")
    window.change(language="en")
    assert window.shell is not None
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.shell.place == "members"
    assert window.shell.desk.store is desk.store
    assert bar(window).undo.accessibleName() == "Undo: \u2068הוספת רות\u2069"
    QApplication.processEvents()
    assert page(window).reads == 1
    window.undo()
    assert page(window).reads == 2
    window.change(language="ar")
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_the_page_keeps_the_item_one_was_looking_at(window: MainWindow, community: UUID) -> None:
    window.open_place("members", community)
    window.change(theme="dark")
    assert page(window).item == community
    assert window.look.theme.name == "dark"


def test_nothing_of_the_bar_is_pushed_out_of_the_window(window: MainWindow) -> None:
    for scale, language in product((80, 100, 160, 200), ("he", "en", "ar")):
        window.change(scale=scale, language=language)
        QApplication.processEvents()
        for part in bar(window).parts:
            assert bar(window).rect().contains(part.geometry()), (part, scale, language)
        assert window.width() == 1280


def test_with_little_room_the_rail_shows_icons_and_tells_the_words(window: MainWindow) -> None:
    assert window.shell is not None
    wide = window.shell.rail.width()
    window.resize(760, 600)
    QApplication.processEvents()
    assert window.shell.rail.width() < wide / 2
    area = window.shell.rail.findChild(QScrollArea)
    assert area is not None
    assert all(item.toolTip() for item in window.shell.rail.items())


def test_every_place_of_the_rail_stands_whole_within_it(window: MainWindow) -> None:
    for height, language in product((840, 500, 700, 1000, 560), ("he", "en")):
        window.resize(1280, height)
        window.change(language=language)
        QApplication.processEvents()
        assert window.shell is not None
        area = window.shell.rail.findChild(QScrollArea)
        assert area is not None
        inside = area.widget()
        assert inside is not None
        room = inside.rect()
        items = [item for item in window.shell.rail.items() if area.isAncestorOf(item)]
        assert all(room.contains(item.geometry()) for item in items), (height, language)
        assert room.width() == area.viewport().width()


def test_settings_are_kept(window: MainWindow, kept: Settings) -> None:
    window.change(language="en", scale=125)
    window.run("larger-text")
    assert '"scale": 150' in kept.path.read_text("utf-8")


def test_the_search_list_closes_when_what_one_came_from_is_gone(
    window: MainWindow, qtbot: QtBot, as_seen: Callable[[], None]
) -> None:
    as_seen()
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    palette = search(window, qtbot, "")
    field.deleteLater()
    QApplication.sendPostedEvents(field, QEvent.Type.DeferredDelete)
    qtbot.keyClick(palette.box, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def search(window: MainWindow, qtbot: QtBot, words: str) -> Palette:
    window.run("search")
    palette = window.findChild(Palette)
    assert palette is not None
    palette.box.setText(words)  # QTest cannot press a Hebrew key
    palette.search()
    return palette


def test_search_finds_a_person_and_goes_there_by_keyboard_alone(
    window: MainWindow, store: Store, community: UUID, qtbot: QtBot
) -> None:
    add(store, community, "אביגיל")
    palette = search(window, qtbot, "אביג")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert window.shell is not None
    assert window.shell.place == "members"
    with store.read() as session:
        (row,) = members.rows(session, [page(window).item or community], window.today())
    assert row.name == "אביגיל"


def test_search_runs_commands_and_says_when_nothing_is_found(
    window: MainWindow, qtbot: QtBot, kept: Settings
) -> None:
    palette = search(window, qtbot, window.catalog("Larger text"))
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert kept.scale == 110
    palette = search(window, qtbot, "קקטוסים")
    assert "קקטוסים" in palette.nothing.words()


def test_escape_leaves_the_search_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    palette = search(window, qtbot, "")
    qtbot.keyClick(palette.box, Qt.Key.Key_Escape)
    assert palette.isHidden()


def test_a_deletion_offers_undo_in_a_toast(
    window: MainWindow, store: Store, community: UUID
) -> None:
    add(store, community, "רות")
    window.toast("רות נוספה.", undo=True)
    toast = window.notices.toast("רות נוספה.", undo=True)
    assert toast.isVisible()
    toast.action.click()
    with store.read() as session:
        names = {row.name for row in members.active(session, community, window.today())}
    assert "רות" not in names


def test_a_toast_leaves_once_its_step_is_not_the_last(
    window: MainWindow, store: Store, community: UUID
) -> None:
    add(store, community, "רות")
    toast = window.notices.toast("רות נוספה.", undo=True)
    add(store, community, "נעמי")
    assert not toast.isVisible()


def test_what_is_still_being_typed_is_saved_when_the_window_closes(
    window: MainWindow, as_seen: Callable[[], None]
) -> None:
    as_seen()
    field = QLineEdit(page(window))
    saved: list[str] = []
    field.editingFinished.connect(lambda: saved.append(field.text()))
    field.show()
    field.setFocus()
    field.insert("שורה אחרונה")
    window.close()
    assert saved[:1] == ["שורה אחרונה"]


HEAVY = (
    "pandas", "scipy", "matplotlib", "networkx", "reportlab", "alembic", "openpyxl", "docx",
    "holidays", "icalendar", "pypdfium2", "fontTools", "qtawesome", "rapidfuzz", "uharfbuzz",
    "python_calamine", "xlsxwriter", "cop_desktop.cli",
)  # fmt: skip
START = f"""
import sys
from datetime import date
from pathlib import Path
from cop_desktop import app, settings
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.application import make_application
make_application()
kept = settings.load(Path(sys.argv[1]) / "settings.json")
program = app.Program(MainWindow(kept, lambda: date(2026, 11, 22)))
program.open(Path(sys.argv[1]) / "community.cop")
program.window.show()
program.window.grab()
assert program.window.shell is not None
print(*(name for name in {HEAVY!r} if name in sys.modules))
program.close()
"""


def test_before_a_file_is_open_nothing_can_be_pressed(
    qtbot: QtBot, fonts: None, kept: Settings
) -> None:
    it = MainWindow(kept, lambda: TODAY)
    qtbot.addWidget(it)
    it.show_frame()
    it.show()
    frame = it.centralWidget()
    assert isinstance(frame, Frame)
    assert not any(button.isEnabled() for button in frame.findChildren(QAbstractButton))
    assert it.windowTitle()
    assert not it.commands.by_key["import-roster"].isEnabled()
    it.open_place("members")
    it.run("search")
    it.run("undo")
    assert it.centralWidget() is frame


def test_nothing_heavy_is_loaded_when_the_window_shows(
    store: Store, community: UUID, tmp_path: Path, fonts: None
) -> None:
    store.close()
    told = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    start = [sys.executable, "-c", START, str(tmp_path)]
    subprocess.run(start, env=told, check=True, capture_output=True)  # cuts the fonts, once
    done = subprocess.run(start, env=told, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_every_place_of_the_program_opens(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cop_desktop.ui.main_window.PLACES", PLACES)
    window.rebuild()
    for place in PLACES:
        window.open_place(place.key)
        assert window.shell is not None
        assert window.shell.place == place.key


def test_a_page_is_given_the_height_it_asks_for_and_no_more(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cop_desktop.ui.main_window.PLACES", PLACES)
    window.rebuild()
    window.resize(1280, 840)
    window.show()
    shell = window.shell
    assert shell is not None

    def heights() -> tuple[int, int]:
        page = shell.page
        assert page is not None
        return page.height(), page.minimumSizeHint().height()

    for place in (*PLACES, PLACES[0]):  # a long page leaves no height behind to the others
        window.open_place(place.key)
        QApplication.processEvents()
        height, least = heights()
        assert height == max(least, shell.area.viewport().height()), place.key
    window.open_place("members")
    window.run("help")  # the detail goes below the list
    for _ in range(5):
        QApplication.processEvents()
    height, least = heights()
    assert height >= least
