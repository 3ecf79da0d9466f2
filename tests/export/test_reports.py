"""The papers as data: what they say of communities of every size, and what they never say."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import pytest
from pypdfium2 import PdfDocument

from cop_desktop.errors import UserError
from cop_desktop.export import document as doc
from cop_desktop.export import papers
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.export.sheets import SHEETS
from cop_desktop.i18n import LANGUAGES, Catalog, catalog
from cop_desktop.models.vocabulary import Role, Share
from cop_desktop.services import member_details, members, plan, sample
from cop_desktop.store import Store
from tests.export.communities import INSIDE, SECRET, TODAY, crowded, empty

Found = TypeVar("Found")


@pytest.fixture
def sampled(store: Store) -> UUID:
    with store.write("sample") as session:
        return sample.create(session, TODAY)


def paper(store: Store, key: UUID, name: str, words: Catalog) -> doc.Document:
    with store.read() as session:
        return PAPERS[name].make(session, Subject(key, TODAY), words)


def inside(thing: Any) -> Iterator[Any]:
    """Everything a document is made of, in order."""
    yield thing
    if is_dataclass(thing):
        for it in fields(thing):
            yield from inside(getattr(thing, it.name))
    elif isinstance(thing, tuple | list):
        for it in thing:
            yield from inside(it)


def every(document: doc.Document, kind: type[Found]) -> list[Found]:
    return [it for it in inside(document.blocks) if isinstance(it, kind)]


def words_of(thing: Any) -> str:
    return "\n".join(it for it in inside(thing) if type(it) is str)


# -- what they say ---------------------------------------------------------------------------


def test_the_handout_tells_the_meeting_block_by_block(
    store: Store, sampled: UUID, hebrew: Catalog
) -> None:
    it = paper(store, sampled, "handout", hebrew)
    agenda = every(it, doc.Table)[0]
    pieces = every(it, doc.Ribbon)[0].pieces
    assert [row.cells[0] for row in agenda.rows] == [str(n + 1) for n in range(len(pieces))]
    assert len(every(it, doc.NewSheet)) == 1
    assert every(it, doc.NextMeeting)
    assert every(it, doc.Callout)
    assert 1 <= len(every(it, doc.ItemList)[0].items) <= 3


def test_the_sign_in_sheet_is_in_the_order_of_surnames(
    store: Store, sampled: UUID, hebrew: Catalog
) -> None:
    sheet = every(paper(store, sampled, "sign-in", hebrew), doc.SignIn)[0]
    assert [row.surname for row in sheet.rows] == sorted(row.surname for row in sheet.rows)
    assert (len(sheet.rows), sheet.spare) == (24, 6)


def test_there_is_a_card_for_each_role_and_one_to_invent(
    store: Store, sampled: UUID, hebrew: Catalog
) -> None:
    cards = every(paper(store, sampled, "role-cards", hebrew), doc.Card)
    assert [card.role for card in cards] == [*Role, None]
    assert sum(bool(card.holder) for card in cards) == 5
    assert all(len(card.things) == 3 for card in cards[:7])


def test_the_work_plan_has_every_activity_twice_as_a_bar_and_as_a_row(
    store: Store, sampled: UUID, hebrew: Catalog
) -> None:
    it = paper(store, sampled, "work-plan", hebrew)
    with store.read() as session:
        told = plan.of_year(session, sampled, 2026)
    assert [row.label for row in every(it, doc.GanttRow)] == [item.title for item in told.items]
    body = [row for row in every(it, doc.Row) if row.kind is doc.RowKind.BODY]
    assert [row.cells[1] for row in body] == [item.title for item in told.items]
    coming = [ring.number for ring in every(it, doc.GanttMeeting) if ring.coming]
    assert len(coming) == 1


def test_the_summary_counts_and_names_nobody(store: Store, sampled: UUID, hebrew: Catalog) -> None:
    it = paper(store, sampled, "summary", hebrew)
    values = [tile.value for tile in every(it, doc.Tile)]
    assert values[:2] == ["24", "18"]
    assert values[4] == "5/7"
    said = words_of(it)
    with store.read() as session:
        rows = members.rows(
            session, members.find(session, sampled, TODAY, members.Filter(with_former=True)), TODAY
        )
        known = [member_details.one(session, row.id, TODAY).values for row in rows]
    assert len(known) == 26
    for values_ in known:
        for name in ("family_name", "mobile", "email"):
            assert not values_[name] or values_[name] not in said, values_[name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_papers_speak_their_language(store: Store, sampled: UUID, name: str, language: str) -> None:
    it = paper(store, sampled, name, catalog(language))
    assert (it.language, it.rtl) == (language, language != "en")
    headings = [block.text for block in every(it, doc.Heading)]
    letters = {"he": range(0x5D0, 0x5EB), "ar": range(0x620, 0x64B), "en": range(0x41, 0x7B)}
    assert all(any(ord(sign) in letters[language] for sign in text) for text in headings)


# -- sizes -----------------------------------------------------------------------------------


def test_an_empty_community_has_papers_without_empty_headings(
    store: Store, hebrew: Catalog, tmp_path: Path
) -> None:
    key = empty(store)
    for name, pages in (("role-cards", 2), ("work-plan", 1), ("summary", 1)):  # fronts and backs
        it = paper(store, key, name, hebrew)
        assert not [block for block in every(it, doc.ItemList) if not block.items]
        assert not [block for block in every(it, doc.Pairs) if not block.rows]
        assert not [block for block in every(it, doc.Table) if not block.rows]
        papers.write(it, tmp_path / f"{name}.pdf", hebrew)
        assert len(PdfDocument(tmp_path / f"{name}.pdf")) == pages
    assert "0" in words_of(paper(store, key, "summary", hebrew))
    for name in ("handout", "sign-in"):
        with pytest.raises(UserError):
            paper(store, key, name, hebrew)


@pytest.mark.parametrize(("people", "items", "goals"), [(1, 1, 1), (40, 8, 3), (60, 12, 6)])
def test_papers_stay_whole_at_any_size(
    store: Store, hebrew: Catalog, tmp_path: Path, people: int, items: int, goals: int
) -> None:
    key = crowded(store, people, items, goals)
    pages = {}
    for name, kind in PAPERS.items():
        it = paper(store, key, name, hebrew)
        for suffix in kind.suffixes:
            papers.write(it, tmp_path / f"{name}{suffix}", hebrew)
        pages[name] = len(PdfDocument(tmp_path / f"{name}.pdf"))
    assert pages["summary"] == 1
    assert pages["role-cards"] == (2 if people < 40 else 3)  # more holders than a card has room for
    assert len(every(paper(store, key, "sign-in", hebrew), doc.SignInRow)) == people
    assert len(every(paper(store, key, "handout", hebrew), doc.Ribbon)[0].pieces) == items
    assert pages["handout"] <= 3
    assert len(every(paper(store, key, "work-plan", hebrew), doc.GanttRow)) == 8 * goals


# -- what they never say ---------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_private_notes_and_needs_leave_in_nothing(store: Store, language: str) -> None:
    key = crowded(store, 3, 3, 1)
    words = catalog(language)
    for name in PAPERS:
        told = SECRET in words_of(paper(store, key, name, words))
        assert told == (name == "run-sheet")  # for the facilitator only
        inside = not PAPERS[name].share.reaches(Share.ORGANISATIONS)
        assert inside or INSIDE not in words_of(paper(store, key, name, words))
    for maker in SHEETS.values():
        with store.read() as session:
            sheet = maker(session, Subject(key, TODAY), words)
        for level in list(Share)[1:4]:
            with suppress(UserError):  # a table that shows nothing at a level is refused
                assert SECRET not in words_of(sheet.up_to(level)), level


@pytest.mark.parametrize("name", PAPERS)
def test_markup_in_names_stays_text(
    store: Store, hebrew: Catalog, tmp_path: Path, name: str
) -> None:
    ugly = " <b>x</b> &amp; {n} %s <script>"
    key = crowded(store, 2, 3, 1, words=ugly)
    it = paper(store, key, name, hebrew)
    path = tmp_path / "paper.pdf"
    papers.write(it, path, hebrew)
    if name != "role-cards":  # three holders are told by as many letters as a card has
        assert "<b>x</b>" in words_of(it)
        said = "".join(page.get_textpage().get_text_range() for page in PdfDocument(path))
        assert "script" in said


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_goes_no_further_than_what_stands_in_it(name: str) -> None:
    papers.allow(PAPERS[name], Share.ME)
    if name == "run-sheet":
        with pytest.raises(UserError):
            papers.allow(PAPERS[name], Share.COMMUNITY)
        return
    papers.allow(PAPERS[name], Share.COMMUNITY)
    if name == "summary":
        papers.allow(PAPERS[name], Share.ORGANISATIONS)
    with pytest.raises(UserError):
        papers.allow(PAPERS[name], Share.PUBLIC)
