"""Words offered under a line: those that fit what is typed, or all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from cop_desktop.ui.theme import Look


class Suggestions(QObject):
    """Belongs to a line; `picked(words)` once the line has taken what was chosen."""

    picked = Signal(str)

    def __init__(self, look: Look, edit: QLineEdit) -> None:
        super().__init__(edit)
        self.look, self.edit = look, edit
        self._words, self._popup, self._caret = QStringListModel(self), QListView(), False
        self._helper = QCompleter(self._words, edit)
        self._helper.setFilterMode(Qt.MatchFlag.MatchContains)
        self._helper.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._helper.setMaxVisibleItems(9)
        self._helper.setPopup(self._popup)
        self._dress()
        edit.setCompleter(self._helper)
        self._helper.activated.connect(self._pick)

    @staticmethod
    def of(look: Look, edit: QLineEdit) -> "Suggestions":
        """Those of a line; the first time they are made."""
        return edit.findChild(Suggestions) or Suggestions(look, edit)

    def offer(self, words: Sequence[str]) -> None:
        """In the order to show them."""
        if list(words) != self._words.stringList():
            self._words.setStringList(list(words))

    def show_caret(self) -> None:
        """A caret in the line, and arrow down, open the whole list, as in every choice."""
        if self._caret:
            return
        self._caret = True
        icon = self.look.icon("ph.caret-down", self.look.theme.muted)
        caret = QAction(icon, "", self.edit)
        caret.triggered.connect(self.open)
        self.edit.addAction(caret, QLineEdit.ActionPosition.TrailingPosition)
        self.edit.installEventFilter(self)

    def open(self) -> None:
        """All the words, whatever is written."""
        self.edit.setFocus()
        self._helper.setCompletionPrefix("")
        self._helper.complete()

    @property
    def choosing(self) -> bool:
        """Enter would choose one of them now."""
        return self._popup.isVisible() and self._popup.currentIndex().isValid()

    def eventFilter(self, edit: QObject, event: QEvent) -> bool:  # noqa: N802
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if down and event.type() == QEvent.Type.KeyPress and not self._popup.isVisible():
            self.open()
            return True
        return super().eventFilter(edit, event)

    def _pick(self, words: str) -> None:
        self.edit.setText(words)  # Qt itself does so only after it has told
        self._popup.hide()
        self.picked.emit(words)

    def _dress(self) -> None:
        t = self.look.theme
        self._popup.setLayoutDirection(self.look.direction)
        self._popup.setStyleSheet(
            f"background: {t.surface}; color: {t.text}; border: 1px solid {t.edge};"
            f"selection-background-color: {t.accent_soft}; selection-color: {t.text};"
            "outline: none;"
        )
