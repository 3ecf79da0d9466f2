"""One button, one pack: ticks and copies on the reading side, the pages beside them."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.export import pack, papers
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.printing import print_pages
from cop_desktop.ui.saving import FOLDER, ask_where, remember_folder, save_in_worker
from cop_desktop.ui.tasks import Task
from cop_desktop.ui.widgets import Button, Card, Hairline, Label, ScrollPage, Words
from cop_desktop.ui.widgets.preview import Pages, Preview
from cop_desktop.ui.widgets.tick import Tick

from . import making, memory
from .line import PackLine
from .making import Bound, Order

WIDTH = 380  # of the list, in px at 100 %
PAUSE = 120  # ms after a tick: several together make one preview


class PackDialog(QDialog):
    """Closes with Escape; what was ticked is remembered."""

    def __init__(
        self, desk: Desk, meeting_id: UUID | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self._ = desk, desk.catalog
        self.setLayoutDirection(desk.look.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._("Pack of the meeting"))
        size = QSize(desk.look.px(1080), desk.look.px(800))
        self.resize(size.boundedTo(self.screen().availableSize()))
        with desk.store.read() as session:
            self.offer = pack.offer(
                session, Subject(desk.community_id, desk.today(), meeting_id), self._
            )
            every = dict.fromkeys(self.offer.keys, 1)
            parts = pack.parts(session, self.offer, every, self._)
        self._counts: dict[str, int] = {}  # pages of one copy, of what is ticked
        self._parts = dict(zip(self.offer.keys, parts, strict=True))
        self._task: Task | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self.show_pack)
        self._build()
        self.show_pack()

    @property
    def order(self) -> Order:
        """What is ticked, in as many copies as told."""
        lines = [line for line in self.lines.values() if line.wanted]
        parts = tuple(replace(self._parts[line.key], copies=line.wanted) for line in lines)
        return Order(parts, self.offer.title, self._, self.two_sided.isChecked())

    # -- deeds ---------------------------------------------------------------------------

    def show_pack(self) -> None:
        """Lay the ticked papers out and show one copy of each."""
        self._stop()
        order = self.order
        for button in (self.printing, self.saving, self.apart):
            button.setEnabled(bool(order.parts))
        if not order.parts:
            self._told(order, ())
            self.preview.hide()
            return
        self._task = self.desk.tasks.run(
            self._("Preparing the pack"), partial(making.bind, order.once()),
            partial(self._show, order), self._fail,
        )  # fmt: skip

    def print_pack(self) -> None:
        """All copies, to the printer one chooses."""
        self.desk.tasks.run(
            self._("Preparing the pack"), partial(making.bind, self.order), self._print
        )

    def save(self) -> None:
        """One file, all copies, where somebody says."""
        if path := ask_where(self, self.desk, self.offer.title, ".pdf"):
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        save_in_worker(self.desk, path, partial(making.save, self.order, path))

    def save_apart(self) -> None:
        """A file for each paper, in a folder somebody chooses."""
        start = str(self.desk.settings.memory.get(FOLDER, Path.home()))
        words = self._("Folder for the papers")
        if chosen := QFileDialog.getExistingDirectory(self, words, start):
            self.save_apart_in(Path(chosen))

    def save_apart_in(self, folder: Path) -> None:
        remember_folder(self.desk, folder / "paper")
        self.desk.tasks.run(
            self._("Saving"), partial(making.save_apart, self.order, folder), self._say_saved
        )

    def done(self, result: int) -> None:
        """Closed while the pack is still being made: nobody waits for it."""
        self._stop()
        super().done(result)

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        px = self.desk.look.px
        self.preview = Preview(self.desk.look)
        self.preview.setAccessibleName(self._("Preview"))
        self.preview.show_whole(True)
        page = QHBoxLayout(self)
        page.setContentsMargins(px(20), px(20), px(20), px(20))
        page.setSpacing(px(20))
        side = self._side()
        side.setFixedWidth(px(WIDTH))
        page.addWidget(side)
        page.addWidget(self.preview, 1)

    def _side(self) -> QWidget:
        look, _ = self.desk.look, self._
        side = QWidget()
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(12))
        rows.addWidget(Words(look, self.offer.title, "title"))
        people = _.plural("{n} person expected", "{n} people expected", self.offer.people)
        rows.addWidget(Label(look, people, "caption"))
        rows.addWidget(self._list(), 1)
        rows.addWidget(self._deeds())
        return side

    def _list(self) -> QWidget:
        look, _ = self.desk.look, self._
        kept = memory.habit(self.desk.settings)
        card = Card(look, _("What goes in"))
        page = ScrollPage(look)
        page.body.setSpacing(look.px(2))
        self.lines: dict[str, PackLine] = {}
        for key in self.offer.keys:
            line = PackLine(look, _, key, _(PAPERS[key].title), self.offer.copies(key))
            line.set_ticked(key not in kept.left_out)
            line.changed.connect(self._changed)
            line.looked.connect(self._look_at)
            page.add(line)
            self.lines[key] = line
        page.add(Hairline())
        self.two_sided = Tick(look, _("For printing on both sides"))
        self.two_sided.setChecked(kept.two_sided)
        self.two_sided.toggled.connect(self._changed)
        page.add(self.two_sided)
        page.body.addStretch(1)
        card.add(page, 1)
        self.total = Label(look, "", "strong")
        card.add(self.total)
        return card

    def _deeds(self) -> QWidget:
        look, _ = self.desk.look, self._
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(8))
        self.printing = Button(look, _("Print the pack"), "ph.printer", "primary")
        self.saving = Button(look, _("Save as PDF"), "ph.file-pdf")
        self.apart = Button(look, _("Separate files"), "ph.files")
        self.printing.clicked.connect(self.print_pack)
        self.saving.clicked.connect(self.save)
        self.apart.clicked.connect(self.save_apart)
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        line.addWidget(self.saving)
        line.addWidget(self.apart)
        line.addStretch(1)
        rows.addWidget(self.printing)
        rows.addLayout(line)
        return box

    # -- what follows --------------------------------------------------------------------

    def _changed(self) -> None:
        left_out = [key for key, line in self.lines.items() if not line.tick.isChecked()]
        known = set(self.lines)
        kept = memory.habit(self.desk.settings).left_out - known  # papers this meeting has not
        memory.keep(self.desk.settings, {*left_out, *kept}, self.two_sided.isChecked())
        self._soon.start()

    def _show(self, order: Order, bound: Bound) -> None:
        self._task = None
        self.preview.show()
        self.preview.show_pdf(bound.pdf, stay=True)
        self._told(order, bound.parts)
        if bound.replaced:
            self.desk.toast(papers.replaced_in_words(bound.replaced, self._))

    def _told(self, order: Order, pages: tuple[int, ...]) -> None:
        """The pages of each paper, and what it takes in all."""
        _ = self._
        ticked = [key for key, line in self.lines.items() if line.wanted]
        counts = dict(zip(ticked, pages, strict=False))
        for key, line in self.lines.items():
            line.tell_pages(counts.get(key))
        self._counts = counts
        self.total.setText(making.in_words(order, pages, _))

    def _look_at(self, key: str) -> None:
        """Bring the first page of a paper into view."""
        before = 0
        for other, count in self._counts.items():
            if other == key:
                break
            before += count
        self.preview.go_to(before)

    def _print(self, bound: Bound) -> None:
        pages = Pages(self.desk.look)
        pages.hold(bound.pdf)
        one_sided = not self.two_sided.isChecked()
        first = replace(self.order.parts[0].document, title=self.offer.title, one_sided=one_sided)
        print_pages(pages, first, self._, self)

    def _say_saved(self, files: int) -> None:
        self.desk.toast(self._.plural("{n} file was saved.", "{n} files were saved.", files))

    def _stop(self) -> None:
        self._soon.stop()
        if self._task:
            self._task.cancel()
        self._task = None

    def _fail(self, problem: Exception) -> None:
        self._task = None
        raise problem
