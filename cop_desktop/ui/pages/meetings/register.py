"""The register: decisions and tasks of all meetings, to be narrowed, sorted, changed, copied."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.models.vocabulary import Progress
from cop_desktop.services import register
from cop_desktop.services.register import Agreed, Entry
from cop_desktop.services.search import fold, terms
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.tables import PagedTable, RowList
from cop_desktop.ui.widgets import (
    Button,
    Card,
    Choice,
    EmptyState,
    FilterChip,
    PageHead,
    SearchBox,
)

from .decision_line import PROGRESS_ICONS
from .line_steps import change_row, remove_row
from .register_rows import ICONS, NOBODY, ORDERS, SIEVES, STEPS, columns, told
from .stack import Stack


class RegisterView(QWidget):
    """`opened(meeting id)` for the meeting in which something was agreed."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.sieve = desk, "open"
        self.rows: dict[UUID, Entry] = {}
        self._order, self._descending = "due", False
        self._build()

    def refresh(self) -> None:
        """Show what the file has now."""
        with self.desk.store.read() as session:
            rows = register.every(session, self.desk.community_id)
        self.rows = {row.id: row for row in rows}
        self._offer_owners()
        self._count()
        self.narrow()

    def show_entry(self, key: UUID) -> None:
        """Bring one into view; what hides it gives way."""
        self.search.clear()
        self.what.set_value(None)
        self.owner.set_value(None)
        self.filter("all")
        self.table.choose(key)
        self.table.setFocus()

    def filter(self, sieve: str) -> None:
        """Show what is open, late, done, or all of it."""
        self.sieve = sieve
        for key, chip in self.chips.items():
            chip.setChecked(key == sieve)
        self.narrow()

    def narrow(self) -> None:
        """Show what fits the chips, the owner and the words, in the order asked for."""
        wanted, today = terms(self.search.text()), self.desk.today()
        fitting = [
            it for it in self.rows.values()
            if SIEVES[self.sieve](it, today)
            and self.what.value() in (None, it.what)
            and self.owner.value() in (None, it.owner)
            and all(term in told(it) for term in wanted)
        ]  # fmt: skip
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
        words = _.plural("{n} row can be pasted in Excel.", "{n} rows can be pasted in Excel.", n)
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
        px = look.px
        copy = Button(look, _("Copy to Excel"), "ph.copy-simple")
        copy.clicked.connect(self.copy_all)
        self.head = PageHead(look, _("Decisions and tasks"), "", [copy])
        self.table = RowList(
            look, PagedTable(columns(self.desk), self._fetch), _("Decisions and tasks")
        )
        self.table.show_order(self._order, descending=self._descending)
        self.table.sort_asked.connect(self._sort)
        self.table.opened.connect(self._open)
        self.table.delete_asked.connect(self._remove)
        self.table.clicked.connect(self._pressed)
        space = QShortcut(Qt.Key.Key_Space, self.table, self.offer_states)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.pages = Stack()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self._nothing())
        card = Card(look)
        card.body.setContentsMargins(1, px(14), 1, px(4))
        tools = QVBoxLayout()
        tools.setContentsMargins(px(16), 0, px(16), 0)
        tools.setSpacing(px(10))
        tools.addLayout(self._seeking())
        tools.addWidget(self._chips())
        card.body.addLayout(tools)
        card.add(self.pages, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(card, 1)

    def _seeking(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        self.search = SearchBox(look, _("Search by words, person or meeting"), round=False)
        self.search.textChanged.connect(self.narrow)
        self.search.went_down.connect(self.table.setFocus)
        self.what, self.owner = Choice(look), Choice(look)
        self.what.add(_("Decisions and tasks"), None)
        self.what.add(_("Decisions"), Agreed.DECISION, ICONS[Agreed.DECISION])
        self.what.add(_("Tasks"), Agreed.ACTION, ICONS[Agreed.ACTION])
        self.what.setAccessibleName(_("What it is"))
        self.owner.setAccessibleName(_("Responsible"))
        self.owner.setMinimumWidth(look.px(170))
        for box in (self.what, self.owner):
            box.chosen.connect(lambda _value: self.narrow())
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        line.addWidget(self.search, 1)
        line.addWidget(self.what)
        line.addWidget(self.owner)
        return line

    def _chips(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        names = {
            "open": _.ctx("register", "Open"),
            "late": _("Overdue"),
            "done": _.ctx("register", "Done"),
            "all": _.ctx("register", "All"),
        }
        box = QWidget()
        flow = Flow(box, look.px(8))
        self.chips: dict[str, FilterChip] = {}
        for key, name in names.items():
            chip = self.chips[key] = FilterChip(look, name)
            chip.setProperty("name", name)
            chip.setChecked(key == self.sieve)
            chip.clicked.connect(partial(self._filter, key))
            flow.add(chip)
        return box

    def _filter(self, sieve: str, _checked: bool = False) -> None:
        self.filter(sieve)

    def _nothing(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        again = Button(look, _("Show everything"), "ph.x")
        again.clicked.connect(self._show_all)
        why = _("What a meeting decides, and who does what until when, is written in its summary; "
                "here it is followed across all meetings.")  # fmt: skip
        return EmptyState(look, "ph.check-square", _("Nothing here"), why, again)

    def _show_all(self) -> None:
        self.search.clear()
        self.what.set_value(None)
        self.owner.set_value(None)
        self.filter("all")

    def _offer_owners(self) -> None:
        _, here = self.desk.catalog, self.owner.value()
        owners = sorted({it.owner for it in self.rows.values() if it.owner}, key=fold)
        self.owner.clear()
        self.owner.add(_("Everybody’s"), None)
        for name in owners:
            self.owner.add(name, name)
        if any(not it.owner for it in self.rows.values()):
            self.owner.add(_("Nobody’s yet"), NOBODY)
        self.owner.set_value(here if here in (*owners, NOBODY) else None)

    def _count(self) -> None:
        _, today = self.desk.catalog, self.desk.today()
        counts = {
            key: sum(sieve(it, today) for it in self.rows.values()) for key, sieve in SIEVES.items()
        }
        for key, chip in self.chips.items():
            chip.setText(f"{chip.property('name')} · {counts[key]}")
            chip.setAccessibleName(chip.text())
        overdue = _.plural("{n} overdue", "{n} overdue", counts["late"]) if counts["late"] else ""
        still = _.plural("{n} open", "{n} open", counts["open"])
        self.head.subtitle.setText(formats.dotted(still, overdue) if self.rows else "")

    def _fetch(self, ids: Sequence[UUID]) -> list[Entry]:
        return [self.rows[key] for key in ids if key in self.rows]
