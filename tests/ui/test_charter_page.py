"""The charter as a leader writes it: a part at a time, adopted, agreed to, looked at anew."""

from collections.abc import Callable
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cop_desktop.content import content
from cop_desktop.models.method import Benefit, CharterPart, Norm, SetupStep
from cop_desktop.services import breaches, charter, charter_approvals
from cop_desktop.services.charter import CharterRow
from cop_desktop.store import Store
from cop_desktop.ui.dialogs.paper import PaperDialog
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.charter import CharterPage
from cop_desktop.ui.pages.charter.agreeing import AgreeLine
from cop_desktop.ui.pages.charter.differing import Marked
from cop_desktop.ui.pages.charter.page import LOG, SETTING_UP, VERSIONS, WRITING
from cop_desktop.ui.pages.charter.part_card import FROM, UNTIL, PartCard
from cop_desktop.ui.widgets import Button, FilterChip, Toast
from tests.statements import statements
from tests.ui.conftest import TODAY

UGLY = "סקרנות <b>לפני</b> עצה & צח״ש, Zoom 2.0"


@pytest.fixture
def page(window: MainWindow) -> CharterPage:
    """The place of the charter, nothing written yet."""
    window.open_place("charter")
    found = window.findChild(CharterPage)
    assert isinstance(found, CharterPage)
    return found


@pytest.fixture
def begun(page: CharterPage) -> CharterPage:
    page.writing.begin()
    return page


@pytest.fixture
def adopted(begun: CharterPage, store: Store) -> CharterPage:
    """The first version in force since the meeting of October."""
    row = draft(begun)
    with store.write("Adopt") as session:
        charter.change(session, row.id, {"values": "סקרנות"})
        charter.adopt(session, row.id, date(2026, 10, 13), date(2027, 6, 1), TODAY)
    begun.open_side(VERSIONS)
    return begun


def draft(page: CharterPage) -> CharterRow:
    row = page.writing.draft
    assert row
    return row


def card(page: CharterPage, part: CharterPart) -> PartCard:
    page.writing.show_part(part)
    return page.writing.cards[part]


def type_in(page: CharterPage, part: CharterPart, text: str) -> None:
    form = card(page, part).form
    form.editor(part.value).setPlainText(text)
    form.settle()


def line(page: CharterPage, part: CharterPart, name: str, text: str) -> None:
    editor = card(page, part).form.editor(name)
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def agreement(page: CharterPage, place: int) -> AgreeLine:
    found = page.versions.agree.table.row(place)
    assert found
    return found


def seen(widget: QWidget) -> bool:
    return widget.isVisibleTo(widget.window())


# -- writing ---------------------------------------------------------------------------------


def test_an_empty_place_teaches_and_the_first_step_leads_to_the_first_part_that_waits(
    page: CharterPage, as_seen: Callable[[], None]
) -> None:
    as_seen()
    assert seen(page.writing.empty)
    [first] = page.writing.empty.findChildren(Button)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert seen(page.writing.writing)
    # the domain is known from the community's page, so the part after it waits
    assert draft(page).texts[CharterPart.DOMAIN_IN] == "מעברים"
    assert page.writing.part is CharterPart.DOMAIN_OUT
    assert card(page, CharterPart.DOMAIN_OUT).form.editor("domain_out").hasFocus()


def test_a_part_is_saved_where_it_is_written_and_each_is_a_step_to_undo(
    begun: CharterPage, history: History
) -> None:
    type_in(begun, CharterPart.VALUES, UGLY)
    assert draft(begun).texts[CharterPart.VALUES] == UGLY
    assert content("he").word(CharterPart.VALUES) in history.stack.undoText()
    history.stack.undo()
    assert draft(begun).texts[CharterPart.VALUES] == ""
    history.stack.redo()
    assert card(begun, CharterPart.VALUES).form.editor("values").toPlainText() == UGLY


