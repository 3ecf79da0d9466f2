"""Topics in the agenda: one that waits becomes a block, and a block says what it takes up."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cop_desktop.services import topics
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.pages.meetings.agenda_tab import AgendaTab
from cop_desktop.ui.pages.meetings.topic_menu import topic_menu
from tests.ui.conftest import TODAY


@pytest.fixture
def waiting(store: Store, community: UUID) -> UUID:
    """A topic that waits since before the first meeting."""
    with store.write("topic") as session:
        old = {"title": "קליטת מנהלים", "opened_on": date(2026, 9, 1)}
        return topics.add(session, community, old, TODAY)


def waits(store: Store, community: UUID) -> list[UUID]:
    with store.read() as session:
        return [row.id for row in topics.waiting(session, community, TODAY)]


def test_a_topic_that_waits_becomes_a_block_in_one_step(
    waiting: UUID, agenda: AgendaTab, store: Store, community: UUID, history: History,
    steps: list[str],
) -> None:  # fmt: skip
    before = len(agenda.list.blocks)
    menu = topic_menu(agenda.desk, agenda.deeds.add_topic, agenda)
    first = menu.actions()[0]
    assert "קליטת מנהלים" in first.text()
    first.trigger()
    (chosen,) = agenda.list.chosen_blocks()
    assert (chosen.title, chosen.topic_id, chosen.topic) == (
        "קליטת מנהלים", waiting, "קליטת מנהלים"
    )  # fmt: skip
    assert len(agenda.list.blocks) == before + 1
    assert not waits(store, community)
    assert "קליטת מנהלים" in steps[-1]
    history.stack.undo()
    assert waits(store, community) == [waiting]


def test_without_topics_the_menu_says_so(agenda: AgendaTab) -> None:
    menu = topic_menu(agenda.desk, agenda.deeds.add_topic, agenda)
    assert not menu.actions()[0].isEnabled()
    assert not agenda.inspector.form.topic_field.isVisibleTo(agenda.inspector.form)


def test_a_block_takes_up_a_topic_chosen_by_keys(
    waiting: UUID, agenda: AgendaTab, store: Store, community: UUID, history: History
) -> None:
    form = agenda.inspector.form
    assert form.topic_field.isVisibleTo(form)
    form.topic.setFocus()
    assert form.topic.count() == 2  # none, and the one that waits
    QTest.keyClick(form.topic, Qt.Key.Key_Down)
    assert agenda.list.blocks[0].topic_id == waiting
    assert not waits(store, community)
    assert form.topic.value() == waiting
    history.stack.undo()
    assert agenda.list.blocks[0].topic_id is None
    assert form.topic.value() is None


def test_a_topic_closed_by_now_stays_named_in_its_block(
    waiting: UUID, agenda: AgendaTab, store: Store
) -> None:
    form = agenda.inspector.form
    form.topic.setFocus()
    QTest.keyClick(form.topic, Qt.Key.Key_Down)
    with store.write("closed") as session:
        topics.close(session, waiting, "", TODAY)
    agenda.list.setFocus()
    assert form.topic.currentText() == "קליטת מנהלים"
    form.topic.setFocus()
    assert form.topic.value() == waiting
