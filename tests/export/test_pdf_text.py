"""Text on paper: read back in logical order, and standing where a reader expects it."""

import re
from pathlib import Path
from unicodedata import normalize

import pytest

from cop_desktop.export.document import (
    Cell,
    Column,
    Heading,
    Item,
    ItemList,
    Mark,
    Paragraph,
    Row,
    Span,
    Table,
)  # fmt: skip

from .reading import Letter, printed
from .samples import WORDS, handout, paper

SENTENCES = [
    "המפגש (הראשון) נגמר בזמן.",
    "לפי החלטת הצוות, \u2068Dana Levi\u2069 תכתוב את הסיכום.",
    'הם אמרו ״כן״ וגם "לא" באותו משפט.',
    'מנכ"ל, רשב"י, צה"ל, תשפ״ז, ג׳ורג׳',
    "המחיר 1,250 ₪, הנחה 12%, ביום 9.2.2027",
    "טלפון 050-555-0137, דוא״ל \u2068dana@example.org\u2069 עד השעה 13:00",
    "היא אמרה hello ואחר כך مرحبا לכולם.",
    "מכתב משנים \u20682024–2025\u2069 ומשנת 2026/27",
    "n=24 מתוך 31, כלומר 77% מהצוות",
    "Participants met (twice) in 2024–2025",
]
MIXED = [  # pdfium only: poppler parts these words
    "שָׁלוֹם לכולם",
    "הקובץ \u2068תקציב 2027 (final).xlsx\u2069 נשלח",
    "شكراً لكم، الأربعاء 9 شباط في القاعة",
]
_WORD = re.compile(r"\w+(?:[״׳\"'־.@:,/–\-]\w+)*")


def _words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFC", text))


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("language", ["he", "ar"])
def test_a_sentence_is_read_back_word_by_word_in_its_order(
    sentence: str, language: str, tmp_path: Path
) -> None:
    found = printed(paper(Paragraph(sentence), language=language, head=None), tmp_path)
    wanted = _words(sentence)
    assert _words(found.text())[: len(wanted)] == wanted
    assert found.report.replaced == ()


@pytest.mark.parametrize("sentence", MIXED)
def test_a_browser_finds_every_word_even_where_languages_mix(sentence: str, tmp_path: Path) -> None:
    found = _words(printed(paper(Paragraph(sentence), head=None), tmp_path).pdfium())
    assert set(_words(sentence)) <= set(found)


@pytest.mark.parametrize("language", ["he", "en", "ar"])
def test_every_word_of_a_handout_is_found_on_it(language: str, tmp_path: Path) -> None:
    found = set(_words(printed(handout(language), tmp_path).words()))
    for text in WORDS[language].values():
        assert set(_words(text)) <= found, text


def _line(letters: list[Letter], text: str) -> list[Letter]:
    """The letters of a text, as they were written one after another."""
    row = "".join(letter.text for letter in letters)
    start = row.index(text.replace(" ", ""))
    return letters[start : start + len(text.replace(" ", ""))]


def test_a_full_stop_stands_at_the_left_end_of_a_hebrew_sentence(tmp_path: Path) -> None:
    letters = printed(paper(Paragraph("סוף דבר."), head=None), tmp_path).letters()
    sentence = _line(letters, "סוף דבר.")
    assert sentence[-1].left == min(letter.left for letter in sentence)


@pytest.mark.parametrize(
    ("sentence", "language", "end"),
    [("סוף דבר.", "en", "left"), ("The end.", "he", "right"), ("ראו PDF.", "he", "left")],
)
def test_a_sentence_of_another_language_keeps_its_full_stop_at_its_own_end(
    sentence: str, language: str, end: str, tmp_path: Path
) -> None:
    found = printed(paper(Paragraph(sentence), language=language, head=None), tmp_path)
    top = [letter for letter in found.letters() if letter.bottom > 700]
    stop = next(letter for letter in top if letter.text == ".")
    others = [letter for letter in top if letter is not stop]
    outside = {
        "left": all(stop.right <= letter.left + 1 for letter in others),
        "right": all(stop.left >= letter.right - 1 for letter in others),
    }
    assert outside[end]


