"""What leaves for the ministry is seen first, to the last row; what left is followed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cop_desktop.errors import UserError
from cop_desktop.formats import without_isolates
from cop_desktop.intake.packages import received
from cop_desktop.models.package_form import TABLES as FORM
from cop_desktop.models.package_words import ExportStep
from cop_desktop.models.vocabulary import Share
from cop_desktop.paths import export_key
from cop_desktop.services import consents, exports, meetings, members, sample
from cop_desktop.services.leaving import signs_offered
from cop_desktop.services.packages import receipt
from cop_desktop.services.packages.gathering import Asked
from cop_desktop.store import Store
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.documents import DocumentsPage
from cop_desktop.ui.pages.documents.outside import OutsideView
from cop_desktop.ui.pages.documents.outside.signs_part import SignsPart
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


def outside(window: MainWindow, wait: Wait) -> OutsideView:
    window.open_place("documents")
    wait()
    page = window.findChild(DocumentsPage)
    assert page
    QTest.mouseClick(page.list.rows["outside"], Qt.MouseButton.LeftButton)
    return page.outside


@pytest.fixture
def view(window: MainWindow, wait: Wait) -> Iterator[OutsideView]:
    yield outside(window, wait)
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
    view.leaves.tables.chips["sign"].click()
    part = view.leaves.part
    assert isinstance(part, SignsPart)
    assert [key for key, tick in part.ticks.items() if not tick.isChecked()] == offered
    part.ticks[offered[0]].click()
    assert view.leaves.look
    assert len(view.leaves.look.contents.rows["sign"]) == 1
    after = view.leaves.part
    assert isinstance(after, SignsPart)
    assert after.ticks[offered[0]].hasFocus()  # one goes on from there


def test_other_readers_see_other_tables(view: OutsideView) -> None:
    assert "member" not in view.leaves.tables.chips
    view.leaves.levels.chips[Share.ORGANISATIONS].click()
    assert "member" in view.leaves.tables.chips


def test_the_page_that_goes_along_is_seen_too(view: OutsideView, wait: Wait) -> None:
    view.leaves.show_part("paper")
    wait()
    assert view.leaves.preview.pages.count == 1


@pytest.mark.parametrize(
    ("language", "key"), [("he", "a key"), ("en", "AGE-SECRET-KEY-1QQQ"), ("ar", "a key")]
)
def test_a_wrong_key_is_told_in_view_under_its_field_and_nothing_leaves(
    window: MainWindow, store: Store, community: UUID, wait: Wait, qtbot: QtBot, language: str,
    key: str,
) -> None:  # fmt: skip
    window.settings.keep(language=language)
    window.dress()
    view = outside(window, wait)
    window.resize(1024, 640)
    view.leaves.foot.lock.setText(key)
    view.leaves.deed.button.click()
    wait()
    assert view.leaves.foot.key_field.has_error
    assert view.leaves.foot.lock.hasFocus()
    note = view.leaves.foot.key_field.note
    qtbot.waitUntil(lambda: note.visibleRegion().boundingRect() == note.rect())
    with store.read() as session:
        assert not exports.log(session, community)


def test_a_key_pasted_with_the_lines_around_it_locks_the_file(
    view: OutsideView, wait: Wait, tmp_path: Path
) -> None:
    public = str(pyrage.x25519.Identity.generate().to_public())
    QGuiApplication.clipboard().setText(f"# created: 2026-11-01\n{public}\n")
    view.leaves.foot.lock.paste()
    view.leaves.foot.lock.editingFinished.emit()
    assert not view.leaves.foot.key_field.has_error
    view.outbox.use_folder(tmp_path)
    view.leaves.deed.button.click()
    wait()
    assert len(list(tmp_path.glob("*.zip.age"))) == 1


def test_the_ministry_s_key_does_not_lock_what_is_for_others(view: OutsideView) -> None:
    foot = view.leaves.foot
    public = str(pyrage.x25519.Identity.generate().to_public())
    foot.lock.setText(public)
    foot.key()
    view.leaves.levels.chips[Share.ORGANISATIONS].click()
    assert foot.lock.text() == ""
    view.leaves.levels.chips[Share.MINISTRY].click()
    assert foot.lock.text() == public


def test_a_stick_that_is_not_there_is_told_beside_the_button(
    view: OutsideView, store: Store, community: UUID, wait: Wait, tmp_path: Path
) -> None:
    view.outbox.use_folder(stick := tmp_path / "stick")
    view.leaves.deed.button.click()
    wait()
    assert str(stick) in view.leaves.deed.note.words.words()
    assert not view.leaves.foot.to_field.has_error
    view.tabs.choose(2)
    assert view.outbox.gone_line.isVisible()
    stick.mkdir()
    view.tabs.choose(0)
    assert str(stick) not in view.leaves.deed.note.words.words()
    view.leaves.deed.button.click()
    wait()
    assert len(list(stick.iterdir())) == 1


@pytest.mark.parametrize("size", [(1280, 720), (1024, 640)])
def test_nothing_of_the_place_is_cut_at_the_side(
    view: OutsideView, store: Store, community: UUID, size: tuple[int, int]
) -> None:
    view.window().resize(*size)
    with store.write("long") as session:
        first = meetings.every(session, community)[0].id
        meetings.change(session, first, {"topic": "מפגש " * 30})
    for tab in range(3):
        view.tabs.choose(tab)
        QTest.qWait(0)
        assert view.visibleRegion().boundingRect().width() == view.width()
        assert view.tabs.visibleRegion().boundingRect() == view.tabs.rect()


def test_names_leave_with_an_answer_to_every_question(
    view: OutsideView, store: Store, community: UUID, tmp_path: Path
) -> None:
    view.outbox.use_folder(tmp_path)
    view.tabs.choose(1)
    assert view.names.nobody.isVisible()  # nobody agreed yet
    assert not view.names.button.isVisible()
    with store.read() as session:
        key = UUID(members.find(session, community, TODAY)[0])
    with store.write("agree") as session:
        consents.give(session, key, Share.MINISTRY, TODAY)
    view.names.refresh()
    view.names.button.click()
    assert view.names.fields[0].has_error
    assert view.names.answers[0].hasFocus()
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
    view.leaves.deed.button.click()
    wait()
    (file,) = folder.iterdir()
    (back := tmp_path / "a.receipt.json").write_bytes(
        receipt.as_file(received(file.read_bytes()))
    )  # fmt: skip
    view.outbox.take_receipt(back)
    with store.read() as session:
        assert exports.sent(session, community)[0].waiting_for is None  # it came, so it was given
    with pytest.raises(UserError):
        view.outbox.take_receipt(file)


def test_a_file_that_was_carried_away_without_a_note_is_asked_about(
    view: OutsideView, wait: Wait, tmp_path: Path
) -> None:
    view.outbox.use_folder(tmp_path)
    view.leaves.deed.button.click()
    wait()
    (file,) = tmp_path.glob("*.zip")
    (card,) = view.outbox.cards.values()
    assert without_isolates(card.file.words()) == file.name
    file.unlink()
    view.outbox.refresh()
    (card,) = view.outbox.cards.values()
    told = without_isolates(card.file.words())
    assert file.name in told
    assert told != file.name


def test_tab_goes_down_the_page_to_the_button(view: OutsideView, qtbot: QtBot) -> None:
    view.window().activateWindow()
    leaves = view.leaves
    leaves.show_part("meeting")
    leaves.levels.chips[Share.MINISTRY].setFocus()
    met = list[QWidget | None]()
    while not leaves.deed.button.hasFocus() and len(met) < 30:
        qtbot.keyClick(view.window().focusWidget(), Qt.Key.Key_Tab)
        met.append(view.window().focusWidget())
    chips = list(leaves.tables.chips.values())
    wanted = [*chips, leaves.part, leaves.foot.recipient, leaves.foot.lock, leaves.deed.button]
    assert met[1:] == wanted


def test_a_receipt_of_another_community_and_one_noted_before_say_so(
    view: OutsideView, wait: Wait, tmp_path: Path
) -> None:
    (folder := tmp_path / "stick").mkdir()
    view.outbox.use_folder(folder)
    for _ in range(2):
        view.tabs.choose(0)
        view.leaves.deed.button.click()
        wait()
    older, _newer = sorted(folder.iterdir())
    (back := tmp_path / "a.receipt.json").write_bytes(
        receipt.as_file(received(older.read_bytes()))
    )  # fmt: skip
    view.outbox.take_receipt(back)  # of the older one: the newer still waits
    assert [card.next is None for card in view.outbox.cards.values()] == [False, True]
    assert view.outbox.came.hasFocus()
    with pytest.raises(UserError, match="noted already"):
        view.outbox.take_receipt(back)
    back.write_bytes(receipt.written("another", 7, "ab" * 32, {}, 0))
    with pytest.raises(UserError, match="another community"):
        view.outbox.take_receipt(back)


def test_a_damaged_key_is_told_and_the_outbox_still_shows_what_left(
    view: OutsideView, wait: Wait, tmp_path: Path
) -> None:
    view.outbox.use_folder(tmp_path)
    view.leaves.deed.button.click()
    wait()
    export_key().write_bytes(b"damaged")
    view.outbox.refresh()
    assert export_key().name in view.outbox.print.words()
    assert len(view.outbox.cards) == 1


def test_a_package_goes_through_its_steps(
    view: OutsideView, store: Store, community: UUID, wait: Wait, tmp_path: Path
) -> None:
    (folder := tmp_path / "stick").mkdir()
    view.outbox.use_folder(folder)
    view.leaves.deed.button.click()
    wait()
    (file,) = folder.iterdir()
    assert view.pages.currentWidget() is view.outbox
    took = received(file.read_bytes())
    for _ in range(2):
        step = view.outbox.cards[took.digest].next
        assert step
        assert step.hasFocus()
        step.click()
        view.outbox.cards[took.digest].yes.click()
    assert view.outbox.cards[took.digest].next is None
    with store.read() as session:
        steps = [it.step for it in exports.log(session, community)]
    assert steps == list(ExportStep)
    assert sum(letter.isdigit() for letter in view.outbox.print.words()) == 30


def test_a_slip_of_the_finger_is_not_noted_for_good(
    view: OutsideView, store: Store, community: UUID, wait: Wait, tmp_path: Path
) -> None:
    view.outbox.use_folder(tmp_path)
    view.leaves.deed.button.click()
    wait()
    (card,) = view.outbox.cards.values()
    assert card.next
    for leave in (card.no.click, lambda: QTest.keyClick(card.yes, Qt.Key.Key_Escape)):
        card.next.click()
        assert card.question.isVisibleTo(card)
        leave()
        assert not card.question.isVisibleTo(card)
        assert card.next.hasFocus()
    with store.read() as session:
        assert [it.step for it in exports.log(session, community)] == [ExportStep.EXPORTED]
