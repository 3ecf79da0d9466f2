"""A line that says something: its text is saved by itself, what belongs to it stands beside."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Field, IconButton, LineEdit
from cop_desktop.ui.widgets.fields import Note

from .kept import Kept


class SavedLine(QWidget):
    """`changed(id, values)` for what was edited, `removed(id)`. `note` tells what was refused."""

    changed = Signal(object, dict)
    removed = Signal(object)

    def __init__(self, desk: Desk, key: UUID, name: str, deleting: str) -> None:
        """`name` of the text and words of its deletion, for screen readers."""
        super().__init__()
        self.desk, self.id = desk, key
        self.text = LineEdit(desk.look)
        self.field = Field(desk.look, name, self.text)
        self.field.label.hide()
        self.kept = Kept(self.field, lambda text: self._tell(text=text), desk.catalog)
        self.note = Note(desk.look)
        self.note.hide()
        self._remove = IconButton(desk.look, "ph.trash", deleting)
        self._remove.clicked.connect(lambda: self.removed.emit(self.id))

    def _tell(self, **values: Any) -> None:
        self.note.show_words("")
        self.changed.emit(self.id, values)

    def _is_nobody(self) -> None:
        told = self.desk.catalog("Choose a member of the community from the list.")
        self.note.show_words(told, wrong=True)

    def _stand(self, parts: Sequence[QWidget], below: QWidget | None = None) -> None:
        """The text, its parts beside it, and `below` under both.

        Without `below`, or at large text, the parts stand under the text.
        """
        look, way = self.desk.look, QBoxLayout.Direction
        under = look.roomy or below is None
        rest = QHBoxLayout()
        rest.setSpacing(look.px(8))
        for part in (*parts, self._remove):
            rest.addWidget(part)
        if under:
            rest.addStretch(1)
        line = QBoxLayout(way.TopToBottom if under else way.LeftToRight)
        line.setSpacing(look.px(8 if below else 4))
        line.addWidget(self.field, 1)
        line.addLayout(rest)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, look.px(2), 0, look.px(2 if below else 6))
        rows.setSpacing(look.px(2))
        rows.addLayout(line)
        rows.addWidget(self.note)
        if below:
            rows.addWidget(below)
