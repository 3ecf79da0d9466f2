"""Editors of this page: a name from a list or any other, an hour, a number of minutes."""

import re
from collections.abc import Callable, Sequence
from datetime import time
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QSpinBox,
    QWidget,
)

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_, Catalog
from cop_desktop.ui.suggestions import Suggestions
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Button, LineEdit

Named = tuple[UUID, str]
# the line inside a number is no field of its own: the sheet would frame and pad it twice
PLAIN = "border: none; padding: 0; margin: 0; min-height: 0; background: transparent;"


class NameEdit(LineEdit):
    """A name chosen from a list, or typed: `settled(id or None, text)` when it changed."""

    settled = Signal(object, str)

    def __init__(self, look: Look, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, placeholder, parent)
        self._ids: dict[str, UUID] = {}
        self._shown = ""
        self._names = Suggestions(look, self)
        self._names.show_caret()
        self._names.picked.connect(self._settle)
        self.editingFinished.connect(self._settle)

    def offer(self, rows: Sequence[Named]) -> None:
        """Who may be chosen, in the order to show."""
        self._ids = {name: key for key, name in rows}
        self._names.offer(list(self._ids))

    def show_name(self, text: str, *, anew: bool = False) -> None:
        """Show a name without telling anybody; what is being typed is left alone."""
        busy = self.hasFocus() and self.text().strip() != self._shown
        self._shown = text
        if anew or not busy:
            self.setText(text)

    def chosen(self) -> tuple[UUID | None, str]:
        text = " ".join(self.text().split())
        return self._ids.get(text), text

    @property
    def choosing(self) -> bool:
        """Enter would take a suggestion now."""
        return self._names.choosing

    def _settle(self) -> None:
        if self._names.choosing:
            return  # Enter on a suggestion: that name follows at once
        key, text = self.chosen()
        if text != self._shown:
            self._shown = text
            self.settled.emit(key, text)


_CLOCK = re.compile(r"(\d{1,2})(?:[:.,\s]?([0-5]\d))?")


def read_clock(text: str) -> time:
    """An hour as people type it: 16:30, 16.30, 1630, 9. Raises UserError with an example."""
    found = _CLOCK.fullmatch(text.strip().strip("\u200e\u200f\u2066\u2069"))
    if not found or int(found[1]) > 23:
        raise UserError(N_("Write an hour such as {example}."), example="16:30")
    return time(int(found[1]), int(found[2] or 0))


class ClockEdit(LineEdit):
    """An hour of the day; `settled(text)` when what is written changed."""

    settled = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._shown = ""
        self.editingFinished.connect(self._settle)

    def show_time(self, clock: time) -> None:
        self._shown = f"{clock:%H:%M}"
        self.setText(self._shown)

    def clock(self) -> time:
        return read_clock(self.text())

    def _settle(self) -> None:
        if self.text().strip() != self._shown:
            self._shown = self.text().strip()
            self.settled.emit(self._shown)


class PinEdit(LineEdit):
    """An hour to which something is pinned, or none: `settled(time or None)`; `left` on Enter."""

    settled = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._pinned: time | None = None
        self._start = time()
        self.editingFinished.connect(self._settle)
        self.returnPressed.connect(self._enter)

    def show_pin(self, pinned: time | None, start: time) -> None:
        """Show the hour, or the computed one faintly; what is being typed is left alone."""
        self._pinned, self._start = pinned, start
        self.setPlaceholderText(f"{start:%H:%M}")
        if not (self.hasFocus() and self.isModified()):
            self.setText(f"{pinned:%H:%M}" if pinned else "")

    def begin(self) -> None:
        """Propose the computed hour; Enter takes it, anything typed replaces it."""
        self.setFocus()
        self.setText(f"{self._pinned or self._start:%H:%M}")
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.setText(f"{self._pinned:%H:%M}" if self._pinned else "")
        super().keyPressEvent(event)

    def _enter(self) -> None:
        self.setModified(True)
        self._settle()
        self.left.emit()

    def _settle(self) -> None:
        """Leaving the field without a word leaves the hour as it is."""
        if not self.isModified():
            self.show_pin(self._pinned, self._start)
            return
        pinned = read_clock(self.text()) if self.text().strip() else None
        self.setModified(False)
        if pinned != self._pinned:
            self._pinned = pinned
            self.settled.emit(pinned)


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


def below(widget: QWidget, rtl: bool) -> QPoint:
    """Where a menu opens: under a widget, at its reading edge."""
    return widget.mapToGlobal(QPoint(widget.width() if rtl else 0, widget.height()))
