"""The self-check on paper: asked while it is unanswered, told with its change once it is."""

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.export import document as doc
from cop_desktop.export import papers
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.models.method import Component, Threat
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import self_check
from cop_desktop.store import Store

from .reading import printed

TODAY, LAST_YEAR = date(2026, 11, 22), date(2026, 5, 4)


def _made(store: Store, community: UUID, language: str = "en", way: str = "") -> doc.Document:
    with store.read() as session:
        subject = Subject(community, TODAY, variant=way)
        return PAPERS["self-check"].make(session, subject, catalog(language))


def _answer(store: Store, community: UUID, on: date, component: int, threat: int) -> None:
    """The same number for every component, and another for every threat."""
    with store.write("answer") as session:
        check = self_check.begin(session, community, on)
        for part in self_check.parts():
            for key in part.statements:
                self_check.answer(session, check, key, threat if part.threat else component)
        self_check.change(session, check, {"who": "הגרעין", "note": "Two members lead with us"})


def _inside(blocks: tuple[doc.Block, ...]) -> Iterator[doc.Block]:
    for block in blocks:
        if isinstance(block, doc.Together):
            yield from _inside(block.blocks)
        else:
            yield block


def _rows(document: doc.Document) -> dict[str, tuple[str, ...]]:
    """Of the tables of parts: by title, the cells beside it; a title may stand twice."""
    tables = [it for it in _inside(document.blocks) if isinstance(it, doc.Table)]
    return {
        f"{place} {row.cells[0]}": tuple(str(cell) for cell in row.cells[1:])
        for place, table in enumerate(tables[:2]) for row in table.rows
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_unanswered_it_asks_all_statements_in_one_count(
    store: Store, community: UUID, language: str
) -> None:
    document = _made(store, community, language)
    ratings = [it for it in _inside(document.blocks) if isinstance(it, doc.Ratings)]
    words = method(language)
    said = [text for it in Component for text in words.component(it).statements.values()]
    said += [text for it in Threat for text in words.threat(it).statements.values()]
    assert [text for it in ratings for text in it.statements] == said
    assert [it.first for it in ratings] == list(range(1, 34, 3))
    assert any(isinstance(it, doc.OpenQuestion) for it in document.blocks)


def test_half_answered_it_still_asks(store: Store, community: UUID) -> None:
    with store.write("begin") as session:
        check = self_check.begin(session, community, TODAY)
        self_check.answer(session, check, "components.staff.time_given", 4)
    blocks = list(_inside(_made(store, community).blocks))
    assert any(isinstance(it, doc.Ratings) for it in blocks)


def test_answered_it_tells_every_part_and_what_changed(store: Store, community: UUID) -> None:
    _answer(store, community, LAST_YEAR, component=2, threat=2)
    _answer(store, community, TODAY, component=3, threat=4)
    rows = _rows(_made(store, community))
    assert len(rows) == 11
    assert rows["0 Leadership"][:3] == ("3.0", "2.0", "+1.0")
    funding = method("en").threat(Threat.FUNDING)
    assert rows["1 Funding"] == ("4.0", "2.0", "+2.0", funding.high)


def test_what_is_low_or_dangerous_comes_with_what_helps(store: Store, community: UUID) -> None:
    _answer(store, community, TODAY, component=2, threat=2)
    items = [
        item.text for it in _inside(_made(store, community).blocks)
        if isinstance(it, doc.ItemList) for item in it.items
    ]  # fmt: skip
    words = method("en")
    assert items == [text for it in Component for text in words.component(it).remedies]


def test_a_first_check_has_no_column_of_change(store: Store, community: UUID) -> None:
    _answer(store, community, TODAY, component=3, threat=3)
    rows = _rows(_made(store, community))
    assert rows["0 Finance"] == ("3.0", "")


def test_questions_and_results_can_be_asked_for(store: Store, community: UUID) -> None:
    _answer(store, community, LAST_YEAR, component=4, threat=1)
    blocks = {way: list(_inside(_made(store, community, way=way).blocks))
              for way in ("", "questions", "results")}  # fmt: skip
    asks = {way: any(isinstance(it, doc.Ratings) for it in them) for way, them in blocks.items()}
    assert asks == {"": True, "questions": True, "results": False}


def test_results_before_any_check_are_the_questions(store: Store, community: UUID) -> None:
    blocks = list(_inside(_made(store, community, way="results").blocks))
    assert any(isinstance(it, doc.Ratings) for it in blocks)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", ["questions", "results"])
def test_it_is_written_as_pdf_and_for_word(
    store: Store, community: UUID, tmp_path: Path, language: str, way: str
) -> None:
    _answer(store, community, LAST_YEAR, component=2, threat=2)
    _answer(store, community, TODAY, component=3, threat=4)
    document = _made(store, community, language, way)
    words = method(language)
    pdf = printed(document, tmp_path)
    assert words.threat(Threat.FUNDING).title in pdf.words()
    papers.write(document, tmp_path / "check.docx", catalog(language))
    with zipfile.ZipFile(tmp_path / "check.docx") as held:
        text = held.read("word/document.xml").decode()
    assert words.component(Component.FEEDBACK).statements["asked_often"] in text


def test_it_stays_in_the_community() -> None:
    papers.allow(PAPERS["self-check"], Share.COMMUNITY)
    with pytest.raises(UserError):
        papers.allow(PAPERS["self-check"], Share.ORGANISATIONS)
