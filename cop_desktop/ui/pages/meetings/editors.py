"""Editors of this page: a name from a list or any other, an hour, a number of minutes."""

import re
from collections.abc import Sequence
from datetime import time
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCompleter,
    QHBoxLayout,
    QListView,
    QSpinBox,
    QWidget,
)

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_, Catalog
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Button, LineEdit
from cop_desktop.ui.widgets.fields import paint_mark

Named = tuple[UUID, str]


class NameEdit(LineEdit):
    """A name chosen from a list, or typed: `settled(id or None, text)` when it changed."""

    settled = Signal(object, str)

    def __init__(self, look: Look, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, placeholder, parent)
        self._ids: dict[str, UUID] = {}
        self._shown = ""
        self._names = QStringListModel(self)
        self._popup = QListView()
        self._helper = _completer(look, self._names, self._popup, self)
        self.setCompleter(self._helper)
        room = look.px(22)
        self.setTextMargins(room if look.rtl else 0, 0, 0 if look.rtl else room, 0)
        self._helper.activated.connect(self._pick)
        self.editingFinished.connect(self._settle)

    def offer(self, rows: Sequence[Named]) -> None:
        """Who may be chosen, in the order to show."""
        names = {name: key for key, name in rows}
        if names != self._ids:
            self._ids = names
            self._names.setStringList(list(names))

    def show_name(self, text: str, *, anew: bool = False) -> None:
        """Show a name without telling anybody; what is being typed is left alone."""
        busy = self.hasFocus() and self.text().strip() != self._shown
        self._shown = text
        if anew or not busy:
            self.setText(text)

    def chosen(self) -> tuple[UUID | None, str]:
        text = " ".join(self.text().split())
        return self._ids.get(text), text

    def open_list(self) -> None:
        """All the names, whatever is written."""
        self._helper.setCompletionPrefix("")
        self._helper.complete()

    def _pick(self, name: str) -> None:
        self.setText(name)
        self._popup.hide()
        self._settle()

    def _settle(self) -> None:
        if self._popup.isVisible() and self._popup.currentIndex().isValid():
            return  # Enter on a suggestion: that name follows at once
        key, text = self.chosen()
        if text != self._shown:
            self._shown = text
            self.settled.emit(key, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Down and not self._popup.isVisible():
            self.open_list()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mousePressEvent(event)
        at = event.position().x()
        if (at if self.look.rtl else self.width() - at) < self.look.px(30):
            self.open_list()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        at = self.look.px(18)
        paint_mark(self, self.look, "ph.caret-down", at if self.look.rtl else self.width() - at, 14)


def _completer(
    look: Look, names: QStringListModel, popup: QListView, parent: QWidget
) -> QCompleter:
    helper = QCompleter(names, parent)
    helper.setFilterMode(Qt.MatchFlag.MatchContains)
    helper.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    helper.setMaxVisibleItems(9)
    helper.setPopup(popup)
    t = look.theme
    popup.setLayoutDirection(look.direction)
    popup.setStyleSheet(
        f"background: {t.surface}; color: {t.text}; border: 1px solid {t.edge};"
        f"selection-background-color: {t.accent_soft}; selection-color: {t.text}; outline: none;"
    )
    return helper


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


class MinutesEdit(QWidget):
    """Minutes between two buttons: five at a time, or any number typed."""

    changed = Signal(int)

    def __init__(
        self, look: Look, _: Catalog, *, step: int = 5, least: int = 0, most: int = 480
    ) -> None:
        super().__init__()
        self.look, self._shown = look, -1
        self.spin = _Number()
        self.spin.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.spin.setRange(least, most)
        self.spin.setSingleStep(step)
        self.spin.setKeyboardTracking(False)
        self.spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.spin.setSuffix(" " + _.ctx("after a number", "min"))
        # the line inside is no field of its own: the sheet would frame and pad it twice
        self.spin.lineEdit().setStyleSheet(
            "border: none; padding: 0; margin: 0; min-height: 0; background: transparent;"
        )
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
        button.clicked.connect(lambda: self.spin.stepBy(way))
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
