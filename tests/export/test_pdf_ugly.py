"""Whatever stands in a field, the paper is printed, and its pages end."""

from dataclasses import replace
from pathlib import Path

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
    Cell,
    Circles,
    Column,
    Columns,
    Document,
    Fact,
    Facts,
    Foot,
    Format,
    Gantt,
    Goals,
    Head,
    Heading,
    Item,
    ItemList,
    Mark,
    NextMeeting,
    Pairs,
    Paragraph,
    Piece,
    Poster,
    QuestionBox,
    Ribbon,
    Ring,
    RoleStrip,
    Row,
    RowKind,
    Seat,
    SignIn,
    SignInRow,
    Spare,
    StageBand,
    StagePiece,
    StageState,
    Table,
    Tile,
    Tiles,
    ToFoot,
    Together,
)  # fmt: skip
from cop_desktop.models.vocabulary import Role

from .reading import printed
from .samples import paper, work_plan

UGLY = {
    "markup": "<b>x</b> & </para> <font color='red'>",
    "a word of 5,000 letters": "א" * 5000,
    "an address of 3,000 letters": "https://example.org/" + "a-b/c?d=e&" * 300,
    "a note of 200,000 letters": ("מילה ארוכה מאוד שנכתבה כאן. " * 8000)[:200_000],
    "a spoofed file name": "report\u202efdp.exe",
    "NUL and bells": "a\0b\x07",
    "emoji with joiners": "👩\u200d👩\u200d👧 שלום 🏳️\u200d🌈",
    "lone surrogates": "a\ud800b\udfffc",
    "300 newlines": "שורה\n" * 300,
    "a pile of marks": "א" + "\u05b0" * 500,
    "nothing": "",
    "blanks": "   ",
    "isolates that do not match": "\u2068abc \u2069\u2069 \u2068",
    "noncharacters": "\ufffe\uffff\U0001ffff",
    "5,000 brackets": "(" * 5000,
    "an Arabic word of 8,000 letters": "سلام" * 2000,
}


def _everywhere(ugly: str) -> tuple[Block, ...]:
    """The text in every block that takes text."""
    return (
        Heading(ugly[:200]), Paragraph(ugly), Callout(ugly[:300], ugly[:300]),
        ItemList((Item(ugly, Mark.DONE, ugly),)), Facts((Fact(ugly, ugly, ugly), Fact("א", "ב"))),
        Table((Column("א", 20), Column("ב"), Column("ג", 30, foreign=True)), (
            Row(("1", ugly, "x")), Row((ugly[:9000], Cell(ugly[:9000], ugly, Role.VALUE), "y")),
            Row(("1", ugly[:9000]), RowKind.GROUP), Row(("1", ugly[:9000]), RowKind.PAUSE),
        )),
        Poster((ugly, "", ugly[:60])),
        Pairs(((ugly, ugly),)), Tiles((Tile(ugly, ugly),)), QuestionBox(ugly),
        Blanks((Blank(ugly, ugly),)), Blanks((Blank(ugly, ugly),), stacked=True),
        Columns(((Paragraph(ugly[:9000]),), (Paragraph(ugly[:9000]),))),
        StageBand((StagePiece(ugly, StageState.PRESENT, ugly),)),
        Circles((Ring(1, ugly), Ring(0, ugly), Ring(2, ugly)), ugly),
        RoleStrip((Seat(Role.VALUE, ugly, ugly),)),
        NextMeeting(ugly, ugly, ugly, ugly, "https://example.org", ugly),
        SignIn((ugly, ugly, ugly, ugly), (SignInRow(ugly, ugly, ugly, ugly),)),
    )  # fmt: skip


@pytest.mark.parametrize("name", UGLY)
def test_a_paper_is_printed_whatever_stands_in_it(name: str, tmp_path: Path) -> None:
    ugly = UGLY[name]
    head, foot = Head(ugly[:2000], ugly[:2000], ugly[:2000]), Foot(ugly[:2000], ugly[:2000])
    found = printed(
        Document(
            ugly, "he", True, _everywhere(ugly), head, foot, author=ugly[:99], watermark=ugly[:2000]
        ),
        tmp_path,
    )
    width = found.sizes()[0][0]
    for letter in found.letters():
        assert letter.left >= 0
        assert letter.right <= width


@pytest.mark.parametrize("name", UGLY)
def test_a_card_holds_whatever_stands_on_it(name: str, tmp_path: Path) -> None:
    ugly = UGLY[name][:9000]
    card = Card(Role.VALUE, ugly, ugly, ugly, (ugly, ugly, ugly), ugly, ugly, ugly)
    block = Cards((card,) * 9, CardWords(ugly, ugly, ugly, ugly))
    cards = Document(ugly[:99], "he", True, (block,), paper=Format.CARDS)
    assert printed(cards, tmp_path).report.pages == 2


EMPTY: tuple[Block, ...] = (
    Facts(()), ItemList(()), Pairs(()), Table((), ()), Table((Column("א"),), ()), Columns(()),
    Together(()), ToFoot(()), Spare(()), Tiles(()), Blanks(()), Blanks((), stacked=True),
    Poster(()),
    Ribbon(()), Ribbon((Piece(1, 0),)), Goals(()), StageBand(()), RoleStrip(()), BarChart(()),
    BarChart((Bar("א", None),)), SignIn(("", "", "", ""), (), spare=0), QuestionBox("", 0),
    Circles((Ring(0, ""), Ring(0, ""), Ring(0, ""))), NextMeeting("", ""),
    Table((Column("א", 300), Column("ב", 300), Column("ג")), (Row(("א", "ב", "ג")),)),
    Table((Column("א"),), (Row(("א", "ב", "ג")), Row(()))),
)  # fmt: skip


@pytest.mark.parametrize("block", EMPTY, ids=lambda block: type(block).__name__)
def test_a_block_with_nothing_in_it_is_no_trouble(block: Block, tmp_path: Path) -> None:
    assert printed(paper(block), tmp_path).report.pages == 1


def test_a_plan_without_activities_still_shows_the_year(tmp_path: Path) -> None:
    chart = work_plan().blocks[1]
    assert isinstance(chart, Gantt)
    assert "2027" in printed(paper(replace(chart, groups=(), meetings=())), tmp_path).words()


def test_a_link_too_long_for_a_code_is_printed_in_words(tmp_path: Path) -> None:
    link = "https://example.org/" + "room/" * 80
    found = printed(paper(NextMeeting("הבא", "9.2.2027", link=link)), tmp_path)
    assert "https://example.org/room" in found.words()


def test_above_sixty_members_dots_become_figures(tmp_path: Path) -> None:
    rings = (Ring(12, "גרעין"), Ring(31, "תורמים"), Ring(28, "מקשיבים"))
    words = printed(paper(Circles(rings)), tmp_path).words().split()
    assert words.count("31") == words.count("28") == 2
