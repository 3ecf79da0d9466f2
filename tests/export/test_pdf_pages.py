"""Pages that are as a careful printer would set them, and never wider than the sheet."""

import re
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.errors import UserError
from cop_desktop.export.document import (
    Blank,
    Blanks,
    Column,
    Columns,
    Document,
    Heading,
    NewSheet,
    NextMeeting,
    NoteLines,
    Paragraph,
    Piece,
    QuestionBox,
    Ribbon,
    Row,
    Spare,
    Table,
    ToFoot,
    Together,
)  # fmt: skip
from cop_desktop.export.pdf import ink
from cop_desktop.export.pdf.bands import RibbonBox
from cop_desktop.export.pdf.fonts import FontBook
from cop_desktop.export.pdf.press import Press
from cop_desktop.export.pdf.signin import HIGHEST, LOWEST, share_rows
from cop_desktop.export.pdf.writer import write_pdf
from cop_desktop.i18n import catalog

from .reading import printed
from .samples import EVERY_PAPER, agenda_table, handout, paper, sign_in, summary, work_plan

MM = 72 / 25.4
SMALLEST = 6.9  # Hebrew months under the Gantt are 7 pt
PAGES = {"handout-he": 2, "handout-en": 2, "handout-ar": 2, "sign-in": 2, "role-cards": 1,
         "work-plan": 2, "summary": 1}  # fmt: skip
papers = pytest.mark.parametrize("name", EVERY_PAPER)


@papers
def test_a_paper_has_the_pages_it_should(name: str, tmp_path: Path) -> None:
    assert printed(EVERY_PAPER[name], tmp_path).report.pages == PAGES[name]


@papers
def test_no_page_drinks_more_than_a_twentieth_of_ink(name: str, tmp_path: Path) -> None:
    assert max(printed(EVERY_PAPER[name], tmp_path).ink()) <= 0.05


@papers
def test_every_letter_stands_inside_the_margins(name: str, tmp_path: Path) -> None:
    found = printed(EVERY_PAPER[name], tmp_path)
    side = {"work-plan": 16, "role-cards": 9}.get(name, 20) * MM - 1
    for page, (width, height) in enumerate(found.sizes()):
        for letter in found.letters(page):
            assert side <= letter.left, letter
            assert letter.right <= width - side, letter
            assert 5 * MM <= letter.bottom <= letter.top <= height - 5 * MM, letter


@papers
def test_nothing_is_set_too_small_to_look_up(name: str, tmp_path: Path) -> None:
    found = printed(EVERY_PAPER[name], tmp_path)
    for page in range(found.report.pages):
        assert min(letter.size for letter in found.letters(page)) >= SMALLEST


@papers
def test_only_our_faces_are_used_and_all_are_embedded(name: str, tmp_path: Path) -> None:
    raw = printed(EVERY_PAPER[name], tmp_path).raw()
    faces = {face.decode() for face in re.findall(rb"/BaseFont /[A-Z]{6}\+([\w-]+)", raw)}
    allowed = {f"{family}-{weight}" for family in ("Heebo", "IBMPlexSansArabic")
               for weight in ("Regular", "Medium", "Bold")}  # fmt: skip
    assert faces
    assert faces <= allowed
    assert len(re.findall(rb"/FontFile2", raw)) == len(set(re.findall(rb"/BaseFont /(\S+)", raw)))
    assert b"Helvetica" not in raw
    if not name.endswith("-ar"):
        assert not any(face.startswith("IBM") for face in faces)


def test_a_file_says_its_title_its_author_and_its_language(tmp_path: Path) -> None:
    found = printed(EVERY_PAPER["handout-he"], tmp_path)
    about = pypdfium2.PdfDocument(found.path).get_metadata_dict()
    assert about["Title"] == EVERY_PAPER["handout-he"].title
    assert about["Author"] == "Rona Sagi"
    assert b"/Lang (he)" in found.raw()
    assert b"/Direction /R2L" in found.raw()


def test_a_long_paper_has_an_outline_and_a_short_one_has_none(tmp_path: Path) -> None:
    def titles(sheets: int) -> list[str]:
        blocks = [
            b for i in range(sheets) for b in (Heading(f"פרק {i}"), Paragraph("…"), NewSheet())
        ]
        found = printed(paper(*blocks), tmp_path)
        return [entry.get_title() for entry in pypdfium2.PdfDocument(found.path).get_toc()]

    assert titles(3) == []
    assert titles(5) == [f"פרק {i}" for i in range(5)]


def test_a_full_agenda_gives_up_air_before_it_gives_up_its_page(tmp_path: Path) -> None:
    assert printed(handout("he", rows=9), tmp_path).report.pages == 2


def test_an_agenda_too_long_runs_on_and_the_notes_follow_on_that_page(tmp_path: Path) -> None:
    long = paper(agenda_table("he", 20), NewSheet(), Heading("רשימות"), NoteLines(least=7))
    assert printed(long, tmp_path).report.pages == 2


def test_what_can_be_spared_is_left_out_in_its_order(tmp_path: Path) -> None:
    lines = [Paragraph("שורה") for _ in range(36)]
    spares = Spare((Paragraph("ציטוט"),), 0), Spare((Paragraph("תפקידים"),), 1)
    found = printed(paper(*lines, *spares), tmp_path)
    assert found.report.pages == 1
    assert "תפקידים" in found.words()
    assert "ציטוט" not in found.words()


