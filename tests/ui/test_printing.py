"""What leaves the printer: the pages asked for, as often as asked, turned as they were seen."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pypdfium2 import PdfDocument
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from cop_desktop.export.document import Flip, Format, Part
from cop_desktop.export.papers import write_pack
from cop_desktop.i18n import catalog
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.printing import Sides, new_printer, order, print_to, sides
from cop_desktop.ui.widgets.preview import Pages
from tests.export.pdf.forms_samples import tents
from tests.export.pdf.test_cards import cards
from tests.export.samples import handout, paper, work_plan

Print = Callable[[QPrinter], PdfDocument]


@pytest.fixture
def pages(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Pages:
    """A pack: two pages upright, two lying."""
    path = tmp_path / "pack.pdf"
    write_pack([Part(handout("he")), Part(work_plan())], path, catalog("he"), "ערכה")
    held = Pages(desk.look)
    qtbot.addWidget(held)
    held.hold(path.read_bytes())
    return held


@pytest.fixture
def printer(pages: Pages, tmp_path: Path) -> QPrinter:
    made = new_printer(pages, "ערכה")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def printed(tmp_path: Path) -> PdfDocument:
    return PdfDocument(tmp_path / "printed.pdf")


def test_each_page_is_turned_as_it_was_seen(
    pages: Pages, printer: QPrinter, tmp_path: Path
) -> None:
    assert print_to(printer, pages)
    lying = [page.get_width() > page.get_height() for page in printed(tmp_path)]
    assert lying == [False, False, True, True]


def test_print_is_as_sharp_as_the_paper_itself(
    pages: Pages, printer: QPrinter, tmp_path: Path
) -> None:
    """Strips of a page meet without a seam: the print looks like the page it came from."""
    printer.setFromTo(1, 1)
    print_to(printer, pages)
    scale = 150 / 72
    told = printed(tmp_path)[0].render(scale=scale, grayscale=True).to_numpy().astype(int)
    meant = PdfDocument(pages.pdf)[0].render(scale=scale, grayscale=True).to_numpy().astype(int)
    rows = min(len(told), len(meant))
    columns = min(told.shape[1], meant.shape[1])
    apart = np.abs(told[:rows, :columns] - meant[:rows, :columns]).squeeze()
    bands = apart[: rows // 20 * 20].reshape(-1, 20, columns).mean(axis=(1, 2))
    assert bands.max() < 20  # a hairline may lie a dot beside itself; a lost row moves all words


def test_pages_asked_for_are_printed_in_their_order(pages: Pages, printer: QPrinter) -> None:
    printer.setPageRanges(QPageRanges.fromString("1,3-4"))
    assert list(order(printer, 4)) == [0, 2, 3]
    printer.setPageRanges(QPageRanges())
    assert list(order(printer, 4)) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("collated", "expected"), [(True, [0, 1, 0, 1, 0, 1]), (False, [0, 0, 0, 1, 1, 1])]
)
def test_copies_come_in_sets_or_page_by_page(
    pages: Pages, printer: QPrinter, tmp_path: Path, collated: bool, expected: list[int]
) -> None:
    printer.setCopyCount(3)
    printer.setCollateCopies(collated)
    printer.setFromTo(1, 2)
    if printer.supportsMultipleCopies():
        expected = [0, 1]  # the printer makes them
    assert list(order(printer, 4)) == expected


def test_a_stopped_print_goes_no_further(pages: Pages, printer: QPrinter, tmp_path: Path) -> None:
    seen = []

    def go_on(done: int, in_all: int) -> bool:
        seen.append((done, in_all))
        return done < 2

    assert not print_to(printer, pages, go_on)
    assert seen == [(0, 4), (1, 4), (2, 4)]


def test_nothing_is_printed_of_nothing(pages: Pages, printer: QPrinter, tmp_path: Path) -> None:
    printer.setFromTo(9, 9)
    assert not print_to(printer, pages)
    assert not (tmp_path / "printed.pdf").exists()


def test_the_sides_suit_the_paper() -> None:
    assert sides(handout("he"), 2) == Sides.DuplexLongSide
    assert sides(handout("he"), 1) == Sides.DuplexNone
    assert sides(tents("he"), 2) == Sides.DuplexNone
    for flip, expected in ((Flip.LONG, Sides.DuplexLongSide), (Flip.SHORT, Sides.DuplexShortSide)):
        document = paper(cards("he", flip), paper=Format.CARDS, head=None)
        assert sides(document, 2) == expected
