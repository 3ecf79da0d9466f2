"""Who is missing, and what the last packages changed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.export.reports import overview_words as words
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.services.overview import ChangeRow, MissingRow, Sending
from cop_desktop.services.search import fold
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.in_order import in_order
from cop_desktop.ui.overview_marks import SENDING, opened_by_name
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.tables import Column, PagedTable, RowList
from cop_desktop.ui.widgets import Card, EmptyState


@frozen
class Row:
    """A community, by its key, with what is told of it."""

    id: str
    told: Any


class CommunityList(QWidget):
    """A plain list of communities; `opened(community id)`."""

    opened = Signal(object)  # str

    def __init__(
        self, desk: Desk, name: str, columns: Sequence[Column[Row]], nothing: EmptyState
    ) -> None:
        super().__init__()
        self.rows: dict[str, Row] = {}
        self._order, self._descending = "", False  # as they come, until one asks
        self.table = RowList(desk.look, PagedTable(columns, self._fetch), name)
        self.table.sort_asked.connect(self._sort)
        self.table.opened.connect(self.opened)
        opened_by_name(self.table)
        self.views = Stack()
        self.views.addWidget(self.table)
        self.nothing = nothing
        self.views.addWidget(nothing)
        card = Card(desk.look)
        card.body.setContentsMargins(1, desk.look.px(4), 1, desk.look.px(4))
        card.add(self.views, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(card)

    def show_rows(self, rows: Sequence[MissingRow | ChangeRow]) -> None:
        self.rows = {it.community_id: Row(it.community_id, it) for it in rows}
        self._put_in_order()
        self.views.setCurrentIndex(0 if rows else 1)

    def _sort(self, key: str, descending: bool) -> None:
        self._order, self._descending = key, descending
        self._put_in_order()

    def _put_in_order(self) -> None:
        rows = list(self.rows.values())
        if self._order:
            told = ORDERS[self._order]
            rows = in_order(rows, lambda it: told(it.told), descending=self._descending)
        self.table.show_rows([it.id for it in rows])

    def _fetch(self, ids: Sequence[str]) -> list[Row]:
        return [self.rows[it] for it in ids if it in self.rows]


def missing_list(desk: Desk) -> CommunityList:
    """Communities whose package of this term has not come."""
    look, _ = desk.look, desk.catalog
    columns = [
        Column[Row](_("Community"), lambda it: it.told.name, "name", width=180, stretch=3,
                    strong=True),
        Column[Row](_("Sending"), lambda it: _(words.SENDING[it.told.sending]), "sending",
                    mark=lambda it: SENDING[it.told.sending], width=146),
        Column[Row](_("Programme"), lambda it: it.told.programme, "programme", width=120),
        Column[Row](_("Note"), lambda it: it.told.note, "note", width=120, stretch=2),
        Column[Row](_("Last package"), lambda it: _last(it.told, _), "as_of", width=180),
    ]  # fmt: skip
    nothing = EmptyState(look, "ph.check", "", "")
    return CommunityList(desk, _("Who is missing"), columns, nothing)


def changes_list(desk: Desk) -> CommunityList:
    """What each last package says otherwise than the one before it."""
    look, _ = desk.look, desk.catalog
    columns = [
        Column[Row](_("Community"), lambda it: it.told.name, "name", width=180, stretch=1,
                    strong=True),
        Column[Row](_("Package"), lambda it: str(it.told.number), width=76, stretch=0),
        Column[Row](_("As of"), lambda it: formats.date_short(it.told.as_of, _.language),
                    "as_of", width=100, stretch=0),
        Column[Row](_("What changed"), lambda it: words.changed(it.told.changes, _), width=320,
                    stretch=4),
    ]  # fmt: skip
    why = _("Here you see how a community's second package differs from its first.")
    nothing = EmptyState(look, "ph.equals", _("Nothing has changed yet"), why)
    return CommunityList(desk, _("What changed"), columns, nothing)


ORDERS: Mapping[str, Callable[[Any], Any]] = {
    "name": lambda it: fold(it.name),
    "programme": lambda it: fold(it.programme) or None,
    "note": lambda it: fold(it.note) or None,
    "as_of": lambda it: it.as_of,
    "sending": lambda it: list(Sending).index(it.sending),
}


def _last(row: MissingRow, _: Catalog) -> str:
    if row.as_of is None:
        return words.UNTOLD
    day = formats.date_medium(row.as_of, _.language)
    return _("Package {number}, as of {day}", number=row.number, day=day)
