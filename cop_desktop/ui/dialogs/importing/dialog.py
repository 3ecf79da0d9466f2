"""The way of every import: a list is chosen, looked at, and brought in as one step."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cop_desktop.intake.mapping import Wish
from cop_desktop.intake.refusals import save_refused
from cop_desktop.intake.table import RawTable
from cop_desktop.services.roster_import import ImportResult
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tasks import Progress, Task

from . import memory
from .bringing import Write, start_bringing
from .listed import Listed
from .look import Outcome, Seen, Source
from .reader import ListReader
from .seen import SeenPreview
from .surface import Surface

ROOM = (1080, 740)  # px at 100 %
Reading = Callable[[Progress], Seen]


class ImportDialog(ListReader):
    """Nothing is written before “Import”; then it is one step that Undo takes back.

    A kind of list says how it is read, shown, written and told: the last five methods.
    """

    brought = Signal(object)  # the Seen that was brought in

    def __init__(self, desk: Desk, window: QWidget, listed: Listed) -> None:
        super().__init__(desk, window, desk.catalog(listed.title), ROOM)
        self.listed = listed
        self.preview: SeenPreview | None = None
        self._task: Task | None = None
        self._writing = False  # the task is bringing the list in
        self._source: Source = ""
        self.surface = Surface(self, desk, listed)
        self.foot, self.progress = self.surface.foot, self.surface.progress
        self._listen()
        self._tell()

    def _listen(self) -> None:
        surface, foot = self.surface, self.surface.foot
        surface.choose.clicked.connect(self.choose_file)
        surface.other.clicked.connect(self.choose_file)
        surface.progress.cancel.clicked.connect(self._stop)
        foot.refused.clicked.connect(self.save_refused)
        foot.cancel.clicked.connect(self.reject)
        foot.primary.clicked.connect(self.bring_in)

    # -- reading -------------------------------------------------------------------------

    def read(self, source: Source, wish: Wish | None = None, again: bool = True) -> None:
        """Read in a worker; `again=False` keeps the table at hand and only maps it anew."""
        if self._writing:
            return
        if self._task:
            self._task.cancel()
        self._source = source
        table = None if again or self.preview is None else self.preview.look.table
        title, reading = self.desk.catalog("Reading the list"), self._reading(wish or Wish(), table)
        self.surface.name.setText(self._named(source))
        self._follow(self.desk.tasks.run(title, reading, self._show))

    @property
    def idle(self) -> bool:
        """Whether nothing is being read or brought in."""
        return self._task is None

    def _show(self, look: Seen) -> None:
        place = self.preview.tabs.index if self.preview else 0
        self.preview = preview = self._preview_of(look)
        preview.wished.connect(lambda wish, again: self.read(self._source, wish, again))
        preview.counted.connect(self._tell)
        if place < preview.pages.count():
            preview.tabs.choose(place)
        self.surface.show_preview(preview)
        self._tell()

    def _follow(self, task: Task) -> None:
        self._task = task
        task.progressed.connect(self._show_progress)
        task.ended.connect(self._settle)
        self.progress.show()
        self._tell()

    def _show_progress(self, done: int, total: int) -> None:
        told = self.desk.catalog("{done} of {total} rows", done=f"{done:,}", total=f"{total:,}")
        self.progress.show_progress(done, total, told)

    def _settle(self) -> None:
        self._task, self._writing = None, False
        self.surface.place.setEnabled(True)
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
        label = self.listed.step(self.desk.catalog, taken)
        task = start_bringing(self.desk, label, self._write(self.preview), self._show_result)
        self._writing = True
        self.surface.place.setEnabled(False)  # what is decided now would come too late
        self.progress.show_progress(0, taken, task.title)
        self._follow(task)

    def _show_result(self, result: ImportResult) -> None:
        desk, look = self.desk, self.preview.look if self.preview else None
        if look:
            memory.remember(desk.settings, look)
        self.accept()
        desk.open_place(self.listed.place)
        self.brought.emit(look)
        desk.toast(self._told(result), undo=True)

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

    # -- how things stand ----------------------------------------------------------------

    def _tell(self) -> None:
        """Numbers and the words of the buttons."""
        preview = self.preview
        self.surface.other.setVisible(preview is not None and not self._writing)
        counts = preview.counts() if preview else Counter[Outcome]()
        taken = preview.taken if preview else 0
        step = self.listed.step(self.desk.catalog, taken)
        self.foot.tell(counts, taken, self._why_not(taken), step)

    def _why_not(self, taken: int) -> str:
        """What stands in the way of bringing it in: the first thing of these."""
        _, look = self.desk.catalog, self.preview.look if self.preview else None
        stand = {
            _("The list is being imported."): self._writing,
            _("The list is still being read."): self._task is not None,
            _("Choose a list first."): look is None,
            _("There are no rows in it."): look is not None and not look.layout.rows,
            _(self.listed.unusable): look is not None and not look.usable,
            _(self.listed.nothing): not taken,
        }
        return next((words for words, it_does in stand.items() if it_does), "")

    def done(self, result: int) -> None:
        self._stop()
        if not self._writing:  # else one leaves when it is clear what was written
            super().done(result)

    # -- what a kind of list does in its own way -------------------------------------------

    def _reading(self, wish: Wish, table: RawTable | None) -> Reading:
        """How a worker reads what is to be read; `table` was read before."""
        raise NotImplementedError

    def _preview_of(self, look: Any) -> SeenPreview:
        raise NotImplementedError

    def _write(self, preview: Any) -> Write[ImportResult]:
        """What is done with what was found, in the worker's own session."""
        raise NotImplementedError

    def _told(self, result: ImportResult) -> str:
        """What the import did."""
        raise NotImplementedError

    def _named(self, source: Source) -> str:
        """What is read, beside the title."""
        return source.name if isinstance(source, Path) else self.desk.catalog("Pasted rows")
