"""A list, and beside it what is chosen: what the views of topics, needs and stories share."""

from collections.abc import Iterable
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from cop_desktop.errors import UserError
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.widgets import Card, EmptyState, SplitDetail

from .deeds import Deeds
from .entries import Entry
from .entry_list import Asked, EntryList
from .panel import Panel


class Row(Protocol):
    """What stands in the list: anything with a key."""

    @property
    def id(self) -> UUID: ...


class Beside(QWidget):
    """Whoever is one says how a row is listed, shown, noted and removed."""

    field = "title"  # of the panel: what opening a row leads to

    def __init__(
        self, desk: Desk, deeds: Deeds, panel: Panel, asked: Asked, nothing: EmptyState
    ) -> None:
        super().__init__()
        self.desk, self.deeds = desk, deeds
        self.rows: dict[UUID, Any] = {}
        self.list = EntryList(desk, asked, self.entry)
        empty = Card(desk.look)
        empty.add(nothing, 1)
        self._beside = QStackedWidget()
        self._beside.addWidget(panel)
        self._beside.addWidget(empty)
        page = Firm(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(SplitDetail(desk.look, self.list, self._beside, width=432, least=360))
        self.list.chosen.connect(self._show)
        self.list.added.connect(self._add)
        self.list.delete_asked.connect(self._remove)
        self.list.opened.connect(lambda: panel.edit(self.field))
        panel.remove_asked.connect(lambda: self._remove(self.list.chosen_id()))

    def entry(self, row: Any) -> Entry:
        """How a row stands in the list."""
        raise NotImplementedError

    def show_row(self, row: Any) -> None:
        """Show a row in the panel."""
        raise NotImplementedError

    def note(self, lines: list[str]) -> list[UUID]:
        """Make rows of lines; raises UserError for what cannot be one."""
        raise NotImplementedError

    def remove_row(self, row: Any) -> None:
        """Delete a row."""
        raise NotImplementedError

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows, and the chosen one anew."""
        told = tuple(rows)
        self.rows = {row.id: row for row in told}
        self.list.show_rows(told)
        self._show(self.list.chosen_id())

    def _show(self, key: UUID | None) -> None:
        row = self.rows.get(key) if key else None
        if row:
            self.show_row(row)
        self._beside.setCurrentIndex(0 if row else 1)

    def _add(self, lines: list[str]) -> None:
        try:
            added = self.note(lines)
        except UserError as problem:
            self.list.field.set_error(self.desk.catalog.error(problem))
            return
        self.list.settled()
        if added:
            self.list.choose(added[0])
            self.noted()

    def noted(self) -> None:
        """What comes after a row was made; nothing, as a rule."""

    def _remove(self, key: UUID | None) -> None:
        if key and (row := self.rows.get(key)):
            self.remove_row(row)
