"""The blocks of an agenda as a list: chosen, dragged and edited by mouse and keyboard."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from cop_desktop.i18n import Catalog
from cop_desktop.services.agendas import Block
from cop_desktop.ui.theme import Look

from .agenda_model import AgendaModel
from .agenda_rows import AgendaRows

EDGE = 28  # px at 100 %: nearer to the rim than this, a drag scrolls
# Keys beside those of every list, and what they ask for.
KEYS = {
    (Qt.Key.Key_Delete, False): "delete",
    (Qt.Key.Key_Insert, False): "insert",
    (Qt.Key.Key_Plus, False): "insert",
    (Qt.Key.Key_Return, False): "edit",
    (Qt.Key.Key_Enter, False): "edit",
    (Qt.Key.Key_F2, False): "edit",
    (Qt.Key.Key_D, True): "duplicate",
}


class AgendaList(QListView):
    """`current_changed`, `moved(ids, before)` after a drag, `asked(deed)` for keys."""

    current_changed = Signal()
    moved = Signal(list, object)
    asked = Signal(str)

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        self.look = look
        self.rows = AgendaModel(_)
        self.painter = AgendaRows(look, _, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Blocks of the agenda"))
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)
        self._drag: list[UUID] = []
        self._gap, self._pointer, self._quiet = -1, QPoint(), False
        self._scroller = QTimer(self, interval=30)
        self._scroller.timeout.connect(self._scroll_on)

    # -- what is chosen ------------------------------------------------------------------

    def show_blocks(self, blocks: Sequence[Block], ends_at: Any) -> None:
        """Show the agenda; what was chosen stays chosen, and the place of scrolling stays."""
        ids, current, place = self.chosen(), self.current(), self.verticalScrollBar().value()
        row = self.currentIndex().row()
        self.painter.ends_at = ends_at
        self._quiet = True
        if self.rows.show_blocks(blocks):
            self.choose(ids, current)
            if not self.chosen() and blocks and row >= 0:
                self.choose([blocks[min(row, len(blocks) - 1)].id])
            self.verticalScrollBar().setValue(place)
        self._quiet = False
        self._tell()

    def chosen(self) -> list[UUID]:
        """The chosen blocks in the order of the agenda."""
        picked = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.blocks[row].id for row in picked]

    def current(self) -> UUID | None:
        index = self.currentIndex()
        return self.rows.blocks[index.row()].id if index.isValid() else None

    def choose(self, ids: Sequence[UUID], current: UUID | None = None) -> None:
        """Choose blocks; those that are gone are passed over."""
        places = {block.id: row for row, block in enumerate(self.rows.blocks)}
        found = [places[key] for key in ids if key in places]
        picked = QItemSelection()
        for row in found:
            picked.select(self.rows.index(row), self.rows.index(row))
        flag = QItemSelectionModel.SelectionFlag
        here = places.get(current, found[0] if found else -1) if current else min(found, default=-1)
        if here >= 0:
            self.selectionModel().setCurrentIndex(self.rows.index(here), flag.NoUpdate)
        self.selectionModel().select(picked, flag.ClearAndSelect)
        if here >= 0:
            self.scrollTo(self.rows.index(here))

    def _tell(self) -> None:
        if not self._quiet:
            self.current_changed.emit()

    # -- keys ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self._drag:
            self._let_go()
            return
        if deed := self._deed(event):
            self.asked.emit(deed)
        else:
            super().keyPressEvent(event)

    def _deed(self, event: QKeyEvent) -> str:
        held, key = event.modifiers(), Qt.Key(event.key())
        if held & Qt.KeyboardModifier.AltModifier:
            return {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}.get(key, "")
        if event.matches(QKeySequence.StandardKey.Paste):
            return "paste"
        if event.matches(QKeySequence.StandardKey.Copy):
            return "copy"
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        return KEYS.get((key, control), "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.indexAt(event.position().toPoint()).isValid():
            self.asked.emit("edit")

    # -- dragging ------------------------------------------------------------------------

    def startDrag(self, _: Qt.DropAction) -> None:  # noqa: N802
        """Our own drag, inside the list: the platform's would need a second event loop."""
        self._drag = self.chosen()
        self.painter.dragged = set(self._drag)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._drag:
            super().mouseMoveEvent(event)
        if self._drag:
            self._drag_to(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._drag:
            return super().mouseReleaseEvent(event)
        ids, gap = self._drag, self._gap
        self._let_go()
        self.setState(QAbstractItemView.State.NoState)
        if gap >= 0 and not self._same_place(ids, gap):
            self.moved.emit(ids, self._before(ids, gap))
        return None

    def _drag_to(self, at: QPoint) -> None:
        self._pointer = at
        self._gap = self._gap_at(at.y())
        rim = self.look.px(EDGE)
        near = at.y() < rim or at.y() > self.viewport().height() - rim
        if near != self._scroller.isActive():
            self._scroller.start() if near else self._scroller.stop()
        self.viewport().update()

    def _gap_at(self, y: int) -> int:
        """Before which row a drop at `y` falls."""
        for row in range(len(self.rows.blocks)):
            if y < self.visualRect(self.rows.index(row)).center().y():
                return row
        return len(self.rows.blocks)

    def _before(self, ids: list[UUID], gap: int) -> UUID | None:
        later = (block.id for block in self.rows.blocks[gap:] if block.id not in ids)
        return next(later, None)

    def _same_place(self, ids: list[UUID], gap: int) -> bool:
        keys = [block.id for block in self.rows.blocks]
        staying = [key for key in keys if key not in ids]
        before = self._before(ids, gap)
        place = staying.index(before) if before else len(staying)
        return [*staying[:place], *ids, *staying[place:]] == keys

    def _scroll_on(self) -> None:
        bar, rim, y = self.verticalScrollBar(), self.look.px(EDGE), self._pointer.y()
        bar.setValue(bar.value() + (-8 if y < rim else 8))
        self._drag_to(self._pointer)

    def _let_go(self) -> None:
        self._drag, self._gap = [], -1
        self.painter.dragged = set()
        self._scroller.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._drag and self._gap >= 0:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_gap(painter)
            self.painter.paint_ghost(painter, self._ghost(), self._pointer, len(self._drag))

    def _ghost(self) -> tuple[Block, QRectF]:
        block = next(block for block in self.rows.blocks if block.id == self._drag[0])
        return block, QRectF(self.visualRect(self.rows.index(self.rows.blocks.index(block))))

    def _paint_gap(self, painter: QPainter) -> None:
        """The line where the blocks will fall."""
        last = self._gap >= len(self.rows.blocks)
        box = self.visualRect(self.rows.index(self._gap - last))
        y = box.bottom() + 1 if last else box.top()
        y = min(max(y, 3), self.viewport().height() - 3)
        start, end = self.painter.block_edges(QRectF(box))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.theme.accent))
        painter.drawRoundedRect(QRectF(start, y - 1.5, end - start, 3), 1.5, 1.5)
        dot = end if self.look.rtl else start
        painter.drawEllipse(QRectF(dot - 5, y - 5, 10, 10))
