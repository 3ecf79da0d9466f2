"""Needs and topics as a leader keeps them: noted in a line, followed to what they were worth."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cop_desktop.models.thread_words import NeedState, TopicState
from cop_desktop.services import agendas, meetings, needs, pauses, products, stories, topics
from cop_desktop.services.needs import NeedRow
from cop_desktop.services.topics import TopicRow
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.needs import NeedsPage
from cop_desktop.ui.pages.needs.entry_list import EntryList
from cop_desktop.ui.pages.needs.page import EMPTY, NEEDS, PAUSE, STORIES, TOPICS
from cop_desktop.ui.pages.products import ProductsPage
from cop_desktop.ui.widgets import DateField, Field, ListRow
from tests.statements import statements
from tests.ui.conftest import TODAY

Key = Qt.Key


@pytest.fixture
def place(window: MainWindow, as_seen: Callable[[], None]) -> NeedsPage:
    """The place of needs and topics, still empty."""
    window.open_place("needs")
    as_seen()
    found = window.findChild(NeedsPage)
    assert isinstance(found, NeedsPage)
    return found


@pytest.fixture
def waiting(store: Store, community: UUID) -> UUID:
    """A topic that both meetings of the small community passed by."""
    with store.write("topic") as session:
        old = {"title": "קליטת מנהלים", "opened_on": date(2026, 9, 1)}
        return topics.add(session, community, old, TODAY)


def every_need(store: Store, community: UUID) -> tuple[NeedRow, ...]:
    with store.read() as session:
        return needs.every(session, community)


def every_topic(store: Store, community: UUID) -> tuple[TopicRow, ...]:
    with store.read() as session:
        return topics.every(session, community, TODAY)


def note(rows: EntryList, text: str) -> None:
    rows.line.setText(text)
    QTest.keyClick(rows.line, Key.Key_Return)


def headings(page: NeedsPage) -> list[str]:
    """What the chain says, step by step: the name of its icon, and whether it has been."""
    return [
        f"{link.step.icon.removeprefix('ph.')}{'' if link.step.done else '?'}"
        for link in page.topics.panel.chain.links
    ]


# -- needs -----------------------------------------------------------------------------------------


def test_an_empty_place_teaches_and_leads_to_the_first_need(
    place: NeedsPage, store: Store, community: UUID, steps: list[str]
) -> None:
    assert place.views.currentIndex() == EMPTY
    place.start()
    assert place.needs.list.line.hasFocus()
    note(place.needs.list, "  אין   את מי לשאול ")
    (row,) = every_need(store, community)
    assert row.text == "אין את מי לשאול"
    assert place.needs.list.chosen_id() == row.id
    assert place.needs.list.line.text() == ""
    assert "אין את מי לשאול" in steps[-1]


def test_stories_begin_with_a_story_also_where_no_need_is_noted(place: NeedsPage) -> None:
    place.turn_to(STORIES)
    assert place.views.currentIndex() == STORIES
    assert place.stories.list.nothing.isVisible()
    place.turn_to(TOPICS)
    assert place.views.currentIndex() == EMPTY


def test_a_need_without_words_is_refused_under_the_line(
    place: NeedsPage, store: Store, community: UUID
) -> None:
    place.start()
    note(place.needs.list, "   ")
    assert place.needs.list.field.has_error
    note(place.needs.list, "תקציב")
    assert not place.needs.list.field.has_error
    assert len(every_need(store, community)) == 1


def test_lines_pasted_become_needs_in_one_step(
    place: NeedsPage, store: Store, community: UUID, steps: list[str], history: History
) -> None:
    place.start()
    QGuiApplication.clipboard().setText("שפה משותפת\n\nתקציב\nשפה משותפת")
    QTest.keyClick(place.needs.list.line, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row.text for row in every_need(store, community)] == ["שפה משותפת", "תקציב"]
    assert len(steps) == 1
    history.stack.undo()
    assert not every_need(store, community)


def test_lines_pasted_into_the_empty_place_become_needs(
    place: NeedsPage, store: Store, community: UUID
) -> None:
    QGuiApplication.clipboard().setText("שפה משותפת\nתקציב")
    QTest.keyClick(place, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(every_need(store, community)) == 2
    assert place.views.currentIndex() == NEEDS


def test_facts_of_a_need_are_saved_where_they_are_written(
    place: NeedsPage, store: Store, community: UUID
) -> None:
    place.start()
    note(place.needs.list, "תקציב")
    form = place.needs.panel.fields
    home, who = form.editor("organisation_id"), form.editor("member_id")
    for edit, text in ((home, "עיר שאין"), (home, "חיפה"), (who, "נועה")):
        edit.setFocus()
        edit.setText(text)
        QTest.keyClick(edit, Key.Key_Return)
    (row,) = every_need(store, community)
    assert (row.organisation, row.who) == ("חיפה", "נועה אברהם")
    weight = form.editor("weight")
    weight.setFocus()
    QTest.keyClick(weight, Key.Key_Down)
    assert every_need(store, community)[0].weight == 3


def test_an_unknown_organisation_is_refused_in_words(place: NeedsPage) -> None:
    place.start()
    note(place.needs.list, "תקציב")
    form = place.needs.panel.fields
    form.editor("organisation_id").setFocus()
    form.editor("organisation_id").setText("עיר שאין")
    QTest.keyClick(form.editor("organisation_id"), Key.Key_Return)
    field = form.field("organisation_id")
    assert isinstance(field, Field)
    assert field.has_error


def test_a_need_is_answered_felt_again_and_deleted_with_a_way_back(
    place: NeedsPage, store: Store, community: UUID, history: History
) -> None:
    place.start()
    note(place.needs.list, "תקציב")
    panel = place.needs.panel
    panel.answered.click()
    assert every_need(store, community)[0].state == NeedState.ANSWERED
    panel.again.click()
    assert every_need(store, community)[0].open
    place.needs.list.view.setFocus()
    QTest.keyClick(place.needs.list.view, Key.Key_Delete)
    assert not every_need(store, community)
    history.stack.undo()
    assert len(every_need(store, community)) == 1


def test_a_need_becomes_a_topic_and_can_be_let_go(
    place: NeedsPage, store: Store, community: UUID
) -> None:
    place.start()
    note(place.needs.list, "תקציב")
    place.needs.panel.propose.click()
    assert place.tabs.index == TOPICS
    (topic,) = every_topic(store, community)
    assert place.topics.list.chosen_id() == topic.id
    assert headings(place)[0] == "lifebuoy"
    place.show_item(topic.need_ids[0])
    assert place.tabs.index == NEEDS
    panel = place.needs.panel
    (line,) = panel.findChildren(ListRow)
    line.action.click()
    assert every_need(store, community)[0].unanswered
    assert panel.propose.isVisible()


# -- topics ----------------------------------------------------------------------------------------


def test_a_topic_shows_its_age_as_dots_and_in_words(
    waiting: UUID, place: NeedsPage, store: Store, community: UUID
) -> None:
    place.turn_to(TOPICS)
    (entry,) = place.topics.list.view.rows.rows
    assert (entry.dots, entry.limit) == (2, 3)
    assert entry.title in entry.told
    assert headings(place) == ["lifebuoy?", "chats-circle", "calendar-check?", "package?",
                               "sparkle?"]  # fmt: skip
    assert not any(link.step.warns for link in place.topics.panel.chain.links)


def test_a_topic_is_put_on_an_agenda_from_its_chain(
    waiting: UUID, place: NeedsPage, store: Store, community: UUID, history: History
) -> None:
    with store.write("a meeting ahead") as session:
        at = "2026-12-02T16:30"
        ahead = meetings.schedule(session, community, {"topic": "דצמבר", "starts_at": at})
    place.turn_to(TOPICS)
    menu = place.topics.panel.offer_agendas()
    (action,) = menu.actions()
    assert "דצמבר" in action.text()
    action.trigger()
    menu.close()
    with store.read() as session:
        (block,) = agendas.of(session, ahead)
    assert (block.title, block.topic_id) == ("קליטת מנהלים", waiting)
    assert headings(place)[2] == "calendar-check"
    history.stack.undo()
    assert headings(place)[2] == "calendar-check?"


def test_enter_on_a_step_opens_its_place(
    waiting: UUID, place: NeedsPage, store: Store, community: UUID, window: MainWindow
) -> None:
    place.turn_to(TOPICS)
    place.topics.panel.do("product")
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, ProductsPage)
    with store.read() as session:
        (made,) = products.every(session, community)
    assert page.item == made.id
    window.open_place("needs", waiting)
    link = next(it for it in place.topics.panel.chain.links if it.step.place == "products")
    link.setFocus()
    QTest.keyClick(link, Key.Key_Return)
    assert window.shell.page is page


def test_a_topic_is_closed_with_an_answer_and_a_no_needs_a_word(
    waiting: UUID, place: NeedsPage, store: Store, community: UUID, steps: list[str]
) -> None:
    place.turn_to(TOPICS)
    panel = place.topics.panel
    panel.close_.click()
    panel.answer.no.click()
    assert panel.answer.field.has_error
    QTest.keyClicks(panel.answer.text, "not ours")
    panel.answer.no.click()
    (row,) = every_topic(store, community)
    assert (row.state, row.answer) == (TopicState.DECLINED, "not ours")
    assert len(steps) == 1
    assert headings(place) == ["chats-circle", "prohibit"]
    panel.again.click()
    assert every_topic(store, community)[0].open


def test_escape_leaves_the_answer_unsaid(
    waiting: UUID, place: NeedsPage, store: Store, community: UUID
) -> None:
    place.turn_to(TOPICS)
    panel = place.topics.panel
    panel.close_.click()
    QTest.keyClick(panel.answer.text, Key.Key_Escape)
    assert not panel.answer.isVisible()
    assert panel.close_.hasFocus()
    assert every_topic(store, community)[0].open


def test_sieves_narrow_the_list_and_a_search_opens_what_they_hide(
    waiting: UUID, place: NeedsPage, store: Store, community: UUID
) -> None:
    with store.write("another") as session:
        done = topics.add(session, community, {"title": "שנסגר"}, TODAY)
        topics.close(session, done, "", TODAY)
    place.turn_to(TOPICS)
    place.topics.list.filter("waiting")
    assert place.topics.list.view.rows.keys == [waiting]
    place.show_item(done)
    assert place.topics.list.chosen_id() == done


# -- the pause -------------------------------------------------------------------------------------


def test_a_pause_is_held_by_keys_alone(
    place: NeedsPage, store: Store, community: UUID, history: History
) -> None:
    with store.write("needs") as session:
        heavy = {"text": "תקציב", "weight": 3}
        known = needs.add(session, community, heavy, TODAY)
        needs.add(session, community, {"text": "שפה", "weight": 2}, TODAY)
    place.turn_to(PAUSE)
    card = place.pause.card
    card.planning.plan.click()
    under_way = card.under_way
    assert card.views.currentIndex() == 1
    under_way.list.setFocus()
    QTest.keyClick(under_way.list, Key.Key_0)
    QTest.keyClick(under_way.list, Key.Key_3)  # the caret went on to the next
    under_way.line.setText("מחליפים")
    QTest.keyClick(under_way.line, Key.Key_Return)
    under_way.learnt.setFocus()
    QTest.keyClicks(under_way.learnt, "less money")
    under_way.end.click()
    rows = {row.text: row for row in every_need(store, community)}
    assert rows["תקציב"].state == NeedState.FADED
    assert rows["שפה"].weight == 3
    assert rows["מחליפים"].open
    with store.read() as session:
        (row,) = pauses.every(session, community)
    assert (row.learnt, row.closed_on) == ("less money", TODAY)
    assert card.views.currentIndex() == 0
    place.pause.picture.part_chosen.emit(known)
    assert (place.tabs.index, place.needs.list.chosen_id()) == (NEEDS, known)
    history.stack.undo()
    assert every_need(store, community)[0].text == "תקציב"


def test_enter_in_the_day_plans_the_pause_and_the_keyboard_goes_on(
    place: NeedsPage, store: Store, community: UUID
) -> None:
    place.turn_to(PAUSE)
    card = place.pause.card
    edit = card.planning.day.edit
    edit.setFocus()
    edit.setText("ההילולה")
    QTest.keyClick(edit, Key.Key_Return)
    card.planning.plan.click()
    assert card.planning.day.field.has_error  # what is no day is not today
    edit.setText("1.2.2027")
    QTest.keyClick(edit, Key.Key_Return)
    with store.read() as session:
        (row,) = pauses.every(session, community)
    assert row.planned_on == date(2027, 2, 1)
    assert QApplication.focusWidget() is card.under_way.line


def test_a_topic_is_not_open_since_a_day_to_come(
    place: NeedsPage, waiting: UUID, store: Store, community: UUID
) -> None:
    place.turn_to(TOPICS)
    fields = place.topics.panel.fields
    edit = fields.editor("opened_on")
    edit.setText("1.2.2027")
    QTest.keyClick(edit, Key.Key_Return)
    field = fields.field("opened_on")
    assert isinstance(field, DateField)
    assert field.field.has_error
    assert every_topic(store, community)[0].opened_on == date(2026, 9, 1)


def test_a_pause_without_needs_stays_together_and_says_what_to_write(place: NeedsPage) -> None:
    place.turn_to(PAUSE)
    place.pause.card.planning.plan.click()
    QApplication.processEvents()
    card = place.pause.card.under_way
    assert card.list.isHidden()
    assert card.keys.words()
    assert "0" not in card.keys.words()  # keys of a list that is not there
    assert card.day.height() <= card.day.sizeHint().height() + 40


def test_a_click_on_a_stop_weighs_a_need(
    place: NeedsPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    with store.write("needs") as session:
        needs.add(session, community, {"text": "תקציב", "weight": 3}, TODAY)
        pause = pauses.plan(session, community, TODAY)
    place.turn_to(PAUSE)
    rows = place.pause.card.under_way.list
    rows.grab()
    box = QRectF(rows.visualRect(rows.rows.index(0)))
    spot = rows.kind.stops(box)[1].toPoint()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with store.read() as session:
        (row,) = pauses.sheet(session, pause)
    assert (row.weight, row.read) == (1, True)


# -- stories ---------------------------------------------------------------------------------------


def test_a_seed_becomes_a_story_once_it_is_told_what_changed(
    place: NeedsPage, store: Store, community: UUID
) -> None:
    place.start(STORIES)
    note(place.stories.list, "המפה של רהט")
    panel = place.stories.panel
    assert panel.fields.editor("happened").hasFocus()
    for part, text in (("happened", "shown"), ("changed", "a help desk")):
        edit = panel.fields.editor(part)
        edit.setFocus()
        QTest.keyClicks(edit, text)
        panel.fields.editor("title").setFocus()
    panel.leaves.click()
    with store.read() as session:
        (row,) = stories.every(session, community)
    assert (row.happened, row.changed, row.seed) == ("shown", "a help desk", False)
    assert row.may_leave


def test_the_page_opens_what_is_asked_for_on_its_side(
    waiting: UUID, store: Store, community: UUID, window: MainWindow
) -> None:
    with store.write("story") as session:
        story = stories.add(session, community, {"title": "סיפור"}, TODAY)
    window.open_place("needs", story)  # never seen before
    page = window.findChild(NeedsPage)
    assert isinstance(page, NeedsPage)
    assert (page.tabs.index, page.stories.list.chosen_id()) == (STORIES, story)
    window.open_place("needs", waiting)
    assert (page.tabs.index, page.topics.list.chosen_id()) == (TOPICS, waiting)


def test_the_page_asks_the_file_no_more_where_there_is_more(
    place: NeedsPage, store: Store, community: UUID
) -> None:
    with store.write("a lot") as session:
        for n in range(30):
            need = needs.add(session, community, {"text": f"צורך {n}"}, TODAY)
            topic = topics.propose(session, need, TODAY)
            stories.add(session, community, {"title": f"סיפור {n}", "topic_id": topic}, TODAY)
        for month in range(1, 7):
            pause = pauses.plan(session, community, date(2026, month, 1))
            pauses.close(session, pause, "", date(2026, month, 2))
    with statements() as seen:
        place.refresh()
    assert len(seen) <= 34
    place.topics.list.view.setFocus()
    with statements() as seen:
        QTest.keyClick(place.topics.list.view, Key.Key_Down)
    assert len(seen) <= 4


def test_a_pause_gets_another_day(place: NeedsPage, store: Store, community: UUID) -> None:
    with store.write("pause") as session:
        pauses.plan(session, community, TODAY)
    place.turn_to(PAUSE)
    edit = place.pause.card.under_way.day.edit
    edit.setFocus()
    edit.setText("1.2.2027")
    QTest.keyClick(edit, Key.Key_Return)
    with store.read() as session:
        (row,) = pauses.every(session, community)
    assert row.planned_on == date(2027, 2, 1)


def test_after_a_deletion_the_next_one_is_chosen(
    place: NeedsPage, store: Store, community: UUID
) -> None:
    with store.write("needs") as session:
        keys = [needs.add(session, community, {"text": f"צורך {n}"}, TODAY) for n in range(3)]
    place.turn_to(NEEDS)
    place.needs.list.choose(keys[1])
    QTest.keyClick(place.needs.list.view, Key.Key_Delete)
    assert place.needs.list.chosen_id() == keys[2]


def test_a_need_is_linked_from_the_chain_and_met_when_the_topic_is_closed(
    waiting: UUID, place: NeedsPage, store: Store, community: UUID, history: History
) -> None:
    with store.write("a need") as session:
        needs.add(session, community, {"text": "אין את מי לשאול"}, TODAY)
    place.turn_to(TOPICS)
    panel = place.topics.panel
    link = panel.chain.links[0]
    link.begin.click()
    menu = panel.offer_needs()
    menu.actions()[0].trigger()
    menu.close()
    assert every_topic(store, community)[0].need_ids
    assert headings(place)[0] == "lifebuoy"
    assert not panel.offer_needs().actions()[0].isEnabled()  # no other is open
    panel.close_.click()
    panel.answer.tick.click()
    panel.answer.done.click()
    assert every_need(store, community)[0].state == NeedState.ANSWERED
    assert every_topic(store, community)[0].state == TopicState.DONE
    history.stack.undo()
    assert every_need(store, community)[0].open
    assert every_topic(store, community)[0].open


def test_another_topic_is_seen_from_its_beginning(place: NeedsPage) -> None:
    place.start(TOPICS)
    note(place.topics.list, "ראשון")
    note(place.topics.list, "שני")
    bar = place.topics.panel.page.verticalScrollBar()
    bar.setRange(0, 500)
    bar.setValue(300)
    assert place.told
    first = next(row.id for row in place.told.topics if row.title == "ראשון")
    place.topics.list.choose(first)
    assert bar.value() == 0


def test_a_no_leaves_the_need_open(place: NeedsPage, store: Store, community: UUID) -> None:
    place.start()
    note(place.needs.list, "תקציב")
    place.needs.panel.propose.click()
    panel = place.topics.panel
    panel.close_.click()
    panel.answer.tick.click()
    QTest.keyClicks(panel.answer.text, "not ours")
    panel.answer.no.click()
    assert every_topic(store, community)[0].state == TopicState.DECLINED
    assert every_need(store, community)[0].open
