"""Rows copied in Excel and pasted into a place: they go through the preview of an import."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from .desk import Desk
from .widgets import LineEdit


def pasted(event: QKeyEvent) -> str:
    """What a key pastes; nothing for other keys, and for a clipboard without words."""
    paste = event.matches(QKeySequence.StandardKey.Paste)
    return QGuiApplication.clipboard().text() if paste else ""


class RowsOrLine(LineEdit):
    """A line in which something new is written; several rows pasted here are the page's affair."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if len(pasted(event).strip().splitlines()) > 1:
            event.ignore()
        else:
            super().keyPressEvent(event)


def open_import(
    desk: Desk,
    window: QWidget,
    kind: str,
    text: str = "",
    work_year: int = 0,
    brought: Callable[[Any], None] | None = None,
) -> None:
    """Look at rows of `kind` (a key of intake's FORMS); without rows, ask for a list.

    `brought` is told what was brought in, a ListLook.
    """
    from .dialogs.import_list import ImportList  # brings the readers

    dialog = ImportList(desk, window, kind, text.strip("\r\n"), work_year)
    if brought:
        dialog.brought.connect(brought)
    dialog.open()
