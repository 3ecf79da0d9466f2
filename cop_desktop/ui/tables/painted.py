"""A list whose rows are painted, each sort of them in its own way.

What a list of its own says: its kinds of rows (`Kind`), its keys, and where dragged rows may land.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QKeyCombination,
    QMimeData,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu

from cop_desktop.ui.theme import Look

from .clipboard import as_lines
from .dragging import Dragging
from .kinds import Gap
from .painted_rows import Kinds, PaintedModel, Painting

MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class PaintedList(QListView):
    """Speaks of keys, never of indexes; what is chosen stays chosen when it is shown anew.

    `chosen` when other rows are chosen; `asked(deed)` for keys and the menu;
    `dropped(keys, landing)` for rows of its own, `brought(mime type, bytes, landing)` for what
    comes from outside.
    """

    chosen = Signal()
    asked = Signal(str)
    dropped = Signal(list, object)
    brought = Signal(str, bytes, object)

    deeds: ClassVar[Mapping[str, str]] = {}  # keys and what they ask for: {"Ctrl+D": "duplicate"}
    opens = ""  # the deed of a double click
    takes: Sequence[str] = ()  # mime types of what may be dropped here from outside

    def __init__(self, look: Look, name: str, kinds: Kinds) -> None:
        super().__init__()
        self.look = look
        self.rows = PaintedModel(kinds)
        self.dragging = Dragging(self)
        self._quiet = False
        self.setModel(self.rows)
        self.setItemDelegate(Painting(self))
        self.setAccessibleName(name)
        self._behave()
        self.selectionModel().selectionChanged.connect(self._tell)

    def _behave(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(bool(self.takes))
        self.viewport().setAcceptDrops(bool(self.takes))

    # -- what is chosen ------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Any], keys: Iterable[Any] | None = None) -> bool:
        """Show rows without telling anybody; the place of scrolling stays. Where they are others
        than before, which it tells, the same or those of `keys` are chosen."""
        keys = self.chosen_ids() if keys is None else keys
        current, scrolled = self.current_id(), self.verticalScrollBar().value()
        self._quiet = True
        if anew := self.rows.show(rows):
            self.choose(keys, current)
            self.verticalScrollBar().setValue(scrolled)
        self._quiet = False
        return anew

    def chosen_ids(self) -> list[Any]:
        """The keys of the chosen rows, in the order of the list."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.keys[place] for place in places]

    def current_id(self) -> Any:
        """The key of the row at the caret, chosen or not."""
        index = self.currentIndex()
        return self.rows.keys[index.row()] if index.isValid() else None

    def choose(self, keys: Iterable[Any], current: Any = None) -> None:
        """Choose rows and bring them into view; those that are gone are passed over."""
        places = self.rows.places
        found = sorted(places[key] for key in keys if key in places)
        here = places.get(current, found[0] if found else None)
        picked, flag = QItemSelection(), QItemSelectionModel.SelectionFlag
        for place in found:
            picked.select(self.rows.index(place), self.rows.index(place))
        if here is not None:
            self.selectionModel().setCurrentIndex(self.rows.index(here), flag.NoUpdate)
        self.selectionModel().select(picked, flag.ClearAndSelect)
        for place in (*found[-1:], *([] if here is None else [here])):
            self.scrollTo(self.rows.index(place))

    def tallness(self) -> int:
        """All rows together, in px."""
        return sum(self.sizeHintForRow(place) for place in range(len(self.rows.rows)))

    def copy(self) -> None:
        """The chosen rows as text that Excel takes apart into cells."""
        if told := [self.rows.cells(key) for key in self.chosen_ids()]:
            QGuiApplication.clipboard().setText(as_lines(told))

    def _tell(self) -> None:
        if not self._quiet:
            self.chosen.emit()

    # -- keys and menu -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.dragging.keys:
            self._let_go()
            return
        deed = self._deed(event)
        if deed and self.currentIndex().isValid() and not self.chosen_ids():
            self.choose([self.current_id()])  # Qt puts the caret on a row, no more
        self._do(deed) if deed else super().keyPressEvent(event)

    def _deed(self, event: QKeyEvent) -> str:
        if event.matches(QKeySequence.StandardKey.Copy):
            return "copy"
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.deeds.get("Ctrl+V", "")
        held = event.modifiers() & MODIFIERS
        pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
        return self.deeds.get(pressed.toString(QKeySequence.SequenceFormat.PortableText), "")

    def offers(self) -> Sequence[tuple[str, str]]:
        """Words and deeds of the menu over the chosen rows."""
        return ()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        index = self.indexAt(event.pos())
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not by_key and index.isValid() and not self.selectionModel().isSelected(index):
            self.choose([self.rows.keys[index.row()]])
        if offers := self.offers() if self.chosen_ids() else ():
            here = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            self._menu(offers).popup(here if by_key else event.globalPos())
        else:
            super().contextMenuEvent(event)

    def _menu(self, offers: Sequence[tuple[str, str]]) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setLayoutDirection(self.look.direction)
        for words, deed in offers:
            menu.addAction(words, partial(self._do, deed))
        return menu

    def _do(self, deed: str) -> None:
        self.copy() if deed == "copy" else self.asked.emit(deed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self.opens:
            super().mouseDoubleClickEvent(event)
        elif self.indexAt(event.position().toPoint()).isValid():
            self.asked.emit(self.opens)

    # -- dragging ------------------------------------------------------------------------

    def landing(self, keys: Sequence[Any], gap: Gap) -> Any:
        """Where rows of these keys go when let go here; None where nothing would change.

        None of this list's own keys: something from outside.
        """
        return self.rows.landing(keys, gap)

    def drop_line(self, gap: Gap, landing: Any) -> QRectF:  # noqa: ARG002
        """Where the line is drawn: its top is its height, its width that of the rows there."""
        return self.dragging.line_at(gap)

    def startDrag(self, _: Qt.DropAction) -> None:  # noqa: N802
        model = self.rows
        if keys := [key for key in self.chosen_ids() if model.kind(model.places[key]).drags]:
            self.dragging.begin(keys)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self.dragging.keys:
            super().mouseMoveEvent(event)
        if self.dragging.keys:
            self.dragging.to(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self.dragging.keys:
            return super().mouseReleaseEvent(event)
        keys, landing = self.dragging.keys, self.dragging.landing
        self._let_go()
        if landing is not None:
            self.dropped.emit(keys, landing)
        return None

    def _let_go(self) -> None:
        self.dragging.end()
        self.setState(QAbstractItemView.State.NoState)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if self._brought(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        self.dragging.to(event.position().toPoint())
        event.setAccepted(self.dragging.landing is not None)

    def dragLeaveEvent(self, _: QDragLeaveEvent) -> None:  # noqa: N802
        self.dragging.end()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.dragging.to(event.position().toPoint())
        mime, landing = self._brought(event.mimeData()), self.dragging.landing
        self.dragging.end()
        if mime and landing is not None:
            event.acceptProposedAction()
            self.brought.emit(mime, event.mimeData().data(mime).data(), landing)

    def _brought(self, data: QMimeData) -> str:
        return next((mime for mime in self.takes if data.hasFormat(mime)), "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self.dragging.paint(QPainter(self.viewport()))
