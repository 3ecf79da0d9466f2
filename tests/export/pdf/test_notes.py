"""What has no room on paper is cut with a number, and stands whole at the paper's end."""

import re
from pathlib import Path

import pypdfium2
import pytest

from cop_desktop.export.document import (
    Bar,
    BarChart,
    Blank,
    Blanks,
    Block,
    Callout,
    Card,
    Cards,
    CardWords,
    Circles,
    Fact,
    Facts,
    Format,
    Heading,
    Item,
    ItemList,
    Mark,
    Pairs,
    Panel,
    Panels,
    Paragraph,
    QuestionBox,
    Ring,
    RoleStrip,
    Seat,
    SignIn,
    SignInRow,
    Tile,
    Tiles,
)
from cop_desktop.models.vocabulary import Role
from tests.export.reading import Printed, printed
from tests.export.samples import paper, work_plan

LAST = "סוף־הטקסט"
LONG = "מילה של טקסט ארוך " * 160 + LAST
SHORT = ("א", "ב", "ג", "ד")


def pages(found: Printed) -> list[str]:
    """What browsers read on every page, without blanks and line ends."""
    texts = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(found.path))
    return ["".join(text.split()) for text in texts]


CUTTING: tuple[Block, ...] = (
    Heading("כותרת", LONG), Callout("משפט", LONG), Facts((Fact("מתי", LONG, ""),)),
    ItemList((Item("החלטה", Mark.DONE, LONG),)), Pairs((("17.2", LONG),)),
    Tiles((Tile("3", LONG),)), QuestionBox(LONG), Blanks((Blank("סה״כ", LONG),)),
    Blanks((Blank("חתימה", LONG),), stacked=True), Panels((Panel("החלטה", LONG),)),
    BarChart((Bar("1", 0.5, LONG), Bar("2", 0.5))), RoleStrip((Seat(Role.VALUE, "תפקיד", LONG),)),
    Circles((Ring(1, LONG), Ring(1, "ב"), Ring(1, "ג"))),
    SignIn(SHORT, (SignInRow("כהן", "תמר", LONG, "מנהלת"),)),
)  # fmt: skip


@pytest.mark.parametrize("block", CUTTING, ids=lambda block: type(block).__name__)
def test_a_text_without_room_stands_whole_at_the_end(block: Block, tmp_path: Path) -> None:
    *first, last = pages(printed(paper(block), tmp_path))
    cut = [page for page in first if re.search(r"[\[\]]1[\[\]]", page) and "..." in page]
    assert cut
    assert not any(LAST in page for page in first)
    assert LAST in last


def test_the_numbers_run_in_reading_order_and_one_text_has_one(tmp_path: Path) -> None:
    other = LONG.replace("מילה", "שורה")
    blocks = [QuestionBox(text) for text in (LONG, other, LONG)]
    words = "".join(pages(printed(paper(*blocks), tmp_path)))
    assert re.findall(r"\[(\d)\]", words) == ["1", "2", "1"]


def test_a_paper_that_holds_everything_has_no_page_more(tmp_path: Path) -> None:
    found = printed(paper(QuestionBox("שאלה קצרה")), tmp_path)
    assert found.report.pages == 1
    assert "..." not in pages(found)[0]


def test_what_stands_whole_in_another_place_needs_no_note(tmp_path: Path) -> None:
    """A name in the chart is cut; the table under it has it in full."""
    found = printed(paper(QuestionBox(LONG), Paragraph(LONG)), tmp_path)
    assert "..." in pages(found)[0]
    assert "[1]" not in "".join(pages(found))


def test_an_everyday_plan_gets_no_notes(tmp_path: Path) -> None:
    assert printed(work_plan(), tmp_path).report.pages == 2


def test_a_card_with_too_much_on_it_sends_its_reader_to_a_page_of_its_own(tmp_path: Path) -> None:
    card = Card(Role.VALUE, "שומרי הערך", "1/7", LONG, (), "״מה?״")
    cards = Cards((card,), CardWords("בתפקיד", "עד"))
    found = printed(paper(cards, paper=Format.CARDS, head=None), tmp_path)
    first, last = pages(found)
    assert "[1]" in first
    assert LAST in last


def test_the_number_stands_at_the_end_of_the_cut_line(tmp_path: Path) -> None:
    """At the left in Hebrew, even where the line ends in another script."""
    latin = "https://example.org/" + "room/" * 400
    letters = printed(paper(QuestionBox("קישור " + latin)), tmp_path).letters()
    number = next(it for it in letters if it.text == "1" and it.size < 10)
    line = [it for it in letters if abs(it.bottom - number.bottom) < 3 and it.text.isalpha()]
    assert number.right < min(it.left for it in line)
