"""Rows of several sorts as data of one list, each painted by its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from .kinds import Gap, Kind, Landing, State

if TYPE_CHECKING:
    from .painted import PaintedList

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Kinds = Mapping[Any, Any]  # Mapping[type[R], Kind[R]], which types cannot say


class PaintedModel(QAbstractListModel):
    """Frozen rows as data of a list; the row itself stands under `UserRole`."""

    def __init__(self, kinds: Kinds) -> None:
        super().__init__()
        self._kinds = kinds
        self.rows: list[Any] = []
        self.keys: list[Any] = []  # None for a remark between rows
        self.places: dict[Any, int] = {}

    def kind(self, place: int) -> Kind[Any]:
        kind: Kind[Any] = self._kinds[type(self.rows[place])]
        return kind

    def cells(self, key: Any) -> Sequence[str]:
        place = self.places[key]
        return self.kind(place).cells(self.rows[place])

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, kind = self.rows[index.row()], self.kind(index.row())
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return kind.title(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return kind.told(row)
            case Qt.ItemDataRole.ToolTipRole:
                return kind.tip(row) or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        kind, flags = self.kind(index.row()), super().flags(index)
        if not kind.choosable:
            return Qt.ItemFlag.NoItemFlags
        return flags | Qt.ItemFlag.ItemIsDragEnabled if kind.drags else flags

    def show(self, rows: Sequence[Any]) -> bool:
        """Take new rows; tells whether they are others than before (then selection is lost)."""
        keys = [self._kinds[type(row)].key(row) for row in rows]
        same = keys == self.keys
        if not same:
            self.beginResetModel()
        self.rows, self.keys = list(rows), keys
        self.places = {key: place for place, key in enumerate(keys) if key is not None}
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        return not same

    def landing(self, keys: Sequence[Any], gap: Gap) -> Landing | None:
        """Where rows of these keys go when let go in a gap; None where nothing would change."""
        above = [key for key in self.keys[: gap.row] if key not in keys and key is not None]
        below = [key for key in self.keys[gap.row :] if key not in keys and key is not None]
        if keys and [*above, *keys, *below] == [key for key in self.keys if key is not None]:
            return None
        before = next((key for key in below[:1] if not self._heads(key)), None)
        return Landing(before, next((key for key in reversed(above) if self._heads(key)), None))

    def _heads(self, key: Any) -> bool:
        return self.kind(self.places[key]).heads


class Painting(QStyledItemDelegate):
    """Hands every row to its kind."""

    def __init__(self, view: PaintedList) -> None:
        super().__init__(view)
        self._view, self._least = view, view.look.px(200)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        model, place = self._view.rows, index.row()
        tall = model.kind(place).height(model.rows[place], option.rect.width())
        return QSize(self._least, tall)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, place, flag = self._view.rows, index.row(), QStyle.StateFlag
        state = State(
            chosen=bool(option.state & flag.State_Selected),
            hovered=bool(option.state & flag.State_MouseOver),
            focused=bool(option.state & flag.State_HasFocus),
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if model.keys[place] in self._view.dragging.keys:
            painter.setOpacity(0.35)
        model.kind(place).paint(painter, model.rows[place], QRectF(option.rect), state)
        painter.restore()
