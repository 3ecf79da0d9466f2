"""Ways to answer other than a line of text: one of a few, several lines, a number."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from cop_desktop.ui.theme import BODY, BOLD, Look

from .buttons import Button
from .fields import paint_mark
from .labels import Label


class Choice(QComboBox):
    """One of a few; `add(words, value)`, and `chosen(value)` when the user chooses."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._added: dict[Any, Any] = {}  # Qt gives back plain text for a word of the vocabulary
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda _: self.chosen.emit(self.value()))

    def add(self, words: str, value: object, icon: str = "", colour: str = "") -> None:
        self._added[value] = value
        self.addItem(self.look.icon(icon, colour) if icon else QIcon(), words, value)

    def value(self) -> Any:
        data = self.currentData()
        return self._added.get(data, data)

    def set_value(self, value: object) -> None:
        """Show a value without telling anybody; an unknown one shows nothing."""
        # findData() knows a key only by the very object that was added
        places = (place for place in range(self.count()) if self.itemData(place) == value)
        self.setCurrentIndex(next(places, -1))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()  # scrolling the page must not change a field

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, whole = QStylePainter(self), QStyle.ComplexControl.CC_ComboBox
        option: Any = QStyleOptionComboBox()  # its attributes are not in Qt's stubs
        self.initStyleOption(option)
        edit = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(whole, option, edit, self).width()
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + self.look.px(6)
        # Qt itself would clip the words
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(whole, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        at = self.look.px(18)
        x = at if self.look.rtl else self.width() - at
        paint_mark(self, self.look, "ph.caret-down", x, 14)


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab leaves it.

    They begin at the interface's side; each paragraph reads in the direction of its own letters.
    """

    left = Signal()  # the keyboard went elsewhere: time to save

    def __init__(
        self, look: Look, placeholder: str = "", *, lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = Qt.AlignmentFlag.AlignRight if look.rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)
        self.setFixedHeight(lines * look.line() + look.px(26))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.left.emit()


class Stepper(QWidget):
    """A number between two buttons; `told` turns it into words (״40 דק׳״)."""

    changed = Signal(int)

    def __init__(
        self,
        look: Look,
        names: tuple[str, str],
        told: Callable[[int], str],
        *,
        step: int = 5,
        least: int = 5,
        most: int = 480,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._told, self._step = look, told, step
        self._least, self._most, self.value = least, most, least
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        self.less = _Square(look, "ph.minus", names[0])
        self.more = _Square(look, "ph.plus", names[1])
        self.words = Label(look, "", "strong")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMinimumWidth(look.px(60))
        for part in (self.less, self.words, self.more):
            layout.addWidget(part)
        self.less.clicked.connect(lambda: self._by(-step))
        self.more.clicked.connect(lambda: self._by(step))
        self.set_value(least)

    def set_value(self, value: int) -> None:
        """Show a value without telling anybody."""
        self.value = min(max(value, self._least), self._most)
        self.words.setText(self._told(self.value))

    def _by(self, step: int) -> None:
        before = self.value
        self.set_value(self.value + step)
        if self.value != before:
            self.changed.emit(self.value)


class _Square(Button):
    def __init__(self, look: Look, icon: str, name: str) -> None:
        super().__init__(look, "", icon)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:  # noqa: N802
        side = self.look.line(BODY, BOLD) + self.look.px(16)
        return QSize(side, side)
