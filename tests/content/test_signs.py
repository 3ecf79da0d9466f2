"""Each warning sign tells a fact, a reason and an action, and explains its thresholds."""

from cop_desktop.content import shapes
from cop_desktop.content.method import Method, method
from cop_desktop.i18n import catalog
from cop_desktop.models.method import (
    SignFamily,
)

from .conftest import LANGUAGES
from .measures import LINE, PAGES, SENTENCE, TITLE, placeholders


def test_each_sign_tells_a_fact_a_reason_and_one_action(told: Method) -> None:
    for key in shapes.signs():
        text = told.sign(key)
        assert len(text.title) <= TITLE, text.title
        assert len(text.fact) <= LINE + 5, text.fact
        assert len(text.why) == 2
        assert all(line.endswith(".") and len(line) <= SENTENCE for line in text.why), text.why
        assert 0 < len(text.action) <= LINE, text.action
        assert not text.action.endswith(".")


def test_the_fact_of_a_sign_names_the_same_values_in_every_language(told: Method) -> None:
    for key, shape in shapes.signs().items():
        assert placeholders(told.sign(key).fact) == set(shape.values), key


def test_every_threshold_of_a_sign_is_explained(told: Method) -> None:
    for key, shape in shapes.signs().items():
        assert dict(told.sign(key).thresholds).keys() == shape.thresholds.keys(), key
        assert all(number > 0 for number in shape.thresholds.values())
        assert all(len(line) <= LINE for line in told.sign(key).thresholds.values())


def test_signs_cover_every_family_and_lead_to_a_page() -> None:
    found = shapes.signs().values()
    assert {sign.family for sign in found} == set(SignFamily)
    assert [sign.family for sign in found] == sorted(
        (sign.family for sign in found), key=list(SignFamily).index
    )
    assert {sign.page for sign in found} <= PAGES
    assert len(found) >= 22


def test_a_sign_has_the_same_words_in_no_two_languages() -> None:
    for key in shapes.signs():
        assert len({method(language).sign(key).title for language in LANGUAGES}) == 3


def test_a_fact_is_filled_by_the_catalogue_of_its_language() -> None:
    fact = method("he").sign("topics_wait").fact
    assert "Excel" in catalog("he")(fact, n=3, first="Excel")
    assert "{" not in catalog("he")(fact, n=3, first="Excel")
