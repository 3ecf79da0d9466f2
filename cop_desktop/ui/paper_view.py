"""A paper on the desk: seen before it leaves, then printed or saved, in any of three languages."""

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.export import papers
from cop_desktop.export.document import Document
from cop_desktop.export.papers import PAPERS, Paper, Subject, Variant
from cop_desktop.export.writing import Watch
from cop_desktop.formats import dotted
from cop_desktop.i18n import Catalog, catalog
from cop_desktop.models.vocabulary import Share

from .desk import Desk
from .flow import Flow
from .saving import ask_where, save_in_worker
from .tasks import Progress, Task
from .ways_out import WaysOut
from .widgets import Button, FilterChip, IconButton, Label, Line
from .widgets.preview import Preview


class PaperView(QWidget):
    """Previews one paper; its buttons print it or save it as PDF or for Word."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self._ = desk, desk.catalog
        self.language = desk.catalog.language
        self.paper: Paper | None = None
        self.document: Document | None = None
        self._subject: Subject | None = None
        self._ways: dict[str, str] = {}  # variants chosen, by paper
        self._task: Task | None = None
        self.preview = Preview(desk.look)
        self.preview.setAccessibleName(self._("Preview"))
        self._build()

    def show_paper(self, key: str, subject: Subject) -> None:
        """Make the paper anew from what the file holds now, and show it."""
        self.stop()
        subject = replace(subject, variant=subject.variant or self._ways.get(key, ""))
        another = self.paper is None or self.paper.key != key or subject != self._subject
        self.paper, self._subject = PAPERS[key], subject
        words = catalog(self.language)
        with self.desk.store.read() as session:
            self.document = self.paper.make(session, subject, words)
        self.title.setText(self._(self.paper.title))
        self.leaves.setText(dotted(self._what_leaves(self.paper), self.document.untold))
        self.leaves.setToolTip(self.document.untold)  # a narrow window cuts the line
        self._offer(self.paper, subject.variant)
        for suffix, button in self.saves.items():
            button.setVisible(suffix in self.paper.suffixes)
        self._busy(True)
        # made in a worker: the window stays alive, whatever the text
        self._task = self.desk.tasks.run(
            self._("Preparing the paper"), partial(_make, self.document, self.language),
            partial(self._show, another), self._fail,
        )  # fmt: skip

    def stop(self) -> None:
        """A paper still being made is no longer wanted."""
        if self._task:
            self._task.cancel()
        self._task = None
        self._busy(False)

    def print_paper(self) -> None:
        """The system's own print dialog; the pages go as fine as the printer prints."""
        from .printing import print_pages

        if self.document and self.preview.pages.count:
            print_pages(self.preview.pages, self.document, self._, self)

    def save(self, suffix: str) -> None:
        """Ask where to, write, and say so."""
        if self.document and (path := ask_where(self, self.desk, self.document.title, suffix)):
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the shown paper to a file in the format of its suffix."""
        document, words = self.document, catalog(self.language)
        if document is None:
            return
        save_in_worker(self.desk, path, partial(_write, document, path, words))

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self._
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(10))
        self.title = Label(look, "", "title", elide=True)
        self.count = Label(look, "", "caption")
        self.whole = IconButton(look, "ph.magnifying-glass-minus", _("The whole page"))
        self.whole.clicked.connect(self._turn_size)
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        head.addWidget(self.whole)
        self.above = QVBoxLayout()  # room for a choice of what the paper is about
        self.leaves = Label(look, "", "muted", elide=True)
        rows.addLayout(head)
        rows.addLayout(self.above)
        rows.addWidget(self._deeds())
        self.variants: dict[str, QWidget] = {}  # by paper: its chips, made when first needed
        self._offers = QVBoxLayout()
        rows.addLayout(self._offers)
        rows.addWidget(Line(look, "ph.eye", self.leaves))
        rows.addWidget(self.preview, 1)

    def _deeds(self) -> QWidget:
        look, _ = self.desk.look, self._
        self.print_button = Button(look, _("Print"), "ph.printer", "primary")
        self.print_button.clicked.connect(self.print_paper)
        self.saves = {
            ".pdf": Button(look, _("Save as PDF"), "ph.file-pdf"),
            ".docx": Button(look, _("Save for Word"), "ph.file-text"),
        }
        ways = WaysOut(look, self.print_button, self.saves, self.language)
        ways.saved.connect(self.save)
        ways.spoken.connect(self._speak)
        self.chips = ways.chips
        return ways

    def _offer(self, paper: Paper, chosen: str) -> None:
        """Chips for the ways to print this paper, if there is more than one."""
        for box in self.variants.values():
            box.hide()
        if not paper.variants:
            return
        if paper.key not in self.variants:
            self.variants[paper.key] = self._chips_of(paper.variants)
            self._offers.addWidget(self.variants[paper.key])
        box = self.variants[paper.key]
        box.show()
        for chip in box.findChildren(FilterChip):
            chip.setChecked(chip.objectName() == (chosen or paper.variants[0].key))

    def _chips_of(self, variants: tuple[Variant, ...]) -> QWidget:
        box = QWidget()
        flow = Flow(box, self.desk.look.px(8))
        for variant in variants:
            chip = FilterChip(self.desk.look, self._(variant.title))
            chip.setObjectName(variant.key)
            chip.clicked.connect(partial(self._vary, variant.key))
            flow.add(chip)
        return box

    # -- doing ---------------------------------------------------------------------------

    def _speak(self, language: str) -> None:
        self.language = language
        if self.paper and self._subject:
            self.show_paper(self.paper.key, self._subject)

    def _vary(self, variant: str, _checked: bool = True) -> None:
        if self.paper and self._subject:
            self._ways[self.paper.key] = variant
            self.show_paper(self.paper.key, replace(self._subject, variant=variant))

    def _turn_size(self) -> None:
        whole = not self.preview.whole
        self.preview.show_whole(whole)
        icon = "ph.magnifying-glass-plus" if whole else "ph.magnifying-glass-minus"
        self.whole.set_icon(
            icon, self._("Large enough to read") if whole else self._("The whole page")
        )

    def _what_leaves(self, paper: Paper) -> str:
        if paper.share == Share.ME:
            return self._("Holds your own notes: for the facilitator only")
        if paper.share == Share.COMMUNITY:
            return self._("Holds names: for the community's own members")
        return self._("Without names: may be shown outside the community")

    def _show(self, another: bool, made: tuple[bytes, tuple[str, ...]]) -> None:
        pdf, replaced = made
        self._task = None
        self._busy(False)
        pages = self._.plural("{n} page", "{n} pages", self.preview.show_pdf(pdf, stay=not another))
        self.count.setText(pages)
        self.preview.setAccessibleDescription(pages)
        if replaced:
            self.desk.toast(papers.replaced_in_words(replaced, self._))

    def _fail(self, problem: Exception) -> None:
        self._task = None
        self._busy(False)
        raise problem

    def _busy(self, busy: bool) -> None:
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)
        for button in (self.print_button, *self.saves.values()):
            button.setEnabled(not busy)


def _write(document: Document, path: Path, _: Catalog, progress: Progress) -> tuple[str, ...]:
    """The paper in a file; ends when nobody waits for it any more, or when it takes too long."""
    return papers.write(document, path, _, Watch(ask=lambda: progress(0, 1)))


def _make(document: Document, language: str, progress: Progress) -> tuple[bytes, tuple[str, ...]]:
    """The paper as PDF, and the signs no font has. Written aside: no half file is ever seen."""
    progress(0, 1)
    with tempfile.TemporaryDirectory(prefix="maagalim-") as folder:
        path = Path(folder) / "paper.pdf"
        replaced = _write(document, path, catalog(language), progress)
        progress(1, 1)
        return path.read_bytes(), replaced
