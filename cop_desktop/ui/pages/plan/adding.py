"""Lines in which something new is written: Enter adds it, and the next can be written."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Button, LineEdit


class AddLine(QWidget):
    """`written(text)`: at Enter, or at the button."""

    written = Signal(str)

    def __init__(self, look: Look, name: str, deed: str, edit: type[LineEdit] = LineEdit) -> None:
        super().__init__()
        self.goal: UUID | None = None  # under which the next activity comes
        self.edit = edit(look, name)
        self.edit.setAccessibleName(name)
        self.edit.returnPressed.connect(self._tell)
        self.deed = Button(look, deed, "ph.plus")
        self.deed.clicked.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.edit, 1)
        row.addWidget(self.deed)

    def ask(self, name: str) -> None:
        """Say in the empty line what is written here."""
        self.edit.setPlaceholderText(name)
        self.edit.setAccessibleName(name)

    def _tell(self) -> None:
        text = self.edit.text().strip()
        if not text:
            self.edit.setFocus()
            return
        self.edit.clear()
        self.written.emit(text)
