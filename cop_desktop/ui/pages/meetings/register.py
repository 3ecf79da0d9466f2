"""The register: decisions and tasks of all meetings, to be narrowed, sorted, changed, copied."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.models.vocabulary import Progress
from cop_desktop.services import register
from cop_desktop.services.register import Entry
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.tables import PagedTable, RowList
from cop_desktop.ui.widgets import (
    Button,
    Card,
    EmptyState,
    PageHead,
)

from .decision_line import PROGRESS_ICONS
from .line_steps import change_row, remove_row
from .register_filter import SIEVES, RegisterFilter
from .register_rows import ORDERS, STEPS, columns


class RegisterView(QWidget):
    """`opened(meeting id)` for the meeting in which something was agreed."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.rows: dict[UUID, Entry] = {}
        self._order, self._descending = "due", False
        self._build()

    def refresh(self) -> None:
        """Show what the file has now."""
        with self.desk.store.read() as session:
            rows = register.every(session, self.desk.community_id)
        self.rows = {row.id: row for row in rows}
        self.wanted.offer_owners(self.rows.values())
        self._count()
        self.narrow()

    def show_entry(self, key: UUID) -> None:
        """Bring one into view; what hides it gives way."""
        self.wanted.clear()
        self.table.choose(key)
        self.table.setFocus()

    def narrow(self) -> None:
        """Show what is looked for, in the order asked for."""
        fitting = self.wanted.fitting(self.rows.values())
        ordered = sorted(fitting, key=ORDERS[self._order], reverse=self._descending)
        self.table.show_rows([it.id for it in ordered])
        self.pages.setCurrentIndex(0 if ordered else 1)

    def set_state(self, key: UUID, state: Progress) -> None:
        """Note how far something has come."""
        row = self.rows[key]
        change_row(self.desk, STEPS[row.what], row, {"state": state})

    def copy_all(self) -> None:
        """All rows that are shown, as Excel takes them apart into cells."""
        chosen = self.table.chosen_id()
        self.table.selectAll()
        self.table.copy()
        self.table.clearSelection()
        if chosen is not None:
            self.table.choose(chosen)
        _ = self.desk.catalog
        n = len(self.table.table.ids)
        words = _.plural(
            "{n} row is ready to paste in Excel.", "{n} rows are ready to paste in Excel.", n
        )
        self.desk.toast(words)

    # -- deeds -----------------------------------------------------------------------------

    def _sort(self, key: str, descending: bool) -> None:
        self._order, self._descending = key, descending
        self.narrow()

    def _open(self, key: UUID) -> None:
        if meeting := self.rows[key].meeting_id:
            self.opened.emit(meeting)

    def _remove(self, ids: Sequence[UUID]) -> None:
        for key in ids:
            remove_row(self.desk, STEPS[self.rows[key].what], self.rows[key])

    def _pressed(self, index: QModelIndex) -> None:
        if self.table.table.columns[index.column()].key == "state":
            self.offer_states()

    def offer_states(self) -> None:
        """The four states, for the row that is chosen."""
        key = self.table.chosen_id()
        if key is None:
            return
        look, words = self.desk.look, content(self.desk.catalog.language)
        menu = QMenu(self)
        menu.setLayoutDirection(look.direction)
        for state in Progress:
            action = menu.addAction(look.icon(PROGRESS_ICONS[state]), words.word(state))
            action.triggered.connect(partial(self._set_state, key, state))
        keys = [column.key for column in self.table.table.columns]
        here = self.table.currentIndex().siblingAtColumn(keys.index("state"))
        corner = self.table.visualRect(here).bottomLeft()
        menu.popup(self.table.viewport().mapToGlobal(corner))

    def _set_state(self, key: UUID, state: Progress, _checked: bool = False) -> None:
        self.set_state(key, state)

    # -- looks -----------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        copy = Button(look, _("Copy to Excel"), "ph.copy-simple")
        copy.clicked.connect(self.copy_all)
        self.head = PageHead(look, _("Decisions and tasks"), "", [copy])
        self.table = self._table()
        self.wanted = RegisterFilter(self.desk)
        self.wanted.changed.connect(self.narrow)
        self.wanted.went_down.connect(self.table.setFocus)
        self.pages = Stack()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self._nothing())
        card = Card(look)
        card.body.setContentsMargins(1, look.px(14), 1, look.px(4))
        card.add(self.wanted)
        card.add(self.pages, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(card, 1)

    def _table(self) -> RowList:
        rows = PagedTable(columns(self.desk), self._fetch)
        table = RowList(self.desk.look, rows, self.desk.catalog("Decisions and tasks"))
        table.show_order(self._order, descending=self._descending)
        table.sort_asked.connect(self._sort)
        table.opened.connect(self._open)
        table.delete_asked.connect(self._remove)
        table.clicked.connect(self._pressed)
        space = QShortcut(Qt.Key.Key_Space, table, self.offer_states)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        return table

    def _nothing(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        self.again = Button(look, _("Show everything"), "ph.x")
        self.again.clicked.connect(self.wanted.clear)
        why = _("What a meeting decides, and who does what by when, is written in its summary; "
                "here it is followed up across all meetings.")  # fmt: skip
        return EmptyState(look, "ph.check-square", _("Nothing here"), why, self.again)

    def _count(self) -> None:
        _, today = self.desk.catalog, self.desk.today()
        counts = {
            key: sum(sieve(it, today) for it in self.rows.values()) for key, sieve in SIEVES.items()
        }
        self.wanted.show_counts(counts)
        self.again.setVisible(bool(self.rows))
        overdue = _.plural("{n} overdue", "{n} overdue", counts["late"]) if counts["late"] else ""
        still = _.plural("{n} open", "{n} open", counts["open"])
        self.head.subtitle.setText(formats.dotted(still, overdue) if self.rows else "")

    def _fetch(self, ids: Sequence[UUID]) -> list[Entry]:
        return [self.rows[key] for key in ids if key in self.rows]
