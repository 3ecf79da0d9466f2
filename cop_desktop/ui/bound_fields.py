"""A field under its name: how its value is read and shown, and what of it is typed but not told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

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


def put_text(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
    else:
        editor.setText(text)


def line_shower(edit: QLineEdit) -> Callable[[Any], None]:
    def show(value: Any) -> None:
        text = "" if value is None else str(value)
        if text != edit.text():
            caret = edit.cursorPosition()
            edit.setText(text)
            edit.setCursorPosition(min(caret, len(text)) if edit.hasFocus() else 0)

    return show


def area_shower(area: QPlainTextEdit) -> Callable[[Any], None]:
    def show(value: Any) -> None:
        text = str(value or "")
        if text != area.toPlainText():
            caret = area.textCursor().position()
            area.setPlainText(text)
            cursor = area.textCursor()
            cursor.setPosition(min(caret, len(text)))
            area.setTextCursor(cursor)

    return show


def offer(edit: QLineEdit, words: Sequence[str]) -> None:
    """Offer words while somebody types; any part of a word finds them."""
    completer = edit.completer()
    if completer is None:
        completer = QCompleter(edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setModel(QStringListModel(completer))
        edit.setCompleter(completer)
    model = completer.model()
    if isinstance(model, QStringListModel):
        model.setStringList(list(words))
