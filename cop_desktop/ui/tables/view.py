"""The list of the house: quiet head, whole rows, keyboard from first to last."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from cop_desktop.ui import icons
from cop_desktop.ui.theme import CAPTION, Look, elided

from .cells import PAD, Cells, row_height
from .clipboard import as_tsv
from .model import PagedTable


class RowList(QTableView):
    """Speaks of ids, never of indexes. What is chosen stays chosen when the table is shown anew."""

    chosen = Signal(object)  # id, or None
    opened = Signal(object)  # id: Enter or double click
    sort_asked = Signal(str, bool)  # key of the column, descending
    delete_asked = Signal(list)  # ids
    pasted = Signal(str)  # text of the clipboard

    def __init__(
        self, look: Look, table: PagedTable[Any], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look, self.table = look, table
        self.setAccessibleName(name)
        self.setModel(table)
        self._cells = Cells(look, table, self)
        self.setItemDelegate(self._cells)
        self._behave()
        self.head = _Head(look, table, self)
        self.head.asked.connect(self._sort)
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height(look))
        self.doubleClicked.connect(lambda index: self.opened.emit(table.ids[index.row()]))
        self.selectionModel().currentRowChanged.connect(self._moved)
        self._told: Any = None

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        surface = self.look.theme.surface
        self.setStyleSheet(f"QTableView {{ background: {surface}; border: none; outline: none; }}")

    def show_rows(self, ids: Sequence[Any]) -> None:
        """Show these rows; the chosen one, if it is still among them, stays in view."""
        before = self.chosen_id()
        self.table.show(ids)
        if before is None:
            return
        if self.table.place_of(before) is not None:
            self.choose(before)
        else:
            self._tell(None)

    def chosen_id(self) -> Any:
        place = self.currentIndex().row()
        return self.table.ids[place] if 0 <= place < len(self.table.ids) else None

    def chosen_ids(self) -> list[Any]:
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.table.ids[place] for place in places]

    def choose(self, key: Any) -> bool:
        """Choose a row by its id and bring it into view; False when it is not here."""
        place = self.table.place_of(key)
        if place is None:
            return False
        index = self.table.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def show_order(self, key: str, *, descending: bool) -> None:
        """Show the caret of the order the rows are in."""
        self.head.show_order(key, descending=descending)

    def copy(self) -> None:
        """The chosen rows as text that Excel takes apart into cells."""
        rows = [self.table.row(index.row()) for index in self.selectionModel().selectedRows()]
        QGuiApplication.clipboard().setText(as_tsv(self.table.columns, rows))

    def _moved(self, current: QModelIndex) -> None:
        self._tell(self.table.ids[current.row()] if current.isValid() else None)

    def _tell(self, key: Any) -> None:
        if key != self._told:
            self._told = key
            self.chosen.emit(key)

    def _sort(self, key: str) -> None:
        descending = self.head.key == key and not self.head.descending
        self.show_order(key, descending=descending)
        self.sort_asked.emit(key, descending)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        here = self.chosen_id()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete and here is not None:
            self.delete_asked.emit(self.chosen_ids())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is not None:
            self.opened.emit(here)
        else:
            super().keyPressEvent(event)

    def _paste(self, text: str) -> None:
        if text.strip():
            self.pasted.emit(text)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, place: int) -> None:
        if place != self._cells.hovered:
            self._cells.hovered = place
            self.viewport().update()

    def show_column(self, key: str, *, shown: bool) -> None:
        """A column that would say nothing is left out; its room goes to the others."""
        self.head.show_section(key, shown=shown)
        self.head.share(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.head.share(self.viewport().width())


class _Head(QHeaderView):
    asked = Signal(str)

    def __init__(self, look: Look, table: PagedTable[Any], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.look, self._table = look, table
        self.key, self.descending = "", False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(look.px(40))
        self.setFixedHeight(max(look.px(34), look.line(CAPTION) + look.px(14)))
        self.sectionClicked.connect(self._clicked)
        self._own = False  # the user has set the widths
        self.sectionResized.connect(self._resized)
        self._sharing = False

    def show_order(self, key: str, *, descending: bool) -> None:
        self.key, self.descending = key, descending
        self.viewport().update()

    def _clicked(self, section: int) -> None:
        if key := self._table.columns[section].key:
            self.asked.emit(key)

    def _resized(self) -> None:
        self._own = self._own or (not self._sharing and QGuiApplication.mouseButtons().value != 0)

    def show_section(self, key: str, *, shown: bool) -> None:
        self._sharing = True
        for place, column in enumerate(self._table.columns):
            if column.key == key:
                self.setSectionHidden(place, not shown)
        self._sharing = False

    def share(self, room: int) -> None:
        """Spread the columns over the room, unless the user has set them."""
        columns = {
            place: column
            for place, column in enumerate(self._table.columns)
            if not self.isSectionHidden(place)
        }
        if self._own or not columns:
            return
        least = {place: self.look.px(column.width) for place, column in columns.items()}
        parts = sum(column.stretch for column in columns.values())
        spare = max(room - sum(least.values()), 0) / parts if parts else 0
        self._sharing = True
        for place, column in columns.items():
            self.resizeSection(place, int(least[place] + spare * column.stretch))
        self._sharing = False

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        look, t = self.look, self.look.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(t.sunken))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(t.line))
        room = QRectF(rect).adjusted(look.px(PAD), 0, -look.px(PAD), 0)
        column = self._table.columns[section]
        painter.setFont(look.font(CAPTION))
        painter.setPen(QColor(t.text if column.key and column.key == self.key else t.muted))
        metrics = look.metrics(CAPTION)
        if column.ticks:
            self._ticks(painter, room, column.ticks)
            painter.restore()
            return
        told = elided(metrics, column.title, room.width())
        side = Qt.AlignmentFlag.AlignRight if look.rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(look.direction)
        painter.drawText(room, int(flags), told)
        if column.key and column.key == self.key:
            self._caret(painter, room, metrics.horizontalAdvance(told))
        painter.restore()

    def _ticks(self, painter: QPainter, room: QRectF, ticks: Sequence[tuple[float, str]]) -> None:
        """Words along the head, each beginning at its share; those without room are left out."""
        look, metrics, free = self.look, self.look.metrics(CAPTION), -1.0
        for share, words in ticks:
            wide, at = metrics.horizontalAdvance(words) + look.px(4), share * room.width()
            if at < free or at + wide > room.width() + look.px(PAD):
                continue
            free = at + wide + look.px(4)
            left = room.right() - at - wide if look.rtl else room.left() + at
            box = QRectF(left, room.top(), wide, room.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _caret(self, painter: QPainter, room: QRectF, after: float) -> None:
        look = self.look
        offset = after + look.px(12)
        centre = room.center()
        centre.setX(room.right() - offset if look.rtl else room.left() + offset)
        name = "ph.caret-down" if self.descending else "ph.caret-up"
        icons.paint(painter, name, centre, look.px(12), look.theme.muted)
