"""What the data tells, in words that read right for any number, name and day."""

from datetime import date
from uuid import uuid4

import pytest

from cop_desktop.content import content, shapes
from cop_desktop.export.reports import prompt_words
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.services import role_prompts, sample
from cop_desktop.services.role_prompts import Item, Prompt, Value
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
ALL = [(role, key) for role, keys in shapes.prompts().items() for key in keys]
VALUES: dict[str, Value] = {
    "n": 3, "first": "נושא", "names": ("דנה", "אמיר"), "date": TODAY, "statement": "time",
    "rating": 3.4, "name": "מנהלים",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("role", "key"), ALL)
def test_every_prompt_becomes_a_sentence(language: str, role: Role, key: str) -> None:
    named = {name: VALUES[name] for name in shapes.prompts()[role][key]}
    told = prompt_words.sentence(role, Prompt(key, named, ()), catalog(language))
    assert "{" not in told
    assert ("3" in told) == ("n" in named or "rating" in named)
    own = content(language).feedback().statements["time"]
    assert (own in told) == ("statement" in named)  # in words, not by its key


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_item_of_the_sample_says_how_long_it_waits(store: Store, language: str) -> None:
    with store.write("sample") as session:
        community = sample.create(session, TODAY)
    with store.read() as session:
        told = role_prompts.of(session, community, TODAY)
    for prompts in told.values():
        for prompt in prompts:
            for item in prompt.items:
                age = prompt_words.age(prompt, item, catalog(language))
                assert age or (item.on is None and item.waited is None)
                assert "{" not in age


def test_many_names_are_told_by_the_first_and_a_number() -> None:
    _ = catalog("en")
    assert prompt_words.names(["a", "b"], _).count("and") == 1
    told = prompt_words.names([f"n{number}" for number in range(9)], _)
    assert "n4" in told
    assert "n5" not in told
    assert told.endswith("and 4 more")


def test_a_long_title_is_cut_between_words_where_room_is_short() -> None:
    prompt = Prompt("seeds_waiting", {"n": 1, "first": "word " * 30}, ())
    told = prompt_words.sentence(Role.VALUE, prompt, catalog("en"), 20)
    assert told.endswith("word word word…")


def test_an_item_on_an_agenda_and_one_never_met_are_told_as_such() -> None:
    _ = catalog("en")
    on = Item(uuid4(), "topic", "needs", TODAY, 4, settled=True)
    waits = Item(uuid4(), "topic", "needs", TODAY, 1)
    never = Item(uuid4(), "mayor", "roles")
    topics = Prompt("topics_waiting", {}, ())
    assert prompt_words.age(topics, on, _) == "on an agenda"
    assert prompt_words.age(topics, waits, _) == "waits for 1 meeting"
    assert prompt_words.age(Prompt("stakeholders_not_met", {}, ()), never, _) == "never met"