def test_next_leads_to_the_part_that_still_waits(begun: CharterPage) -> None:
    type_in(begun, CharterPart.FOR_WHOM, "מנהלות ומנהלים")
    now = card(begun, CharterPart.DOMAIN_OUT)
    assert now.follows is CharterPart.GOALS_SHORT  # for whom is written
    QTest.mouseClick(now.on, Qt.MouseButton.LeftButton)
    assert begun.writing.part is CharterPart.GOALS_SHORT
    assert card(begun, CharterPart.TERM).follows is CharterPart.DOMAIN_OUT  # round again


def test_what_is_written_and_what_waits_is_told_in_words(begun: CharterPage) -> None:
    rows = begun.writing.outline.rows
    before = rows[CharterPart.DOMAIN_OUT].accessibleDescription()
    assert before != rows[CharterPart.DOMAIN_IN].accessibleDescription()
    type_in(begun, CharterPart.DOMAIN_OUT, "שכר")
    rows = begun.writing.outline.rows
    after = rows[CharterPart.DOMAIN_OUT].accessibleDescription()
    assert after == rows[CharterPart.DOMAIN_IN].accessibleDescription()


def test_arrows_walk_through_the_parts(begun: CharterPage, as_seen: Callable[[], None]) -> None:
    as_seen()
    begun.writing.show_part(CharterPart.DOMAIN_IN)
    outline = begun.writing.outline
    outline.rows[CharterPart.DOMAIN_IN].setFocus()
    QTest.keyClick(outline.rows[CharterPart.DOMAIN_IN], Qt.Key.Key_Up)
    QTest.keyClick(outline.rows[CharterPart.DOMAIN_IN], Qt.Key.Key_Down)
    assert begun.writing.part is CharterPart.DOMAIN_OUT
    assert outline.rows[CharterPart.DOMAIN_OUT].hasFocus()


def test_promises_are_chosen_from_four_corners(begun: CharterPage) -> None:
    promises = card(begun, CharterPart.PROMISES).promises
    assert promises
    for benefit in (Benefit.VOICE, Benefit.FUN):
        QTest.keyClick(promises.chips[benefit], Qt.Key.Key_Space)
    assert draft(begun).promises == (Benefit.FUN, Benefit.VOICE)  # in the method's order
    QTest.keyClick(promises.chips[Benefit.FUN], Qt.Key.Key_Space)
    assert draft(begun).promises == (Benefit.VOICE,)


def test_rules_are_ticked_where_they_belong_and_a_sentence_ticks_its_box(
    begun: CharterPage,
) -> None:
    for part, norm in (
        (CharterPart.CONFIDENTIALITY, Norm.NO_NAMES), (CharterPart.PUBLISHING, Norm.PHOTOS)
    ):  # fmt: skip
        ticks = card(begun, part).rules.ticks
        QTest.keyClick(ticks[norm], Qt.Key.Key_Space)
    assert draft(begun).norms == (Norm.NO_NAMES, Norm.PHOTOS)
    ticks = card(begun, CharterPart.CONFIDENTIALITY).rules.ticks
    assert set(ticks) == {Norm.STAYS_HERE, Norm.NO_NAMES, Norm.ASK_BEFORE_QUOTING,
                          Norm.BREACH_IS_TALKED_OVER}  # fmt: skip
    QTest.keyClick(ticks[Norm.NO_NAMES], Qt.Key.Key_Space)
    assert draft(begun).norms == (Norm.PHOTOS,)


def test_quiet_hours_are_typed_as_people_type_them(begun: CharterPage) -> None:
    line(begun, CharterPart.QUIET_HOURS, FROM, "1930")
    line(begun, CharterPart.QUIET_HOURS, UNTIL, "8")
    assert (draft(begun).quiet_from, draft(begun).quiet_until) == (time(19, 30), time(8))
    rest = card(begun, CharterPart.QUIET_HOURS).rest
    assert seen(rest)
    line(begun, CharterPart.QUIET_HOURS, UNTIL, "noon")
    assert card(begun, CharterPart.QUIET_HOURS).form.field(UNTIL).has_error  # type: ignore[union-attr]
    assert draft(begun).quiet_until == time(8)
    line(begun, CharterPart.QUIET_HOURS, FROM, "")
    assert draft(begun).quiet_from is None
    assert not seen(rest)


