"""Tabs: words in a row, a bar under the chosen one."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cop_desktop.ui.theme import BODY, BOLD, RADIUS_SMALL, REGULAR, Look


class Tabs(QWidget):
    """`chosen(index)` when another tab is chosen; arrow keys walk in reading order."""

    chosen = Signal(int)

    def __init__(self, look: Look, words: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.index = look, 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(28))
        self._tabs = [_Tab(look, word) for word in words]
        for place, tab in enumerate(self._tabs):
            tab.clicked.connect(lambda _=False, place=place: self.choose(place))
            layout.addWidget(tab)
        layout.addStretch(1)
        if self._tabs:
            self.choose(0)

    def choose(self, index: int) -> None:
        """Choose a tab; a change is told by `chosen`."""
        changed, self.index = index != self.index, index
        for place, tab in enumerate(self._tabs):
            tab.setChecked(place == index)
        if changed:
            self.chosen.emit(index)
            focus = QAccessibleEvent(self._tabs[index], QAccessible.Event.Focus)
            QAccessible.updateAccessibility(focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.look.rtl:
            ahead, back = back, ahead
        step = {ahead: 1, back: -1}.get(Qt.Key(event.key()), 0)
        if step:
            place = min(max(self.index + step, 0), len(self._tabs) - 1)
            self.choose(place)
            self._tabs[place].setFocus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        line = QRectF(0, self.height() - 1, self.width(), 1)
        QPainter(self).fillRect(line, QColor(self.look.theme.line))


class _Tab(QPushButton):
    def __init__(self, look: Look, words: str) -> None:
        super().__init__(words)
        self.look = look
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = self.look.metrics(BODY, BOLD).horizontalAdvance(self.text())
        return QSize(round(wide) + 2, self.look.line() + self.look.px(19))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, t = QPainter(self), self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setFont(self.look.font(BODY, BOLD if on else REGULAR))
        painter.setPen(QColor(t.accent if on else t.text if self.underMouse() else t.muted))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setPen(Qt.PenStyle.NoPen)
        if on:
            painter.setBrush(QColor(t.accent))
            bar = QRectF(0, self.height() - 3, self.width(), 3)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.accent), 2))
            box = QRectF(self.rect()).adjusted(1, 3, -1, -5)
            painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
