"""A field under its name: how its value is read and shown, and what of it is typed but not told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.ui.widgets import DateField, Field

TYPED = (QLineEdit, QPlainTextEdit)
NO_NUMBER = N_("Only digits are needed here, like 2026.")


@dataclass
class BoundField:
    """A field of the form: how its value is read and shown, and what was shown last."""

    field: Field | DateField
    editor: QWidget
    read: Callable[[], Any]
    show: Callable[[Any], None]
    kept: Any = None

    @property
    def typed(self) -> bool:
        """Somebody is typing here and has not finished."""
        told = self.editor.property("told")
        return isinstance(self.editor, TYPED) and text_of(self.editor) != told

    @property
    def refused(self) -> bool:
        field = self.field.field if isinstance(self.field, DateField) else self.field
        return field.has_error

    def remember(self, *, shown: bool = False) -> None:
        """Note the text as finished, or also as the one that Escape brings back."""
        for mark in ("told", "shown") if shown else ("told",):
            self.editor.setProperty(mark, text_of(self.editor))


def number_of(text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > 9:
        raise UserError(NO_NUMBER)
    return int(text)


def text_of(editor: QWidget) -> str:
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""


def put_text(editor: QWidget, text: str) -> None:
    """Put a text in; where somebody is writing, the caret stays."""
    if isinstance(editor, QPlainTextEdit):
        cursor = editor.textCursor()
        place = cursor.position()
        editor.setPlainText(text)
        cursor.setPosition(min(place, len(text)))
        editor.setTextCursor(cursor)
    elif isinstance(editor, QLineEdit):
        place = editor.cursorPosition() if editor.hasFocus() else 0
        editor.setText(text)
        editor.setCursorPosition(min(place, len(text)))


def shower(editor: QWidget) -> Callable[[Any], None]:
    """Shows a value in a line or a text."""

    def show(value: Any) -> None:
        text = "" if value is None else str(value)
        if text != text_of(editor):
            put_text(editor, text)

    return show