def test_who_approves_is_chosen_from_the_members(begun: CharterPage) -> None:
    line(begun, CharterPart.PUBLISHING, "approver_id", "אמיר")
    assert draft(begun).approver == "אמיר אבו רביעה"
    line(begun, CharterPart.PUBLISHING, "approver_id", "מישהי אחרת")
    field: Any = card(begun, CharterPart.PUBLISHING).form.field("approver_id")
    assert field.has_error
    assert draft(begun).approver == "אמיר אבו רביעה"


def test_an_example_and_what_it_is_good_for_are_folded_away(begun: CharterPage) -> None:
    it = card(begun, CharterPart.VALUES)
    for folded in (it.example, it.why):
        assert not seen(folded.inside)
        QTest.keyClick(folded.button, Qt.Key.Key_Space)
        assert seen(folded.inside)


def test_what_the_plan_says_is_offered_until_something_is_written(begun: CharterPage) -> None:
    it = card(begun, CharterPart.GOALS_SHORT)
    assert seen(it.offer)
    QTest.mouseClick(it.take, Qt.MouseButton.LeftButton)
    assert draft(begun).texts[CharterPart.GOALS_SHORT] == "שפה משותפת"
    assert not seen(it.offer)
    assert not seen(card(begun, CharterPart.VALUES).offer)


def test_a_draft_is_discarded_and_comes_back(
    begun: CharterPage, window: MainWindow, history: History
) -> None:
    type_in(begun, CharterPart.VALUES, "סקרנות")
    QTest.mouseClick(begun.writing.discard, Qt.MouseButton.LeftButton)
    assert begun.writing.draft is None
    assert window.findChild(Toast)
    history.stack.undo()
    assert draft(begun).texts[CharterPart.VALUES] == "סקרנות"


# -- versions --------------------------------------------------------------------------------


def test_adopting_proposes_today_and_a_review_in_a_year_and_is_undone(
    begun: CharterPage, store: Store, community: UUID, history: History
) -> None:
    QTest.mouseClick(begun.writing.adopt, Qt.MouseButton.LeftButton)
    assert begun.tabs.index == VERSIONS
    adopting = begun.versions.adopt
    QTest.mouseClick(adopting.adopt, Qt.MouseButton.LeftButton)
    with store.read() as session:
        row = charter.in_force(session, community)
    assert row
    assert (row.adopted_on, row.review_on) == (TODAY, date(2027, 11, 22))
    assert not seen(adopting)
    history.stack.undo()
    assert seen(adopting)
    history.stack.redo()
    assert not seen(adopting)


def test_an_empty_charter_is_not_adopted_and_the_reason_stands_there(begun: CharterPage) -> None:
    type_in(begun, CharterPart.DOMAIN_IN, "")
    begun.open_side(VERSIONS)
    QTest.mouseClick(begun.versions.adopt.adopt, Qt.MouseButton.LeftButton)
    field: Any = begun.versions.adopt.form.field("adopted_on")
    assert field.field.has_error
    assert draft(begun).adopted_on is None


def test_members_agree_one_by_one_and_all_who_were_there_at_once(
    adopted: CharterPage, history: History
) -> None:
    agree = adopted.versions.agree
    assert len(agree.table.ids) == 3
    assert agree.yes.toolTip()  # says that somebody has to be chosen first
    agree.list.setCurrentIndex(agree.table.index(2, 0))
    QTest.keyClick(agree.list, Qt.Key.Key_Return)
    assert agreement(adopted, 2).on == TODAY
    assert seen(agree.those)
    QTest.mouseClick(agree.those, Qt.MouseButton.LeftButton)  # Noa was at the meeting
    assert [agreement(adopted, n).on for n in range(3)].count(date(2026, 10, 13)) == 1
    assert not seen(agree.those)
    QTest.keyClick(agree.list, Qt.Key.Key_Return)  # turned round
    assert agreement(adopted, 2).on is None
    history.stack.undo()
    assert agreement(adopted, 2).on == TODAY
    history.stack.redo()
    assert agreement(adopted, 2).on is None


