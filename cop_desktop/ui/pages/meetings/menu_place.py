"""Where a menu opens."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


def below(widget: QWidget, rtl: bool) -> QPoint:
    """Under a widget, at its reading edge; on the screen."""
    return widget.mapToGlobal(QPoint(widget.width() if rtl else 0, widget.height()))
