"""Import of meetings, a work plan or products."""

from PySide6.QtWidgets import QWidget

from cop_desktop import formats
from cop_desktop.intake.mapping import Wish
from cop_desktop.intake.table import RawTable
from cop_desktop.services import list_import
from cop_desktop.services.list_import import Here
from cop_desktop.services.roster_import import ImportResult
from cop_desktop.ui.desk import Desk

from .importing import memory
from .importing.bringing import Write
from .importing.dialog import ImportDialog, Reading
from .importing.foot import numbers_of
from .importing.list_look import ListLook, look_at_list
from .importing.list_preview import ListPreview
from .importing.listed import LISTED
from .importing.look import Source


class ImportList(ImportDialog):
    """A plan goes into `work_year` (2026 is 2026/27; without one, the present year)."""

    preview: ListPreview | None

    def __init__(
        self, desk: Desk, window: QWidget, kind: str, pasted: str = "", work_year: int = 0
    ) -> None:
        super().__init__(desk, window, LISTED[kind])
        self.work_year = work_year or formats.work_year_of(desk.today())
        self._here: Here | None = None
        if pasted:
            self.read(pasted)

    def _reading(self, wish: Wish, table: RawTable | None) -> Reading:
        source, kind, here = self._source, self.listed.kind, self._what_is_here()
        remembered = memory.mappings(self.desk.settings)
        return lambda progress: look_at_list(source, kind, wish, here, remembered, progress, table)

    def _what_is_here(self) -> Here:
        """Read once: comparing happens in the worker, which must not touch the file."""
        if self._here is None:
            desk, kind = self.desk, self.listed.kind
            with desk.store.read() as session:
                self._here = list_import.here(session, kind, desk.community_id, self.work_year)
        return self._here

    def _preview_of(self, look: ListLook) -> ListPreview:
        return ListPreview(self.desk, look)

    def _write(self, preview: ListPreview) -> Write[ImportResult]:
        key, year, kind = self.desk.community_id, self.work_year, self.listed.kind
        rows = preview.look.values
        return lambda session, progress: list_import.commit(
            session, kind, key, year, rows, progress
        )

    def _told(self, result: ImportResult) -> str:
        numbers = numbers_of(result, self.desk)
        return self.desk.catalog("The list was imported: {numbers}", numbers=numbers)

    def _named(self, source: Source) -> str:
        name = super()._named(source)
        if self.listed.kind != "work-plan":
            return name
        year = formats.work_year_name(self.work_year, self.desk.catalog.language)
        return formats.dotted(name, year)
