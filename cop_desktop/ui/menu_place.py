"""Where a menu opens."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from .theme import Look


def open_below(menu: QMenu, widget: QWidget, look: Look) -> None:
    """Under a widget, both beginning at the reading side."""
    corner = widget.mapToGlobal(QPoint(widget.width() if look.rtl else 0, widget.height()))
    menu.popup(corner - QPoint(menu.sizeHint().width() if look.rtl else 0, 0))
