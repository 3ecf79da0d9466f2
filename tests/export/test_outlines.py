"""Templates of products: what belongs where, what the file can tell already, and a draft's mark."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

import docx
import pytest

from cop_desktop.content import shapes
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.export import document as doc
from cop_desktop.export import papers
from cop_desktop.export.reports import product_outline
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.models.vocabulary import MeetingState, NoteKind, ProductKind, ProductStatus
from cop_desktop.services import (
    actions,
    decisions,
    meetings,
    members,
    notes,
    product_gates,
    products,
)
from cop_desktop.store import Store
from tests.export.communities import TODAY, empty

KEPT, CLEARED, HUSH = "CanaryKept", "CanaryCleared", "CanaryHush"


@pytest.fixture
def community(store: Store) -> UUID:
    """A meeting that was held, one to come, a product that may leave and one that may not."""
    key = empty(store)
    with store.write("fill") as session:
        noa = members.add(session, key, {"given_name": "נועה", "family_name": "אברהם"})
        held = meetings.schedule(
            session, key,
            {"topic": "פתיחת שנה", "starts_at": datetime(2026, 11, 3, 9), "purpose": "להכיר",
             "summary": "הכרנו זה את זו. דיברנו על סייעות."},
        )  # fmt: skip
        meetings.change(session, held, {"state": MeetingState.HELD})
        meetings.schedule(
            session, key, {"topic": "ביקור ברהט", "starts_at": datetime(2026, 12, 8, 9)}
        )
        decisions.add(session, held, {"text": "נפגשים אחת לחודש", "owner_id": noa})
        actions.add(session, key, {"text": "לשלוח שאלון", "owner_id": noa}, held)
        for text, hush in (("מי מזמין?", False), (HUSH, True)):
            values = {"kind": NoteKind.OPEN_ISSUE, "text": text, "confidential": hush}
            notes.add(session, held, values)
        for title in (KEPT, CLEARED):
            values = {"title": title, "status": ProductStatus.PUBLISHED, "owner_id": noa}
            product = products.add(session, key, values)
            product_gates.clear_outside(session, product, title == CLEARED)
    return key


def outline(store: Store, community: UUID, kind: ProductKind, language: str) -> doc.Document:
    with store.write("add") as session:
        values = {"title": "תוצר חדש", "kind": kind, "summary": "במשפט אחד"}
        key = products.add(session, community, values, TODAY)
    with store.read() as session:
        facts = product_outline.gather(session, community, key, TODAY)
    return product_outline.outline(facts, catalog(language))


def test_five_kinds_have_an_outline_and_for_the_others_one_is_told_so(
    store: Store, community: UUID
) -> None:
    five = {"position_paper", "guide", "case_study", "newsletter", "meeting_summary"}
    for kind in ProductKind:
        if kind in five:
            assert outline(store, community, kind, "en").blocks
        else:
            with pytest.raises(UserError, match="no template"):
                outline(store, community, kind, "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", shapes.outlines())
def test_word_opens_it_with_every_section_its_guide_in_italics_and_a_draft_mark(
    store: Store, community: UUID, tmp_path: Path, kind: ProductKind, language: str
) -> None:
    document = outline(store, community, kind, language)
    assert document.watermark
    for suffix in (".docx", ".pdf"):
        papers.write(document, tmp_path / f"outline{suffix}", catalog(language))
    word = docx.Document(str(tmp_path / "outline.docx"))
    told = [it.text for it in word.paragraphs]
    slanted = {it.text for it in word.paragraphs if it.runs and it.runs[0].italic}
    for section in method(language).outline(kind).values():
        assert section.heading in told
        assert section.guide in slanted
    assert "תוצר חדש" in told
    assert len(slanted) == len(method(language).outline(kind))


def test_a_meeting_summary_is_filled_with_the_last_meeting(store: Store, community: UUID) -> None:
    told = str(outline(store, community, ProductKind.MEETING_SUMMARY, "he"))
    for words in ("פתיחת שנה", "להכיר", "הכרנו זה את זו.", "נפגשים אחת לחודש", "לשלוח שאלון",
                  "נועה אברהם", "מי מזמין?", "ביקור ברהט"):  # fmt: skip
        assert words in told, words
    assert HUSH not in told


def test_a_newsletter_looks_back_ahead_and_names_only_what_may_leave(
    store: Store, community: UUID
) -> None:
    told = str(outline(store, community, ProductKind.NEWSLETTER, "he"))
    for words in ("הכרנו זה את זו.", "ביקור ברהט", CLEARED):
        assert words in told, words
    for words in (KEPT, HUSH, "נועה אברהם", "לשלוח שאלון"):
        assert words not in told, words


def test_a_community_that_never_met_gets_the_bare_outline(store: Store) -> None:
    key = empty(store)
    for kind in (ProductKind.MEETING_SUMMARY, ProductKind.NEWSLETTER):
        document = outline(store, key, kind, "he")
        assert not [it for it in document.blocks if isinstance(it, doc.ItemList)]
