"""An evening on which everything is wrong: each way in ends in a sentence, and nothing is lost."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from cop_desktop.app import Program
from cop_desktop.errors import UserError
from cop_desktop.export.papers import PAPERS
from cop_desktop.services import sample
from cop_desktop.settings import Settings
from cop_desktop.store import create_file, problems
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.documents import DocumentsPage
from cop_desktop.ui.pages.documents.paper_list import SECTIONS
from cop_desktop.ui.pages.plan.adding import AddLine
from cop_desktop.ui.trouble import Trouble
from cop_desktop.ui.widgets import DateField, SearchBox
from tests.ui.conftest import TODAY

from .hands import CTRL, Hands, click, dump, write_over

HOSTILE = "<b>שם</b> & \u202eהפוך\u2067 \x00א 👩🏽‍🏫 '; DROP TABLE member; --"
LONG = "ארוכה" * 1000
Spoil = Callable[[Path], object]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed file with the sample community."""
    path = tmp_path / "sample.cop"
    with create_file(path) as store, store.write("sample") as session:
        sample.create(session, TODAY)
    return path


@pytest.fixture
def program(qtbot: QtBot, fonts: None, kept: Settings, file: Path) -> Iterator[Program]:
    """The program with the sample open."""
    with opened(qtbot, kept, file) as it:
        yield it


@contextmanager
def opened(qtbot: QtBot, kept: Settings, file: Path) -> Iterator[Program]:
    """A program with a file, shown, and closed at the end."""
    it = Program(MainWindow(kept, lambda: TODAY))
    qtbot.addWidget(it.window)
    it.start(file)
    it.window.resize(1280, 840)
    it.window.show()
    try:
        yield it
    finally:
        it.window.close()
        it.window.tasks.finish(30)
        it.close()


def newer(path: Path) -> None:
    with sqlite3.connect(path) as it:
        it.execute("update alembic_version set version_num = '9999'")


SPOILS: dict[str, Spoil] = {
    "empty": lambda path: path.write_bytes(b""),
    "spreadsheet": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(99)),
    "words": lambda path: path.write_text("שלום" * 50, "utf-8"),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:20_000]),
    "newer": newer,
}


@pytest.mark.parametrize("kind", SPOILS)
def test_a_file_that_is_not_for_us_leads_to_a_page_and_back(
    hands: Hands, file: Path, tmp_path: Path, kind: str
) -> None:
    other = tmp_path / "other.cop"
    hands.program.store.backup(other)  # type: ignore[union-attr]
    SPOILS[kind](other)
    before = other.read_bytes()
    with hands.file(other):
        hands.keys(Qt.Key.Key_O, CTRL)
    assert isinstance(hands.window.centralWidget(), Trouble)
    assert hands.sees(hands.words("Nothing in the file was changed."))
    hands.press(hands.words("Back to {name}", name=file.stem))
    assert hands.window.shell is not None
    assert other.read_bytes() == before


def test_a_second_window_on_the_same_file_is_told(
    hands: Hands, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    with opened(qtbot, Settings(tmp_path / "second.json"), file) as second:
        content = second.window.centralWidget()
        assert isinstance(content, Trouble)
        assert file.name in hands.reading(content)
    hands.go("Members")
    assert hands.window.shell is not None


def places(hands: Hands) -> Iterator[str]:
    """Every place with fields, with its fields open."""
    hands.go("Members")
    hands.press("Add a member")
    hands.press("Details")
    yield "members"
    hands.go("The community")
    hands.press("Record a stage")
    yield "community"
    hands.go("Meetings")
    hands.press("New meeting")
    yield "new meeting"
    rows = hands.page().year.list  # type: ignore[attr-defined]
    rows.setFocus()
    hands.keys(Qt.Key.Key_Down)
    hands.keys(Qt.Key.Key_Return)
    for side in ("Agenda", "Attendance", "Summary and decisions", "Details"):
        hands.press(side, hands.page())
        yield side
    hands.go("Roles")
    hands.press("Assign to a role")
    yield "roles"
    hands.go("Work plan")
    hands.press("Goals and activities", hands.page())
    for downs in (0, 1):
        outline = hands.list("Goals and activities")
        outline.setFocus()
        hands.keys(Qt.Key.Key_Home)
        for _down in range(downs):
            hands.keys(Qt.Key.Key_Down)
        hands.keys(Qt.Key.Key_Return)
        yield "plan"
    hands.go("Products")
    yield "products"


def fields(hands: Hands) -> list[QLineEdit | QPlainTextEdit]:
    """What one can write into, dates and searches aside; what adds and moves on comes last."""
    dates = [one.edit for one in hands.page().findChildren(DateField)]
    found = [
        one
        for one in hands.page().findChildren(QWidget)
        if isinstance(one, QLineEdit | QPlainTextEdit)
        and not isinstance(one, SearchBox)
        and one.isVisible() and one.isEnabled() and not one.isReadOnly() and one not in dates
    ]  # fmt: skip
    return sorted(found, key=lambda one: isinstance(one.parent(), AddLine))


def only_sentences(told: Sequence[tuple[type, BaseException, object]]) -> None:
    assert [problem for _kind, problem, _trace in told if not isinstance(problem, UserError)] == []


def paste_over(field: QWidget, text: str) -> None:
    field.setFocus()
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)
    out = Qt.Key.Key_Tab if isinstance(field, QPlainTextEdit) else Qt.Key.Key_Return
    QTest.keyClick(field, out)


