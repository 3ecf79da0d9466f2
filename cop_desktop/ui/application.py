"""Qt's application object, with our fonts."""

import sys

from PySide6.QtWidgets import QApplication

from .theme import load_fonts


def make_application() -> QApplication:
    """The one there is, or a new one; it reads no arguments of its own."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Maagalim")
    app.setDesktopFileName("maagalim")
    load_fonts()
    return app
