"""The first evening and the bad days: beginning, opening, trouble, backups, no screen."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cop_desktop import paths
from cop_desktop.app import Program
from cop_desktop.services import communities
from cop_desktop.settings import Settings
from cop_desktop.store import Store, create_file, open_file
from cop_desktop.ui import gallery
from cop_desktop.ui.dialogs.restore import RestoreDialog
from cop_desktop.ui.dialogs.settings import SettingsDialog
from cop_desktop.ui.files import MoveOffer, free_path
from cop_desktop.ui.first_run import COMMUNITY, LANGUAGE, START, FirstRun
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.places import Place
from cop_desktop.ui.trouble import Trouble
from cop_desktop.ui.widgets.labels import Words

from .conftest import TODAY

PLAIN = (Place("home", "ph.house", "Home", "tests.ui.test_shell_window:Counted"),)


@pytest.fixture
def program(
    qtbot: QtBot, fonts: None, kept: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program as started on a new machine."""
    monkeypatch.setattr("cop_desktop.ui.main_window.PLACES", PLAIN)
    it = Program(MainWindow(kept, lambda: TODAY))
    qtbot.addWidget(it.window)
    it.window.resize(1280, 840)
    it.start(None)
    it.window.show()
    yield it
    it.close()


def file_of(program: Program) -> Path:
    assert isinstance(program.store, Store)
    return program.store.path


def first_run(program: Program) -> FirstRun:
    content = program.window.centralWidget()
    assert isinstance(content, FirstRun)
    return content


def trouble(program: Program) -> str:
    content = program.window.centralWidget()
    assert isinstance(content, Trouble)
    return " ".join(each.words() for each in content.findChildren(Words))


def begin(program: Program, name: str, start: str = "empty") -> Path:
    page = first_run(program)
    page.answers.name, page.answers.step, page.answers.start = name, START, start
    page.go_on()
    return file_of(program)


def test_three_steps_lead_to_a_community(program: Program, qtbot: QtBot) -> None:
    page = first_run(program)
    assert page.answers.step == LANGUAGE
    qtbot.keyClick(page, Qt.Key.Key_Return)
    page.name.editor.setText("מנהלי בתי ספר")  # type: ignore[attr-defined]
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.answers.step == START
    page.answers.start = "empty"
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert program.store is not None
    with program.store.read() as session:
        (row,) = communities.every(session, TODAY)
    assert (row.name, row.work_year, row.language) == ("מנהלי בתי ספר", 2026, "he")
    assert program.window.windowTitle() == "מנהלי בתי ספר"
    assert file_of(program).parent == paths.communities_dir()


def test_a_language_chosen_in_the_first_step_holds_at_once(program: Program) -> None:
    first_run(program).language_chosen.emit("en")
    assert program.window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert first_run(program).answers.step == LANGUAGE
    first_run(program).go_on()
    assert first_run(program).answers.step == COMMUNITY


def test_a_community_without_a_name_is_told_so_under_the_field(program: Program) -> None:
    page = first_run(program)
    page.go_on()
    page.go_on()
    assert page.answers.step == COMMUNITY
    assert page.name.has_error
    page.name.editor.setText("חונכים")  # type: ignore[attr-defined]
    assert not page.name.has_error


def test_the_sample_stands_beside_ones_own_community_and_goes_in_one_step(
    program: Program,
) -> None:
    begin(program, "רכזי שכבה", "sample")
    assert program.store is not None
    with program.store.read() as session:
        rows = communities.every(session, TODAY)
    sample = next(row for row in rows if row.is_sample)
    assert program.window.windowTitle() == sample.name
    assert sample.members >= 20
    program.window.run("remove-sample")
    assert program.window.windowTitle() == "רכזי שכבה"
    program.window.undo()
    with program.store.read() as session:
        assert [row.members for row in communities.every(session, TODAY) if row.is_sample] == [
            sample.members
        ]


def test_a_community_can_be_deleted_beside_another_and_comes_back(program: Program) -> None:
    begin(program, "רכזי שכבה", "sample")
    window = program.window
    assert program.store is not None
    with program.store.read() as session:
        own = next(row for row in communities.every(session, TODAY) if not row.is_sample)
    program.show_community(own.id)
    assert window.commands.by_key["remove-community"].isVisible()
    window.run("remove-community")
    assert window.windowTitle() != "רכזי שכבה"
    assert not window.commands.by_key["remove-community"].isVisible()  # the last one stays
    window.undo()
    with program.store.read() as session:
        assert own in communities.every(session, TODAY)


