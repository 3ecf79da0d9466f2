"""All communities in one table, narrowed by chips."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from cop_desktop.services import overview
from cop_desktop.services.overview import Count, OverviewRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.in_order import in_order
from cop_desktop.ui.overview_filters import Filters, no_match
from cop_desktop.ui.overview_marks import opened_by_name
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.tables import PagedTable, RowList
from cop_desktop.ui.widgets import Card

from .columns import ORDERS, columns


class Listing(Card):
    """`opened(community id)` by Enter or a double click; `shown(rows)` after every change."""

    opened = Signal(object)  # str
    shown = Signal(list)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.rows: dict[str, OverviewRow] = {}
        self.counted = Count(0, 0)
        self._order, self._descending = "name", False
        self.filters = Filters(desk, "overview")
        self.filters.changed.connect(self.refresh)
        self.table = self._table()
        self.filters.went_down.connect(self.table.setFocus)
        self.views = Stack()
        self.views.setMinimumHeight(desk.look.px(260))
        self.views.addWidget(self.table)
        self.views.addWidget(no_match(desk, self.filters.clear))
        px = desk.look.px
        self.body.setContentsMargins(1, px(14), 1, px(4))
        self.body.setSpacing(0)
        self.add(self.filters)
        self.add(self.views, 1)

    def refresh(self) -> None:
        """Show what the file has now, of what is looked for."""
        desk = self.desk
        with desk.store.read() as session:
            any_sending = replace(self.filters.wanted, sending=None)
            found = overview.communities(session, any_sending, desk.today())
            self.counted = overview.counted(session)
            self.filters.offer(overview.choices(session))
        self.filters.show_counts(found)
        wanted = self.filters.wanted.sending
        self.rows = {it.id: it for it in found if wanted in (None, it.sending)}
        self._put_in_order()

    def neighbour(self, key: str, by: int) -> str | None:
        """The community before or after, in the order one sees them."""
        ids = self.table.table.ids
        place = ids.index(key) + by if key in ids else -1
        return ids[place] if 0 <= place < len(ids) else None

    def _put_in_order(self) -> None:
        order = ORDERS[self._order]
        rows = in_order(self.rows.values(), order, descending=self._descending)
        self.table.show_rows([it.id for it in rows])
        self.views.setCurrentIndex(0 if rows else 1)
        self.shown.emit(rows)

    def _sort(self, key: str, descending: bool) -> None:
        self._order, self._descending = key, descending
        self._put_in_order()

    def _table(self) -> RowList:
        desk = self.desk
        rows = PagedTable(columns(desk), self._fetch)
        table = RowList(desk.look, rows, desk.catalog("Communities"))
        table.show_order(self._order, descending=False)
        table.sort_asked.connect(self._sort)
        table.opened.connect(self.opened)
        opened_by_name(table)
        return table

    def _fetch(self, ids: Sequence[str]) -> list[OverviewRow]:
        return [self.rows[it] for it in ids if it in self.rows]
