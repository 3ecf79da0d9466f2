"""A name from a list, or any other."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cop_desktop.ui.suggestions import Suggestions
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import LineEdit

Named = tuple[UUID, str]


class NameEdit(LineEdit):
    """A name chosen from a list, or typed: `settled(id or None, text)` when it changed."""

    settled = Signal(object, str)

    def __init__(self, look: Look, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, placeholder, parent)
        self._ids: dict[str, UUID] = {}
        self._shown = ""
        self._names = Suggestions(look, self)
        self._names.show_caret()
        self._names.picked.connect(self._settle)
        self.editingFinished.connect(self._settle)

    def offer(self, rows: Sequence[Named]) -> None:
        """Who may be chosen, in the order to show."""
        self._ids = {name: key for key, name in rows}
        self._names.offer(list(self._ids))

    def show_name(self, text: str, *, anew: bool = False) -> None:
        """Show a name without telling anybody; what is being typed is left alone."""
        busy = self.hasFocus() and self.text().strip() != self._shown
        self._shown = text
        if anew or not busy:
            self.setText(text)

    def chosen(self) -> tuple[UUID | None, str]:
        text = " ".join(self.text().split())
        return self._ids.get(text), text

    @property
    def choosing(self) -> bool:
        """Enter would take a suggestion now."""
        return self._names.choosing

    def _settle(self) -> None:
        if self._names.choosing:
            return  # Enter on a suggestion: that name follows at once
        key, text = self.chosen()
        if text != self._shown:
            self._shown = text
            self.settled.emit(key, text)
