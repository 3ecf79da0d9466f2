"""The texts of the method have the same keys in three languages and are set as a native prints."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from cop_desktop.content import content, shapes
from cop_desktop.content.reading import read
from cop_desktop.models import method as vocabulary
from cop_desktop.models.method import Source
from cop_desktop.paths import resources

from .conftest import LANGUAGES
from .measures import asks

KINDS = [kind for kind in StrEnum.__subclasses__() if kind.__module__ == vocabulary.__name__]
NAMES = ("charter", "setup", "engine", "compass", "signs", "routines", "check", "outlines")
FILES = [
    resources() / "content" / language / f"{name}.toml" for language in LANGUAGES for name in NAMES
]
NEW = ("charter", "setup", "breaches", "needs", "routines", "signs", "check")
SPOKEN_TO_ONE = {  # an imperative picks a gender
    "he": re.compile(
        r"(?<![א-ת])(לחץ|לחצי|בחרי|הוסף|הוסיפי|שמרי|כתבי|כתוב את|הקלד|הקלידי|שאלי|הציגי|בקשי|תני"
        r"|קחי|ספרי את|קבע את|קבעי|שלחי|הזמן את|הזמיני|בדוק|בדקי)(?![א-ת])"
    ),
    "ar": re.compile(
        r"(?<![\u0621-\u0652])(اضغط|اضغطي|اختر|اختاري|أضف|أضيفي|اكتب|اكتبي|أرسل|أرسلي|حدّد"
        r"|حدّدي|ادعُ|ادعي|انقر|انقري|سجّل|سجّلي|راجع|راجعي)(?![\u0621-\u0652])"
    ),
    "en": re.compile(r"\b(chairman|manpower|his|her|he|she)\b", re.IGNORECASE),
}


def _said(texts: Any) -> Iterator[str]:
    if isinstance(texts, str):
        yield texts
    elif isinstance(texts, dict):
        for text in texts.values():
            yield from _said(text)
    elif isinstance(texts, list | tuple):
        for text in texts:
            yield from _said(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_value_of_the_method_has_a_word(language: str, kind: type[StrEnum]) -> None:
    words = [content(language).word(member) for member in kind]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("page", NEW)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_method_teach_and_begin(language: str, page: str) -> None:
    help_text, empty = content(language).help(page), content(language).empty(page)
    assert len(help_text.sentences) == 2
    assert asks([help_text.question])
    assert all((help_text.title, help_text.source, empty.title, empty.why, empty.first_step))


def test_every_source_is_a_known_one() -> None:
    named = {sign.source for sign in shapes.signs().values()}
    named |= {it.source for it in shapes.routines().values()}
    named |= set(shapes.sources().values()) | set(shapes.charter_sources().values())
    assert named <= set(Source)
    assert len(named) >= 6


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_texts_of_the_method_are_typeset(path: Path) -> None:
    language, said = path.parent.name, re.findall(r'"([^"]*)"', path.read_text(encoding="utf-8"))
    assert said
    bare = [re.sub(r"\{\w+\}", "", text) for text in said]
    assert not [text for text in said if "'" in text or "  " in text or text != text.strip()]
    assert not [text for text in said if SPOKEN_TO_ONE[language].search(text)]
    letters = {"he": "[A-Za-z\u0620-\u064a]", "en": "[א-ת\u0620-\u064a]", "ar": "[A-Za-zא-ת]"}
    assert not [text for text in bare if re.search(letters[language], text)]
    assert not [text for text in said if re.search("[א-ת]-", text)]


@pytest.mark.parametrize("name", NAMES)
def test_the_languages_tell_the_same_keys_in_the_same_order(name: str) -> None:
    def skeleton(texts: Any) -> Any:
        if isinstance(texts, dict):
            return [(key, skeleton(value)) for key, value in texts.items()]
        return [skeleton(text) for text in texts] if isinstance(texts, tuple | list) else None

    found = [skeleton(read(language, name)) for language in LANGUAGES]
    assert found[0] == found[1] == found[2]


def test_no_sentence_of_the_method_is_said_twice() -> None:
    for language in LANGUAGES:
        said = [text for name in NAMES for text in _said(read(language, name)) if len(text) > 45]
        assert not {text for text in said if said.count(text) > 1}
