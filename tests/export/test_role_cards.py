"""Cards with what the data tells: one for each holder, and nobody's business on them."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from cop_desktop.export import document as doc
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.services import role_prompts, roles, sample
from cop_desktop.store import Store
from tests.export.reading import printed
from tests.export.test_reports import every

TODAY = date(2026, 11, 22)


@pytest.fixture
def sampled(store: Store) -> UUID:
    with store.write("sample") as session:
        return sample.create(session, TODAY)


def cards(store: Store, community: UUID, language: str = "he") -> doc.Document:
    with store.read() as session:
        subject = Subject(community, TODAY, variant="data")
        return PAPERS["role-cards"].make(session, subject, catalog(language))


def test_each_holder_has_a_card_with_the_end_of_the_term(store: Store, sampled: UUID) -> None:
    with store.write("plan") as session:
        term = next(it for it in roles.history(session, sampled) if it.runs(TODAY))
        roles.change(session, term.id, {"until": None, "planned_until": date(2027, 1, 14)})
    found = every(cards(store, sampled), doc.Card)
    with store.read() as session:
        terms = [it for it in roles.history(session, sampled) if it.runs(TODAY)]
    assert [card.holder for card in found if card.holder] == [
        it.name for role in Role for it in terms if it.role == role
    ]
    assert {card.role for card in found} == {*Role, None}  # free seats have their card, too
    assert next(card for card in found if card.holder == term.name).until == "14.1.2027"


def test_single_people_are_not_told_of_on_a_card(store: Store, sampled: UUID) -> None:
    with store.read() as session:
        told = role_prompts.of(session, sampled, TODAY)
    private = [item for it in told.values() for p in it if p.private for item in p.items]
    assert private  # somebody was not heard
    open_names = {
        item.words for it in told.values() for p in it if not p.private for item in p.items
    }
    said = " ".join(
        line for card in every(cards(store, sampled), doc.Card)
        for part in card.back for line in part.lines
    )  # fmt: skip
    assert not [it for it in private if it.words in said and it.words not in open_names]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_data_tells_finds_room_on_the_back(
    store: Store, sampled: UUID, tmp_path: Path, language: str
) -> None:
    it = cards(store, sampled, language)
    told = [card.back[0] for card in every(it, doc.Card)[:-1]]
    assert {part.label for part in told} == {catalog(language)("What the data tells today")}
    assert printed(it, tmp_path).report.pages == 4  # and no sheet of texts that were cut