def test_brackets_open_towards_the_words_they_hold(tmp_path: Path) -> None:
    letters = printed(paper(Paragraph("אחרי (בתוך) לפני"), head=None), tmp_path).letters()
    inside = _line(letters, "בתוך")
    sides = sorted((x for x in letters if x.text in "()"), key=lambda x: x.left)
    assert sides[0].right <= inside[-1].left + 0.5
    assert inside[0].right <= sides[1].left + 0.5
    assert "(בתוך)" in printed(paper(Paragraph("אחרי (בתוך) לפני")), tmp_path).pdfium()


def test_bold_is_a_face_of_its_own(tmp_path: Path) -> None:
    raw = printed(paper(Paragraph(("רגיל ", Span("מודגש"))), head=None), tmp_path).raw()
    assert b"+Heebo-Regular" in raw
    assert b"+Heebo-Bold" in raw


def test_a_label_and_a_latin_name_keep_their_distance(tmp_path: Path) -> None:
    sentence = "שם: \u2068Dana\u2069 כאן"
    letters = printed(paper(Paragraph(sentence), head=None), tmp_path).letters()
    dana, here = _line(letters, "Dana"), _line(letters, "כאן")
    colon = next(letter for letter in letters if letter.text == ":")
    assert colon.left - dana[-1].right > 1.5
    assert dana[0].left - here[0].right > 1.5


def test_a_long_paragraph_runs_down_the_page_in_order(tmp_path: Path) -> None:
    words = [f"מילה־{i}" for i in range(10, 90)]
    found = printed(paper(Paragraph(" ".join(words)), head=None), tmp_path)
    letters = found.letters()
    first, last = _line(letters, "10")[0], _line(letters, "89")[0]
    assert first.bottom > last.bottom + 20
    assert [word for word in _words(found.text()) if word in words] == words


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_first_column_stands_at_the_side_reading_begins(language: str, tmp_path: Path) -> None:
    first, second = ("ראשון", "שני") if language == "he" else ("first", "second")
    table = Table((Column(first), Column(second)), (Row((first, second)),))
    letters = printed(paper(table, language=language, head=None), tmp_path).letters()
    begins, follows = _line(letters, first)[0], _line(letters, second)[0]
    assert (begins.left > follows.left) == (language == "he")


def test_numbers_of_a_list_stand_at_the_right_of_its_words(tmp_path: Path) -> None:
    items = ItemList(tuple(Item(text, Mark.NUMBER) for text in ("אלף", "בית")))
    letters = printed(paper(items, head=None), tmp_path).letters()
    two, word = _line(letters, "2")[0], _line(letters, "בית")[0]
    assert two.left > word.right
    assert abs(two.bottom - word.bottom) < 1.5


def test_an_address_in_a_cell_keeps_its_own_direction(tmp_path: Path) -> None:
    table = Table((Column(foreign=True),), (Row(("x@example.org!",)),))
    letters = printed(paper(table, head=None), tmp_path).letters()
    sign = next(letter for letter in letters if letter.text == "!")
    assert sign.right == max(letter.right for letter in letters if letter.bottom > 700)


def test_the_page_number_stands_at_the_far_side(tmp_path: Path) -> None:
    letters = printed(paper(Paragraph("דף")), tmp_path).letters()
    foot = [letter for letter in letters if letter.bottom < 45]
    start = _line(foot, "9.2.2027")
    assert min(letter.left for letter in foot) < 100 < start[0].left


def test_arabic_joins_across_a_line_that_had_to_break(tmp_path: Path) -> None:
    text = "مجتمع تعلم مهني " * 20
    found = printed(paper(Paragraph(text), language="ar", head=None), tmp_path)
    assert found.words().split().count("مجتمع") >= 20


def test_rows_of_different_sizes_share_their_first_baseline(tmp_path: Path) -> None:
    table = Table(
        (Column(width=40), Column(secondary=True)), (Row((Cell("ננ"), "ממ")), Row(("א", "ב")))
    )
    letters = printed(paper(table, head=None), tmp_path).letters()
    large, small = _line(letters, "ננ")[0], _line(letters, "ממ")[0]
    assert large.size > small.size
    assert abs(large.bottom - small.bottom) < 0.4


def test_letters_no_font_has_are_replaced_and_reported(tmp_path: Path) -> None:
    found = printed(paper(Heading("שלום \U0001f600 \u0378"), head=None), tmp_path)
    assert set(found.report.replaced) == {"\U0001f600", "\u0378"}
    assert "שלום • ?" in found.words()