def test_the_last_file_opens_again_with_the_community_last_seen(
    program: Program, kept: Settings
) -> None:
    file = begin(program, "רכזי שכבה", "sample")
    assert program.store is not None
    with program.store.read() as session:
        own = next(row for row in communities.every(session, TODAY) if not row.is_sample)
    program.show_community(own.id)
    program.close()
    program.start(None)
    assert file_of(program) == file
    assert program.window.windowTitle() == "רכזי שכבה"
    assert kept.recent == [str(file)]


@pytest.mark.parametrize(
    ("name", "contents"),
    [("empty.cop", b""), ("picture.cop", b"\x89PNG" * 300), ("missing.cop", None)],
)
def test_a_file_that_is_not_ours_becomes_a_calm_page(
    program: Program, tmp_path: Path, name: str, contents: bytes | None
) -> None:
    file = tmp_path / name
    if contents is not None:
        file.write_bytes(contents)
    program.open(file)
    assert name in trouble(program)
    assert contents is None or file.read_bytes() == contents


def test_from_a_page_of_trouble_one_gets_back_to_the_open_file(
    program: Program, tmp_path: Path
) -> None:
    begin(program, "חונכים")
    program.open(tmp_path / "nowhere.cop")
    assert "nowhere" in trouble(program)
    program.do("back")
    assert program.window.windowTitle() == "חונכים"


def test_a_file_open_in_another_window_says_so(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "open.cop"
    script = (
        "import sys, pathlib; from cop_desktop.store import create_file;"
        "s = create_file(pathlib.Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(file)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with other:
        assert other.stdout is not None
        other.stdout.readline()
        program.open(file)
        assert "open.cop" in trouble(program)
        other.communicate("")


def test_a_backup_brings_back_what_was_there(program: Program) -> None:
    file = begin(program, "לפני")
    program.close()
    program.open(file)
    assert program.store is not None
    with program.store.write("rename") as session:
        (row,) = communities.every(session, TODAY)
        communities.change(session, row.id, {"name": "אחרי"})
    assert program.window.shell is not None
    assert program.window.shell.name == "אחרי"
    program.choose_backup()
    dialog = program.window.findChild(RestoreDialog)
    assert dialog is not None
    dialog.list.itemActivated.emit(dialog.list.item(0))
    assert program.window.windowTitle() == "לפני"


def test_a_file_in_a_synced_folder_is_offered_a_safer_place(
    program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "OneDrive" / "צוות.cop"
    file.parent.mkdir()
    with create_file(file) as store, store.write("found") as session:
        communities.found(session, "צוות", 2026)
    program.open(file)
    offer = program.window.findChild(MoveOffer)
    assert offer is not None
    offer.moved = True
    offer.accept()
    assert program.store is not None
    assert file_of(program).parent == paths.communities_dir()
    assert not file.exists()
    assert program.window.windowTitle() == "צוות"


def test_settings_speak_the_language_just_chosen(program: Program) -> None:
    begin(program, "חונכים")
    program.window.run("settings")
    dialog = program.window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.change(language="en")
    assert dialog.windowTitle() == "Settings"
    assert dialog.layoutDirection() == Qt.LayoutDirection.LeftToRight
    dialog.accept()


def test_a_name_that_no_disk_would_take_still_makes_a_file(data_dir: Path) -> None:
    for name in ('קהילת "אור" / חוף: א?', "..", "א" * 500, "\u202eחונכים\u202c"):
        path = free_path(name)
        create_file(path).close()
        open_file(path).close()
    assert free_path("..").stem != "community"  # it is taken, so a number is added


def test_without_a_screen_one_sentence_is_said(tmp_path: Path) -> None:
    told = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    done = subprocess.run(
        [sys.executable, "-m", "cop_desktop"], env=told, capture_output=True, text=True, check=False
    )
    assert done.returncode == (1 if sys.platform.startswith("linux") else done.returncode)
    assert "demo" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_pages_are_pictured_in_three_languages_and_looks(
    store: Store, community: UUID, fonts: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("main_window", "gallery"):
        monkeypatch.setattr(f"cop_desktop.ui.{module}.PLACES", PLAIN)
    taken = list(gallery.take(tmp_path / "pictures", store))
    names = {path.name for path in taken}
    assert names == {
        "home-he.png", "home-he-dark.png", "home-he-contrast.png", "home-en.png", "home-ar.png"
    }  # fmt: skip
    assert len({path.read_bytes() for path in taken}) == len(taken)
