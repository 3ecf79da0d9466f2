"""Leaving by Escape."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class OnEscape(QObject):
    """Does `deed` when Escape comes to a widget, or to something in it that did not want it."""

    def __init__(self, widget: QWidget, deed: Callable[[], None]) -> None:
        super().__init__(widget)
        self._deed = deed
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:  # noqa: N802
        escapes = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        )
        if escapes:
            self._deed()
        return escapes
