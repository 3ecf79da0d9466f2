"""From documents to a PDF file."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock

from reportlab.pdfgen.canvas import Canvas

from cop_desktop.export.document import Document, Part
from cop_desktop.export.text.clean import clean
from cop_desktop.export.writing import Watch, replacing
from cop_desktop.formats import without_isolates
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog, catalog

from . import faces
from .blocks import make
from .layout import Layout
from .pen import Entry

_OUTLINED = 3  # longer papers get an outline
# no time of making, and nothing packed: compressors differ from machine to machine
_UNDATED = {"invariant": 1, "pageCompression": 0}
_TURN = Lock()  # reportlab keeps the faces for the whole program: one paper at a time


@frozen
class Report:
    """What came of printing: pages, in all and of one copy of each part; letters no font has."""

    pages: int
    replaced: tuple[str, ...] = ()
    parts: tuple[int, ...] = ()


def write_pdf(document: Document, path: Path, _: Catalog, watch: Watch | None = None) -> Report:
    """Print a document to `path`, whole or not at all.

    Takes 0.05 s for two pages and grows with the text (200,000 letters: some seconds), so call
    it in a worker. Raises UserError when a block cannot fit on any page, or when `watch` (one
    minute unless told otherwise) runs out; what `watch` asks may raise to stop it.
    """
    watch = watch or Watch()
    with watch.turn(_TURN):
        layout = Layout(document, _, make, watch)
        with replacing(path) as part:
            book = _Book(part, layout, document.title)
            book.bind([Part(document)], [layout], len(layout) > _OUTLINED)
    return Report(book.pages, tuple(sorted(layout.press.fonts.replaced)), (len(layout),))


def write_pack(
    parts: Sequence[Part], path: Path, _: Catalog, title: str, *,
    two_sided: bool = False, watch: Watch | None = None,
) -> Report:  # fmt: skip
    """Print several documents into one file, whole or not at all.

    Each part keeps its size of sheet, its language and its own page numbers, and has a bookmark
    with its headings under it. `two_sided`: every copy begins on a sheet of its own, with blank
    backs where needed. Raises as `write_pdf` does; without parts, ValueError.
    """
    if not parts:
        raise ValueError("a pack without parts")
    watch = watch or Watch()
    with watch.turn(_TURN):
        layouts = [
            Layout(part.document, _in_its_language(part.document, _), make, watch)
            for part in parts
        ]  # fmt: skip
        with replacing(path) as unfinished:
            book = _Book(unfinished, layouts[0], title)
            book.bind(parts, layouts, True, titled=True, two_sided=two_sided)
    replaced = {letter for layout in layouts for letter in layout.press.fonts.replaced}
    return Report(book.pages, tuple(sorted(replaced)), tuple(map(len, layouts)))


def _in_its_language(document: Document, _: Catalog) -> Catalog:
    return _ if document.language == _.language else catalog(document.language)


class _Book:
    """The file while it is drawn: pages one after another, and the outline."""

    def __init__(self, path: Path, first: Layout, title: str) -> None:
        """Language, direction and author are those of the first layout."""
        document, self.pages = first.document, 0
        faces.forget()
        self.canvas = Canvas(
            str(path), first.size(0), initialFontName=first.press.fonts.main,
            lang=document.language, **(_UNDATED if document.undated else {}),
        )  # fmt: skip
        self.canvas.setTitle(_plain(title))
        self.canvas.setSubject(_plain(document.subject))
        self.canvas.setAuthor(_plain(document.author))
        self.canvas.setCreator("Maagalim")
        self.canvas.setViewerPreference("Direction", "R2L" if document.rtl else "L2R")

    def bind(
        self, parts: Sequence[Part], layouts: Sequence[Layout], outlined: bool, *,
        titled: bool = False, two_sided: bool = False,
    ) -> None:  # fmt: skip
        """Draw all copies of all parts, and save; `titled` parts have a bookmark of their own."""
        if titled:
            self.canvas.showOutline()
        for number, (part, layout) in enumerate(zip(parts, layouts, strict=True)):
            title = _plain(part.title or part.document.title) if titled else ""
            for copy, place in _copies(part, layout):
                self._page(layout, place, f"{number}-{place}", part.copies > 1, copy == 0)
                if outlined and copy == 0:
                    self._outline(title if place == 0 else "", int(titled))
                self.canvas.showPage()
                self.pages += 1
                if two_sided and _needs_blank_back(part.document, layout, place):
                    self._blank()
        self.canvas.save()

    def _page(self, layout: Layout, place: int, name: str, shared: bool, first: bool) -> None:
        """A page of many copies is drawn once, as a form that all of them show."""
        self.canvas.setPageSize(layout.size(place))
        if first:
            if shared:
                self.canvas.beginForm(name)
            self._entries: list[Entry] = layout.draw(place, self.canvas)
            if shared:
                self.canvas.endForm()
        if shared:
            self.canvas.doForm(name)

    def _outline(self, title: str, level: int) -> None:
        number = self.canvas.getPageNumber()
        if title:
            self.canvas.bookmarkPage(f"part-{number}")
            self.canvas.addOutlineEntry(title, f"part-{number}", 0)
        for at, entry in enumerate(self._entries):
            key = f"{number}-{at}"  # headings side by side share a height, not a name
            self.canvas.bookmarkHorizontalAbsolute(key, entry.y)
            self.canvas.addOutlineEntry(_plain(entry.title), key, level)

    def _blank(self) -> None:
        self.canvas.showPage()
        self.pages += 1


def _plain(text: str) -> str:
    """As readers show it in a list: some draw the marks of direction as boxes."""
    return without_isolates(clean(text))


def _copies(part: Part, layout: Layout) -> Iterator[tuple[int, int]]:
    return ((copy, place) for copy in range(part.copies) for place in range(len(layout)))


def _needs_blank_back(document: Document, layout: Layout, place: int) -> bool:
    last = place == len(layout) - 1
    return document.one_sided or (last and len(layout) % 2 == 1)
