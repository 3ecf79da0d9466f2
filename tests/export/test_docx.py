"""Word opens what we write: right to left, every block's words, nothing half-written."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import get_args

import docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn

from cop_desktop.export import document as say
from cop_desktop.export.docx import write_docx
from cop_desktop.export.docx.blocks import _WRITERS
from cop_desktop.i18n import catalog

from .pdf import forms_samples
from .samples import WORDS


def document(*blocks: say.Block, rtl: bool = True) -> say.Document:
    head = say.Head("ראשי אגפי חינוך", "סדר היום", "מפגש 3 מתוך 8")
    return say.Document("סדר היום", "he" if rtl else "en", rtl, blocks, head)


def written(it: say.Document, tmp_path: Path) -> Word:
    write_docx(it, tmp_path / "it.docx", catalog(it.language))
    return docx.Document(str(tmp_path / "it.docx"))


def test_every_block_has_a_writer() -> None:
    assert set(_WRITERS) == set(get_args(say.Block))


def test_paragraphs_runs_tables_and_section_are_right_to_left(tmp_path: Path) -> None:
    rows = (say.Row(("09:30", "פתיחה")),)
    columns = (say.Column("שעה", 20), say.Column("נושא"))
    word = written(document(say.Paragraph("שלום עולם"), say.Table(columns, rows)), tmp_path)
    body = word.element.body
    texts = [p for p in body.iter(qn("w:p")) if "".join(p.itertext()).strip()]
    assert all(p.pPr is not None and p.pPr.find(qn("w:bidi")) is not None for p in texts)
    assert all(r.rPr.find(qn("w:rtl")) is not None for r in body.iter(qn("w:r")) if r.text)
    assert body.find(f".//{qn('w:bidiVisual')}") is not None
    assert body.sectPr.find(qn("w:bidi")) is not None
    assert [cell.text for cell in word.tables[0].rows[0].cells] == ["שעה", "נושא"]


def test_an_english_document_is_left_to_right(tmp_path: Path) -> None:
    word = written(document(say.Paragraph("Hello"), rtl=False), tmp_path)
    assert word.element.find(f".//{qn('w:bidi')}") is None


def test_a_group_spans_its_row_and_pieces_keep_their_order(tmp_path: Path) -> None:
    columns = (say.Column(width=8), say.Column("פעולה"), say.Column("עד מתי"))
    rows = (
        say.Row(("1", "להוביל יחד"), say.RowKind.GROUP),
        say.Row(("", say.Cell("תחלופה", note="דנה", mark=say.Mark.DONE), "1.1.2027")),
    )
    table = written(document(say.Table(columns, rows)), tmp_path).tables[0]
    assert table.rows[1].cells[1].text == table.rows[1].cells[2].text == "להוביל יחד"
    assert table.rows[2].cells[1].text == "☑ תחלופה\nדנה"


@pytest.mark.parametrize("ugly", ["<b>דנה</b> & <w:p/>", "א\x00\u202eב", "ש" * 5000, "👩‍🏫 \ud800"])
def test_ugly_text_stays_text(tmp_path: Path, ugly: str) -> None:
    word = written(document(say.Paragraph(ugly)), tmp_path)
    told = word.paragraphs[-1].text
    assert "\x00" not in told
    assert "\u202e" not in told
    assert told[0] == ugly[0]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "plan.docx"
    target.mkdir()  # a folder cannot be replaced by a file
    with pytest.raises(IsADirectoryError):
        write_docx(document(say.Paragraph("א")), target, catalog("he"))
    assert [it.name for it in tmp_path.iterdir()] == ["plan.docx"]


def a_year(*rows: say.GanttRow, fill: say.Fill = say.Fill.SOLID) -> say.Gantt:
    months = tuple(
        say.Month(date(2026 + (8 + n) // 12, (8 + n) % 12 + 1, 1), f"חודש {n + 1}")
        for n in range(12)
    )
    words = say.GanttWords("מפגשים", "מפגש", "אין מפגש קרוב", "אבן דרך", "אין פעילות")
    meeting = say.GanttMeeting(date(2026, 12, 1), 3, coming=True)
    return say.Gantt(months, (say.GanttGroup(1, rows, fill),), (meeting,), words)


def test_the_year_stands_in_word_as_shaded_months(tmp_path: Path) -> None:
    row = say.GanttRow(
        "מילון מונחים", ((date(2026, 11, 30), date(2027, 1, 1)),), (date(2027, 2, 10), "אישור")
    )
    table = written(document(a_year(row)), tmp_path).tables[0]
    shaded = [cell._tc.find(f".//{qn('w:shd')}") is not None for cell in table.rows[2].cells]  # noqa: SLF001
    assert [place for place, it in enumerate(shaded) if it] == [3, 4, 5]  # Nov, Dec, Jan
    assert table.rows[1].cells[4].text == "3 · 1.12"
    assert table.rows[2].cells[6].text == "◆ אישור"


def test_a_new_sheet_leaves_no_empty_page_behind(tmp_path: Path) -> None:
    blocks = (say.Paragraph("א"), say.NewSheet(), say.Table((say.Column("ב"),), ()))
    word = written(document(*blocks), tmp_path)
    assert not list(word.element.body.iter(qn("w:br")))
    first = word.tables[0].rows[0].cells[0].paragraphs[0]
    assert first.paragraph_format.page_break_before


@pytest.mark.parametrize("language", ["he", "en", "ar"])
def test_forms_and_boxes_stand_in_word_as_tables_and_a_picture(
    tmp_path: Path, language: str
) -> None:
    form = written(forms_samples.feedback(language), tmp_path)
    scale = form.tables[0]
    assert [cell.text for cell in scale.rows[1].cells][2:7] == ["1", "2", "3", "4", "5"]
    assert scale.rows[0].cells[2].text == forms_samples.SCALES[language][0]
    assert scale.rows[0].cells[6].text == forms_samples.SCALES[language][1]
    sheet = written(forms_samples.digest(language), tmp_path)
    assert len(sheet.inline_shapes) == 1  # the code to scan
    assert forms_samples.LINK in "".join(cell.text for cell in sheet.tables[1]._cells)  # noqa: SLF001
    words = WORDS[language]
    step = sheet.tables[2].rows[0].cells[2].text
    for key in ("item", "role", "purpose", "question"):
        assert words[key] in step


def test_names_and_the_backs_of_cards_keep_their_words_in_word(tmp_path: Path) -> None:
    names = "\n".join(it.text for it in written(forms_samples.tents("he"), tmp_path).paragraphs)
    assert names.count(WORDS["he"]["leader"]) == 3
    card = say.Card(name="שומרים", back=(say.Prompts("לפני מפגש", ("מי חסר?",)),))
    block = say.Cards((card,), say.CardWords("בידי", "עד"))
    told = "\n".join(it.text for it in written(document(block), tmp_path).paragraphs)
    assert "לפני מפגש\nמי חסר?" in told


def test_two_tables_stay_two(tmp_path: Path) -> None:
    """Word makes one of two that touch."""
    table = say.Table((say.Column("א"),), (say.Row(("ב",)),))
    word = written(document(table, table), tmp_path)
    tags = [child.tag for child in word.element.body]
    assert (qn("w:tbl"), qn("w:tbl")) not in pairwise(tags)


def test_word_counts_the_pages_and_parts_no_row(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    table = say.Table((say.Column("נושא"),), (say.Row(("פתיחה",)),))
    document = say.Document("דף", "he", True, (table,), foot=say.Foot("דף", "נשאר בחדר"))
    write_docx(document, path, catalog("he"))
    made = docx.Document(str(path))
    foot = made.sections[0].footer.paragraphs[0]
    fields = [it.get(qn("w:instr")) for it in foot._p.iter(qn("w:fldSimple"))]  # noqa: SLF001
    assert fields == ["PAGE", "NUMPAGES"]
    assert "{" not in foot.text
    rows = list(made.element.body.iter(qn("w:tr")))
    assert len(rows) == len(list(made.element.body.iter(qn("w:cantSplit")))) == 2
