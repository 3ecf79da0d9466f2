"""Import of meetings, a work plan or products: a list looked at, then brought in as one step."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.intake.mapping import Wish
from cop_desktop.intake.refusals import save_refused
from cop_desktop.services import list_import
from cop_desktop.services.list_import import Here
from cop_desktop.services.roster_import import ImportResult
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tasks import Task
from cop_desktop.ui.widgets import Button, Card, EmptyState, Label, ProgressStrip, ScrollPage

from .importing import memory
from .importing.bringing import start_bringing
from .importing.foot import Foot
from .importing.list_look import ListLook, look_at_list
from .importing.list_preview import ListPreview
from .importing.listed import LISTED
from .importing.look import Outcome, Source

PATTERNS = "*.xlsx *.xls *.ods *.csv *.txt *.tsv *.htm *.html"
WIDTH, HEIGHT = 1080, 740


class ImportList(QDialog):
    """Nothing is written before “Import”; then it is one step that Undo takes back.

    A plan goes into `work_year` (2026 is 2026/27; without one, the present year).
    """

    brought = Signal(object)  # the ListLook that was brought in

    def __init__(
        self, desk: Desk, window: QWidget, kind: str, pasted: str = "", work_year: int = 0
    ) -> None:
        super().__init__(window)
        self.desk, self.listed = desk, LISTED[kind]
        self.work_year = work_year or formats.work_year_of(desk.today())
        self.preview: ListPreview | None = None
        self._task: Task | None = None
        self._writing = False  # the task is bringing the list in
        self._source: Source = ""
        self._here: Here | None = None
        self.setWindowTitle(desk.catalog(self.listed.title))
        self.setLayoutDirection(desk.look.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._build()
        self._fit(window)
        if pasted:
            self.read(pasted)

    # -- reading -------------------------------------------------------------------------

    def read(self, source: Source, wish: Wish | None = None, again: bool = True) -> None:
        """Read in a worker; `again=False` keeps the table at hand and only maps it anew."""
        desk, _ = self.desk, self.desk.catalog
        if self._writing:
            return
        if self._task:
            self._task.cancel()
        self._source, kind, here = source, self.listed.kind, self._what_is_here()
        table = None if again or self.preview is None else self.preview.look.table
        remembered, wished = memory.mappings(desk.settings), wish or Wish()
        self._show_name(source)
        self._task = desk.tasks.run(
            _("Reading the list"),
            lambda progress: look_at_list(source, kind, wished, here, remembered, progress, table),
            self._show,
        )
        self._task.progressed.connect(self._show_progress)
        self._task.ended.connect(self._settle)
        self.progress.show()
        self._tell()

    @property
    def idle(self) -> bool:
        """Whether nothing is being read or brought in."""
        return self._task is None

    def choose_file(self) -> None:
        """Ask for a list."""
        _, start = self.desk.catalog, str(memory.folder(self.desk.settings))
        kinds = f"{_('Lists ({patterns})', patterns=PATTERNS)};;{_('All files')} (*)"
        told, _kind = QFileDialog.getOpenFileName(self, _("Choose the list"), start, kinds)
        if told:
            memory.remember_folder(self.desk.settings, Path(told))
            self.read(Path(told))

    def paste(self) -> None:
        """Read the rows that were copied in Excel."""
        if text := QApplication.clipboard().text().strip("\r\n"):
            self.read(text)

    def _what_is_here(self) -> Here:
        """Read once: comparing happens in the worker, which must not touch the file."""
        if self._here is None:
            desk, kind = self.desk, self.listed.kind
            with desk.store.read() as session:
                self._here = list_import.here(session, kind, desk.community_id, self.work_year)
        return self._here

    def _show(self, look: ListLook) -> None:
        place = self.preview.tabs.index if self.preview else 0
        old, self.preview = self.preview, ListPreview(self.desk, look)
        self.preview.wished.connect(lambda wish, again: self.read(self._source, wish, again))
        if place < self.preview.pages.count():
            self.preview.tabs.choose(place)
        self.place.add(self.preview, 1)
        self.preview.show()  # a layout would only do so later, and what is hidden takes no focus
        self.start.hide()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.preview.rows.table.setFocus()
        self._tell()

    def _show_progress(self, done: int, total: int) -> None:
        told = self.desk.catalog("{done} of {total} rows", done=f"{done:,}", total=f"{total:,}")
        self.progress.show_progress(done, total, told)

    def _settle(self) -> None:
        self._task, self._writing = None, False
        self.place.setEnabled(True)
        self.progress.hide()
        self._tell()

    def _stop(self) -> None:
        if self._task and self._writing:
            self._task.stop()  # its answer is awaited: it may have been quicker
        elif self._task:
            self._task.cancel()

    # -- bringing in ---------------------------------------------------------------------

    def bring_in(self) -> None:
        """Back up and write everything in one step, in a worker; then show where it went."""
        if self.preview is None or self._task or not (taken := self.preview.taken):
            return
        key, year, kind = self.desk.community_id, self.work_year, self.listed.kind
        rows = self.preview.look.values
        self._task = start_bringing(
            self.desk,
            self.listed.step(self.desk.catalog, taken),
            lambda session, progress: list_import.commit(session, kind, key, year, rows, progress),
            self._show_result,
        )
        self._writing = True
        self._task.progressed.connect(self._show_progress)
        self._task.ended.connect(self._settle)
        self.place.setEnabled(False)  # what is decided now would come too late
        self.progress.show_progress(0, taken, self._task.title)
        self.progress.show()
        self._tell()

    def _show_result(self, result: ImportResult) -> None:
        desk, look = self.desk, self.preview.look if self.preview else None
        if look:
            memory.remember(desk.settings, look)
        self.accept()
        desk.open_place(self.listed.place)
        self.brought.emit(look)
        desk.toast(self._result(result), undo=True)

    def _result(self, result: ImportResult) -> str:
        _ = self.desk.catalog
        told = {
            _("{n} new", n=f"{result.added:,}"): result.added,
            _("{n} updated", n=f"{result.updated:,}"): result.updated,
            _("{n} already here", n=f"{result.unchanged:,}"): result.unchanged,
        }
        numbers = formats.dotted(*(words for words, count in told.items() if count))
        return _("The list was brought in: {numbers}", numbers=numbers)

    def save_refused(self) -> None:
        """Refused rows as a spreadsheet, with their reasons."""
        _ = self.desk.catalog
        file = memory.folder(self.desk.settings) / f"{_('Rows that were not imported')}.xlsx"
        told, _kind = QFileDialog.getSaveFileName(self, _("Save as"), str(file), "Excel (*.xlsx)")
        if told and self.preview:
            path, look = Path(told).with_suffix(".xlsx"), self.preview.look
            save_refused(path, look.draft.refused, look.layout, _)
            self.desk.toast(_("{file} was saved.", file=path.name))

    # -- the surface ---------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.name = Label(look, "", "muted", elide=True)
        self.other = Button(look, _("Another file"), "ph.folder-open", "quiet")
        self.other.clicked.connect(self.choose_file)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(Label(look, _(self.listed.title), "page"))
        head.addWidget(self.name, 1)
        head.addWidget(self.other)
        self.surface = Card(look)
        self.start = self._start()
        self.place = ScrollPage(look)  # large text in a small window scrolls
        self.place.add(self.start, 1)
        self.surface.add(self.place, 1)
        self.progress = ProgressStrip(look, _("Reading the list"), _("Cancel"))
        self.progress.cancel.clicked.connect(self._stop)
        self.progress.hide()
        self.surface.add(self.progress)
        self.foot = Foot(self.desk)
        self.foot.refused.clicked.connect(self.save_refused)
        self.foot.cancel.clicked.connect(self.reject)
        self.foot.primary.clicked.connect(self.bring_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20))
        column.setSpacing(look.px(14))
        column.addLayout(head)
        column.addWidget(self.surface, 1)
        column.addWidget(self.foot)
        self._tell()

    def _start(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        choose = Button(look, _("Choose a file"), "ph.folder-open", "primary")
        choose.clicked.connect(self.choose_file)
        why = _("Excel, OpenDocument or text, as it is, in any order of columns. Or copy rows in "
                "Excel and paste them here with {keys}. Nothing is written before you have "
                "seen it.", keys="Ctrl+V")  # fmt: skip
        state = EmptyState(look, self.listed.icon, _(self.listed.what), why, choose)
        state.why.setMinimumHeight(state.why.heightForWidth(state.why.width()))
        return state

    def _tell(self) -> None:
        """Numbers and the words of the buttons, as things stand."""
        preview = self.preview
        self.other.setVisible(preview is not None and not self._writing)
        counts = preview.counts() if preview else Counter[Outcome]()
        taken = preview.taken if preview else 0
        step = self.listed.step(self.desk.catalog, taken)
        self.foot.tell(counts, taken, self._why_not(taken), step)

    def _why_not(self, taken: int) -> str:
        _ = self.desk.catalog
        if self._writing:
            return _("The list is being brought in.")
        if self._task:
            return _("The list is still being read.")
        if self.preview is None:
            return _("Choose a list first.")
        if not self.preview.look.layout.rows:
            return _("There are no rows in it.")
        if not self.preview.look.draft.read:
            return _(self.listed.unusable)
        return "" if taken else _("There is nothing to add or to update.")

    def _show_name(self, source: Source) -> None:
        _ = self.desk.catalog
        name = source.name if isinstance(source, Path) else _("Pasted rows")
        year = formats.work_year_name(self.work_year, _.language)
        self.name.setText(formats.dotted(name, year) if self.listed.kind == "work-plan" else name)

    def _fit(self, window: QWidget) -> None:
        px, room = self.desk.look.px, window.screen().availableGeometry()
        self.resize(min(px(WIDTH), room.width() - 40), min(px(HEIGHT), room.height() - 60))

    # -- keyboard and mouse --------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Open):
            self.choose_file()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if memory.dropped(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if path := memory.dropped(event.mimeData().urls()):
            self.read(path)

    def done(self, result: int) -> None:
        self._stop()
        if not self._writing:  # else one leaves when it is clear what was written
            super().done(result)


def meetings(desk: Desk, window: QWidget) -> ImportList:
    """What Ctrl+K opens: a list of meetings."""
    return ImportList(desk, window, "meetings")


def work_plan(desk: Desk, window: QWidget) -> ImportList:
    """The plan of the present year."""
    return ImportList(desk, window, "work-plan")


def products(desk: Desk, window: QWidget) -> ImportList:
    """A list of products."""
    return ImportList(desk, window, "products")
