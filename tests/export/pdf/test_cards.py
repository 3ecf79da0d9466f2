"""Role cards with backs that meet their fronts, whichever edge the printer turns over."""

from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from cop_desktop.export.document import Card, Cards, CardWords, Flip, Format, Prompts
from cop_desktop.models.vocabulary import Role
from tests.export.reading import Letter, Printed, printed
from tests.export.samples import paper

MM = 72 / 25.4
WIDE, HIGH = 210 * MM, 297 * MM
LETTERS = "ABCDEFGH"


def cards(language: str, flip: Flip | None, each: int = 8, count: int = 8) -> Cards:
    """Cards named A … H on both sides."""
    words = CardWords("בתפקיד", "עד") if language == "he" else CardWords("-", "-")
    some = tuple(
        Card(Role.VALUE, letter, "", "", (), "", back=(Prompts("?", ("!",)),))
        for letter in (LETTERS * 2)[:count]
    )
    return Cards(some, words, each, flip)


def sheet(language: str, flip: Flip | None, folder: Path, **how: int) -> Printed:
    block = cards(language, flip, **how)
    return printed(paper(block, paper=Format.CARDS, head=None, language=language), folder)


def places(found: Printed, page: int) -> dict[str, tuple[float, float]]:
    """Where the middle of each name stands, from the left and the bottom of its page."""
    names: list[Letter] = [it for it in found.letters(page) if it.text in LETTERS]
    return {it.text: ((it.left + it.right) / 2, (it.bottom + it.top) / 2) for it in names}


def cell(place: tuple[float, float], down: int = 4) -> tuple[int, int]:
    return int(place[0] // (WIDE / 2)), int(place[1] // (HIGH / down))


@pytest.mark.parametrize("language", ["he", "en", "ar"])
@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize("each", [8, 4])
def test_a_back_lies_behind_its_front(language: str, flip: Flip, each: int, tmp_path: Path) -> None:
    found = sheet(language, flip, tmp_path, each=each)
    assert found.report.pages == 16 // each
    down = each // 2
    for page in range(0, found.report.pages, 2):
        fronts, backs = places(found, page), places(found, page + 1)
        assert sorted(fronts) == sorted(backs)
        assert len(fronts) == each
        for name, place in fronts.items():
            column, row = cell(place, down)
            seen = (1 - column, row) if flip is Flip.LONG else (column, down - 1 - row)
            assert cell(backs[name], down) == seen, name


@pytest.mark.parametrize(("flip", "turned"), [(Flip.LONG, False), (Flip.SHORT, True)])
def test_over_the_short_edge_backs_are_printed_upside_down(
    flip: Flip, turned: bool, tmp_path: Path
) -> None:
    found = sheet("en", flip, tmp_path)
    page = pypdfium2.PdfDocument(found.path)[1]
    text = page.get_textpage()
    angles = {round(raw.FPDFText_GetCharAngle(text, i), 2) for i in range(text.count_chars())
              if chr(raw.FPDFText_GetUnicode(text, i)) in LETTERS}  # fmt: skip
    assert angles == ({3.14} if turned else {0.0})


def test_fronts_alone_are_one_page_for_eight_and_backs_follow_their_own_sheet(
    tmp_path: Path,
) -> None:
    assert sheet("he", None, tmp_path).report.pages == 1
    found = sheet("he", Flip.LONG, tmp_path, count=9)
    assert found.report.pages == 4
    assert [sorted(places(found, page)) for page in (2, 3)] == [["A"], ["A"]]


def test_a_part_without_prompts_is_lines_to_write_on(tmp_path: Path) -> None:
    def dark(lines: tuple[str, ...]) -> float:
        card = Card(back=(Prompts("לפני", lines),))
        block = Cards((card,), CardWords("", ""), flip=Flip.LONG)
        return printed(paper(block, paper=Format.CARDS, head=None), tmp_path).ink()[1]

    assert dark(()) > dark((" ",))


def test_a_back_with_too_much_on_it_leads_to_the_full_texts(tmp_path: Path) -> None:
    long = "שאלה שנמשכת ונמשכת " * 40 + "וסופה"
    card = Card(Role.VALUE, "משקפי ערך", back=(Prompts("לפני", (long, "קצרה")),) * 3)
    block = Cards((card,), CardWords("", ""), flip=Flip.LONG)
    found = printed(paper(block, paper=Format.CARDS, head=None), tmp_path)
    assert found.report.pages == 3
    assert "וסופה" in found.words()
