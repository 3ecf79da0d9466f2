"""The charter and its page of rules on paper: whole, in three languages, drafts marked as such."""

from datetime import date, time
from pathlib import Path
from typing import Any
from uuid import UUID

import docx
import pytest

from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.export import document as doc
from cop_desktop.export.papers import PAPERS, Subject, allow, write
from cop_desktop.formats import without_isolates
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.models.method import Benefit, CharterPart, Norm
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import breaches, charter, charter_approvals, members
from cop_desktop.store import Store

from .reading import Printed, printed

TODAY = date(2026, 11, 22)
UGLY = 'צח״ש & בע"מ <b>לא עבה</b> Zoom 2.0 (09:00–10:00) ועוד'
SECRET = "סיפור שנשאר אצלי"
languages = pytest.mark.parametrize("language", LANGUAGES)
papers = pytest.mark.parametrize("key", ["charter", "norms"])


def written(store: Store, community: UUID, adopt: bool = True, **values: Any) -> UUID:
    """A charter with something in every part; `values` in place of what is usual."""
    told: dict[str, Any] = {part.value: f"{part.value} כאן" for part in CharterPart}
    told |= {"promises": (Benefit.FUN, Benefit.VOICE), "norms": tuple(Norm),
             "quiet_from": time(20), "quiet_until": time(7), "change_note": "ראשון"}  # fmt: skip
    with store.write("charter") as session:
        who = members.active(session, community, TODAY)
        key = charter.begin_draft(session, community)
        charter.change(session, key, {**told, "approver_id": who[0].id, **values})
        if adopt:
            charter.adopt(session, key, date(2026, 11, 3), date(2027, 6, 1), TODAY)
            charter_approvals.approve(session, key, [it.id for it in who[:2]], TODAY)
    return key


def made(
    store: Store, community: UUID, key: str, language: str = "he", variant: str = ""
) -> doc.Document:
    with store.read() as session:
        subject = Subject(community, TODAY, variant=variant)
        return PAPERS[key].make(session, subject, catalog(language))


def paper(store: Store, community: UUID, folder: Path, key: str, **how: str) -> Printed:
    return printed(made(store, community, key, **how), folder)


@languages
def test_every_part_stands_in_the_charter_with_its_rules_and_promises(
    store: Store, community: UUID, tmp_path: Path, language: str
) -> None:
    written(store, community)
    it = paper(store, community, tmp_path, "charter", language=language)
    words, texts = it.words(), method(language)
    assert all(f"{part.value}" in words for part in CharterPart if part != CharterPart.PROMISES)
    blocks = made(store, community, "charter", language)
    said = str(blocks)
    assert all(texts.norm(norm) in said for norm in Norm)
    assert texts.benefit(Benefit.VOICE) in said
    assert texts.benefit(Benefit.SAVED_TIME) not in said
    assert blocks.watermark == ""
    assert it.report.pages == 2
    assert it.report.replaced == ()


def test_when_it_was_adopted_and_by_how_many_stands_at_its_end(
    store: Store, community: UUID, tmp_path: Path
) -> None:
    written(store, community)
    words = paper(store, community, tmp_path, "charter", language="en").words()
    assert "3 November 2026" in words
    assert "1 June 2027" in words
    assert "2 of 3 members" in words
    assert "ראשון" in words


@papers
def test_a_draft_says_that_it_is_one_on_every_page(
    store: Store, community: UUID, tmp_path: Path, key: str
) -> None:
    written(store, community, adopt=False)
    it = paper(store, community, tmp_path, key, language="en")
    assert it.words().count("Draft ·") >= it.report.pages
    assert made(store, community, key, "en").watermark == "Draft"


@papers
def test_what_is_in_force_is_printed_while_a_draft_is_being_written(
    store: Store, community: UUID, key: str
) -> None:
    written(store, community, confidentiality="הישן")
    with store.write("begin") as session:
        after = charter.begin_draft(session, community)
        charter.change(session, after, {"confidentiality": "החדש"})
    assert "הישן" in str(made(store, community, key).blocks)
    there = made(store, community, key, variant="draft")
    assert "החדש" in str(there.blocks)
    assert there.watermark


