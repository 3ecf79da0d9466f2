"""A leader brings in the list she keeps: seen, corrected, decided, one step, taken back."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cop_desktop.errors import UserError
from cop_desktop.intake.encodings import CHOICES
from cop_desktop.services import members
from cop_desktop.services.members import Filter
from cop_desktop.services.roster_import import Action
from cop_desktop.store import Store
from cop_desktop.store.backups import backups_of
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.import_roster import ImportRoster
from cop_desktop.ui.dialogs.importing.look import Outcome
from cop_desktop.ui.dialogs.importing.preview import Preview
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.widgets import Toast

from .conftest import TODAY

SHEETS = Path(__file__).parents[1] / "data" / "spreadsheets"
UGLY = sorted(SHEETS.iterdir())
MANY = "שם פרטי\tשם משפחה\tנייד\n" + "\n".join(f"תמר\tגל {n}\t05212{n:05}" for n in range(2_000))
Reader = Callable[[Path | str], Preview]


@pytest.fixture
def dialog(desk: Desk, window: MainWindow, qtbot: QtBot) -> ImportRoster:
    it = ImportRoster(desk, window)
    it.show()
    return it


@pytest.fixture
def read(dialog: ImportRoster, qtbot: QtBot) -> Reader:
    """Read a list as the worker does, and wait until it is shown."""

    def reading(source: Path | str) -> Preview:
        dialog.read(source)
        return settled(dialog, qtbot)

    return reading


def settled(dialog: ImportRoster, qtbot: QtBot) -> Preview:
    qtbot.waitUntil(lambda: dialog.idle, timeout=20_000)
    assert dialog.preview is not None
    return dialog.preview


def bring_in(dialog: ImportRoster, qtbot: QtBot) -> None:
    """Press Import, and wait until the list is in."""
    dialog.foot.primary.click()
    qtbot.waitUntil(lambda: dialog.idle, timeout=20_000)


def pick(box: object, value: object) -> None:
    """Choose in a combo box as a person does."""
    box.setCurrentIndex(box.findData(value))  # type: ignore[attr-defined]
    box.activated.emit(box.currentIndex())  # type: ignore[attr-defined]


def everybody(store: Store, community: UUID) -> dict[str, members.MemberRow]:
    with store.read() as session:
        keys = members.find(session, community, TODAY, Filter(with_former=True))
        return {row.name: row for row in members.rows(session, keys, TODAY)}


@pytest.mark.parametrize("sheet", UGLY, ids=lambda path: path.name)
def test_every_ugly_list_is_read_imported_and_taken_back(
    sheet: Path, read: Reader, dialog: ImportRoster, window: MainWindow, store: Store,
    community: UUID, qtbot: QtBot,
) -> None:  # fmt: skip
    before = everybody(store, community)
    preview = read(sheet)
    assert dialog.focusWidget() is preview.rows.table
    assert preview.rows.table.chosen_ids() == [preview.look.layout.rows[0].number]
    assert preview.taken
    taken = preview.taken
    bring_in(dialog, qtbot)
    after = everybody(store, community)
    assert len(after) == len(before) + taken
    toast = window.findChild(Toast)
    assert toast is not None
    assert toast.isVisible()
    window.undo()
    assert everybody(store, community) == before
    window.redo()
    assert everybody(store, community) == after


def test_nothing_is_written_before_import_is_pressed(
    read: Reader, dialog: ImportRoster, store: Store, community: UUID
) -> None:
    before = everybody(store, community)
    read(SHEETS / "titles-above.xlsx")
    dialog.foot.cancel.click()
    assert everybody(store, community) == before
    assert not backups_of(store.path)


def test_the_file_is_backed_up_before_an_import(
    read: Reader, dialog: ImportRoster, store: Store, qtbot: QtBot
) -> None:
    read(SHEETS / "utf-8.csv")
    bring_in(dialog, qtbot)
    assert [backup.reason for backup in backups_of(store.path)] == ["import"]


def test_a_column_that_was_not_recognised_is_mapped_and_remembered(
    read: Reader, dialog: ImportRoster, qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    pasted = "מי\tמה עושה\tנייד\tרשות\nתמר גל\tרכזת גיל רך\t052-1234567\tרהט"
    preview = read(pasted)
    assert not preview.look.usable
    assert not dialog.foot.primary.isEnabled()
    pick(preview.rows.strip.boxes[0], "full_name")
    preview = settled(dialog, qtbot)
    pick(preview.rows.strip.boxes[1], "job_title")
    preview = settled(dialog, qtbot)
    assert (preview.taken, preview.choices[0].draft.job_title) == (1, "רכזת גיל רך")
    bring_in(dialog, qtbot)
    again = ImportRoster(desk, window, pasted=pasted.replace("תמר", "רות"))
    qtbot.addWidget(again)
    kept = settled(again, qtbot)
    assert [column.field for column in kept.look.layout.columns][:2] == ["full_name", "job_title"]


def test_another_encoding_can_be_chosen(
    read: Reader, dialog: ImportRoster, qtbot: QtBot, tmp_path: Path
) -> None:
    short = tmp_path / "short.csv"
    short.write_bytes("שם,רשות\nלי,לוד".encode("cp862"))
    preview = read(short)
    options = preview.options
    pick(options.encoding, "cp1252")
    preview = settled(dialog, qtbot)
    assert preview.look.table.encoding == "cp1252"
    pick(preview.options.encoding, "cp862")
    preview = settled(dialog, qtbot)
    assert preview.choices[0].draft.organisation == "לוד"
    assert preview.options.encoding.count() >= len(CHOICES)


def test_people_who_may_be_here_are_decided_side_by_side(
    read: Reader, dialog: ImportRoster, store: Store, community: UUID, qtbot: QtBot
) -> None:
    preview = read("שם מלא\tרשות\tתפקיד\nדנה לוי\t\tמנהלת גנים\nנועה אברהם\tרהט\tרכזת\nטל ים\t\t")
    assert len(preview.look.doubtful) == 2
    counts = preview.counts()
    assert (counts[Outcome.DECIDE], counts[Outcome.NEW]) == (1, 2)
    by_name = {preview.choices[at].draft.name: at for at in preview.look.doubtful}
    preview.tabs.choose(1)
    preview.decisions.pairs[by_name["דנה לוי"]][Action.UPDATE].click()
    preview.decisions.pairs[by_name["נועה אברהם"]][Action.SKIP].click()
    assert preview.counts()[Outcome.UPDATE] == 1
    bring_in(dialog, qtbot)
    found = everybody(store, community)
    assert found["דנה לוי"].job_title == "מנהלת גנים"
    assert found["נועה אברהם"].job_title == "מנהלת אגף"
    assert "טל ים" in found
    assert len(found) == 4


def test_decisions_outlive_a_new_mapping(read: Reader, dialog: ImportRoster, qtbot: QtBot) -> None:
    preview = read("שם מלא\tמשהו\tנייד\nדנה לוי\tמנהלת גנים\t052-7654321\nטל ים\tרכזת\t")
    preview.decide(preview.look.doubtful[0], Action.UPDATE)
    pick(preview.rows.strip.boxes[1], "job_title")
    preview = settled(dialog, qtbot)
    assert preview.counts()[Outcome.UPDATE] == 1


def test_refused_rows_are_told_and_saved_as_a_spreadsheet(
    read: Reader, dialog: ImportRoster, tmp_path: Path
) -> None:
    preview = read("שם מלא\tטלפון\n\t0521234567\nטל ים\t0527654321")
    assert preview.counts()[Outcome.REFUSED] == 1
    assert dialog.foot.refused.isVisible()
    dialog.write_refused(tmp_path / "left.xlsx")
    sheet = load_workbook(tmp_path / "left.xlsx").worksheets[0]
    cells = [list(row) for row in sheet.values]
    assert len(cells) == 2
    assert cells[1][1] == "0521234567"


def test_repairs_are_told_and_identity_numbers_dropped(read: Reader) -> None:
    preview = read("שם מלא\tת.ז.\tנייד\nטל ים\t123456782\t521234567")
    row = preview.rows.row_view(preview.look.layout.rows[0])
    assert any("052" in note for note in row.notes)
    assert preview.look.draft.members[0].mobile.replace("-", "") == "0521234567"
    assert "123456782" not in repr(preview.look.draft.members)


def test_what_is_no_list_ends_in_a_sentence(
    read: Reader, dialog: ImportRoster, tmp_path: Path
) -> None:
    picture = tmp_path / "list.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    preview = read(picture)
    assert preview.look.table.problems
    assert not dialog.foot.primary.isEnabled()
    assert dialog.foot.primary.toolTip()


def test_cancel_stops_the_reading_and_leaves_the_dialog_as_it_was(
    dialog: ImportRoster, qtbot: QtBot
) -> None:
    rows = "\n".join(f"שם{number} משפחה{number}\t05212{number:05}" for number in range(15_000))
    dialog.read(f"שם מלא\tנייד\n{rows}")
    assert dialog.progress.isVisible()
    dialog.progress.cancel.click()
    assert dialog.idle
    assert dialog.preview is None


def test_an_import_that_is_cancelled_leaves_nothing(
    read: Reader, dialog: ImportRoster, store: Store, community: UUID, qtbot: QtBot, desk: Desk
) -> None:
    before, steps = everybody(store, community), desk.history.stack.index()
    preview = read(MANY)
    dialog.foot.primary.click()
    dialog.foot.cancel.click()
    assert not preview.isEnabled()
    qtbot.waitUntil(lambda: dialog.idle, timeout=20_000)
    assert everybody(store, community) == before
    assert desk.history.stack.index() == steps
    assert preview.isEnabled(), "one may look again, and import after all"
    bring_in(dialog, qtbot)
    assert len(everybody(store, community)) == len(before) + 2_000


def test_the_file_is_read_but_not_changed_while_a_list_is_brought_in(
    read: Reader, dialog: ImportRoster, store: Store, community: UUID, qtbot: QtBot
) -> None:
    before = everybody(store, community)
    read(MANY)
    dialog.foot.primary.click()
    assert everybody(store, community) == before
    with pytest.raises(UserError, match="being imported"), store.write("another"):
        pass
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.idle, timeout=20_000)
    with store.write("another"):
        pass


def test_the_file_is_free_again_when_nobody_waits_for_the_import(
    read: Reader, dialog: ImportRoster, window: MainWindow, store: Store, community: UUID
) -> None:
    before = everybody(store, community)
    read(MANY)
    dialog.foot.primary.click()
    window.tasks.cancel_all()
    assert everybody(store, community) == before
    with store.write("another"):
        pass


def test_the_command_of_the_window_opens_the_import(
    window: MainWindow, as_seen: Callable[[], None], qtbot: QtBot
) -> None:
    as_seen()
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ImportRoster)
    assert dialog is not None
    QGuiApplication.clipboard().setText("שם מלא\nתמר גל")
    qtbot.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert settled(dialog, qtbot).taken == 1
