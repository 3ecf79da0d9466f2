"""A draft says on every page that it is one, and its words can still be read and searched."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from cop_desktop.export import document as say
from cop_desktop.export.docx import write_docx
from cop_desktop.i18n import catalog

from .reading import printed
from .samples import EVERY_PAPER

DRAFT = {"handout-he": "טיוטה", "handout-en": "Draft", "handout-ar": "مسودة", "work-plan": "טיוטה"}
drafts = pytest.mark.parametrize(("name", "word"), DRAFT.items())


@drafts
def test_every_page_of_a_draft_says_so_and_bears_more_ink(
    name: str, word: str, tmp_path: Path
) -> None:
    plain = printed(EVERY_PAPER[name], tmp_path).ink()
    draft = printed(replace(EVERY_PAPER[name], watermark=word), tmp_path)
    assert len(plain) == draft.report.pages
    assert draft.words().count(word) >= draft.report.pages  # at the foot, in letters
    assert all(now > before for now, before in zip(draft.ink(), plain, strict=True))
    assert max(draft.ink()) < 0.06  # pale enough to be read over


def test_the_mark_does_not_run_through_the_words_of_the_page(tmp_path: Path) -> None:
    plain = printed(EVERY_PAPER["handout-en"], tmp_path).text()
    draft = printed(replace(EVERY_PAPER["handout-en"], watermark="Draft"), tmp_path).text()
    assert draft.replace("Draft · ", "").split() == plain.split()


def test_a_long_mark_stays_on_its_page(tmp_path: Path) -> None:
    word = "טיוטה לעיון החברות והחברים"
    draft = printed(replace(EVERY_PAPER["handout-he"], watermark=word), tmp_path)
    assert draft.report.pages == 2


@pytest.mark.parametrize("word", ["Draft", "טיוטה", 'a "quoted" <word> & more', "x" * 300])
def test_word_shows_the_mark_in_the_head_of_its_pages(word: str, tmp_path: Path) -> None:
    paper = say.Document("x", "en", False, (say.Paragraph("Hello"),), watermark=word)
    write_docx(paper, tmp_path / "it.docx", catalog("en"))
    head = docx.Document(str(tmp_path / "it.docx")).sections[0].header.paragraphs[0]
    assert head.text == word
    drawn = head._p.findall(  # noqa: SLF001
        f".//{qn('w:pict')}//{{urn:schemas-microsoft-com:vml}}textpath"
    )
    assert [it.get("string") for it in drawn if it.get("string")] == [word]


def test_a_paper_that_is_no_draft_has_no_head_of_its_own(tmp_path: Path) -> None:
    paper = say.Document("x", "en", False, (say.Paragraph("Hello"),))
    write_docx(paper, tmp_path / "it.docx", catalog("en"))
    assert docx.Document(str(tmp_path / "it.docx")).sections[0].header.is_linked_to_previous
