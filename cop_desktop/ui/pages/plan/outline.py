"""Goals with their activities as one list: chosen, dragged and moved by mouse and keyboard."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from cop_desktop.i18n import Catalog
from cop_desktop.services.plan import GoalRow, ItemRow
from cop_desktop.ui.tables import as_tsv
from cop_desktop.ui.theme import Look

from .copied import columns, lines
from .places import Place, drop_place, rows_of
from .rows import PlanRows
from .words import goal_whole, whole

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
KEYS = {
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_F2: "edit",
}


class OutlineModel(QAbstractListModel):
    """Goals and activities in reading order; the frozen row stands under `UserRole`."""

    def __init__(self, _: Catalog, today: date) -> None:
        super().__init__()
        self._, self._today = _, today
        self.rows: list[GoalRow | ItemRow] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if isinstance(row, GoalRow):
                return goal_whole(row, self._)
            return whole(row, self._today, self._)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def show_rows(self, rows: Sequence[GoalRow | ItemRow]) -> bool:
        """Take new rows; tells whether they are others than before (then selection is lost)."""
        same = [row.id for row in rows] == [row.id for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = list(rows)
        if same and rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        elif not same:
            self.endResetModel()
        return not same


class Outline(QListView):
    """`chosen` when the selection changed; `asked(deed)` for keys; `dropped(place)`."""

    chosen = Signal()
    asked = Signal(str)  # edit delete add up down paste
    dropped = Signal(object)  # Place: where what is chosen was let go

    def __init__(self, look: Look, _: Catalog, today: date) -> None:
        super().__init__()
        self.look = look
        self.rows = OutlineModel(_, today)
        self.painter = PlanRows(look, _, today, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAccessibleName(_("Goals and activities"))
        self.selectionModel().selectionChanged.connect(self._tell)
        self._drag: list[UUID] = []
        self._gap, self._quiet = -1, False

    # -- what is chosen ------------------------------------------------------------------

    def show_goals(self, goals: Sequence[GoalRow], chosen: Sequence[UUID]) -> None:
        """Show a plan and what is chosen in it; the list stays where it was scrolled."""
        place = self.verticalScrollBar().value()
        self.painter.numbers = {goal.id: place for place, goal in enumerate(goals, start=1)}
        self._quiet = True
        if self.rows.show_rows(rows_of(goals)):
            self.choose(chosen)
            self.verticalScrollBar().setValue(place)
        self._quiet = False

    def chosen_ids(self) -> list[UUID]:
        """The chosen rows, in order."""
        picked = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.rows[row].id for row in picked]

    def choose(self, ids: Sequence[UUID]) -> None:
        """Choose rows; those that are gone are passed over."""
        places = [place for place, row in enumerate(self.rows.rows) if row.id in ids]
        picked, flag = QItemSelection(), QItemSelectionModel.SelectionFlag
        for place in places:
            picked.select(self.rows.index(place), self.rows.index(place))
        if places:
            self.selectionModel().setCurrentIndex(self.rows.index(places[0]), flag.NoUpdate)
        self.selectionModel().select(picked, flag.ClearAndSelect)
        if places:
            self.scrollTo(self.rows.index(places[-1]))

    def _tell(self) -> None:
        if not self._quiet:
            self.chosen.emit()

    # -- keys ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, here = Qt.Key(event.key()), self.currentIndex()
        if key != Qt.Key.Key_Escape and here.isValid() and not self.chosen_ids():
            self.choose([self.rows.rows[here.row()].id])  # Qt puts the caret on it, no more
        if key == Qt.Key.Key_Escape and self._drag:
            self._let_go()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.asked.emit("paste")
        elif deed := self._deed(key, event.modifiers()):
            self.asked.emit(deed)
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """The chosen activities with their goals as rows for Excel, with titles."""
        goals = [row for row in self.rows.rows if isinstance(row, GoalRow)]
        if told := list(lines(goals, set(self.chosen_ids()))):
            QGuiApplication.clipboard().setText(as_tsv(columns(self.rows._), told))

    def _deed(self, key: Qt.Key, held: Qt.KeyboardModifier) -> str:
        if held & Qt.KeyboardModifier.AltModifier:
            return {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}.get(key, "")
        return KEYS.get(key, "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.indexAt(event.position().toPoint()).isValid():
            self.asked.emit("edit")

    # -- dragging ------------------------------------------------------------------------

    def startDrag(self, _: Qt.DropAction) -> None:  # noqa: N802
        """Our own drag, inside the list: the platform's would need a second event loop."""
        self._drag = self.chosen_ids()
        self.painter.dragged = set(self._drag)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._drag:
            super().mouseMoveEvent(event)
        if self._drag:
            self._gap = self._gap_at(event.position().y())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._drag:
            return super().mouseReleaseEvent(event)
        place = self._place()
        self._let_go()
        self.setState(QAbstractItemView.State.NoState)
        if place:
            self.dropped.emit(place)
        return None

    def _gap_at(self, y: float) -> int:
        """Before which row a drop at `y` falls."""
        for place in range(len(self.rows.rows)):
            if y < self.visualRect(self.rows.index(place)).center().y():
                return place
        return len(self.rows.rows)

    def _place(self) -> Place | None:
        return drop_place(self.rows.rows, self._drag, self._gap) if self._gap >= 0 else None

    def _let_go(self) -> None:
        self._drag, self._gap = [], -1
        self.painter.dragged = set()
        self.viewport().unsetCursor()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._drag or self._place() is None:
            return
        last = self._gap >= len(self.rows.rows)
        box = self.visualRect(self.rows.index(self._gap - last))
        y = box.bottom() + 1 if last else box.top()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.theme.accent))
        painter.drawRoundedRect(QRectF(box.left(), y - 1.5, box.width(), 3), 1.5, 1.5)
