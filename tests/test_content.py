"""The method's texts are complete in three languages and fit where they are printed."""

import re
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path

import pytest

from cop_desktop.content import Content, RoleText, StageText, content
from cop_desktop.models import package_words, thread_words, vocabulary
from cop_desktop.models.vocabulary import (
    BlockKind,
    LearningActivity,
    Persona,
    ProductKind,
    Role,
    Share,
    Stage,
)
from cop_desktop.paths import resources
from cop_desktop.services import feedback

LANGUAGES = ("he", "en", "ar")
PAGES = ["home", "community", "members", "roles", "meetings", "plan", "products", "documents"]
CARD_LINE = 50  # letters on one line of a role card
FILES = [resources() / "content" / language / name for language in LANGUAGES
         for name in ("roles.toml", "stages.toml", "words.toml", "pages.toml", "feedback.toml",
                      "glossary.toml")]  # fmt: skip
COMMANDS = re.compile(r"\b(לחץ|לחצי|בחר|בחרי|הוסף|הוסיפי|שמור|שמרי|כתוב|כתבי|הקלד|הקלידי)\b")


def _vocabulary() -> list[type[StrEnum]]:
    modules = {it.__name__ for it in (vocabulary, thread_words, package_words)}
    return [kind for kind in StrEnum.__subclasses__() if kind.__module__ in modules]


@pytest.fixture(params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Content:
    return content(request.param)


def test_every_stored_value_has_a_word(texts: Content) -> None:
    for kind in _vocabulary():
        words = [texts.word(member) for member in kind]
        assert all(words), kind
        assert len(set(words)) == len(words), kind


def test_words_are_those_of_the_language_asked_for() -> None:
    assert content("he").word(ProductKind.POSITION_PAPER) == "נייר עמדה"
    assert content("en").word(BlockKind.CASE) == "Peer case"
    assert content("he").word(Role.AGENDA) == "מובילי אג׳נדה"
    assert content("he").word(Stage.STEWARDSHIP) == "שימור והובלה"
    assert content("ar").word(Stage.MATURING) == "نضج"


def test_stages_bear_the_names_of_the_method() -> None:
    names = [content("he").stage(stage).name for stage in Stage]
    assert names == ["פוטנציאל", "התגבשות", "הבשלה", "שימור והובלה", "השתנות"]


def test_a_role_card_fits_its_lines(texts: Content) -> None:
    for role in Role:
        card = texts.role(role)
        assert len(card.things) == 3
        assert all(len(line) <= CARD_LINE for line in card.things), card.things
        assert len(card.purpose) <= CARD_LINE + 6, card.purpose
        assert len(card.question) <= 2 * CARD_LINE
        assert len(card.short) <= 10
        assert card.before
        assert card.after


def test_every_role_and_stage_is_told_in_full(texts: Content) -> None:
    in_full: list[RoleText | StageText] = [*map(texts.role, Role), *map(texts.stage, Stage)]
    for told in in_full:
        assert not [name for name, text in asdict(told).items() if not text]


def test_a_stage_has_as_many_marks_in_every_language() -> None:
    for stage in Stage:
        told = [content(language).stage(stage) for language in LANGUAGES]
        assert len({len(text.checklist) for text in told}) == 1
        assert len({len(text.activities) for text in told}) == 1
        assert len({len(text.warning_signs) for text in told}) == 1


@pytest.mark.parametrize("page", PAGES)
def test_every_page_teaches_and_names_its_source(texts: Content, page: str) -> None:
    help_text, empty = texts.help(page), texts.empty(page)
    assert len(help_text.sentences) == 2
    assert help_text.question.endswith(("?", "؟"))
    assert help_text.title
    assert help_text.source
    assert empty.title
    assert empty.why
    assert empty.first_step


def test_the_feedback_form_is_whole_and_fits_its_paper(texts: Content) -> None:
    form = texts.feedback()
    assert tuple(form.statements) == feedback.STATEMENTS
    assert 5 <= len(form.statements) <= 8
    assert all(len(told) <= CARD_LINE for told in form.statements.values())
    assert all((form.intro, form.few, form.low, form.high, form.left_out))
    assert all(getattr(form, name).endswith(("?", "؟")) for name in feedback.OPEN)


def test_the_glossary_has_the_same_words_in_every_language() -> None:
    told = [content(language).glossary() for language in LANGUAGES]
    assert len({len(words) for words in told}) == 1
    assert all(word.term and word.meaning.endswith(".") for words in told for word in words)


def test_a_short_word_is_no_longer_than_the_word(texts: Content) -> None:
    assert all(len(texts.short(kind)) <= len(texts.word(kind)) for kind in BlockKind)
    assert len(texts.short(BlockKind.OPENING)) < len(texts.word(BlockKind.OPENING))


def test_hints_say_more_where_a_word_is_not_enough(texts: Content) -> None:
    for kind in (BlockKind, LearningActivity, Persona, Share):
        assert all(texts.hint(member) for member in kind)
    assert texts.hint(ProductKind.GUIDE) == ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_our_own_texts_are_typeset(path: Path) -> None:
    said = re.findall(r'"([^"]*)"', path.read_text(encoding="utf-8"))
    assert said
    for text in said:
        assert "'" not in text, text
        assert "  " not in text, text
        assert text == text.strip(), text
    if path.parent.name == "he":
        assert not [text for text in said if COMMANDS.search(text)]
        assert not [text for text in said if re.search("[א-ת]-", text)]
        assert not [text for text in said if re.search("[A-Za-z]", text) and "ת" in text]


def test_no_text_is_left_in_another_language() -> None:
    hebrew, arabic = re.compile("[א-ת]"), re.compile("[\u0620-\u064a]")
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert bool(hebrew.search(text)) == (path.parent.name == "he")
        assert bool(arabic.search(text)) == (path.parent.name == "ar")
