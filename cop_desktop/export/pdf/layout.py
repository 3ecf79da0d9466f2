"""A document set in pages: how many there are is known before anything is drawn."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from cop_desktop.export.document import Block, Document, Format, NewSheet
from cop_desktop.export.writing import Watch
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog

from .fit import fit
from .flow import Page
from .fonts import FontBook
from .frame import BARE, SHEETS, Frame, HeadBox, Sheet
from .notes import Notes, appendix
from .pen import Entry, Pen
from .press import Maker, Press
from .watermark import Watermark


@frozen
class _Leaf:
    """A page on its sheet; without a frame it has neither running head nor foot."""

    page: Page
    sheet: Sheet
    frame: Frame | None


class Layout:
    """The pages of one document, to be drawn as often as one likes."""

    def __init__(self, document: Document, words: Catalog, make: Maker, watch: Watch) -> None:
        """Raises UserError when a block cannot fit on any page, or `watch` says so."""
        self.document, self.watch = document, watch
        self.press = Press(words, document.rtl, FontBook(document.language), make, watch)
        self.watermark = Watermark(document.watermark, self.press.fonts.chain[0], document.rtl)
        self.notes = Notes()
        self.leaves = self._leaves(_pages(document, self.press), document.paper)
        self._add_appendix()

    def __len__(self) -> int:
        return len(self.leaves)

    def size(self, place: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        sheet = self.leaves[place].sheet
        return sheet.width, sheet.height

    def draw(self, place: int, canvas: Canvas) -> list[Entry]:
        """Draw a page (0 is the first); the answer is its lines for the outline."""
        leaf, sheet = self.leaves[place], self.leaves[place].sheet
        self.watch(next((box.name for box, _ in leaf.page.placed if box.name), ""))
        pen = Pen(canvas, sheet.width, sheet.height, self.document.rtl, self.notes)
        self._paint(leaf, pen, place)
        return pen.entries

    def _paint(self, leaf: _Leaf, pen: Pen, place: int) -> None:
        self.watermark.draw(pen.canvas, pen.width, pen.height)
        for box, top in leaf.page.placed:
            box.draw(pen, leaf.sheet.side, leaf.sheet.top + top, leaf.sheet.text_width)
        if leaf.frame:
            leaf.frame.draw(pen, place + 1, len(self.leaves))

    def _leaves(self, pages: Sequence[Page], paper: Format) -> list[_Leaf]:
        sheet = SHEETS[paper]
        frame = None if paper in BARE else Frame(self.document, self.press, sheet)
        return [_Leaf(page, sheet, frame) for page in pages]

    def _add_appendix(self) -> None:
        """Draw into the air to learn what is cut, and print it whole on pages of its own."""
        for place, leaf in enumerate(self.leaves):
            sheet = leaf.sheet
            nowhere: Any = _Nowhere()
            pen = Pen(nowhere, sheet.width, sheet.height, self.document.rtl, self.notes, True)
            self._paint(leaf, pen, place)
        if not (texts := self.notes.settle()):
            return
        blocks = list(appendix(texts, self.press.catalog))
        paper = Format.PORTRAIT if self.document.paper in BARE else self.document.paper
        pages = fit(blocks, Page(), self.press, SHEETS[paper])
        self.leaves += self._leaves(pages, paper)


class _Nowhere:
    """A canvas that keeps nothing."""

    def __getattr__(self, _name: str) -> Any:
        return self

    def __call__(self, *_told: object, **_more: object) -> Any:
        return self


def _pages(document: Document, press: Press) -> list[Page]:
    """One sheet after another; each begins a page, unless the one before ran over its own."""
    sheet, start = SHEETS[document.paper], Page()
    if document.head:
        start.put(HeadBox(document, press), sheet.text_width)
    done: list[Page] = []
    last, told = [start], list[Block]()
    for number, blocks in enumerate(_sheets(document.blocks)):
        if joined := _run_on(last, start, told, blocks, press, sheet):
            last, told = joined, []
            continue
        if number:
            done, start = done + last, Page()
        last, told = fit(blocks, start, press, sheet), blocks
    return done + last


def _run_on(
    last: list[Page], start: Page, told: list[Block], blocks: list[Block], press: Press,
    sheet: Sheet,
) -> list[Page]:  # fmt: skip
    """Pages of the sheet before and this one, if they need no more than the one before alone."""
    if not told or len(last) == 1:
        return []
    fitted = fit(blocks, last[-1], press, sheet)
    if len(fitted) == 1:
        return last[:-1] + fitted
    joined = fit([*told, *blocks], start, press, sheet)
    return joined if len(joined) <= len(last) else []


def _sheets(blocks: Sequence[Block]) -> list[list[Block]]:
    sheets: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, NewSheet):
            sheets.append([])
        else:
            sheets[-1].append(block)
    return [blocks for blocks in sheets if blocks]
