"""What leaves for the ministry is seen first, to the last row; what left is followed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cop_desktop.errors import UserError
from cop_desktop.intake.packages import received
from cop_desktop.models.package_form import TABLES as FORM
from cop_desktop.models.package_words import ExportStep
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import consents, exports, members, sample
from cop_desktop.services.leaving import signs_offered
from cop_desktop.services.packages import receipt
from cop_desktop.services.packages.gathering import Asked
from cop_desktop.store import Store
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.documents import DocumentsPage
from cop_desktop.ui.pages.documents.outside import OutsideView
from cop_desktop.ui.pages.documents.outside.words import FIELDS, KEYS, TABLES, VOCABULARY
from cop_desktop.ui.tables import RowList
from tests.ui.conftest import TODAY

Wait = Callable[[], None]


@pytest.fixture
def community(store: Store) -> UUID:
    """The sample: with signs, meetings and members enough to hold something back."""
    with store.write("sample") as session:
        return sample.create(session, TODAY)


@pytest.fixture
def wait(window: MainWindow, qtbot: QtBot) -> Wait:
    return lambda: qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)


@pytest.fixture
def view(window: MainWindow, wait: Wait) -> Iterator[OutsideView]:
    window.open_place("documents")
    wait()
    page = window.findChild(DocumentsPage)
    assert page
    QTest.mouseClick(page.rows["outside"], Qt.MouseButton.LeftButton)
    yield page.outside
    wait()


def cells(view: OutsideView) -> list[str]:
    table = view.leaves.part
    assert isinstance(table, RowList)
    model = table.model()
    across = range(model.columnCount())
    return [
        str(model.index(row, at).data() or "") for row in range(model.rowCount()) for at in across
    ]


def test_every_table_and_field_of_a_package_has_words() -> None:
    assert {table.name for table in FORM} == TABLES.keys()
    assert {it.name for table in FORM for it in table.fields} - KEYS <= FIELDS.keys()
    worded = {(table.name, it.name) for table in FORM for it in table.fields if it.words}
    assert worded == VOCABULARY.keys()


def test_the_rows_are_those_of_the_package_and_held_back_numbers_say_so(view: OutsideView) -> None:
    view.leaves.show_part("headcount")
    look = view.leaves.look
    assert look
    held = sum(name == "headcount" for name, _row, _field in look.hidden)
    assert held
    assert cells(view).count(view.leaves.desk.catalog("held back")) == held


def test_no_sign_leaves_unless_it_is_ticked(
    view: OutsideView, store: Store, community: UUID
) -> None:
    with store.read() as session:
        asked = Asked(community, Share.MINISTRY, TODAY, {})
        offered = [it.key for it in signs_offered(session, asked)]
    assert list(view.leaves.sign_chips) == offered
    assert "sign" not in view.leaves.tables.chips
    view.leaves.sign_chips[offered[0]].click()
    assert "sign" in view.leaves.tables.chips
    assert view.leaves.look
    assert len(view.leaves.look.contents.rows["sign"]) == 1


def test_other_readers_see_other_tables(view: OutsideView) -> None:
    assert "member" not in view.leaves.tables.chips
    view.leaves.levels.chips[Share.ORGANISATIONS].click()
    assert "member" in view.leaves.tables.chips


def test_the_page_that_goes_along_is_seen_too(view: OutsideView, wait: Wait) -> None:
    view.leaves.show_part("paper")
    wait()
    assert view.leaves.preview.pages.count == 1


def test_a_wrong_key_is_told_under_its_field_and_nothing_leaves(
    view: OutsideView, store: Store, community: UUID, wait: Wait
) -> None:
    view.leaves.foot.lock.setText("a key")
    view.leaves.foot.button.click()
    wait()
    assert view.leaves.foot.key_field.has_error
    with store.read() as session:
        assert not exports.log(session, community)


def test_names_leave_with_an_answer_to_every_question(
    view: OutsideView, store: Store, community: UUID, tmp_path: Path
) -> None:
    view.outbox.use_folder(tmp_path)
    view.tabs.choose(1)
    assert not view.names.button.isEnabled()  # nobody agreed yet
    with store.read() as session:
        key = UUID(members.find(session, community, TODAY)[0])
    with store.write("agree") as session:
        consents.give(session, key, Share.MINISTRY, TODAY)
    view.names.refresh()
    view.names.button.click()
    assert view.names.fields[0].has_error
    for it in view.names.answers:
        it.setText("הכשרה")
    view.names.button.click()
    assert len(list(tmp_path.glob("*.xlsx"))) == 1
    assert view.pages.currentWidget() is view.outbox


def test_a_receipt_that_came_as_a_file_is_noted(
    view: OutsideView, store: Store, community: UUID, wait: Wait, tmp_path: Path
) -> None:
    (folder := tmp_path / "stick").mkdir()
    view.outbox.use_folder(folder)
    view.leaves.foot.button.click()
    wait()
    (file,) = folder.iterdir()
    (back := tmp_path / "a.receipt.json").write_bytes(
        receipt.as_file(received(file.read_bytes()))
    )  # fmt: skip
    view.outbox.take_receipt(back)
    with store.read() as session:
        assert exports.sent(session, community)[0].waiting_for is ExportStep.HANDED_OVER
    with pytest.raises(UserError):
        view.outbox.take_receipt(file)


def test_a_package_goes_through_its_steps(
    view: OutsideView, store: Store, community: UUID, wait: Wait, tmp_path: Path
) -> None:
    (folder := tmp_path / "stick").mkdir()
    view.outbox.use_folder(folder)
    view.leaves.foot.button.click()
    wait()
    (file,) = folder.iterdir()
    assert view.pages.currentWidget() is view.outbox
    took = received(file.read_bytes())
    for _ in range(2):
        view.outbox.steps[took.digest].click()
    assert took.digest not in view.outbox.steps
    with store.read() as session:
        steps = [it.step for it in exports.log(session, community)]
    assert steps == list(ExportStep)
    assert sum(letter.isdigit() for letter in view.outbox.print.words()) == 30
