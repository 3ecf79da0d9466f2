"""Qt's application object, with our fonts."""

import sys

from PySide6.QtCore import QLibraryInfo, QTranslator
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


def speak(app: QApplication, translator: QTranslator, language: str) -> None:
    """Qt's own words (file dialogs, menus of text fields) in our language."""
    app.removeTranslator(translator)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
