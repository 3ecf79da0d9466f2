"""Papers as somebody prints them in the evening: seen first, then printed or saved."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import docx
import numpy as np
import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cop_desktop.errors import UserError
from cop_desktop.export.papers import PAPERS
from cop_desktop.export.writing import file_name
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import meetings
from cop_desktop.services.addressees import Who
from cop_desktop.store import Store
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.paper import PaperDialog
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.documents import DocumentsPage
from cop_desktop.ui.pages.documents.outputs import OUTPUTS
from cop_desktop.ui.paper_view import PaperView
from cop_desktop.ui.printing import new_printer, print_to
from cop_desktop.ui.widgets import Button, FilterChip, Toast

Wait = Callable[[], None]


@pytest.fixture
def wait(window: MainWindow, qtbot: QtBot) -> Wait:
    """Until nothing is being made or saved any more."""
    return lambda: qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)


@pytest.fixture
def page(window: MainWindow, wait: Wait) -> DocumentsPage:
    window.open_place("documents")
    found = window.findChild(DocumentsPage)
    assert isinstance(found, DocumentsPage)
    wait()
    return found


def text(view: PaperView) -> str:
    """The words of the paper that is shown, without the marks of direction."""
    with PdfDocument(view.preview.pages.pdf) as pdf:
        whole = " ".join(it.get_textpage().get_text_range() for it in pdf)
    return " ".join(whole.split())


def test_every_paper_is_seen_before_it_leaves(page: DocumentsPage, wait: Wait) -> None:
    for key in PAPERS:
        QTest.mouseClick(page.list.rows[key], Qt.MouseButton.LeftButton)
        wait()
        assert page.view.preview.pages.count >= 1
        assert page.view.print_button.isEnabled()
        shown = page.view.preview.grab().toImage()
        assert shown.pixelColor(shown.width() // 2, 40).name() == "#ffffff"
        seen = page.view.preview.pages.image(0, 200)
        inked = [seen.pixelColor(x, y).value() < 128 for x in range(200) for y in range(0, 200, 2)]
        assert any(inked)


def test_what_leaves_for_outside_is_one_list_away(page: DocumentsPage, wait: Wait) -> None:
    assert not page.list.rows["outside"].isVisible()
    page.list.sections.chips["out"].click()
    assert page.list.rows["outside"].visibleRegion().boundingRect().height() > 0
    assert page.list.rows["notice"].isVisible()
    assert page.key == "handout"  # one looks round; what is shown stays
    page.choose("roster-table")
    assert page.list.rows["roster-table"].isVisible()
    page.list.sections.chips["print"].click()
    page.refresh()
    assert page.list.rows["handout"].isVisible()  # read anew, the page turns no list


def test_the_arrows_walk_the_papers(page: DocumentsPage, qtbot: QtBot) -> None:
    rows = page.list.rows
    rows["handout"].setFocus()
    qtbot.keyClick(rows["handout"], Qt.Key.Key_Down)
    assert rows["run-sheet"].hasFocus()
    qtbot.keyClick(rows["run-sheet"], Qt.Key.Key_Return)
    assert page.key == "run-sheet"


def test_role_cards_are_printed_the_way_one_chooses_and_stay_so(
    page: DocumentsPage, wait: Wait
) -> None:
    def press(way: str) -> int:
        chips = page.view.variants["role-cards"].findChildren(FilterChip)
        next(chip for chip in chips if chip.objectName() == way).click()
        wait()
        assert [chip.objectName() for chip in chips if chip.isChecked()] == [way]
        return page.view.preview.pages.count

    page.choose("role-cards")
    wait()
    assert page.view.preview.pages.count == 2
    assert [press(way) for way in ("four", "fronts")] == [4, 1]
    page.choose("work-plan")
    wait()
    assert page.view.variants["role-cards"].isHidden()
    page.choose("role-cards")
    wait()
    assert page.view.preview.pages.count == 1


def test_the_paper_speaks_the_language_asked_for(page: DocumentsPage, wait: Wait) -> None:
    before = page.view.preview.pages.pdf
    page.view.chips["en"].click()
    wait()
    assert "Agenda" in text(page.view) or "Notes" in text(page.view)
    assert page.view.preview.pages.pdf != before
    assert page.view.chips["en"].isChecked()
    assert not page.view.chips["he"].isChecked()


def test_each_meeting_has_its_own_papers(page: DocumentsPage, wait: Wait) -> None:
    page.view.chips["en"].click()
    wait()
    assert "ביקור ברהט" in page.meeting.currentText()  # the last one, when none lies ahead
    assert "17 November 2026" in text(page.view)
    page.meeting.setCurrentIndex(0)
    page.meeting.activated.emit(0)
    wait()
    assert "13 October 2026" in text(page.view)
    page.choose("summary")
    wait()
    assert not page.meeting.isVisible()


def test_a_change_anywhere_is_on_the_paper_at_once(
    page: DocumentsPage, wait: Wait, store: Store, community: UUID
) -> None:
    page.view.chips["en"].click()
    wait()
    with store.write("rename") as session:
        row = meetings.every(session, community)[-1]
        meetings.change(session, row.id, {"topic": "Visiting Rahat"})
    wait()
    assert "Visiting Rahat" in text(page.view)


def test_without_a_meeting_the_way_to_one_is_shown(
    page: DocumentsPage, window: MainWindow, wait: Wait, store: Store, community: UUID
) -> None:
    with store.write("clear") as session:
        for row in meetings.every(session, community):
            meetings.remove(session, row.id)
    wait()
    assert page.views.currentWidget() is page.no_meeting
    for key in ("role-cards", "work-plan", "summary", "calendar"):
        page.choose(key)
        wait()
        assert page.views.currentWidget() is not page.no_meeting
    page.choose("sign-in")
    step = page.no_meeting.findChild(Button)
    assert step is not None
    step.click()
    assert not page.isVisible()


def test_papers_are_saved_as_pdf_and_for_word(
    page: DocumentsPage, window: MainWindow, wait: Wait, tmp_path: Path, desk: Desk
) -> None:
    for suffix in (".pdf", ".docx"):
        page.view.save_to(tmp_path / f"paper{suffix}")
        wait()
    assert len(PdfDocument(tmp_path / "paper.pdf")) == 1  # no agenda: one sheet
    assert docx.Document(str(tmp_path / "paper.docx")).paragraphs
    toast = window.findChild(Toast)
    assert toast is not None
    assert "paper.docx" in toast.accessibleName()
    assert desk.settings.memory["papers.folder"] == str(tmp_path)


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(
    page: DocumentsPage, qtbot: QtBot, wait: Wait, tmp_path: Path
) -> None:
    target = tmp_path / "gone" / "paper.pdf"
    for save in (page.view.save_to, _of_table(page)):
        with qtbot.captureExceptions() as told:
            save(target if save == page.view.save_to else target.with_suffix(".csv"))
            wait()
        [(kind, problem, _trace)] = told
        assert kind is UserError
        assert target.stem in str(problem)


def _of_table(page: DocumentsPage) -> Callable[[Path], None]:
    page.choose("roster-table")
    return page.table.save_to


def test_a_table_shows_what_leaves_and_for_whom(
    page: DocumentsPage, wait: Wait, tmp_path: Path
) -> None:
    page.choose("roster-table")
    shown = page.table.table
    assert shown is not None
    inside = [it.title for it in shown.table.columns]
    rows = [shown.table.row(place) for place in range(3)]
    assert "052-123-4567" in {it.text(row) for row in rows for it in shown.table.columns}
    page.table.levels[Share.MINISTRY].click()
    outside = page.table.table
    assert outside is not None
    assert 0 < len(outside.table.columns) < len(inside)
    page.table.save_to(tmp_path / "outside.csv")
    page.table.save_to(tmp_path / "outside.xlsx")
    wait()
    said = (tmp_path / "outside.csv").read_text("utf-8-sig")
    assert "052" not in said
    assert "אברהם" not in said
    sheet = load_workbook(tmp_path / "outside.xlsx").active
    assert sheet is not None
    assert [it.value for it in sheet[1]] == [it.title for it in outside.table.columns]


def test_a_message_is_copied_saved_and_begun_for_those_it_is_for(
    page: DocumentsPage, wait: Wait, tmp_path: Path
) -> None:
    QTest.mouseClick(page.list.rows["send-digest"], Qt.MouseButton.LeftButton)
    view = page.message
    assert page.views.currentWidget() is view
    assert page.meeting.isVisible()
    view.copying.click()
    assert QGuiApplication.clipboard().text() == view.text.toPlainText()
    assert view.text.toPlainText().lstrip("\u200f").startswith("*")
    for suffix in (".eml", ".txt"):
        view.save_to(tmp_path / f"message{suffix}")
    wait()
    assert b"X-Unsent: 1" in (tmp_path / "message.eml").read_bytes()
    absent = view.links
    view.readers[Who.EVERYBODY].click()
    assert view.links != absent
    assert len(view.mails) == len(view.links) == 1
    view.chips["en"].click()
    assert "In short" in view.text.toPlainText()


def test_an_invitation_takes_its_meeting_along_for_calendars(
    page: DocumentsPage, wait: Wait, tmp_path: Path
) -> None:
    page.choose("send-invitation")
    assert page.message.saves[".ics"].isVisible()
    page.message.save_to(tmp_path / "meeting.ics")
    wait()
    assert (tmp_path / "meeting.ics").read_bytes().count(b"BEGIN:VEVENT") == 1
    page.choose("send-digest")
    assert not page.message.saves[".ics"].isVisible()


def test_the_line_of_a_message_begins_on_the_side_of_its_language(page: DocumentsPage) -> None:
    page.choose("send-invitation")

    def left_edge() -> int:
        seen = page.message.text.viewport().grab().toImage()
        back = seen.pixelColor(2, 2)
        return min(
            x for x in range(seen.width()) for y in range(4, 24) if seen.pixelColor(x, y) != back
        )

    hebrew = left_edge()
    page.message.chips["en"].click()
    assert left_edge() < 20 < hebrew


def test_the_year_is_saved_for_the_calendar(
    page: DocumentsPage, wait: Wait, tmp_path: Path
) -> None:
    page.choose("calendar")
    assert page.table.table is not None
    assert len(page.table.table.table.ids) == 2
    page.table.save_to(tmp_path / "year.ics")
    wait()
    assert (tmp_path / "year.ics").read_bytes().count(b"BEGIN:VEVENT") == 2


def test_every_output_can_be_made_for_each_of_its_readers(
    page: DocumentsPage, wait: Wait, tmp_path: Path
) -> None:
    for output in OUTPUTS.values():
        page.choose(output.key)
        assert set(page.table.saves) == {suffix for suffix, _words, _icon in output.formats}
        for level in output.levels:
            page.table._choose_level(level)  # noqa: SLF001 - one level has no chip
            for suffix in page.table.saves:
                page.table.save_to(tmp_path / f"{output.key}-{level}{suffix}")
                wait()
                assert (tmp_path / f"{output.key}-{level}{suffix}").stat().st_size


def test_the_last_paper_asked_for_is_the_one_that_is_shown(page: DocumentsPage, wait: Wait) -> None:
    for key in ("work-plan", "handout", "role-cards", "summary", "work-plan"):
        page.choose(key)
    wait()
    shape = page.view.preview.pages.shape(0)
    assert shape.width() > shape.height()


def test_a_page_can_be_seen_whole(page: DocumentsPage) -> None:
    preview = page.view.preview
    wide = preview.pages.height()
    page.view.whole.click()
    assert preview.pages.height() < wide
    first = preview.pages._places()[0]  # noqa: SLF001
    assert first.bottom() < preview.viewport().height()
    page.view.whole.click()
    assert preview.pages.height() == wide


@pytest.mark.parametrize("key", ["handout", "work-plan"])
def test_what_is_printed_is_what_was_seen(
    page: DocumentsPage, wait: Wait, tmp_path: Path, key: str
) -> None:
    page.choose(key)
    wait()
    pages = page.view.preview.pages
    printer = new_printer(pages, "paper")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_to(printer, pages)
    with PdfDocument(tmp_path / "printed.pdf") as printed:
        assert len(printed) == pages.count
        for number, sheet in enumerate(printed):
            shape = pages.shape(number)
            assert sheet.get_size() == pytest.approx((shape.width(), shape.height()), abs=2)
            seen = pages.image(number, 900).convertToFormat(QImage.Format.Format_Grayscale8)
            ink = np.frombuffer(seen.constBits(), np.uint8).reshape(seen.height(), -1)
            paper = sheet.render(scale=900 / sheet.get_width(), grayscale=True).to_numpy()
            assert np.corrcoef(_squares(ink), _squares(paper))[0, 1] > 0.97


def _squares(page: Any) -> Any:
    """How dark each square of 30 dots is: lines may sit a hair beside each other."""
    tall = page.shape[0] // 60 * 2  # one row of dots more or less is the same page
    return page[: tall * 30, :900].reshape(tall, 30, 30, 30).mean(axis=(1, 3)).ravel()


def test_a_range_of_pages_is_printed_alone(page: DocumentsPage, wait: Wait, tmp_path: Path) -> None:
    page.choose("work-plan")
    wait()
    pages = page.view.preview.pages
    assert pages.count == 2
    printer = new_printer(pages, "paper")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 2)
    print_to(printer, pages)
    assert len(PdfDocument(tmp_path / "printed.pdf")) == 1


def test_a_dialog_closed_while_its_paper_is_made_is_missed_by_nobody(
    window: MainWindow, desk: Desk, wait: Wait, qtbot: QtBot
) -> None:
    dialog = PaperDialog(desk, "handout", parent=window)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    wait()
    qtbot.waitUntil(lambda: not window.findChildren(PaperDialog))


def test_a_dialog_shows_the_paper_of_its_meeting(
    window: MainWindow, desk: Desk, wait: Wait, store: Store, community: UUID
) -> None:
    with store.read() as session:
        first = meetings.every(session, community)[0]
    dialog = PaperDialog(desk, "sign-in", first.id, window)
    dialog.open()
    wait()
    assert dialog.view.preview.pages.count == 1
    assert dialog.view.document is not None
    assert "פתיחת שנה" in dialog.view.document.title
    dialog.close()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("א/ב: \u2068ג\u2069?", "א ב ג"),
        ("  ..סוף.. ", "סוף"),
        ("שם" * 200, "שם" * 40),
    ],
)
def test_titles_make_names_that_every_disk_takes(title: str, name: str) -> None:
    assert file_name(title) == name
