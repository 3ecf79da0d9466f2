"""A table of any length: ids in order, and pages of frozen rows fetched when they are seen."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from .columns import Column, Row

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[Any]], Iterable[Any]]
PAGE, PAGES_KEPT = 100, 30
NOWHERE = QModelIndex()


class PagedTable(QAbstractTableModel, Generic[Row]):
    """`fetch(ids)` returns rows with an `id`, in any order; a missing row is shown empty."""

    edited = Signal(object, str, str)  # id, key of the column, what was typed

    def __init__(
        self, columns: Sequence[Column[Row]], fetch: Fetch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns, self._fetch = tuple(columns), fetch
        self.ids: Sequence[Any] = ()
        self._pages: OrderedDict[int, list[Row | None]] = OrderedDict()
        self._places: dict[Any, int] | None = None

    def show(self, ids: Sequence[Any]) -> None:
        """Show these rows, in this order, and read them anew."""
        same = len(ids) == len(self.ids) and list(ids) == list(self.ids)
        if same and ids:  # only their contents have changed: selection and place stay
            self._pages.clear()
            last = self.index(len(ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.ids, self._places = ids, None
        self._pages.clear()
        self.endResetModel()

    def row(self, place: int) -> Row | None:
        """The row at a place; its page is read when it is not at hand."""
        page = place // PAGE
        if page in self._pages:
            self._pages.move_to_end(page)
        else:
            self._pages[page] = self._read(page)
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[page][place % PAGE]

    def _read(self, page: int) -> list[Row | None]:
        ids = self.ids[page * PAGE : (page + 1) * PAGE]
        found = {row.id: row for row in self._fetch(ids)}
        return [found.get(key) for key in ids]

    def place_of(self, key: Any) -> int | None:
        if self._places is None:
            self._places = {each: place for place, each in enumerate(self.ids)}
        return self._places.get(key)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _SPOKEN:
            return None
        row = self.row(index.row())
        return "" if row is None else self.columns[index.column()].text(row)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(  # noqa: N802
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or value == self.data(index):
            return False
        self.edited.emit(self.ids[index.row()], self.columns[index.column()].key, str(value))
        return True


_SPOKEN = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
