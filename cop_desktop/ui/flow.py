"""Small things in rows that break where the room ends, in reading order."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """A layout like words in a paragraph: for chips."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget) -> None:
        self.addWidget(widget)
        widget.show()

    def empty(self) -> None:
        """Let go of everything."""
        for item in self._items:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._items.clear()
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        hints = [item.sizeHint() for item in self._items]
        return QSize(
            min((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Set everything in lines; the answer is the height they need."""
        parent = self.parentWidget()
        rtl = parent.layoutDirection() == Qt.LayoutDirection.RightToLeft if parent else False
        x = y = tall = 0
        for item in self._items:
            if item.isEmpty():  # hidden: not even a gap
                continue
            hint = item.sizeHint()
            wide = min(hint.width(), rect.width())
            if x and x + wide > rect.width():
                x, y, tall = 0, y + tall + self.spacing(), 0
            if place:
                left = rect.right() + 1 - x - wide if rtl else rect.left() + x
                item.setGeometry(QRect(QPoint(left, rect.top() + y), QSize(wide, hint.height())))
            x, tall = x + wide + self.spacing(), max(tall, hint.height())
        return y + tall


class FlowBox(QWidget):
    """As tall as its rows: where room is short, nothing else would hold them open."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self.flow = Flow(self, gap)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Hold the rows open; also to be asked when what stands in them has changed."""
        self.setMinimumHeight(self.flow.heightForWidth(self.width()))
