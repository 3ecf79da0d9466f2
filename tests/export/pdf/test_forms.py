"""A form that is filled in with a pen, boxes, codes, and names on the table."""

from pathlib import Path

import pypdfium2
import pytest

from cop_desktop.export.document import (
    Format,
    Item,
    ItemList,
    Mark,
    NameTent,
    NameTents,
    Panel,
    Panels,
    QrCode,
    Ratings,
    SignIn,
    SignInRow,
)
from cop_desktop.export.pdf.panels import QUIET, squares
from tests.export.reading import Letter, Printed, printed
from tests.export.samples import WORDS, paper

from .forms_samples import LINK, SCALES, digest, feedback, tents

MM = 72 / 25.4
languages = pytest.mark.parametrize("language", ["he", "en", "ar"])


def numerals(found: Printed, least: int = 5) -> list[Letter]:
    """The five numbers of the first row of rings, by their place from the left."""
    small = [it for it in found.letters() if it.text in "12345" and 9 < it.size < 10]
    top = max(it.bottom for it in small)
    row = [it for it in small if abs(it.bottom - top) < 1]
    assert len(row) == least
    return sorted(row, key=lambda it: it.left)


@languages
def test_the_scale_is_counted_from_the_reading_side(language: str, tmp_path: Path) -> None:
    row = "".join(it.text for it in numerals(printed(feedback(language), tmp_path)))
    assert row == ("12345" if language == "en" else "54321")


@languages
def test_a_form_of_eight_statements_and_three_questions_is_one_page(
    language: str, tmp_path: Path
) -> None:
    assert printed(feedback(language, 8), tmp_path).report.pages == 1


@languages
def test_the_words_of_a_form_are_found_as_they_are_read(language: str, tmp_path: Path) -> None:
    text = " ".join(printed(feedback(language), tmp_path).words().split())
    for said in (WORDS[language]["outcome"], WORDS[language]["question"], SCALES[language][0]):
        assert said.rstrip("?؟") in text


def test_a_long_form_goes_on_under_the_same_head(tmp_path: Path) -> None:
    block = Ratings(tuple(f"היגד־{n}" for n in range(1, 31)), "מעט", "הרבה")
    found = printed(paper(block), tmp_path)
    words = found.words().split()
    assert found.report.pages == 2
    assert words.count("מעט") == words.count("הרבה") == 2
    assert words.count("היגד") + words.count("היגד־") == 30


@languages
def test_decisions_checks_and_steps_keep_their_words(language: str, tmp_path: Path) -> None:
    found = printed(digest(language), tmp_path)
    words = WORDS[language]
    assert found.report.pages == 1
    assert max(found.ink()) <= 0.05
    for key in ("outcome", "role", "purpose", "question"):
        first = words[key].split()[0].strip("?؟.,:")
        assert first in found.words()


def test_four_boxes_make_two_rows_of_two(tmp_path: Path) -> None:
    block = Panels(tuple(Panel("", letter) for letter in "abcd"))
    letters = {it.text: it for it in printed(paper(block, head=None), tmp_path).letters()}
    assert letters["a"].bottom == pytest.approx(letters["b"].bottom, abs=3)
    assert letters["c"].bottom < letters["a"].bottom - 10
    assert letters["c"].left == pytest.approx(letters["a"].left, abs=3)


def test_a_box_to_tick_without_words_has_a_line_to_write_on(tmp_path: Path) -> None:
    def dark(item: Item) -> float:
        return printed(paper(ItemList((item,)), head=None), tmp_path).ink()[0]

    assert dark(Item("", Mark.EMPTY)) > dark(Item("", Mark.NONE)) + 0.0002


def test_a_code_is_drawn_square_by_square_with_white_around_it(tmp_path: Path) -> None:
    found = printed(paper(QrCode(LINK, "חומרים", "לסריקה", side=26), head=None), tmp_path)
    scale = 6.0
    page = pypdfium2.PdfDocument(found.path)[0].render(scale=scale, grayscale=True).to_numpy()
    code = squares(LINK)
    size = 26 * MM / len(code)
    right, top = (210 - 20) * MM, 17 * MM  # the first margin of a Hebrew page
    for r, row in enumerate(code):
        for c, cell in enumerate(row):
            x, y = right - 26 * MM + (c + 0.5) * size, top + (r + 0.5) * size
            assert (page[int(y * scale), int(x * scale)].mean() < 128) == bool(cell), (r, c)
    quiet = int(QUIET * size * scale) - 1
    left = int((right - 26 * MM) * scale)
    beside = page[int(top * scale) : int((top + 26 * MM) * scale), left - quiet : left - 1]
    assert beside.min() > 250


def test_a_link_no_camera_could_read_is_printed_in_words(tmp_path: Path) -> None:
    long = "https://example.org/" + "room/" * 80
    assert "https://example.org/room" in printed(paper(QrCode(long)), tmp_path).words()


@languages
@pytest.mark.parametrize(("each", "pages"), [(1, 3), (2, 2)])
def test_a_name_stands_on_both_halves_of_its_tent(
    language: str, each: int, pages: int, tmp_path: Path
) -> None:
    found = printed(tents(language, each), tmp_path)
    name = WORDS[language]["leader"].split()[0]
    assert found.report.pages == pages
    assert found.words().split().count(name) == 6
    if language != "ar":  # its joined letters are not single boxes
        large = [it for it in found.letters() if it.size > 25]
        upper = [it for it in large if it.bottom > (297 - 297 / each / 2) * MM]
        assert sum(it.bottom > (297 - 297 / each) * MM for it in large) == 2 * len(upper)


def test_the_upper_half_of_a_tent_is_upside_down(tmp_path: Path) -> None:
    block = NameTents((NameTent("L", "abc"),), 1)
    found = printed(paper(block, paper=Format.TENTS, head=None, language="en"), tmp_path)
    page = pypdfium2.PdfDocument(found.path)[0].render(scale=2, grayscale=True).to_numpy()
    half = page.shape[0] // 2
    upper, lower = page[40 : half - 10], page[half + 10 : 2 * half - 40]
    turned = upper[::-1, ::-1].astype(int)
    rows = min(len(turned), len(lower))
    assert abs(turned[:rows].mean() - lower[:rows].mean()) < 0.5
    inked = [(part < 128).nonzero()[0].mean() for part in (upper, lower)]
    assert inked[0] + inked[1] == pytest.approx(len(upper), abs=6)


def test_a_very_long_name_still_fits_its_tent(tmp_path: Path) -> None:
    long = "ד״ר אלכסנדרה־מרגריטה בן־שושן אלקיים־גולדנברג"
    found = printed(paper(NameTents((NameTent(long),)), paper=Format.TENTS, head=None), tmp_path)
    assert all(it.left >= 8 * MM and it.right <= 202 * MM for it in found.letters())
    assert "אלקיים" in found.words()


def test_a_sheet_with_hours_has_columns_for_coming_and_going(tmp_path: Path) -> None:
    rows = tuple(SignInRow("כהן", "תמר", "עיריית נוף", "מנהלת") for _ in range(24))
    block = SignIn(("שם", "רשות", "תפקיד", "חתימה"), rows, hours=("כניסה", "יציאה"))
    found = printed(paper(block), tmp_path)
    assert found.report.pages == 2
    assert found.words().split().count("כניסה") == 2