@pytest.mark.parametrize("text", [HOSTILE, LONG], ids=["marks", "long"])
def test_whatever_is_pasted_into_any_field_can_be_printed_and_taken_back(
    hands: Hands, qtbot: QtBot, text: str
) -> None:
    assert hands.program.store is not None
    path = hands.open_file()
    beginning, written = dump(path), 0
    with qtbot.captureExceptions() as told:
        for _place in places(hands):
            for field in fields(hands):
                if field.isVisible():  # an earlier one may have closed it
                    paste_over(field, text)
                    written += 1
    only_sentences(told)
    assert written > 40
    kept = [name for name, rows in dump(path).items() if any(text[-9:] in row for row in rows)]
    assert {"member", "community", "meeting", "agenda_item", "goal", "plan_item"} <= set(kept)
    hands.go("Documents")
    page = hands.page()
    assert isinstance(page, DocumentsPage)
    made = set()
    for section in SECTIONS:
        page.list.open(section)
        for key in (it for it in PAPERS if page.list.rows[it].isVisible()):
            click(page.list.rows[key])
            hands.settle()
            assert page.view.preview.pages.count
            made.add(key)
    assert made == set(PAPERS)
    hands.go("Home")
    hands.window.grab()
    history = hands.program.history
    assert history is not None
    while history.stack.canUndo():
        hands.window.undo()
    assert dump(path) == beginning


def test_a_date_that_does_not_exist_is_refused_in_every_field_of_dates(hands: Hands) -> None:
    asked = 0
    for place in places(hands):
        for field in hands.page().findChildren(DateField):
            if field.isVisible():
                before = hands.program.history.stack.count()  # type: ignore[union-attr]
                write_over(field.edit, "31.2.2027")
                assert field.field.has_error, place
                assert field.edit.text() == "31.2.2027", "what was typed stays to be mended"
                assert hands.program.history.stack.count() == before  # type: ignore[union-attr]
                asked += 1
    assert asked >= 8


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = shutil.which("mount") if sys.platform == "linux" else None
    command = [mount or "false", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(filler: Path) -> None:
    """To the last byte."""
    with suppress(OSError), filler.open("wb", buffering=0) as it:
        while True:
            it.write(bytes(4096))


def test_a_full_disk_is_told_and_once_there_is_room_one_goes_on(
    qtbot: QtBot, fonts: None, kept: Settings, file: Path, tiny_disk: Path
) -> None:
    small = Path(shutil.copy(file, tiny_disk / "small.cop"))
    with opened(qtbot, kept, small) as program:
        hands = Hands(program, qtbot)
        hands.go("Members")
        hands.press("Details")
        filler = tiny_disk / "filler"
        fill(filler)
        notes = hands.field("Private notes")
        with qtbot.captureExceptions() as said:
            paste_over(notes, LONG)
        only_sentences(said)
        full = hands.words(problems.FULL, name=small.name)
        assert full in hands.reading() or full in [hands.told(problem) for _k, problem, _t in said]
        filler.unlink()
        paste_over(notes, "אפשר להמשיך")
        with sqlite3.connect(small) as it:
            (found,) = it.execute("select count(*) from member where notes = 'אפשר להמשיך'")
        assert found == (1,)


def test_a_read_only_disk_is_told(
    qtbot: QtBot, fonts: None, kept: Settings, file: Path, tiny_disk: Path
) -> None:
    small = Path(shutil.copy(file, tiny_disk / "small.cop"))
    subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True)
    with opened(qtbot, kept, small) as program:
        content = program.window.centralWidget()
        assert isinstance(content, Trouble)
        assert program.window.catalog(problems.READ_ONLY, name=small.name) in Hands(
            program, qtbot
        ).reading(content)
