"""The meetings of a year as a list: a number, both dates, a topic, and how ready or how full."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from cop_desktop.i18n import Catalog
from cop_desktop.services.gaps import Gap
from cop_desktop.ui.tables import PaintedList, as_tsv
from cop_desktop.ui.theme import Look

from .copied import columns
from .year_entries import Entry, with_gaps
from .year_rows import EntryRow, GapRow


class YearList(PaintedList):
    """`opened(id)` by a click, Enter or Space, or `gap_opened(gap)`; `asked("paste")`."""

    opened = Signal(object)
    gap_opened = Signal(object)
    deeds: ClassVar[Mapping[str, str]] = {
        "Return": "open", "Enter": "open", "Space": "open", "Ctrl+V": "paste",
    }  # fmt: skip

    def __init__(self, look: Look, _: Catalog, today: Callable[[], date]) -> None:
        self._, self._today = _, today
        kinds = {Entry: EntryRow(look, _, today), Gap: GapRow(look, _)}
        super().__init__(look, _("Meetings of the year"), kinds)
        self.clicked.connect(self._clicked)
        self.asked.connect(lambda deed: self._open() if deed == "open" else None)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show a year; the chosen row stays chosen."""
        self.show_rows(with_gaps(entries))

    def copy(self) -> None:
        """The chosen meetings as rows for Excel, with titles."""
        rows = self.rows
        picked = (rows.rows[rows.places[key]] for key in self.chosen_ids())
        if chosen := [row for row in picked if isinstance(row, Entry)]:
            told = as_tsv(columns(self._today(), self._), chosen)
            QGuiApplication.clipboard().setText(told)

    def _clicked(self) -> None:
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._open()  # with Control or Shift, several are being chosen

    def _open(self) -> None:
        row = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Entry):
            self.opened.emit(row.meeting.id)
        elif isinstance(row, Gap):
            self.gap_opened.emit(row)
