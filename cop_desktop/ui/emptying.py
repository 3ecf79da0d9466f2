"""Lists that are filled anew."""

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Let go of every widget in a layout."""
    while taken := layout.takeAt(0):
        if old := taken.widget():
            old.hide()
            old.deleteLater()
