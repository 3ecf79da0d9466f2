"""The evening before: one button, ticks and copies, and everything in one file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from pytestqt.qtbot import QtBot

from cop_desktop.services import meetings
from cop_desktop.settings import Settings
from cop_desktop.store import Store
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.packing import PackDialog, memory
from cop_desktop.ui.main_window import MainWindow
from tests.export.gatherings import Gathered, gathered

Wait = Callable[[], None]


@pytest.fixture
def wait(window: MainWindow, qtbot: QtBot) -> Wait:
    """Until what was ticked is laid out and nothing is being made any more."""

    def idle() -> bool:
        open_ones = window.findChildren(PackDialog)
        return not window.tasks.busy and not any(it._soon.isActive() for it in open_ones)  # noqa: SLF001

    return lambda: qtbot.waitUntil(idle, timeout=30_000)


@pytest.fixture
def meeting(store: Store) -> Gathered:
    """A rich meeting of a second community in the same file."""
    return gathered(store, people=12)


@pytest.fixture
def rich(desk: Desk, meeting: Gathered) -> Desk:
    """The desk of that community."""
    return replace(desk, community=meeting.community)


@pytest.fixture
def dialog(window: MainWindow, rich: Desk, meeting: Gathered, wait: Wait) -> Iterator[PackDialog]:
    it = PackDialog(rich, meeting.coming, window)
    it.open()
    wait()
    yield it
    it.close()


def test_everything_is_ticked_and_counted_for_those_expected(dialog: PackDialog) -> None:
    assert list(dialog.lines) == [
        "handout", "run-sheet", "sign-in", "feedback-form", "role-cards", "name-tents", "digest",
    ]  # fmt: skip
    assert all(line.tick.isChecked() for line in dialog.lines.values())
    assert dialog.lines["feedback-form"].wanted == 12  # eleven of twelve members, and a guest
    assert dialog.lines["run-sheet"].wanted == 1
    shown = dialog.preview.pages.count
    assert shown == sum(dialog._counts.values())  # noqa: SLF001
    assert "12" in dialog.lines["handout"].copies.words.text()


def test_a_tick_taken_away_takes_its_pages_away_and_is_remembered(
    dialog: PackDialog, window: MainWindow, rich: Desk, meeting: Gathered, wait: Wait
) -> None:
    before = dialog.preview.pages.count
    dialog.lines["name-tents"].tick.click()
    dialog.lines["role-cards"].tick.click()
    wait()
    assert dialog.preview.pages.count == before - 6 - 2
    again = PackDialog(rich, meeting.coming, window)
    wait()
    ticked = {key for key, line in again.lines.items() if line.tick.isChecked()}
    assert ticked == set(again.lines) - {"name-tents", "role-cards"}
    again.close()


def test_the_pack_is_saved_with_all_copies_and_bookmarks(
    dialog: PackDialog, tmp_path: Path, wait: Wait
) -> None:
    for key in ("name-tents", "role-cards", "run-sheet"):
        dialog.lines[key].tick.click()
    dialog.two_sided.setChecked(False)
    dialog.lines["feedback-form"].copies.more.click()
    wait()
    dialog.save_to(tmp_path / "pack.pdf")
    wait()
    with PdfDocument(tmp_path / "pack.pdf") as pdf:
        counts = dialog._counts  # noqa: SLF001
        copies = {"handout": 12, "feedback-form": 13, "sign-in": 1, "digest": 1}
        assert len(pdf) == sum(counts[key] * n for key, n in copies.items())
        in_all = len(pdf)
        tops = [it.get_title() for it in pdf.get_toc() if it.level == 0]
        assert len(tops) == len(copies)
    assert str(in_all) in dialog.total.text()


def test_separate_files_go_into_a_folder(dialog: PackDialog, tmp_path: Path, wait: Wait) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    dialog.save_apart_in(folder)
    wait()
    assert len(list(folder.glob("*.pdf"))) == len(dialog.lines)


def test_nothing_ticked_prints_nothing(dialog: PackDialog, wait: Wait) -> None:
    for line in dialog.lines.values():
        line.tick.click()
    wait()
    assert not dialog.printing.isEnabled()
    assert not dialog.saving.isEnabled()
    dialog.lines["sign-in"].tick.click()
    wait()
    assert dialog.printing.isEnabled()
    assert dialog.preview.pages.count >= 1


def test_the_eye_brings_a_paper_into_view(dialog: PackDialog) -> None:
    bar = dialog.preview.verticalScrollBar()
    dialog.lines["feedback-form"].see.click()
    form = bar.value()
    dialog.lines["run-sheet"].see.click()
    assert 0 < bar.value() < form


def test_a_meeting_without_agenda_or_past_has_a_smaller_pack(
    window: MainWindow, desk: Desk, store: Store, wait: Wait
) -> None:
    with store.read() as session:
        first = meetings.every(session, desk.community_id)[0]
    it = PackDialog(desk, first.id, window)
    wait()
    assert "digest" not in it.lines
    assert it.preview.pages.count >= 4
    it.close()


@pytest.mark.parametrize("odd", ["x", [], {"left_out": 3}, {"left_out": [1, None]}])
def test_an_odd_memory_leaves_nothing_out(kept: Settings, odd: object) -> None:
    kept.memory[memory.KEY] = odd
    assert memory.habit(kept) == memory.Habit()
