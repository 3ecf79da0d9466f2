"""A page with a panel that opens beside it; where room is short, the panel takes its place."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from .theme import Look

WIDTH, LEAST = 356, 540  # px at 100 %: of the panel; of the page beside it
ANY_WIDTH = 16777215  # Qt's own


class Beside(QWidget):
    """`open()` and `close_panel()`; Escape closes, and `closed` tells it."""

    closed = Signal()

    def __init__(self, look: Look, main: QWidget, panel: QWidget) -> None:
        super().__init__()
        self.look, self.main, self.panel = look, main, panel
        self._open = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        row.addWidget(main, 1)
        row.addWidget(panel, 1)
        panel.hide()

    @property
    def is_open(self) -> bool:
        return self._open

    @property
    def has_room(self) -> bool:
        """The panel can open without hiding the page."""
        return self.width() >= self.look.px(WIDTH + LEAST)

    def open(self) -> None:
        self._open = True
        self._arrange(self.width())

    def close_panel(self) -> None:
        if self._open:
            self._open = False
            self._arrange(self.width())
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self._open:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._arrange(event.size().width())
        super().resizeEvent(event)

    def _arrange(self, width: int) -> None:
        wide = width >= self.look.px(WIDTH + LEAST)
        self.panel.setMinimumWidth(self.look.px(WIDTH) if wide else 0)
        self.panel.setMaximumWidth(self.look.px(WIDTH) if wide else ANY_WIDTH)
        self.main.setVisible(wide or not self._open)
        self.panel.setVisible(self._open)


class Columns(QWidget):
    """Two columns where there is room for both, else one under the other."""

    def __init__(self, look: Look, first: QWidget, second: QWidget, *, least: int) -> None:
        super().__init__()
        self._least = look.px(least)
        self._first, self._second = first, second
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(16))
        self._row.addWidget(first, 1)
        self._row.addWidget(second, 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as the wider of the two: the other can go below."""
        hints = [column.minimumSizeHint() for column in (self._first, self._second)]
        tall = super().minimumSizeHint().height()
        return QSize(max(hint.width() for hint in hints), tall)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        way = QHBoxLayout.Direction
        room = event.size().width() >= self._least
        self._row.setDirection(way.LeftToRight if room else way.TopToBottom)
        super().resizeEvent(event)