@papers
def test_a_draft_that_is_not_there_is_refused_in_a_sentence(
    store: Store, community: UUID, key: str
) -> None:
    written(store, community)
    with pytest.raises(UserError, match="No version"):
        made(store, community, key, variant="draft")


@languages
@papers
def test_before_anything_is_written_it_is_a_sheet_to_fill_in_together(
    store: Store, community: UUID, tmp_path: Path, key: str, language: str
) -> None:
    it = paper(store, community, tmp_path, key, language=language)
    said = str(made(store, community, key, language).blocks)
    texts = method(language)
    asked = [texts.part(part).question for part in CharterPart]
    offered = [texts.norm(norm) for norm in Norm]
    assert all(sentence in said for sentence in (asked if key == "charter" else offered))
    assert it.report.pages == {"charter": 3, "norms": 1}[key]


@languages
def test_the_page_of_rules_is_one_page_however_many_there_are(
    store: Store, community: UUID, tmp_path: Path, language: str
) -> None:
    sizes = []
    for count in (3, 12):
        with store.write("again") as session:
            charter.discard_draft(session, community)
        written(store, community, adopt=False, norms=tuple(Norm)[:count])
        it = paper(store, community, tmp_path, "norms", language=language)
        assert it.report.pages == 1
        assert "20:00" in it.words()
        sizes.append(sorted(letter.size for letter in it.letters())[-60])
    assert sizes[0] >= sizes[1] >= 13  # few rules are larger, and many can be read from a wall


def test_the_hours_of_rest_and_who_approves_stand_large(
    store: Store, community: UUID, tmp_path: Path
) -> None:
    written(store, community)
    it = paper(store, community, tmp_path, "norms")
    assert "אמיר אבו רביעה" in it.words()
    [tiles] = [block for foot in made(store, community, "norms").blocks
               if isinstance(foot, doc.ToFoot) for block in foot.blocks]  # fmt: skip
    assert isinstance(tiles, doc.Tiles)
    assert [without_isolates(tile.value) for tile in tiles.tiles] == [
        "20:00 עד 07:00", "אמיר אבו רביעה"
    ]  # fmt: skip


@papers
def test_ugly_texts_stay_text_and_nothing_is_lost(
    store: Store, community: UUID, tmp_path: Path, key: str
) -> None:
    written(store, community, confidentiality=UGLY, values=UGLY, norms=())
    words = paper(store, community, tmp_path, key).words()
    for part in ("צח״ש", "עבה", "Zoom", "2.0"):
        assert part in words


def test_twenty_thousand_letters_run_over_as_many_pages_as_they_need(
    store: Store, community: UUID, tmp_path: Path
) -> None:
    long = "מילה word " * 1999 + "הסוף"
    written(store, community, domain_in=long, setting=long, quiet_hours="שורה\n" * 400)
    it = paper(store, community, tmp_path, "charter")
    assert it.report.pages > 8
    assert it.words().count("הסוף") == 2


@languages
@papers
def test_word_has_all_of_it_to_be_changed(
    store: Store, community: UUID, tmp_path: Path, key: str, language: str
) -> None:
    written(store, community, adopt=False)
    path = tmp_path / "it.docx"
    write(made(store, community, key, language), path, catalog(language))
    word = docx.Document(str(path))
    said = "".join(word.element.body.itertext())
    assert all(method(language).norm(norm) in said for norm in Norm)
    assert word.sections[0].header.paragraphs[0].text  # that it is a draft


@papers
def test_it_stays_in_the_community_and_the_private_log_with_the_leader(
    store: Store, community: UUID, key: str
) -> None:
    written(store, community)
    with store.write("note") as session:
        breaches.add(session, community, {"text": SECRET, "noted_on": TODAY, "agreed": SECRET})
    for name in PAPERS:
        assert SECRET not in str(made(store, community, name))
    with pytest.raises(UserError):
        allow(PAPERS[key], Share.ORGANISATIONS)