def test_several_agree_with_one_press_and_take_it_back(adopted: CharterPage, store: Store) -> None:
    agree = adopted.versions.agree
    agree.list.selectAll()
    QTest.mouseClick(agree.yes, Qt.MouseButton.LeftButton)
    assert agree.told
    with store.read() as session:
        assert charter_approvals.of(session, agree.told.row.id, TODAY).waiting == 0
    QTest.mouseClick(agree.no, Qt.MouseButton.LeftButton)
    assert agree.told.approvals.agreed == 0


def test_what_changed_is_told_by_more_than_colour(adopted: CharterPage) -> None:
    adopted.open_side(WRITING)
    assert seen(adopted.writing.told)
    QTest.mouseClick(adopted.writing.told.begin, Qt.MouseButton.LeftButton)
    type_in(adopted, CharterPart.VALUES, "סקרנות & <i>כבוד</i>")
    type_in(adopted, CharterPart.DOMAIN_IN, "רצף")
    adopted.open_side(VERSIONS)
    QApplication.processEvents()  # what is new is shown after the turn
    found = adopted.versions.differences.findChildren(Marked)
    marked = [it for it in found if seen(it)][1:]  # after the legend
    texts = [it.text() for it in marked]
    assert "line-through" in texts[0]
    assert "underline" in texts[0]
    assert "&lt;i&gt;כבוד&lt;/i&gt;" in texts[1]
    assert "מעברים" in marked[0].accessibleName()
    first = adopted.versions.rows[1].id
    adopted.versions.show_version(first)
    assert not seen(adopted.versions.differences)  # nothing came before the first


def test_the_day_of_the_review_moves_and_says_when_it_has_come(
    adopted: CharterPage, store: Store
) -> None:
    versions = adopted.versions
    assert not seen(versions.due)
    row = versions.rows[0]
    with store.write("x") as session:
        charter.change(session, row.id, {"review_on": TODAY})
    assert seen(versions.due)
    field: Any = versions.form.field("review_on")
    field.edit.setText("1.10.2026")
    field.edit.editingFinished.emit()
    assert field.field.has_error  # before the adoption
    field.edit.setText("1.9.2027")
    field.edit.editingFinished.emit()
    assert versions.rows[0].review_on == date(2027, 9, 1)


def test_a_charter_that_still_holds_is_looked_at_again_in_a_year_with_one_press(
    adopted: CharterPage, store: Store, history: History
) -> None:
    versions = adopted.versions
    assert not seen(versions.holds)
    with store.write("x") as session:
        charter.change(session, versions.rows[0].id, {"review_on": TODAY})
    assert seen(versions.holds)
    versions.holds.click()
    assert versions.rows[0].review_on == date(2027, 11, 22)
    assert not seen(versions.due)
    assert not seen(versions.holds)
    history.undo()
    assert versions.rows[0].review_on == TODAY


# -- setting up ------------------------------------------------------------------------------


def test_tasks_open_their_pages_and_those_of_the_charter_their_part(
    begun: CharterPage, window: MainWindow
) -> None:
    begun.open_side(SETTING_UP)
    begun.setting_up.cards[SetupStep.GOALS].rows["boundary_written"].clicked.emit()
    assert (begun.tabs.index, begun.writing.part) == (WRITING, CharterPart.DOMAIN_OUT)
    begun.open_side(SETTING_UP)
    begun.setting_up.cards[SetupStep.VALUES].rows["charter_approved"].clicked.emit()
    assert begun.tabs.index == VERSIONS
    begun.open_side(SETTING_UP)
    begun.setting_up.cards[SetupStep.MEMBERS].rows["first_list"].clicked.emit()
    assert window.shell
    assert window.shell.place == "members"


def test_what_the_file_cannot_tell_is_marked_by_hand(page: CharterPage, history: History) -> None:
    page.open_side(SETTING_UP)
    step = page.setting_up.cards[SetupStep.MEMBERS]
    before = step.rows["commitment_said"].accessibleDescription()
    QTest.mouseClick(step.rows["commitment_said"].action, Qt.MouseButton.LeftButton)
    assert step.rows["commitment_said"].accessibleDescription() != before
    history.stack.undo()
    assert step.rows["commitment_said"].accessibleDescription() == before
    assert step.rows["first_list"].action.isHidden()  # computed


