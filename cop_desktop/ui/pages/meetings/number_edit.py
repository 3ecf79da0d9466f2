"""Numbers that are typed or stepped through: minutes, and people in a group."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSpinBox, QWidget

from cop_desktop.i18n import Catalog
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Button

# the line inside a number is no field of its own: the sheet would frame and pad it twice
PLAIN = "border: none; padding: 0; margin: 0; min-height: 0; background: transparent;"


class GroupEdit(QWidget):
    """People in a group, from two; the least value is none: `changed(int or None)`."""

    changed = Signal(object)
    left = Signal()  # on Enter

    def __init__(self, none: str, most: int = 500) -> None:
        super().__init__()
        self._shown = 1
        self.spin = _Number()
        self.spin.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.spin.setRange(1, most)
        self.spin.setSpecialValueText(none)
        self.spin.setKeyboardTracking(False)
        self.spin.lineEdit().setStyleSheet(PLAIN)
        self.spin.lineEdit().returnPressed.connect(self.left)
        self.setFocusProxy(self.spin)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.spin)
        self.spin.valueChanged.connect(self._changed)

    def show_size(self, size: int | None) -> None:
        """Show a size without telling anybody."""
        self._shown = size or 1
        if self.spin.value() != self._shown:
            self.spin.setValue(self._shown)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        super().setAccessibleName(name)
        self.spin.setAccessibleName(name)

    def _changed(self, size: int) -> None:
        if size != self._shown:
            self._shown = size
            self.changed.emit(size if size > 1 else None)


class MinutesEdit(QWidget):
    """Minutes between two buttons: five at a time, or any number typed."""

    changed = Signal(int)

    def __init__(
        self,
        look: Look,
        _: Catalog,
        *,
        step: int = 5,
        least: int = 0,
        most: int = 480,
        by: Callable[[int], None] | None = None,  # what the buttons do instead: 1 or -1
    ) -> None:
        super().__init__()
        self.look, self._shown = look, -1
        self.spin = _Number()
        self._by = by or self.spin.stepBy
        self.spin.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.spin.setRange(least, most)
        self.spin.setSingleStep(step)
        self.spin.setKeyboardTracking(False)
        self.spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.spin.setSuffix(" " + _.ctx("after a number", "min"))
        self.spin.lineEdit().setStyleSheet(PLAIN)
        self.spin.setMinimumWidth(look.px(76))
        self.setFocusProxy(self.spin)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(6))
        row.addWidget(self._square("ph.minus", _("Shorter"), -1))
        row.addWidget(self.spin, 1)
        row.addWidget(self._square("ph.plus", _("Longer"), 1))
        self.spin.valueChanged.connect(self._changed)

    def show_minutes(self, minutes: int) -> None:
        """Show a length without telling anybody."""
        self._shown = minutes
        if self.spin.value() != minutes:
            self.spin.setValue(minutes)

    def minutes(self) -> int:
        return self.spin.value()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        super().setAccessibleName(name)
        self.spin.setAccessibleName(name)

    def _changed(self, minutes: int) -> None:
        if minutes != self._shown:
            self._shown = minutes
            self.changed.emit(minutes)

    def _square(self, icon: str, name: str, way: int) -> Button:
        button = Button(self.look, "", icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        side = self.look.line() + self.look.px(16)
        button.setFixedSize(side, side)
        button.clicked.connect(lambda: self._by(way))
        return button


class _Number(QSpinBox):
    """A number without buttons of its own; its line takes the whole field."""

    def event(self, event: QEvent) -> bool:
        told = super().event(event)
        # under a style sheet Qt leaves the line one pixel in LTR, and room for buttons in RTL
        whole = self.rect().adjusted(8, 1, -8, -1)
        if self.lineEdit().geometry() != whole:
            self.lineEdit().setGeometry(whole)
        return told

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()  # scrolling the page must not change a length
