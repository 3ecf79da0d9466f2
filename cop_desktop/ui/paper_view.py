"""A paper on the desk: seen before it leaves, then printed or saved, in any of three languages."""

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.export import papers
from cop_desktop.export.document import Document
from cop_desktop.export.papers import PAPERS, Paper, Subject
from cop_desktop.formats import without_isolates
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.models.vocabulary import Share

from .desk import Desk
from .tasks import Progress
from .widgets import Button, FilterChip, Label
from .widgets.preview import Preview

OWN_NAMES = {"he": "עברית", "en": "English", "ar": "العربية"}


class PaperView(QWidget):
    """Previews one paper; its buttons print it or save it as PDF or for Word."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self._ = desk, desk.catalog
        self.language = desk.catalog.language
        self._subject: Subject | None = None
        self.paper: Paper | None = None
        self.document: Document | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="maagalim-")
        self.pdf = Path(self._folder.name) / "paper.pdf"
        self.preview = Preview(desk.look)
        self._build()

    def show_paper(self, key: str, subject: Subject) -> None:
        """Make the paper anew from what the file holds now, and show it."""
        self.paper, self._subject = PAPERS[key], subject
        words = catalog(self.language)
        with self.desk.store.read() as session:
            self.document = self.paper.make(session, subject, words)
        self.title.setText(self._(self.paper.title))
        self.leaves.setText(self._what_leaves(self.paper))
        for suffix, button in self.saves.items():
            button.setVisible(suffix in self.paper.suffixes)
        self._busy(True)
        # made in a worker: the window stays alive, whatever the text
        self.desk.tasks.run(
            self._("Preparing the paper"), partial(_make, self.document, self.pdf, self.language),
            self._show, self._fail,
        )  # fmt: skip

    def print_paper(self) -> None:
        """The system's own print dialog; the pages go as pictures of 300 dots an inch."""
        from .printing import print_pages

        if self.document:
            print_pages(self.preview.pages, self.document.title, self)

    def save(self, suffix: str) -> None:
        """Ask where to, write, and say so."""
        if self.document is None:
            return
        name = _file_name(self.document.title) + suffix
        start = str(Path(self.desk.settings.memory.get("papers.folder", str(Path.home()))) / name)
        chosen, _kind = QFileDialog.getSaveFileName(self, self._("Save as"), start, f"*{suffix}")
        if chosen:
            self.save_to(Path(chosen).with_suffix(suffix))

    def save_to(self, path: Path) -> None:
        """Write the shown paper to a file in the format of its suffix."""
        document, words = self.document, catalog(self.language)
        if document is None:
            return
        self.desk.settings.memory["papers.folder"] = str(path.parent)
        self.desk.settings.save()
        said = self._("{file} was saved.", file=path.name)
        self.desk.tasks.run(
            self._("Saving"), lambda _progress: papers.write(document, path, words),
            lambda _none: self.desk.toast(said),
        )  # fmt: skip

    def _build(self) -> None:
        look, _ = self.desk.look, self._
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(10))
        self.title = Label(look, "", "title", elide=True)
        self.leaves = Label(look, "", "caption", elide=True)
        self.print_button = Button(look, _("Print"), "ph.printer", "primary")
        self.print_button.clicked.connect(self.print_paper)
        self.saves = {
            ".pdf": Button(look, _("Save as PDF"), "ph.file-pdf"),
            ".docx": Button(look, _("Save for Word"), "ph.file-text"),
        }
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(self.title, 1)
        for suffix, button in self.saves.items():
            button.clicked.connect(partial(self._save_clicked, suffix))
            head.addWidget(button)
        head.addWidget(self.print_button)
        rows.addLayout(head)
        rows.addLayout(self._languages())
        rows.addWidget(self.preview, 1)

    def _languages(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.desk.look.px(6))
        self.chips: dict[str, FilterChip] = {}
        for language in LANGUAGES:
            chip = FilterChip(self.desk.look, OWN_NAMES[language])
            chip.setChecked(language == self.language)
            chip.clicked.connect(partial(self._speak, language))
            self.chips[language] = chip
            line.addWidget(chip)
        line.addWidget(self.leaves, 1)
        return line

    def _speak(self, language: str, _checked: bool = True) -> None:
        self.language = language
        for key, chip in self.chips.items():
            chip.setChecked(key == language)
        if self.paper and self._subject:
            self.show_paper(self.paper.key, self._subject)

    def _save_clicked(self, suffix: str, _checked: bool = False) -> None:
        self.save(suffix)

    def _what_leaves(self, paper: Paper) -> str:
        if paper.share == Share.COMMUNITY:
            return self._("Holds names: for the community's own members")
        return self._("Without names: may be shown outside the community")

    def _show(self, _done: object) -> None:
        self._busy(False)
        pages = self.preview.show_pdf(self.pdf)
        self.preview.setAccessibleDescription(self._.plural("{n} page", "{n} pages", pages))

    def _fail(self, problem: Exception) -> None:
        self._busy(False)
        raise problem

    def _busy(self, busy: bool) -> None:
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)
        for button in (self.print_button, *self.saves.values()):
            button.setEnabled(not busy)


def _make(document: Document, path: Path, language: str, progress: Progress) -> None:
    progress(0, 1)
    papers.write(document, path, catalog(language))
    progress(1, 1)


def _file_name(title: str) -> str:
    """A title as a file name: what file systems refuse becomes a space."""
    kept = "".join(" " if letter in '\\/:*?"<>|\n' else letter for letter in title)
    return " ".join(without_isolates(kept).split())[:80]
