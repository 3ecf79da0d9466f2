"""Everything the community knows is found again, however it was written and is asked for."""

from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.models import LibraryEntry, Member, Need, Topic, ValueStory
from cop_desktop.models.vocabulary import LibraryKind, NoteKind, ProductStatus
from cop_desktop.services import (
    decisions,
    meetings,
    notes,
    products,
    repertoire,
    routines,
)
from cop_desktop.services.repertoire import Hit, Known
from cop_desktop.services.word_search import Fit, folded, query
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
HUSH = "לוחשים"
PREFIXES = (
    "ו", "ה", "ב", "ל", "כ", "ש", "מ", "וה", "וב", "ול", "וכ", "וש", "ומ", "שה", "שב", "של", "שמ",
    "כש", "כשה", "וכש", "וכשה", "כשב", "לכש", "לכשה", "מש", "משה", "ושה", "מה", "ומה", "שכש",
)  # fmt: skip
ARABIC = ("و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "كال", "فال", "لل", "ولل", "وب", "وبال")
POINTS = "ְֱֲֳִֵֶַָֹֻּׁׂ"
TASHKEEL = "ًٌٍَُِّْ"
LETTERS = st.text("אבגדהוזחטיכלמנסעפצקרשת", min_size=2, max_size=8)
ENDINGS = str.maketrans("כמנפצ", "ךםןףץ")


def fit(words: str, text: str) -> Fit | None:
    found = query(words).fits(folded(text))
    return max(found) if found else None


def asked(store: Store, community: UUID, words: str) -> list[Hit]:
    with store.read() as session:
        return list(repertoire.shelf(session, community).search(words))


def titles(store: Store, community: UUID, words: str) -> list[str]:
    return [it.text.title for it in asked(store, community, words)]


# -- words -----------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_hebrew_word_is_found_behind_every_prefix(prefix: str) -> None:
    assert fit("מורים", f"אמרנו {prefix}מורים אתמול") == Fit.PREFIXED
    assert fit("מורים", f"״{prefix}מורים״, אמרנו") == Fit.PREFIXED


@pytest.mark.parametrize("prefix", ARABIC)
def test_an_arabic_word_is_found_behind_every_prefix(prefix: str) -> None:
    assert fit("معلمين", f"قلنا {prefix}معلمين أمس") == Fit.PREFIXED


@given(word=LETTERS, prefix=st.sampled_from(PREFIXES), around=LETTERS)
def test_a_legal_prefix_never_loses_a_hit(word: str, prefix: str, around: str) -> None:
    found = fit(word, f"{around} {prefix}{word} {around}")
    assert found is not None
    assert found <= Fit.PREFIXED


@given(word=LETTERS, points=st.lists(st.sampled_from(POINTS), min_size=8, max_size=8))
def test_points_never_lose_a_hit_on_either_side(word: str, points: list[str]) -> None:
    pointed = "".join(letter + point for letter, point in zip(word, points, strict=False))
    assert fit(word, f"ראו {pointed}.") == fit(pointed, f"ראו {word}.") == Fit.WORD
    assert fit(word, f"ראו ו{pointed}.") == Fit.PREFIXED


@given(word=st.text("بتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=2, max_size=8),
       points=st.lists(st.sampled_from(TASHKEEL), min_size=8, max_size=8))  # fmt: skip
def test_tashkeel_never_loses_a_hit(word: str, points: list[str]) -> None:
    pointed = "".join(letter + point for letter, point in zip(word, points, strict=False))
    assert fit(word, f"انظر {pointed} هنا") == Fit.WORD


@given(word=LETTERS)
def test_final_letters_are_as_any_others(word: str) -> None:
    final = word[:-1] + word[-1].translate(ENDINGS)
    assert fit(word, f"זה {final} כאן") == fit(final, f"זה {word} כאן") == Fit.WORD


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("תשפז", "שנת תשפ״ז", Fit.WORD),
        ('תשפ"ז', "שנת תשפז", Fit.WORD),
        ("סוף", "בית־ספר: סוֹף השנה", Fit.WORD),
        ("ספר", "בית־ספר", Fit.WORD),
        ("איראן", "إيران", None),
        ("احمد", "أَحْمَد", Fit.WORD),
        ("مدرسة", "للمدرسه", Fit.PREFIXED),
        ("learn", "Learning together", Fit.BEGINNING),
        ("learning", "LEARNING", Fit.WORD),
        ("earn", "Learning", Fit.PART),
        ("קליט", "מדריך לקליטה", Fit.BEGINNING),
        ("ליטה", "קליטה", Fit.PART),
        ("וכשהמורים", "שיחה עם מורים", Fit.BARE),
        ("שלום", "לום", None),  # too short to be what is meant
        ("מורים", "מורות", None),
        ("a.b", "axb", None),  # a sign is no pattern
    ],
)
def test_what_is_asked_for_is_found_as_well_as_it_fits(
    words: str, text: str, expected: Fit | None
) -> None:
    assert fit(words, text) == expected


