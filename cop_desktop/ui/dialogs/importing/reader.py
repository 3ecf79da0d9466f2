"""A dialog that reads a list: chosen, dropped on it, or pasted into it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from cop_desktop.ui.desk import Desk

from . import memory
from .look import Source

PATTERNS = "*.xlsx *.xls *.ods *.csv *.txt *.tsv *.htm *.html"


class ListReader(QDialog):
    """`room`: width and height in px at 100 %, as far as the screen has it."""

    def __init__(self, desk: Desk, window: QWidget, title: str, room: tuple[int, int]) -> None:
        super().__init__(window)
        self.desk = desk
        self.setWindowTitle(title)
        self.setLayoutDirection(desk.look.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        px, screen = desk.look.px, window.screen().availableGeometry()
        self.resize(min(px(room[0]), screen.width() - 40), min(px(room[1]), screen.height() - 60))

    def read(self, source: Source) -> None:
        """Read a file, or rows that were copied."""
        raise NotImplementedError

    def choose_file(self) -> None:
        """Ask for a list."""
        _, start = self.desk.catalog, str(memory.folder(self.desk.settings))
        kinds = f"{_('Lists ({patterns})', patterns=PATTERNS)};;{_('All files')} (*)"
        told, _kind = QFileDialog.getOpenFileName(self, _("Choose the list"), start, kinds)
        if told:
            memory.remember_folder(self.desk.settings, Path(told))
            self.read(Path(told))

    def paste(self) -> None:
        """Read the rows that were copied in Excel."""
        if text := QApplication.clipboard().text().strip("\r\n"):
            self.read(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Open):
            self.choose_file()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if memory.dropped(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if path := memory.dropped(event.mimeData().urls()):
            self.read(path)
