"""The catalogues hold every word the program speaks, and the checker sees what a reader would."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from checks.words import ROOT, TRANSLATED, extracted, problems, read


@pytest.fixture(scope="session")
def spoken() -> Catalog:
    return extracted(ROOT / "cop_desktop")


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_word_of_the_program_is_translated(language: str, spoken: Catalog) -> None:
    assert list(problems(read(language), spoken)) == []


@pytest.mark.parametrize(("language", "forms"), [("he", 3), ("ar", 6)])
def test_plurals_follow_the_language(language: str, forms: int) -> None:
    assert read(language).num_plurals == forms


def test_the_ways_of_speaking_are_all_found(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(
        '_("Save")\nself._.plural("{n} member", "{n} members", 3)\n_.ctx("menu", "Open")\n'
        'N_("two "\n   "parts")\n_("Hello {name}", name=_("you"))\n'
        'desk.catalog("Close")\nf"{_(\'Inside\')}"\n_(NAMES["key"])\n',
        "utf-8",
    )
    found = {(message.id, message.context) for message in extracted(tmp_path) if message.id}
    assert found == {
        ("Save", None),
        (("{n} member", "{n} members"), None),
        ("Open", "menu"),
        ("two parts", None),
        ("Hello {name}", None),
        ("you", None),
        ("Close", None),
        ("Inside", None),
    }


@pytest.mark.parametrize(
    ("message", "translation", "fault"),
    [
        ("Hello {name}", "שלום {שם}", "places"),
        ("Hello {name}", "שלום", "places"),
        ("Save", "", "not translated"),
        ("E-mail", 'דוא"ל', "typewriter"),
        ("Name: ", "שם:", "blanks"),
        (("{n} member", "{n} members"), ("חבר.ה", "שני חברים"), "every plural form"),
        (("{n} of {name}", "{n} of {name}"), ("אחד", "שניים", "{n} של {name}"), "places"),
    ],
)
def test_what_a_reader_would_stumble_over_is_found(
    message: str | tuple[str, str], translation: str | tuple[str, ...], fault: str
) -> None:
    assert any(fault in said for said in problems(hebrew(message, translation), code(message)))


def test_a_plural_may_say_its_number_in_words() -> None:
    message, translation = ("{n} member", "{n} members"), ("חבר אחד", "שני חברים", "{n} חברים")
    assert list(problems(hebrew(message, translation), code(message))) == []


def test_a_message_nobody_speaks_any_more_is_found() -> None:
    assert "no longer" in next(problems(hebrew("Old", "ישן"), Catalog()))


def test_an_uncertain_translation_is_found() -> None:
    catalog = hebrew("Save", "שמירה")
    catalog["Save"].flags.add("fuzzy")
    assert "uncertain" in next(problems(catalog, code("Save")))


def hebrew(message: str | tuple[str, str], translation: str | tuple[str, ...]) -> Catalog:
    catalog = read("he")
    for known in [known for known in catalog if known.id]:
        catalog.delete(known.id, known.context)
    catalog.add(message, translation)
    return catalog


def code(message: str | tuple[str, str]) -> Catalog:
    template = Catalog()
    template.add(message)
    return template
