"""Products as a leader keeps them: noted in a line, brought on step by step, never lost."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.i18n import catalog
from cop_desktop.models.thread_words import ReviewAnswer
from cop_desktop.models.vocabulary import ProductKind, ProductStatus
from cop_desktop.services import product_reviews, product_topics, products, thresholds, topics
from cop_desktop.services.products import ProductRow
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.products import ProductsPage
from cop_desktop.ui.pages.products.knowledge import AT_ONCE
from cop_desktop.ui.pages.products.listing import INSIDE
from cop_desktop.ui.pages.products.readers import ReaderRow
from cop_desktop.ui.widgets import Toast
from tests.statements import statements
from tests.ui.conftest import TODAY


@pytest.fixture
def page(window: MainWindow) -> ProductsPage:
    """The place of products, still empty."""
    window.open_place("products")
    found = window.findChild(ProductsPage)
    assert isinstance(found, ProductsPage)
    return found


def kept(store: Store, community: UUID) -> list[ProductRow]:
    with store.read() as session:
        return products.every(session, community)


def note(page: ProductsPage, title: str) -> None:
    page.list.line.setText(title)
    QTest.keyClick(page.list.line, Qt.Key.Key_Return)


def own(page: ProductsPage) -> None:
    """Let Dana be responsible."""
    editor = page.panel.form.editor("owner_id")
    editor.insert("דנה")
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_an_empty_place_teaches_and_leads_to_the_first(
    page: ProductsPage, store: Store, community: UUID, as_seen: Callable[[], None]
) -> None:
    as_seen()
    assert page.views.currentIndex() == 0
    page.start()
    assert page.list.line.hasFocus()
    note(page, "  מדריך   קליטה ")
    rows = kept(store, community)
    assert [(it.title, it.status) for it in rows] == [("מדריך קליטה", ProductStatus.IDEA)]
    assert page.item == rows[0].id
    assert page.panel.heading.words() == "מדריך קליטה"
    assert page.list.line.text() == ""


def test_a_product_without_a_title_is_refused_under_the_line(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    page.start()
    note(page, "   ")
    assert page.list.field.has_error
    note(page, "מכתב לשר")
    assert not page.list.field.has_error
    assert len(kept(store, community)) == 1


def test_the_steps_lead_from_idea_to_audience(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    page.start()
    note(page, "נייר עמדה")
    own(page)
    inside = page.panel.leaves.words()
    page.panel.way.grab()  # seen, so that it has parts to walk
    for _step in range(4):  # the arrow that reads ahead in Hebrew
        QTest.keyClick(page.panel.way, Qt.Key.Key_Left)
    QTest.keyClick(page.panel.way, Qt.Key.Key_Return)
    [row] = kept(store, community)
    assert (row.status, row.published_on) == (ProductStatus.APPROVED, None)
    assert page.panel.leaves.words() != inside
    assert page.panel.way.data is not None
    assert page.panel.way.data.now == ProductStatus.APPROVED
    page.panel.way.part_chosen.emit(ProductStatus.PUBLISHED)
    [row] = kept(store, community)
    assert (row.status, row.published_on) == (ProductStatus.PUBLISHED, TODAY)
    assert page.panel.form.field("published_on").day() == TODAY  # type: ignore[union-attr]


def test_undo_takes_back_a_step_with_its_date(
    page: ProductsPage, store: Store, community: UUID, history: History
) -> None:
    page.start()
    note(page, "נייר עמדה")
    own(page)
    page.panel.way.part_chosen.emit(ProductStatus.APPROVED)
    page.panel.way.part_chosen.emit(ProductStatus.PUBLISHED)
    history.undo()
    [row] = kept(store, community)
    assert (row.status, row.published_on) == (ProductStatus.APPROVED, None)
    assert page.panel.way.data is not None
    assert page.panel.way.data.now == ProductStatus.APPROVED


def test_what_is_missing_before_a_step_is_said_and_gone_with_the_next(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    page.start()
    note(page, "נייר עמדה")
    assert page.panel.trouble.isHidden()
    page.panel.way.part_chosen.emit(ProductStatus.APPROVED)
    assert not page.panel.trouble.isHidden()
    assert "נייר עמדה" in page.panel.trouble.words()
    assert kept(store, community)[0].status == ProductStatus.IDEA
    own(page)
    assert page.panel.trouble.isHidden()


def test_the_gate_opens_once_approved_and_a_tick_clears_for_outside(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    page.start()
    note(page, "נייר עמדה")
    own(page)
    assert page.panel.gate.isHidden()
    page.panel.way.part_chosen.emit(ProductStatus.APPROVED)
    assert not page.panel.gate.isHidden()
    kept_inside = page.panel.leaves.words()
    page.panel.gate.tick.click()
    assert kept(store, community)[0].may_leave
    assert page.panel.leaves.words() != kept_inside
    editor = page.panel.gate.form.editor("approved_by_id")
    editor.insert("נועה")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert kept(store, community)[0].approved_by == "נועה אברהם"
    page.panel.way.part_chosen.emit(ProductStatus.DRAFT)
    row = kept(store, community)[0]
    assert (row.cleared_outside, row.approved_by) == (False, "")
    assert page.panel.gate.isHidden()


def test_readers_are_asked_by_name_and_their_answer_noted(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    page.start()
    note(page, "נייר עמדה")
    own(page)
    readers = page.panel.readers
    readers.line.setText("דנה")  # who is responsible
    QTest.keyClick(readers.line, Qt.Key.Key_Return)
    assert readers.field.has_error
    readers.line.setText("נועה")
    QTest.keyClick(readers.line, Qt.Key.Key_Return)
    assert not readers.field.has_error
    reader = readers.rows.itemAt(0).widget()
    assert isinstance(reader, ReaderRow)
    reader.answered.emit(ReviewAnswer.CHANGES)
    reader = readers.rows.itemAt(0).widget()
    assert isinstance(reader, ReaderRow)
    reader.note.setText("חסרה דוגמה")
    reader.note.editingFinished.emit()
    [row] = kept(store, community)
    with store.read() as session:
        [said] = product_reviews.of(session, row.id)
    assert (said.name, said.answer, said.note) == ("נועה אברהם", "changes", "חסרה דוגמה")


def test_a_topic_is_linked_by_its_title_and_a_strange_one_refused(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    with store.write("topic") as session:
        topics.add(session, community, {"title": "קליטת סייעות"}, TODAY)
    page.start()
    note(page, "נייר עמדה")
    part = page.panel.topics
    for words, refused in (("משהו אחר", True), ("סייעות", False)):
        part.line.setText(words)
        QTest.keyClick(part.line, Qt.Key.Key_Return)
        assert part.field.has_error == refused
    [row] = kept(store, community)
    with store.read() as session:
        [answer] = product_topics.topics_of(session, row.id)
    assert answer.topic == "קליטת סייעות"
    assert part.rows.count() == 1


def test_a_guide_starts_from_a_template_and_a_tool_does_not(
    page: ProductsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.start()
    note(page, "מדריך קליטה")  # a new product is a guide
    assert not page.panel.template.isHidden()
    path = tmp_path / "guide.docx"
    page.panel.template.save_to(path)
    qtbot.waitUntil(lambda: not page.desk.tasks.busy)
    assert path.read_bytes().startswith(b"PK")
    page.panel.form.edited.emit("kind", ProductKind.TOOL)
    assert page.panel.template.isHidden()


def test_every_fact_is_saved_when_its_field_is_left(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    page.start()
    note(page, "נייר עמדה")
    form = page.panel.form
    for name, text in (
        ("title", "נייר עמדה: סייעות"), ("owner_id", "דנה"), ("audience", "מנהלות גנים"),
        ("where", "https://example.org/a"), ("recipients", "120"),
    ):  # fmt: skip
        editor = form.editor(name)
        editor.clear()
        editor.insert(text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    form.edited.emit("kind", ProductKind.POSITION_PAPER)
    form.edited.emit("published_on", date(2026, 11, 1))
    [row] = kept(store, community)
    assert (row.title, row.owner, row.audience) == ("נייר עמדה: סייעות", "דנה לוי", "מנהלות גנים")
    assert (row.where, row.recipients) == ("https://example.org/a", 120)
    assert (row.kind, row.published_on) == (ProductKind.POSITION_PAPER, date(2026, 11, 1))


def test_a_stranger_cannot_be_responsible(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    page.start()
    note(page, "נייר עמדה")
    editor = page.panel.form.editor("owner_id")
    editor.insert("מישהו אחר")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.panel.form.field("owner_id").has_error  # type: ignore[union-attr]
    assert kept(store, community)[0].owner == ""


def test_status_and_words_narrow_the_list_and_a_found_product_widens_it(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    page.start()
    for title in ("מדריך", "מכתב", "כנס"):
        note(page, title)
    page.panel.way.part_chosen.emit(ProductStatus.DRAFT)
    draft = page.item
    page.list.chips[ProductStatus.DRAFT].click()
    assert list(page.list.table.table.ids) == [draft]
    assert "1" in page.list.chips[ProductStatus.DRAFT].text()
    page.list.search.setText("מכתב")
    assert page.list.views.currentIndex() == 1  # says so, and how to go on
    page.list.search.clear()
    other = next(it.id for it in kept(store, community) if it.id != draft)
    page.show_item(other)
    assert page.item == other
    assert page.list.chips[None].isChecked()


def test_heads_sort_the_list(page: ProductsPage, store: Store, community: UUID) -> None:
    page.start()
    for title in ("ב", "א", "ג"):
        note(page, title)
    page.list.table.sort_asked.emit("title", False)
    titles = {it.id: it.title for it in kept(store, community)}
    assert [titles[key] for key in page.list.table.table.ids] == ["א", "ב", "ג"]
    page.list.table.sort_asked.emit("title", True)
    assert [titles[key] for key in page.list.table.table.ids] == ["ג", "ב", "א"]


def test_what_is_deleted_comes_back_from_the_toast(
    page: ProductsPage, store: Store, community: UUID, window: MainWindow, qtbot: QtBot
) -> None:
    page.start()
    note(page, "מדריך")
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert kept(store, community) == []
    toast = window.findChild(Toast)
    assert toast is not None
    assert "מדריך" in toast.accessibleName() + toast.accessibleDescription()
    toast.acted.emit()
    assert [it.title for it in kept(store, community)] == ["מדריך"]


def test_everything_we_know_is_searched_as_one_types_and_a_hit_opens_its_place(
    page: ProductsPage, store: Store, community: UUID, window: MainWindow
) -> None:
    with store.write("fill") as session:
        topics.add(session, community, {"title": "ולקליטת סייעות", "note": "קליטה טובה"}, TODAY)
        products.add(session, community, {"title": "מדריך לַקְּלִיטָה"}, TODAY)
    page.commands[1].trigger()
    knowledge = page.knowledge
    assert knowledge.rows == []  # nothing is asked yet
    knowledge.search.setText("קליטה")
    assert [row.hit.text.kind for row in knowledge.rows] == ["topic", "product"]
    assert "font-weight: 700" in knowledge.rows[1].title.text()
    knowledge.search.setText("אין דבר כזה")
    assert knowledge.rows == []
    assert "אין דבר כזה" in knowledge.told.words()
    knowledge.search.setText("מדריך")
    QTest.keyClick(knowledge.rows[0], Qt.Key.Key_Return)
    assert page.tabs.index == 0
    assert page.panel.heading.words() == "מדריך לַקְּלִיטָה"
    assert window.focusWidget() is page.list.table


def test_what_is_written_meanwhile_is_found_at_once(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    page.search_everything()
    page.knowledge.search.setText("סייעות")
    assert page.knowledge.rows == []
    with store.write("add") as session:
        products.add(session, community, {"title": "נייר", "summary": "<b>לסייעות</b>"}, TODAY)
    [row] = page.knowledge.rows
    assert "&lt;b&gt;" in row.excerpt.text()  # what people write is never markup


def test_a_page_of_many_products_asks_no_more_than_one_of_a_few(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    with store.write("topic") as session:
        topic = topics.add(session, community, {"title": "קליטה"}, TODAY)
    asked = []
    for count in (2, 20):
        with store.write("fill") as session:
            for n in range(count):
                key = products.add(session, community, {"title": f"תוצר {n}"}, TODAY)
                product_topics.link_topic(session, key, topic)
        with statements() as seen:
            page.refresh()
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 8


def test_more_answers_are_shown_when_asked_for_and_fewer_with_the_next_word(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    with store.write("fill") as session:
        for n in range(40):
            products.add(session, community, {"title": f"נייר {n}"}, TODAY)
    page.search_everything()
    page.knowledge.search.setText("נייר")
    assert len(page.knowledge.rows) == AT_ONCE
    page.knowledge.more.click()
    assert len(page.knowledge.rows) == 40
    assert page.knowledge.more.isHidden()
    page.knowledge.search.setText("ניי")
    assert len(page.knowledge.rows) == AT_ONCE


def test_a_draft_tells_for_how_long_and_in_amber_when_that_is_too_long(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    values = {"title": "טיוטה", "status": ProductStatus.DRAFT}
    with store.write("fill") as session:
        fresh = products.add(session, community, values, TODAY - timedelta(10))
        stuck = products.add(session, community, values, TODAY - timedelta(140))
    seen = {}
    for key in (fresh, stuck):
        page.show_item(key)
        seen[key] = page.panel.age.words(), page.panel.age.styleSheet()
    assert "10" in seen[fresh][0]
    assert "140" in seen[stuck][0]
    assert seen[fresh][1] != seen[stuck][1]
    with store.write("threshold") as session:
        thresholds.set_value(session, community, "products_stuck", "months", 12)
    assert page.panel.age.styleSheet() == seen[fresh][1]


def test_approved_products_that_are_told_only_inside_are_found_at_once(
    page: ProductsPage, store: Store, community: UUID
) -> None:
    """As after an upgrade: approved before anybody was asked about readers outside."""
    assert page.list.chips[INSIDE].isHidden()
    with store.write("before") as session:
        values = {"title": "מדריך קליטה", "status": ProductStatus.APPROVED}
        key = products.add(session, community, values)
        products.add(session, community, {"title": "רעיון"})
    page.list.chips[INSIDE].click()
    assert "1" in page.list.chips[INSIDE].text()
    assert page.list.table.chosen_id() == key
    with store.read() as session:
        told = PAPERS["summary"].make(session, Subject(community, TODAY), catalog("en"))
    assert "1 approved product is not cleared" in told.untold
    page.panel.gate.tick.click()
    assert page.list.chips[INSIDE].isHidden()
    assert page.list.chips[None].isChecked()
    with store.read() as session:
        told = PAPERS["summary"].make(session, Subject(community, TODAY), catalog("en"))
    assert not told.untold
    assert "מדריך קליטה" in str(told)