# -- the private log -------------------------------------------------------------------------


def test_the_keyboard_stays_with_the_task_it_marked(
    page: CharterPage, as_seen: Callable[[], None]
) -> None:
    page.open_side(SETTING_UP)
    as_seen()
    card, name = next(
        (card, name)
        for card in page.setting_up.cards.values()
        for name, line in card.rows.items()
        if not line.action.isHidden()
    )
    before = card.rows[name].action
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert card.rows[name].action is not before
    assert card.rows[name].action.hasFocus()


def test_a_note_in_the_private_log_is_written_settled_and_deleted(
    page: CharterPage, store: Store, community: UUID, history: History
) -> None:
    page.open_side(LOG)
    log = page.log
    assert seen(log.empty)
    QTest.keyClick(log.line, Qt.Key.Key_Return)
    assert log.field.has_error
    log.line.setText(UGLY)
    QTest.keyClick(log.line, Qt.Key.Key_Return)
    assert not log.field.has_error
    QTest.mouseClick(log.settle, Qt.MouseButton.LeftButton)
    with store.read() as session:
        [row] = breaches.every(session, community)
    assert (row.text, row.noted_on, row.settled_on) == (UGLY, TODAY, TODAY)
    assert not seen(log.settle)
    log.lines[row.id].setFocus()
    QTest.keyClick(log.lines[row.id], Qt.Key.Key_Delete)
    assert seen(log.empty)
    history.stack.undo()
    page.show_item(row.id)
    assert log.chosen == row.id


def test_a_rule_is_named_and_a_day_that_cannot_be_is_refused(page: CharterPage) -> None:
    page.open_side(LOG)
    page.log.line.setText("משהו")
    page.log.note()
    page.log.form.edited.emit("norm", Norm.NO_NAMES)
    page.log.form.edited.emit("settled_on", date(2026, 1, 1))
    [row] = page.log.rows.values()
    assert (row.norm, row.settled_on) == (Norm.NO_NAMES, None)
    field: Any = page.log.form.field("settled_on")
    assert field.field.has_error


# -- the whole -------------------------------------------------------------------------------


@pytest.mark.parametrize(("side", "variant"), [(WRITING, "draft"), (VERSIONS, "in-force")])
def test_what_is_printed_is_what_one_looks_at(
    adopted: CharterPage, window: MainWindow, side: int, variant: str
) -> None:
    adopted.writing.begin()
    adopted.open_side(WRITING)
    adopted.writing.begin()
    adopted.open_side(side)
    QTest.mouseClick(adopted.print_charter, Qt.MouseButton.LeftButton)
    [dialog] = window.findChildren(PaperDialog)
    chips = [it for it in dialog.findChildren(FilterChip) if it.isChecked()]
    assert [it.objectName() for it in chips if it.objectName() in ("draft", "in-force")] == [
        variant
    ]
    dialog.close()


def test_each_side_has_its_own_help(page: CharterPage) -> None:
    told = []
    for side in (WRITING, SETTING_UP, LOG):
        page.open_side(side)
        told.append(page.topic)
    assert told == ["", "setup", "breaches"]


@pytest.mark.parametrize(("side", "most"), [(WRITING, 1), (VERSIONS, 6), (LOG, 2)])
def test_a_side_asks_the_file_few_questions(adopted: CharterPage, side: int, most: int) -> None:
    adopted.open_side(side)
    with statements() as asked:
        adopted.refresh()
    assert len(asked) <= most


@pytest.mark.parametrize("language", ["he", "en", "ar"])
def test_every_side_fits_at_any_size_of_text(
    adopted: CharterPage, window: MainWindow, language: str
) -> None:
    for scale in (100, 200):
        window.change(language=language, scale=scale)
        window.open_place("charter")
        assert window.shell
        page: Any = window.shell.page
        for side in range(4):
            page.open_side(side)
            page.grab()
            assert page.area.widget().minimumSizeHint().width() <= page.area.viewport().width()
