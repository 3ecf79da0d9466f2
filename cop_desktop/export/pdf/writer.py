"""From a document to a PDF file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from cop_desktop.export import document as say
from cop_desktop.export.document import Block, Document, NewSheet
from cop_desktop.export.text.clean import clean
from cop_desktop.export.writing import replacing
from cop_desktop.i18n import Catalog

from . import (
    bands,
    bars,
    cards,
    containers,
    forms,
    gantt,
    goals,
    lists,
    panels,
    people,
    prose,
    ratings,
    signin,
    tables,
    tents,
)
from .box import Box
from .fit import fit
from .flow import Page
from .fonts import FontBook
from .frame import BARE, SHEETS, Frame, HeadBox, Sheet
from .pen import Pen
from .press import Press

_MAKERS: dict[type, Callable[[Any, Press], Box]] = {
    say.Heading: prose.heading,
    say.Paragraph: prose.paragraph,
    say.Callout: prose.callout,
    say.Facts: prose.facts,
    say.ItemList: lists.item_list,
    say.Pairs: lists.pairs,
    say.Tiles: prose.tiles,
    say.Table: tables.table,
    say.Columns: containers.columns,
    say.Together: containers.together,
    say.ToFoot: containers.to_foot,
    say.Spare: containers.spare,
    say.QuestionBox: forms.question_box,
    say.NoteLines: forms.note_lines,
    say.Blanks: forms.blanks,
    say.NextMeeting: forms.next_meeting,
    say.Ribbon: bands.ribbon,
    say.StageBand: bands.stage_band,
    say.Circles: people.circles,
    say.RoleStrip: people.role_strip,
    say.BarChart: bars.bar_chart,
    say.Goals: goals.goals,
    say.Gantt: gantt.gantt,
    say.SignIn: signin.sign_in,
    say.Cards: cards.cards,
    say.Ratings: ratings.ratings,
    say.OpenQuestion: panels.open_question,
    say.Stamp: panels.stamp,
    say.Panels: panels.panels,
    say.QrCode: panels.qr_code,
    say.NameTents: tents.name_tents,
}
_OUTLINED = 3  # longer papers get an outline
_TURN = Lock()  # reportlab keeps the faces for the whole program: one paper at a time


@dataclass(frozen=True, slots=True)
class Report:
    """What came of printing: pages, and the letters no font could draw."""

    pages: int
    replaced: tuple[str, ...] = ()


def write_pdf(document: Document, path: Path, _: Catalog) -> Report:
    """Print a document to `path`, whole or not at all.

    Takes 0.05 s for two pages and grows with the text (200,000 letters: some seconds), so call
    it in a worker with a time limit. Raises UserError when a block cannot fit on any page.
    """
    with _TURN:
        return _write(document, path, _)


def _write(document: Document, path: Path, _: Catalog) -> Report:
    press = Press(_, document.rtl, FontBook(document.language), _make)
    sheet = SHEETS[document.paper]
    pages = _pages(document, press, sheet)
    with replacing(path) as part:
        _draw(document, pages, press, sheet, part)
    return Report(len(pages), tuple(sorted(press.fonts.replaced)))


def _make(block: Block, press: Press) -> Box:
    return _MAKERS[type(block)](block, press)


def _pages(document: Document, press: Press, sheet: Sheet) -> list[Page]:
    """One sheet after another; each begins a page, unless the one before ran over its own."""
    pages, ran_over = [Page()], False
    if document.head:
        pages[0].put(HeadBox(document, press), sheet.text_width)
    for number, blocks in enumerate(_sheets(document.blocks)):
        fitted = None
        if ran_over:  # what is left of its last page may be enough
            fitted = fit(blocks, pages[-1], press, sheet)
        if number and (fitted is None or len(fitted) > 1):
            pages.append(Page())
            fitted = None
        fitted = fitted or fit(blocks, pages[-1], press, sheet)
        ran_over = len(fitted) > 1
        pages[-1:] = fitted
    return pages


def _sheets(blocks: Sequence[Block]) -> list[list[Block]]:
    sheets: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, NewSheet):
            sheets.append([])
        else:
            sheets[-1].append(block)
    return [blocks for blocks in sheets if blocks]


def _draw(
    document: Document, pages: Sequence[Page], press: Press, sheet: Sheet, path: Path
) -> None:  # fmt: skip
    canvas = Canvas(
        str(path),
        (sheet.width, sheet.height),
        initialFontName=press.fonts.main,
        lang=document.language,
    )
    canvas.setTitle(clean(document.title))
    canvas.setSubject(clean(document.subject))
    canvas.setAuthor(clean(document.author))
    canvas.setCreator("Maagalim")
    canvas.setViewerPreference("Direction", "R2L" if document.rtl else "L2R")
    pen = Pen(canvas, sheet.width, sheet.height, document.rtl, outlined=len(pages) > _OUTLINED)
    frame = Frame(document, press, sheet) if document.paper not in BARE else None
    for number, page in enumerate(pages, 1):
        for box, top in page.placed:
            box.draw(pen, sheet.side, sheet.top + top, sheet.text_width)
        if frame:
            frame.draw(pen, number, len(pages))
        canvas.showPage()
    canvas.save()