def test_nothing_is_left_out_where_there_is_room(tmp_path: Path) -> None:
    words = printed(summary(), tmp_path).words()
    assert "פנוי" in words
    assert "גננת" in words


def test_a_heading_never_ends_a_page(tmp_path: Path) -> None:
    for count in range(24, 36):
        lines = [Paragraph("שורה") for _ in range(count)]
        table = Table((Column("ראש"),), tuple(Row(("תא",)) for _ in range(40)))
        found = printed(paper(*lines, Heading("כותרת"), table), tmp_path)
        for page in range(found.report.pages):
            text = "".join(letter.text for letter in found.letters(page))
            if "כותרת" in text:
                assert "תא" in text.split("כותרת")[1]


def test_a_long_table_repeats_its_head_and_keeps_its_order(tmp_path: Path) -> None:
    rows = tuple(Row((f"שורה־{i}", "ערך")) for i in range(450))
    found = printed(paper(Table((Column("מפתח"), Column("תוכן")), rows), head=None), tmp_path)
    words = found.words().split()
    assert words.count("מפתח") == found.report.pages > 5
    positions = [words.index(str(i)) for i in (1, 200, 449)]
    assert positions == sorted(positions)


def test_the_next_meeting_is_pushed_to_the_foot(tmp_path: Path) -> None:
    block = ToFoot((NextMeeting("הבא", "9.2.2027"),))
    letters = printed(paper(Paragraph("פתיחה"), block, head=None), tmp_path).letters()
    label = next(letter for letter in letters if letter.text == "ה" and letter.size < 9)
    assert label.bottom < 120


def test_writing_lines_take_what_is_left_of_the_page(tmp_path: Path) -> None:
    def dark(block: NoteLines) -> float:
        return printed(paper(block, head=None), tmp_path).ink()[0]

    assert dark(NoteLines()) > dark(NoteLines(20)) > dark(NoteLines(10))


@given(rows=st.integers(1, 400), first=st.integers(500, 700), tail=st.integers(0, 90))
def test_rows_to_sign_on_are_shared_evenly_and_high_enough(
    rows: int, first: int, tail: int
) -> None:
    plan = share_rows(rows, first, 740, tail)
    assert sum(plan.counts) == rows
    assert max(plan.counts) - min(plan.counts) <= 1
    assert LOWEST <= plan.row <= HIGHEST
    rooms = [first] + [740] * (len(plan.counts) - 1)
    rooms[-1] -= tail
    for count, room in zip(plan.counts, rooms, strict=True):
        assert count * plan.row + 7 * MM <= room + 0.01


@pytest.mark.parametrize(("members", "pages"), [(6, 1), (12, 1), (24, 2), (60, 4)])
def test_a_sign_in_sheet_has_no_page_left_half_empty(
    members: int, pages: int, tmp_path: Path
) -> None:
    found = printed(sign_in(members), tmp_path)
    assert found.report.pages == pages
    assert found.words().split().count("כהן־") + found.words().split().count("כהן") == members


def test_a_plan_of_many_activities_breaks_between_goals(tmp_path: Path) -> None:
    assert printed(work_plan(5), tmp_path).report.pages == 2
    found = printed(work_plan(9), tmp_path)
    assert found.report.pages == 3
    assert found.words().split().count("מפגשים") == 2


@pytest.mark.parametrize("rows", range(23, 30))
def test_what_closes_a_paper_is_not_alone_on_its_page(rows: int, tmp_path: Path) -> None:
    lines = tuple(Row((f"שורה {n}",)) for n in range(rows))
    approval = Blanks((Blank("הגרעין המוביל"), Blank("תאריך")), stacked=True)
    closing = Together((Heading("אישור"), approval))
    found = printed(paper(Table((Column("פעולה"),), lines), closing), tmp_path)
    assert str(rows - 1) in found.pdfium(found.report.pages - 1)


def test_the_ribbon_is_as_wide_as_the_text(tmp_path: Path) -> None:
    press = Press(catalog("he"), True, FontBook("he"), RibbonBox)  # type: ignore[arg-type]
    ribbon = RibbonBox(Ribbon((Piece(1, 15), Piece(2, 0), Piece(3, 95))), press)
    assert sum(ribbon.widths(170 * MM)) == pytest.approx(170 * MM)
    assert len(ribbon.widths(170 * MM)) == 2


@pytest.mark.parametrize("color", [ink.INK, ink.SOFT, ink.TEAL, ink.BRICK, *ink.ROLES.values()])
def test_text_stays_readable_on_weak_toner(color: str) -> None:
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    grey = 0.299 * red + 0.587 * green + 0.114 * blue
    printed_grey = grey * 0.82 + 42
    linear = ((printed_grey / 255 + 0.055) / 1.055) ** 2.4
    assert 1.05 / (linear + 0.05) >= 4.5


def test_a_paper_that_cannot_be_set_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"yesterday's")
    tall = paper(Columns(((QuestionBox("שאלה ארוכה", lines=60),),)))
    with pytest.raises(UserError) as problem:
        write_pdf(tall, path, catalog("he"))
    assert problem.value.values == {"text": "שאלה ארוכה"}
    assert path.read_bytes() == b"yesterday's"
    assert [file.name for file in tmp_path.glob("*.p*")] == ["paper.pdf"]


def test_an_empty_paper_is_still_a_page(tmp_path: Path) -> None:
    assert printed(Document("ריק", "he", True, ()), tmp_path).report.pages == 1
