"""One file of many papers: bookmarks, copies, and page numbers of their own."""

from pathlib import Path

import pypdfium2
import pytest

from cop_desktop.errors import UserError
from cop_desktop.export import papers
from cop_desktop.export.document import Columns, Heading, Paragraph, Part, QuestionBox
from cop_desktop.export.pdf import Report, write_pack
from cop_desktop.i18n import catalog
from tests.export.reading import Printed
from tests.export.samples import ENGLISH, HEBREW, handout, paper, role_cards, sign_in, work_plan

from .forms_samples import feedback, tents

MM = 72 / 25.4
LYING, UPRIGHT = (297 * MM, 210 * MM), (210 * MM, 297 * MM)


def bound(parts: list[Part], folder: Path, two_sided: bool = False) -> Printed:
    path = folder / "pack.pdf"
    report = write_pack(parts, path, catalog("he"), "ערכת מפגש 3", two_sided=two_sided)
    return Printed(path, report)


def outline(found: Printed) -> list[tuple[int, str, int]]:
    """Level, title and page (0 is first) of every bookmark."""
    entries = pypdfium2.PdfDocument(found.path).get_toc()
    return [(it.level, it.get_title(), it.get_dest().get_index()) for it in entries]


def test_each_part_keeps_its_sheet_and_its_page_numbers(tmp_path: Path) -> None:
    found = bound([Part(handout("he")), Part(work_plan()), Part(sign_in(24))], tmp_path)
    assert found.report == Report(6, (), (2, 2, 2))
    sizes = [tuple(round(side) for side in size) for size in found.sizes()]
    assert sizes == [tuple(map(round, it)) for it in [UPRIGHT] * 2 + [LYING] * 2 + [UPRIGHT] * 2]
    numbers = [line.strip() for line in found.text().splitlines() if "עמוד" in line]
    assert ["1 מתוך 2" in line for line in numbers] == [True, False] * 3


def test_copies_stand_together_and_have_one_bookmark(tmp_path: Path) -> None:
    parts = [Part(handout("he"), 3, "לחלוקה"), Part(feedback("he"), 2), Part(sign_in(6), 0)]
    found = bound(parts, tmp_path)
    assert found.report.pages == 8
    tops = [(title, page) for level, title, page in outline(found) if level == 0]
    assert tops == [("לחלוקה", 0), (HEBREW["title"], 6)]
    pages = pypdfium2.PdfDocument(found.path)
    texts = [page.get_textpage().get_text_range() for page in pages]
    assert texts[0] == texts[2] == texts[4] != texts[1]
    assert texts[6] == texts[7]


def test_the_headings_of_a_part_stand_under_its_bookmark(tmp_path: Path) -> None:
    beside = Columns(((Heading("ימין"), Paragraph("א")), (Heading("שמאל"), Paragraph("ב"))))
    found = bound([Part(paper(Heading("פתיחה"), beside)), Part(handout("en"))], tmp_path)
    entries = outline(found)
    assert entries[:4] == [(0, HEBREW["title"], 0), (1, "פתיחה", 0), (1, "ימין", 0), (1, "שמאל", 0)]
    assert entries[4] == (0, ENGLISH["title"], 1)
    assert (1, ENGLISH["decisions"], 1) in entries[5:]


def test_parts_speak_their_own_languages(tmp_path: Path) -> None:
    words = bound([Part(feedback(it)) for it in ("he", "en", "ar")], tmp_path).text()
    for said in ("עמוד 1 מתוך 1", "Page 1 of 1", "صفحة 1 من 1"):
        assert said in words


def test_the_file_has_one_title_and_only_our_faces(tmp_path: Path) -> None:
    found = bound([Part(handout("he"), 2), Part(role_cards()), Part(tents("ar"))], tmp_path)
    about = pypdfium2.PdfDocument(found.path).get_metadata_dict()
    assert about["Title"] == "ערכת מפגש 3"
    assert b"Helvetica" not in found.raw()
    assert b"/UseOutlines" in found.raw()


def test_on_two_sides_each_copy_begins_a_sheet_and_tents_have_blank_backs(tmp_path: Path) -> None:
    parts = [Part(feedback("he"), 2), Part(handout("he")), Part(tents("he"))]
    found = bound(parts, tmp_path, two_sided=True)
    pages = pypdfium2.PdfDocument(found.path)
    empty = [not page.get_textpage().get_text_range().strip() for page in pages]
    assert empty == [False, True, False, True, False, False, False, True, False, True]


def test_a_hundred_copies_weigh_little_more_than_one(tmp_path: Path) -> None:
    one = len(bound([Part(handout("he"))], tmp_path).raw())
    hundred = len(bound([Part(handout("he"), 100)], tmp_path).raw())
    assert hundred < 3 * one


def test_a_part_that_cannot_be_printed_leaves_the_old_pack(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"yesterday's")
    tall = paper(Columns(((QuestionBox("שאלה ארוכה", lines=60),),)))
    with pytest.raises(UserError):
        papers.write_pack([Part(handout("he")), Part(tall)], path, catalog("he"), "ערכה")
    assert path.read_bytes() == b"yesterday's"
    assert [it.name for it in tmp_path.iterdir()] == ["pack.pdf"]
