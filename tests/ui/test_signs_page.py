"""The page of warning signs as a leader uses it: read, opened, put to rest, set, and the check."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cop_desktop.content import shapes
from cop_desktop.content.method import method
from cop_desktop.models.vocabulary import Persona
from cop_desktop.services import communities, members, sample, self_check, thresholds
from cop_desktop.services.signs import snoozes
from cop_desktop.settings import Settings
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow, OpenFile
from cop_desktop.ui.pages.home import HomePage
from cop_desktop.ui.pages.members import MembersPage
from cop_desktop.ui.pages.members.movement import MovementDialog
from cop_desktop.ui.pages.signs import SignsPage
from cop_desktop.ui.pages.signs.page import CHECK, HISTORY, LIMITS, LIT
from cop_desktop.ui.widgets import Words
from tests.statements import statements

from .conftest import TODAY

ENOUGH = 30  # questions to the file for what is lit, whatever the number of members
STATEMENTS = [key for part in self_check.parts() for key in part.statements]


@pytest.fixture
def sampled(
    qtbot: QtBot, fonts: None, store: Store, history: History, kept: Settings
) -> Iterator[MainWindow]:
    """The window with the sample community, in English."""
    with store.write("sample") as session:
        home = sample.create(session, TODAY)
    kept.language = "en"
    it = MainWindow(kept, lambda: TODAY)
    qtbot.addWidget(it)
    it.show_desk(OpenFile(store, history, home))
    it.resize(1280, 840)
    it.show()
    yield it
    it.tasks.cancel_all()


@pytest.fixture
def page(sampled: MainWindow) -> SignsPage:
    sampled.open_place("signs")
    assert sampled.shell is not None
    it = sampled.shell.page
    assert isinstance(it, SignsPage)
    return it


@pytest.fixture
def home(store: Store, sampled: MainWindow) -> UUID:
    with store.read() as session:
        return communities.every(session, TODAY)[0].id


def _lit(page: SignsPage) -> list[str]:
    return [card.light.key for card in page.lit.cards]


def test_each_lit_sign_tells_its_fact_why_and_one_thing_to_do(page: SignsPage) -> None:
    assert _lit(page) == ["topics_wait", "routines_lapsed", "newcomers_alone", "products_stuck"]
    card = page.lit.cards[2]
    text = method("en").sign("newcomers_alone")
    assert card.fact.words() == "Newcomers without a mentor: 3"
    assert card.why.words() == " ".join(text.why)
    assert "Buysse" in card.source.words()
    assert page.head.subtitle.text() == "4 signs are lit"


def test_its_one_button_opens_the_page_and_the_item(page: SignsPage, sampled: MainWindow) -> None:
    card = page.lit.cards[2]
    item = card.light.item
    card.go.click()
    assert sampled.shell is not None
    there = sampled.shell.page
    assert isinstance(there, MembersPage)
    assert there.item == (item.hex if item and isinstance(there.item, str) else item)


def test_a_sign_is_put_to_rest_with_a_reason_and_comes_back_by_undo(
    page: SignsPage, history: History
) -> None:
    card = page.lit.cards[0]
    card.sleep.click()
    assert card.form
    QTest.keyClick(card.form.edit, Qt.Key.Key_Return)
    assert card.form.reason.has_error
    card.form.edit.setText("It is on the agenda")
    QTest.keyClick(card.form.edit, Qt.Key.Key_Return)
    assert "topics_wait" not in _lit(page)
    assert len(page.lit.resting.rows) == 2
    history.undo()
    assert _lit(page)[0] == "topics_wait"


def test_a_rest_until_a_day_gone_by_is_refused_under_the_day(page: SignsPage) -> None:
    card = page.lit.cards[0]
    card.ask()
    assert card.form
    card.form.edit.setText("reason")
    card.form.until.set_date(date(2026, 11, 1))
    card.form.done.click()
    assert card.form.until.field.has_error
    assert _lit(page)[0] == "topics_wait"


def test_the_keyboard_goes_on_where_a_sign_was_put_to_rest(
    page: SignsPage, sampled: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitActive(sampled):
        sampled.activateWindow()
    card = page.lit.cards[0]
    card.ask()
    assert card.form
    QTest.keyClicks(card.form.edit, "on the next agenda")
    QTest.keyClick(card.form.edit, Qt.Key.Key_Return)
    assert page.lit.cards[0].sleep.hasFocus()
    QApplication.processEvents()
    seen = []
    for _step in range(12):
        at = sampled.focusWidget()
        assert at
        seen.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    wanted = [page.lit.cards[1].go, page.lit.resting.rows[0].action]
    wanted.append(next(iter(page.lit.quiet.rows.values())).button)
    assert set(wanted) <= set(seen), [it.accessibleName() for it in seen]
    places = [seen.index(it) for it in wanted]
    assert places == sorted(places)


def test_the_word_of_today_is_whole_however_narrow(page: SignsPage, sampled: MainWindow) -> None:
    sampled.change(scale=150)
    sampled.open_place("signs")
    assert sampled.shell
    assert isinstance(sampled.shell.page, SignsPage)
    sampled.resize(1000, 680)
    it = sampled.shell.page
    it.tabs.choose(HISTORY)
    QApplication.processEvents()
    picture = it.history.picture
    edge = picture.grab(QRect(picture.width() - 1, 0, 1, 20)).toImage()
    assert len({edge.pixel(0, y) for y in range(edge.height())}) == 1  # no letter is cut there


def test_a_resting_sign_is_woken(page: SignsPage) -> None:
    assert "needs_old" not in _lit(page)
    row = page.lit.resting.rows[0]
    assert row.focusPolicy() == Qt.FocusPolicy.NoFocus  # Tab stops only where one can do a thing
    row.action.click()
    assert "needs_old" in _lit(page)
    assert page.lit.resting.isHidden()


def test_the_quiet_ones_are_folded_by_family_and_fold_out(page: SignsPage) -> None:
    rows = page.lit.quiet.rows
    assert len(rows) == 9
    first = next(iter(rows.values()))
    assert not first.is_open
    first.button.click()
    assert first.is_open


def test_where_nothing_is_lit_the_page_says_so_and_leads_to_the_thresholds(
    page: SignsPage, store: Store, home: UUID
) -> None:
    with store.write("rest all") as session:
        for key in shapes.signs():
            snoozes.rest(session, home, key, date(2027, 1, 1), "pause", TODAY)
    assert page.lit.cards == []
    assert page.lit.none.isVisible()
    page.lit.limits_asked.emit()
    assert page.tabs.index == LIMITS


def test_the_months_show_what_was_lit_and_on_request_all(page: SignsPage) -> None:
    page.tabs.choose(HISTORY)
    picture = page.history.picture
    assert picture.data
    assert len(picture.data.heads) == 13
    assert 0 < len(picture.data.rows) < 24
    page.history.all.click()
    assert picture.data is not None
    assert len(picture.data.rows) == 24


def test_the_months_are_walked_with_the_arrows_and_read_aloud(page: SignsPage) -> None:
    page.tabs.choose(HISTORY)
    picture = page.history.picture
    picture.grab()  # seen, so that it has parts to walk
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert "No written rules of trust" in picture.accessibleDescription()
    assert "1 December 2025" in picture.accessibleDescription()
    QTest.keyClick(picture, Qt.Key.Key_Down)  # the same month of the next sign
    assert "Needs were not mapped lately" in picture.accessibleDescription()
    assert "1 December 2025" in picture.accessibleDescription()


def test_a_threshold_is_changed_and_set_back_in_its_place(
    page: SignsPage, store: Store, home: UUID, history: History
) -> None:
    page.tabs.choose(LIMITS)
    row = page.limits.rows["newcomers_alone", "days"]
    row.stepper.more.click()
    with store.read() as session:
        assert thresholds.changed(session, home)["newcomers_alone", "days"] == 35
    assert not row.back.isHidden()
    row.back.click()
    assert row.stepper.value == 30
    history.undo()
    assert row.stepper.value == 35


def test_every_threshold_stands_there_those_of_the_compass_too(page: SignsPage) -> None:
    page.tabs.choose(LIMITS)
    own = {(key, name) for key, shape in shapes.signs().items() for name in shape.thresholds}
    compass = {("compass", key) for key in shapes.compass_thresholds()}
    assert set(page.limits.rows) == own | compass


def test_a_threshold_of_ones_own_changes_what_is_lit(page: SignsPage) -> None:
    page.tabs.choose(LIMITS)
    page.limits.rows["routines_lapsed", "routines"].stepper.more.click()
    page.tabs.choose(LIT)
    assert "routines_lapsed" not in _lit(page)


def test_the_check_is_answered_part_by_part_and_resumed(
    page: SignsPage, store: Store, home: UUID
) -> None:
    page.tabs.choose(CHECK)
    page.check.start.begun.click()
    guide = page.check.guide
    for statement in guide.statements:
        statement.one_of.chips[4].click()
    guide.next.click()
    guide.statements[0].one_of.chips[2].click()
    guide.later.click()
    assert guide.isHidden()
    with store.read() as session:
        check = self_check.current(session, home, TODAY)
    assert check
    assert sorted(check.answers.values()) == [2, 4, 4, 4]
    page.check.start.begun.click()
    assert guide.place == 1
    assert guide.statements[0].one_of.chips[2].isChecked()


def test_the_end_of_the_guide_shows_what_the_check_says(
    page: SignsPage, store: Store, home: UUID
) -> None:
    with store.write("answer") as session:
        check = self_check.begin(session, home, TODAY)
        for key in STATEMENTS:
            self_check.answer(session, check, key, 2 if key.startswith("components") else 1)
    page.tabs.choose(CHECK)
    page.check.begin()
    for _part in self_check.parts():
        page.check.guide.next.click()
    assert page.check.guide.isHidden()
    assert len([it for it in page.check.asks.readings if it.weak]) == 6
    picture = page.check.result.picture
    assert picture.data
    dots = [row.dots for row in picture.data.rows if not row.heading]
    assert all(len(told) == 2 for told in dots)


def test_an_empty_check_begins_from_its_first_words(
    window: MainWindow, store: Store, community: UUID
) -> None:
    window.open_place("signs")
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, SignsPage)
    page.tabs.choose(CHECK)
    assert page.check.empty.isVisible()
    page.check.begin()
    assert page.check.guide.isVisible()
    assert page.check.empty.isHidden()


def test_a_check_begun_by_mistake_is_deleted_and_brought_back(
    page: SignsPage, store: Store, home: UUID, history: History
) -> None:
    page.tabs.choose(CHECK)
    page.check.begin()
    page.check.guide.later.click()
    page.check.start.removed.click()
    with store.read() as session:
        assert self_check.current(session, home, TODAY) is None
    assert page.check.start.removed.isHidden()
    history.undo()
    assert not page.check.start.removed.isHidden()


def test_what_was_meant_to_be_strengthened_is_not_forgotten(page: SignsPage) -> None:
    page.tabs.choose(CHECK)
    assert "24 June 2026" in page.check.result.meant.words()
    assert "מחליפים לכל תפקיד" in page.check.result.meant.words()


def test_help_follows_the_side_that_is_seen(page: SignsPage) -> None:
    page.tabs.choose(CHECK)
    assert page.topic == "check"
    page.tabs.choose(LIT)
    assert page.topic == ""


def test_what_is_lit_takes_few_questions(page: SignsPage) -> None:
    with statements() as asked:
        page.lit.read()
    assert 0 < len(asked) <= ENOUGH


def test_home_tells_how_many_are_lit_and_leads_there(sampled: MainWindow) -> None:
    sampled.open_place("home")
    assert sampled.shell is not None
    there = sampled.shell.page
    assert isinstance(there, HomePage)
    there.light()
    word = there.care.signs
    assert word.text() == "4 signs are lit"
    assert "Topics wait for long" in word.accessibleDescription()
    word.click()
    assert sampled.shell.place == "signs"


def test_who_moved_between_the_circles_is_told_only_on_request(
    sampled: MainWindow, store: Store, home: UUID
) -> None:
    with store.read() as session:
        called = {row.name for row in members.rows(
            session, [UUID(key) for key in members.find(session, home, TODAY)], TODAY)}  # fmt: skip
    dialog = MovementDialog(sampled.shell.desk, sampled)  # type: ignore[union-attr]
    dialog.show()
    moved = [it for it in dialog.told.moves if it.now is not Persona.LURKER]
    assert moved

    def shown() -> str:
        QApplication.processEvents()
        return " ".join(it.accessibleName() for it in dialog.view.inner.findChildren(Words))

    assert not any(name in shown() for name in called)
    dialog.names.click()
    assert any(name in shown() for name in called)
    dialog.close()


def test_a_picture_of_every_side_can_be_taken(page: SignsPage, tmp_path: Path) -> None:
    for side in (LIT, HISTORY, LIMITS, CHECK):
        page.tabs.choose(side)
        assert page.grab().save(str(tmp_path / f"{side}.png"))
