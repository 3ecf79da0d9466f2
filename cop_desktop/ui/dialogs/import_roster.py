"""Import of members: choose a list, look at what was found, decide, bring it in as one step."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.intake.mapping import Wish
from cop_desktop.intake.refusals import save_refused
from cop_desktop.services import roster_import
from cop_desktop.services.roster_import import ImportResult, KnownMember
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tasks import Progress, Task
from cop_desktop.ui.widgets import Button, Card, EmptyState, Label, ProgressStrip, ScrollPage

from .importing import memory
from .importing.bringing import start_bringing
from .importing.foot import Foot, result_in_words
from .importing.look import Look, Outcome, Source, look_at
from .importing.preview import Preview, taken_of

PATTERNS = "*.xlsx *.xls *.ods *.csv *.txt *.tsv *.htm *.html"
WIDTH, HEIGHT = 1080, 740


class ImportRoster(QDialog):
    """Nothing is written before “Import”; then it is one step that Undo takes back."""

    def __init__(self, desk: Desk, window: QWidget, pasted: str = "") -> None:
        super().__init__(window)
        self.desk = desk
        self.preview: Preview | None = None
        self._task: Task | None = None
        self._writing = False  # the task is bringing the list in
        self._source: Source = ""
        self._members: list[KnownMember] | None = None
        self.setWindowTitle(desk.catalog("Import members"))
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
        self._source, known = source, self._members
        table = None if again or self.preview is None else self.preview.look.table
        remembered = memory.mappings(desk.settings)
        today, wished = desk.today(), wish or Wish()
        self._show_name(source)

        def look(progress: Progress) -> tuple[list[KnownMember], Look]:
            members = known if known is not None else everyone(desk)
            return members, look_at(source, wished, members, today, remembered, progress, table)

        self._task = desk.tasks.run(_("Reading the list"), look, self._show)
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

    def _show(self, read: tuple[list[KnownMember], Look]) -> None:
        self._members, look = read
        decided = self.preview.decided if self.preview and look.source == self._source else {}
        place = self.preview.tabs.index if self.preview else 0
        old, self.preview = self.preview, None
        here = {member.id: member for member in self._members}
        preview = Preview(self.desk, look, here, decided)
        preview.wished.connect(lambda wish, again: self.read(self._source, wish, again))
        preview.counted.connect(self._tell)
        if place < preview.pages.count():
            preview.tabs.choose(place)
        self.preview = preview
        self.place.add(preview, 1)
        self.start.hide()
        if old is not None:
            old.hide()
            old.deleteLater()
        preview.rows.table.setFocus()
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
        """Back up and write everything in one step, in a worker; then show the members."""
        if self.preview is None or self._task or not (taken := self.preview.taken):
            return
        _, key, choices = self.desk.catalog, self.desk.community_id, tuple(self.preview.choices)
        label = _.plural("Import {n} member", "Import {n} members", taken)
        self._task = start_bringing(
            self.desk,
            label,
            lambda session, progress: roster_import.commit(session, key, choices, progress),
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
        desk = self.desk
        if self.preview is not None:
            memory.remember(desk.settings, self.preview.look)
        self.accept()
        desk.open_place("members")
        desk.toast(result_in_words(result, desk), undo=True)

    def save_refused(self) -> None:
        """Refused rows as a spreadsheet, with their reasons."""
        _ = self.desk.catalog
        file = memory.folder(self.desk.settings) / f"{_('Rows that were not imported')}.xlsx"
        told, _kind = QFileDialog.getSaveFileName(self, _("Save as"), str(file), "Excel (*.xlsx)")
        if told:
            self.write_refused(Path(told).with_suffix(".xlsx"))

    def write_refused(self, path: Path) -> None:
        """Write them, and say so."""
        if self.preview:
            look, _ = self.preview.look, self.desk.catalog
            save_refused(path, look.draft.refused, look.layout, _)
            self.desk.toast(_("{file} was saved.", file=path.name))

    # -- the surface ---------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.title = Label(look, _("Import members"), "page")
        self.name = Label(look, "", "muted", elide=True)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(self.title)
        head.addWidget(self.name, 1)
        self.other = Button(look, _("Another file"), "ph.folder-open", "quiet")
        self.other.clicked.connect(self.choose_file)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20))
        column.setSpacing(look.px(14))
        column.addLayout(head)
        column.addWidget(self.surface, 1)
        self.foot = Foot(self.desk)
        self.foot.refused.clicked.connect(self.save_refused)
        self.foot.cancel.clicked.connect(self.reject)
        self.foot.primary.clicked.connect(self.bring_in)
        column.addWidget(self.foot)
        self._tell()

    def _start(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        choose = Button(look, _("Choose a file"), "ph.folder-open", "primary")
        choose.clicked.connect(self.choose_file)
        why = _("Excel, OpenDocument or text, as it is, in any order of columns. Or copy rows in "
                "Excel and paste them here with {keys}. Nothing is written before you have "
                "seen it.", keys="Ctrl+V")  # fmt: skip
        state = EmptyState(look, "ph.file-arrow-down", _("A list of members"), why, choose)
        state.why.setMinimumHeight(state.why.heightForWidth(state.why.width()))
        return state

    def _tell(self) -> None:
        """Numbers and the words of the buttons, as things stand."""
        preview = self.preview
        self.other.setVisible(preview is not None and not self._writing)
        counts = preview.counts() if preview else Counter[Outcome]()
        taken = taken_of(counts)
        self.foot.tell(counts, taken, self._why_not(taken))

    def _why_not(self, taken: int) -> str:
        _ = self.desk.catalog
        if self._writing:
            return _("The list is being brought in.")
        if self._task:
            return _("The list is still being read.")
        if self.preview is None:
            return _("Choose a list first.")
        if not self.preview.look.usable:
            return _("Say first which column holds the names.")
        return "" if taken else _("There is nobody to add or to update.")

    def _show_name(self, source: Source) -> None:
        _ = self.desk.catalog
        self.name.setText(source.name if isinstance(source, Path) else _("Pasted rows"))

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


def everyone(desk: Desk) -> list[KnownMember]:
    """Members here, in the worker that compares: of many, reading alone takes a while."""
    with desk.store.elsewhere() as store, store.read() as session:
        return roster_import.everyone(session, desk.community_id)
