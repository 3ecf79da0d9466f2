"""The succession book: all that is worth handing on, and nothing that was for the leader alone."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from docx import Document as DocxFile
from sqlalchemy import update

from cop_desktop.export import document as doc
from cop_desktop.export.papers import PAPERS, Subject, write
from cop_desktop.i18n import LANGUAGES, Catalog, catalog
from cop_desktop.models import AgendaItem, Member, Stakeholder
from cop_desktop.models.method import Norm, Transformation
from cop_desktop.models.vocabulary import Role, Share, Stage
from cop_desktop.services import (
    breaches,
    communities,
    members,
    private,
    products,
    roles,
    sample,
    stages,
    stories,
    succession,
    turnings,
)
from cop_desktop.store import Store

from .communities import SECRET, TODAY, crowded, empty
from .reading import printed
from .test_reports import every, words_of

ENGLISH = catalog("en")


@pytest.fixture
def sampled(store: Store) -> UUID:
    with store.write("sample") as session:
        return sample.create(session, TODAY)


def book(store: Store, key: UUID, words: Catalog = ENGLISH) -> doc.Document:
    with store.read() as session:
        return PAPERS["succession"].make(session, Subject(key, TODAY), words)


def headings(it: doc.Document) -> list[str]:
    return [heading.text for heading in every(it, doc.Heading)]


def test_the_book_of_the_sample_tells_every_chapter(store: Store, sampled: UUID) -> None:
    told = headings(book(store, sampled))
    for chapter in (
        "Thanks to everybody who took part", "Who we were", "The road we took", "Who led",
        "Who carried the community", "What recurred between meetings",
        "What came of it, and where it is", "What we would tell the next",
    ):  # fmt: skip
        assert chapter in told


def test_everybody_who_ever_took_part_is_thanked(store: Store, sampled: UUID) -> None:
    with store.write("leave") as session:
        (first, *_rest) = members.active(session, sampled, TODAY)
        members.leave(session, [first.id], TODAY)
    it = book(store, sampled)
    (foot,) = every(it, doc.ToFoot)
    with store.read() as session:
        names = succession.of(session, sampled, TODAY).names
    assert first.name in names
    assert all(name in words_of(foot) for name in names)


def test_the_decision_stands_on_the_title_page(store: Store, sampled: UUID) -> None:
    with store.write("turn") as session:
        key = turnings.begin(session, sampled, Transformation.MERGER, date(2026, 11, 1))
        turnings.decide(session, key, date(2026, 11, 10), "הגרעין", "אותן שאלות", "קהילה אחת")
    it = book(store, sampled)
    title_page = it.blocks[: it.blocks.index(doc.NewSheet())]
    assert "What becomes of us: Merger" in words_of(title_page)
    (callout,) = [block for block in title_page if isinstance(block, doc.Callout)]
    assert (callout.text, callout.source) == ("קהילה אחת", "הגרעין")
    states = [piece.state for piece in every(it, doc.StagePiece)]
    assert states[-1] is doc.StageState.PRESENT


def test_a_stage_that_was_left_again_has_been_lived(store: Store, sampled: UUID) -> None:
    with store.write("back") as session:
        stages.record(session, sampled, Stage.COALESCING, TODAY, "חזרה")
    it = book(store, sampled)
    states = {piece.name: piece.state for piece in every(it, doc.StagePiece)}
    assert states["Maturing"] is doc.StageState.PAST
    assert states["Coalescing"] is doc.StageState.PRESENT
    assert "moved back" in words_of(it)


def test_a_role_is_told_with_what_its_holder_passes_on(store: Store, sampled: UUID) -> None:
    with store.write("hand over") as session:
        term = next(it for it in roles.history(session, sampled) if it.role is Role.REPORTERS)
        roles.change(session, term.id, {"handover": "התבניות בתיקייה המשותפת"})
    it = book(store, sampled)
    row = next(row for row in every(it, doc.Row) if "התבניות בתיקייה המשותפת" in row.cells)
    assert row.cells[0] == term.name


def test_unfinished_products_are_handed_on_too(store: Store, sampled: UUID) -> None:
    with store.write("product") as session:
        products.add(session, sampled, {"title": "טיוטה שנשארה", "where": "ענן משותף"})
    assert "טיוטה שנשארה" in words_of(book(store, sampled))


def test_only_stories_that_may_leave_are_told(store: Store, sampled: UUID) -> None:
    with store.write("stories") as session:
        told = {"changed": "נחסך חודש"}
        for title, leaves in (("סיפור פתוח", True), ("סיפור שמור", False)):
            stories.add(session, sampled, {"title": title, "may_leave": leaves, **told}, TODAY)
        stories.add(session, sampled, {"title": "רק זרע", "may_leave": True}, TODAY)
    words = words_of(book(store, sampled))
    assert "סיפור פתוח" in words
    assert "סיפור שמור" not in words
    assert "רק זרע" not in words


def test_nothing_for_the_leader_alone_is_in_it(store: Store, sampled: UUID) -> None:
    with store.write("secrets") as session:
        for model, name in (
            (Member, "notes"), (Member, "needs"), (AgendaItem, "notes"), (Stakeholder, "notes"),
        ):  # fmt: skip
            session.execute(update(model).values({name: SECRET}))
        values = {"text": SECRET, "noted_on": TODAY, "norm": Norm.STAYS_HERE, "agreed": SECRET}
        breaches.add(session, sampled, values)
        assert private.left(session, sampled)
    for language in LANGUAGES:
        assert SECRET not in words_of(book(store, sampled, catalog(language)))
    assert not PAPERS["succession"].share.reaches(Share.ORGANISATIONS)


def test_an_empty_community_has_a_book_without_empty_chapters(store: Store) -> None:
    it = book(store, empty(store))
    assert headings(it) == ["What we would tell the next"]
    assert len(every(it, doc.QuestionBox)) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_printed_whole_in_every_language(
    store: Store, sampled: UUID, tmp_path: Path, language: str
) -> None:
    words = catalog(language)
    it = book(store, sampled, words)
    made = printed(it, tmp_path)
    assert made.report.replaced == ()
    with store.read() as session:
        name = next(iter(succession.of(session, sampled, TODAY).leaders)).name
    assert name in made.text()
    write(it, tmp_path / "book.docx", words)
    told = "\n".join(par.text for par in DocxFile(str(tmp_path / "book.docx")).paragraphs)
    assert all(heading in told for heading in headings(it))


@pytest.mark.parametrize("key", ["succession", "newcomers"])
def test_every_further_page_bears_the_name_of_the_community(
    store: Store, sampled: UUID, tmp_path: Path, key: str
) -> None:
    with store.write("a name that nothing else says") as session:
        values = {"name": "Larkspur", "region": "Highlands", "sentence": ""}
        communities.change(session, sampled, values)
    with store.read() as session:
        it = PAPERS[key].make(session, Subject(sampled, TODAY), ENGLISH)
    made = printed(it, tmp_path)
    assert "Highlands" in made.pdfium(0)
    assert made.report.pages > 1
    for page in range(1, made.report.pages):
        assert "Highlands" not in made.pdfium(page)
        assert "Larkspur" in made.pdfium(page)


def test_a_crowd_is_thanked_on_one_page_and_cut_nowhere(store: Store, tmp_path: Path) -> None:
    key = crowded(store, people=100)
    it = book(store, key)
    write(it, tmp_path / "book.pdf", ENGLISH)
    names = every(it, doc.ToFoot)
    assert "שולמית" in words_of(names)