@given(text=st.text(max_size=60), words=st.text(min_size=1, max_size=12))
def test_marks_lie_within_the_text_in_order_and_apart(text: str, words: str) -> None:
    marks = query(words).marks(text)
    assert all(0 <= start < end <= len(text) for start, end in marks)
    assert all(one[1] < other[0] for one, other in pairwise(marks))


@pytest.mark.parametrize(
    ("words", "text", "marked"),
    [
        ("קליטה", "מדריך לקְלִיטָה.", ["קְלִיטָה"]),
        ("צהל", "יום צה״ל שלנו", ["צה״ל"]),
        ("קליטה", "״קליטה״ וקליטה", ["קליטה", "קליטה"]),
        ("מדריך קליטה", "מדריך־קליטה", ["מדריך", "קליטה"]),
        ("وكالة", "الوكالة", ["وكالة"]),
    ],
)
def test_what_matched_is_marked_as_it_is_written(words: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in query(words).marks(text)] == marked


# -- what is known ---------------------------------------------------------------------------


def _everything(store: Store, community: UUID, word: str) -> None:
    """The word in one text of each kind, and where it must not be looked for."""
    with store.write("fill") as session:
        meeting = meetings.every(session, community)[0].id
        meetings.change(session, meeting, {"summary": f"שורה ראשונה.\nדיברנו על {word} ועוד."})
        products.add(session, community, {"title": "נייר", "summary": f"על ה{word}"}, TODAY)
        decisions.add(session, meeting, {"text": f"נתחיל ב{word}"})
        routines.add(session, community, {"name": "פינה", "what": word}, TODAY)
        for hush in (False, True):
            values = {"kind": NoteKind.NOTE, "text": f"{word} {HUSH if hush else ''}"}
            notes.add(session, meeting, values | {"confidential": hush})
        session.add_all(
            [
                Topic(community_id=community, title=f"ו{word}", opened_on=TODAY),
                Need(community_id=community, text=f"חסר לנו {word}", noted_on=TODAY),
                ValueStory(community_id=community, title="סיפור", noted_on=TODAY, did=word),
                LibraryEntry(community_id=community, kind=LibraryKind.BLOCK, title=word, body="[]"),
            ]
        )
        for member in session.query(Member):
            member.notes = f"{word} {HUSH}"


def test_one_search_goes_through_everything_but_what_is_private(
    store: Store, community: UUID
) -> None:
    _everything(store, community, "קליטה")
    hits = asked(store, community, "קליטה")
    assert {it.text.kind for it in hits} == set(Known) - {Known.CONCLUSION}
    assert len(hits) == len(Known) - 1
    assert asked(store, community, HUSH) == []


def test_the_best_comes_first(store: Store, community: UUID) -> None:
    with store.write("add") as session:
        for title, summary in (
            ("הקליטה", ""), ("אקליטהון", ""), ("קליטה", ""), ("נייר", "על קליטה"), ("קליטהון", "")
        ):  # fmt: skip
            products.add(session, community, {"title": title, "summary": summary})
    assert titles(store, community, "קליטה") == ["קליטה", "נייר", "הקליטה", "קליטהון", "אקליטהון"]


def test_all_words_are_needed_wherever_they_stand(store: Store, community: UUID) -> None:
    with store.write("add") as session:
        for title, summary in (("מדריך", "קליטת סייעות"), ("מדריך", "לטיולים")):
            products.add(session, community, {"title": title, "summary": summary})
    [hit] = asked(store, community, "סייעות מדריך")
    assert hit.excerpt == "קליטת סייעות"
    assert asked(store, community, "סייעות טיולים") == []
    assert asked(store, community, "  ") == []


def test_a_long_text_shows_the_place_where_it_answers(store: Store, community: UUID) -> None:
    filler = "מילים ועוד מילים " * 40
    with store.write("add") as session:
        values = {"topic": "מפגש", "starts_at": datetime(2026, 5, 5, 9),
                  "summary": f"{filler}כאן דובר על וַהַקְּלִיטָה בגן. {filler}"}  # fmt: skip
        meetings.schedule(session, community, values)
        products.add(session, community, {"title": "אחר", "status": ProductStatus.DRAFT})
    [hit] = asked(store, community, "קליטה")
    [(start, end)] = hit.excerpt_marks
    assert hit.excerpt[start:end] == "קְּלִיטָה"
    assert hit.excerpt.startswith("… ")
    assert hit.excerpt.endswith(" …")
    assert len(hit.excerpt) < 200
