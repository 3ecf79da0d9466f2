"""What a strict typographer looks for: nothing torn, nothing alone, no room wasted."""

from datetime import date, datetime
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from cop_desktop.calendar import Layer
from cop_desktop.export import document as doc
from cop_desktop.export.document import (
    Cell,
    Column,
    Foot,
    Head,
    Heading,
    NextMeeting,
    NoteLines,
    OpenQuestion,
    Pairs,
    Paragraph,
    Part,
    Piece,
    Ribbon,
    Row,
    Spare,
    Table,
    ToFoot,
)
from cop_desktop.export.pdf.writer import write_pack
from cop_desktop.export.reports import handout, run_sheet, work_plan
from cop_desktop.formats import dotted, isolate
from cop_desktop.i18n import catalog
from cop_desktop.services import communities, meetings
from cop_desktop.store import Store
from tests.export.gatherings import TODAY, gathered
from tests.export.reading import printed

MM = 72 / 25.4


def paper(*blocks: doc.Block, subtitle: str = "", title: str = "דף") -> doc.Document:
    head = Head("קהילה", "דף", subtitle)
    return doc.Document(title, "he", True, blocks, head=head, foot=Foot("דף"))


def test_readers_list_titles_without_marks_of_direction(tmp_path: Path) -> None:
    document = paper(Heading(f"קבוצות ב־{isolate('11:40')}"), title=dotted("משוב", "Budget 2"))
    path = tmp_path / "pack.pdf"
    write_pack([Part(document)], path, catalog("he"), document.title)
    made = PdfDocument(path)
    told = [made.get_metadata_dict()["Title"], *(it.get_title() for it in made.get_toc())]
    assert told == ["משוב · Budget 2", "משוב · Budget 2", "קבוצות ב־11:40"]


def test_a_date_under_a_title_is_not_torn(tmp_path: Path) -> None:
    day = "יום שלישי, 1 בדצמבר 2026, כ״א בכסלו תשפ״ז"
    topic = "רצף חינוכי מגיל לידה עד כיתה א׳, ברשויות הצפון"
    found = printed(paper(subtitle=dotted("מפגש 3 מתוך 8", topic, day)), tmp_path)
    lines = found.text().splitlines()
    assert [line for line in lines if "תשפ״ז" in line and "שלישי" in line]
    assert not [line for line in lines if line.strip().endswith("·")]


def test_questions_to_write_under_take_what_the_form_leaves_free(tmp_path: Path) -> None:
    def last_line(count: int) -> float:
        blocks = (OpenQuestion(f"שאלה {n}", n) for n in range(count))
        note = ToFoot((Paragraph("סוף", doc.Voice.NOTE),))
        path = printed(paper(*blocks, note), tmp_path)
        assert path.report.pages == 1
        drawn = PdfDocument(path.path)[0].get_objects()
        lines = [y for it in drawn if (y := it.get_bounds()[1]) > 60 and it.type != 1]
        return float(min(lines))

    assert last_line(5) < 45 * MM
    assert last_line(6) < 45 * MM


def test_a_ribbon_stays_with_its_heading_and_its_table(tmp_path: Path) -> None:
    ribbon, table = Ribbon((Piece(1, 15),)), Table((Column("נושא"),), (Row(("פתיחה",)),))
    for lines in range(20, 28):
        notes = (NoteLines(lines), Heading("סדר יום"), ribbon, table)
        found = printed(paper(*notes), tmp_path)
        last = found.pdfium(found.report.pages - 1)
        assert "פתיחה" in last
        assert "סדר" in last


def test_what_closes_a_paper_takes_the_short_part_before_it_along(tmp_path: Path) -> None:
    people = (Heading("מי היו"), Pairs((("נוכחות", "סיגל ורד"),)))
    next_one = ToFoot((NextMeeting("המפגש הבא", "יום רביעי", "אולם", "נושא", "", ""),))
    for lines in range(18, 28):
        found = printed(paper(NoteLines(lines), *people, next_one), tmp_path)
        last = found.pdfium(found.report.pages - 1)
        assert "הבא" in last
        assert "סיגל" in last


def test_what_gives_way_is_said_shorter(tmp_path: Path) -> None:
    spare = Spare((Paragraph("ארוך"), NoteLines(10)), instead=(Paragraph("קצר"),))
    assert "ארוך" in printed(paper(spare), tmp_path).words()
    full = printed(paper(spare, NoteLines(20)), tmp_path)
    assert full.report.pages == 1
    assert "קצר" in full.words()
    assert "ארוך" not in full.words()


@pytest.mark.parametrize("lines", [20, 40, 90])
def test_a_long_step_never_runs_over_the_foot(lines: int, tmp_path: Path) -> None:
    long = Cell("נושא", more="שורה\n" * lines, aloud="שאלה\n" * 9)
    rows = (*(Row((f"שורה {n}", "")) for n in range(12)), Row((long, "דף\n" * lines)))
    found = printed(paper(Table((Column("מה"), Column("חומרים")), rows)), tmp_path)
    for page in range(found.report.pages):
        foot = 13.5 * MM  # the rule over it
        assert not [it for it in found.letters(page) if foot - 3 < it.bottom < foot + 2]


@pytest.mark.parametrize("language", ["he", "en", "ar"])
def test_nine_blocks_with_tracks_leave_a_handout_on_one_sheet(
    store: Store, tmp_path: Path, language: str
) -> None:
    it, words = gathered(store, language, blocks=9), catalog(language)
    with store.read() as session:
        told = handout.gather(session, it.coming, it.community, TODAY)
    assert printed(handout.handout(told, words), tmp_path).report.pages == 2


def test_a_run_sheet_without_an_agenda_is_one_page_without_an_empty_table(
    store: Store, tmp_path: Path
) -> None:
    with store.write("plan") as session:
        key = communities.found(session, "קהילה", 2026)
        coming = meetings.schedule(
            session, key, {"topic": "פתיחה", "starts_at": datetime(2026, 12, 2, 9, 30)}
        )
    with store.read() as session:
        told = run_sheet.gather(session, coming, key, TODAY)
    document = run_sheet.run_sheet(told, catalog("he"))
    assert not [block for block in document.blocks if isinstance(block, Table)]
    assert printed(document, tmp_path).report.pages == 1


def test_the_plan_hatches_the_holidays_the_members_keep(store: Store) -> None:
    with store.write("plan") as session:
        key = communities.found(session, "קהילה", 2026)
        communities.change(session, key, {"observances": [Layer.CHRISTIAN.value]})
    with store.read() as session:
        told = work_plan.gather(session, key, 2026, date(2026, 12, 1))
    assert Layer.CHRISTIAN in told.layers
    assert Layer.JEWISH not in told.layers


def test_time_that_nobody_fills_is_not_drawn_as_a_break(tmp_path: Path) -> None:
    def drawn(hour: str) -> int:
        columns = (Column("שעה", 20), Column("נושא"))
        rows = (Row((hour, "פנוי"), doc.RowKind.PAUSE),)
        found = printed(paper(Table(columns, rows)), tmp_path)
        return sum(1 for it in PdfDocument(found.path)[0].get_objects() if it.type != 1)

    assert drawn("") < drawn("10:00")
