"""The list of products: one line adds, words and status narrow, heads sort."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.models.vocabulary import ProductStatus
from cop_desktop.services.products import ProductRow
from cop_desktop.services.search import fold, terms
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import FlowBox
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.pasting import RowsOrLine
from cop_desktop.ui.tables import Badge, Column, Lead, PagedTable, RowList
from cop_desktop.ui.widgets import (
    Button,
    Card,
    EmptyState,
    Field,
    SearchBox,
)

from .words import KIND_ICONS, STATUS_SIGNS

INSIDE = "inside"  # a chip beside those of the statuses
ORDERS: dict[str, Callable[[ProductRow], Any]] = {
    "title": lambda row: fold(row.title),
    "kind": lambda row: list(KIND_ICONS).index(row.kind),
    "status": lambda row: list(ProductStatus).index(row.status),
    "owner": lambda row: (not row.owner, fold(row.owner)),
}


class ProductList(Card):
    """Speaks of ids; `added` brings a title, `pasted` rows of a sheet."""

    chosen = Signal(object)  # UUID or None
    opened = Signal()
    added = Signal(str)  # a title
    pasted = Signal(str)
    delete_asked = Signal(list)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk, self.status = desk, None
        self._rows: dict[UUID, ProductRow] = {}
        self._order, self._descending = "status", True
        self._build()

    status: ProductStatus | str | None  # what the list is narrowed to

    def show_products(self, rows: Sequence[ProductRow]) -> None:
        """Show these; what is chosen stays chosen, or else the first is."""
        self._rows = {row.id: row for row in rows}
        self._count()
        self._narrow()

    def choose(self, key: UUID) -> None:
        """Choose a product; a filter that hides it gives way."""
        if not self.table.choose(key):
            self.search.clear()
            self._filter(None)
            self.table.choose(key)

    def write(self) -> None:
        """Put the keyboard where a title is written."""
        self.line.setFocus()

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        px = look.px
        self.body.setContentsMargins(1, px(14), 1, px(4))
        self.body.setSpacing(px(10))
        self.search = SearchBox(look, _("Search by title, person or audience"), round=False)
        self.search.textChanged.connect(self._narrow)
        self.table = RowList(
            look, PagedTable(self._columns(), self._fetch), _("Products of the community")
        )
        self.table.show_order(self._order, descending=self._descending)
        self._connect()
        self.views = QStackedWidget()
        self.views.setMinimumHeight(px(200))  # where room is short, the page scrolls instead
        self.views.addWidget(self.table)
        self.views.addWidget(self._nothing())
        tools = QVBoxLayout()
        tools.setContentsMargins(px(16), 0, px(16), 0)
        tools.setSpacing(px(10))
        for part in (self._adding(), self.search, self._chips()):
            tools.addWidget(part)
        self.body.addLayout(tools)
        self.body.addWidget(self.views, 1)

    def _adding(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        self.line = RowsOrLine(look, _("A guide to the first month, for new colleagues"))
        self.line.returnPressed.connect(self._add)
        button = Button(look, _("Add"), "ph.plus")
        button.clicked.connect(self._add)
        self.field = Field(look, _("New product in one line"), self.line, beside=button)
        return self.field

    def _chips(self) -> QWidget:
        look, words = self.desk.look, content(self.desk.catalog.language)
        self._chip_rows = FlowBox(look.px(8))
        every = {None: self.desk.catalog.ctx("products", "All")}
        inside = {INSIDE: self.desk.catalog("Approved, kept inside")}
        self._one = OneOf(look, self._chip_rows.flow)
        self._one.offer(every | {it: words.word(it) for it in ProductStatus} | inside, None)
        self._one.chosen.connect(self._filter)
        self.chips = self._one.chips
        return self._chip_rows

    def _nothing(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        again = Button(look, _("Show all products"), "ph.x")
        again.clicked.connect(self._show_all)
        why = _("Choose another status, or part of another word.")
        return EmptyState(look, "ph.package", _("No product fits"), why, again)

    def _columns(self) -> list[Column[ProductRow]]:
        _, words = self.desk.catalog, content(self.desk.catalog.language)

        def sign(row: ProductRow) -> Badge:
            icon, tone = STATUS_SIGNS[row.status]
            return Badge(icon, tone)

        return [
            Column(
                _("Title"), lambda row: row.title, "title",
                lambda row: Lead(KIND_ICONS[row.kind]), 200, 1, strong=True,
            ),
            Column(_("Kind"), lambda row: words.word(row.kind), "kind", None, 118, 0),
            Column(_("Status"), lambda row: words.word(row.status), "status", sign, 118, 0),
            Column(_("Responsible"), lambda row: row.owner, "owner", None, 112, 0),
        ]  # fmt: skip

    def _connect(self) -> None:
        table = self.table
        table.chosen.connect(self.chosen)
        table.opened.connect(lambda _: self.opened.emit())
        table.delete_asked.connect(self.delete_asked)
        table.pasted.connect(self.pasted)
        table.sort_asked.connect(self._sort)
        self.search.went_down.connect(table.setFocus)

    # -- doing ---------------------------------------------------------------------------

    def _add(self) -> None:
        self.added.emit(self.line.text())

    def _sort(self, key: str, descending: bool) -> None:
        self._order, self._descending = key, descending
        self._narrow()

    def _filter(self, status: ProductStatus | str | None) -> None:
        self.status = status
        self._one.mark(status)
        self._narrow()

    def _show_all(self) -> None:
        self.search.clear()
        self._filter(None)

    def _narrow(self) -> None:
        wanted = terms(self.search.text())
        fitting = [
            row for row in self._rows.values()
            if _is(row, self.status) and all(it in _told(row) for it in wanted)
        ]  # fmt: skip
        ordered = sorted(fitting, key=ORDERS[self._order], reverse=self._descending)
        self.table.show_rows([row.id for row in ordered])
        self.views.setCurrentIndex(0 if fitting else 1)
        if fitting and self.table.chosen_id() is None:
            self.table.choose(ordered[0].id)

    def _count(self) -> None:
        rows = self._rows.values()
        counts = {it: sum(_is(row, it) for row in rows) for it in self.chips}
        self._one.show_counts(counts)
        self.chips[INSIDE].setVisible(counts[INSIDE] > 0)
        self._chip_rows.fit()
        if self.status == INSIDE and not counts[INSIDE]:  # the last one was cleared
            self._filter(None)

    def _fetch(self, ids: Sequence[UUID]) -> list[ProductRow]:
        return [self._rows[key] for key in ids if key in self._rows]


def _is(row: ProductRow, status: ProductStatus | str | None) -> bool:
    """Whether a chip means this product."""
    return row.kept_inside if status == INSIDE else status in (None, row.status)


def _told(row: ProductRow) -> str:
    return fold(f"{row.title} {row.owner} {row.audience} {row.where}")
