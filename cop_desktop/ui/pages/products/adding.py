"""A list one adds to by choosing a name: readers of a product, topics it answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.suggestions import Suggestions
from cop_desktop.ui.widgets import Field, Label, LineEdit


class NamedList(QWidget):
    """A heading, rows, and a line with suggestions; `named(words)` at Enter or on choosing."""

    named = Signal(str)

    def __init__(self, desk: Desk, title: str, ask: str) -> None:
        super().__init__()
        self.desk = desk
        look = desk.look
        self.rows = QVBoxLayout()
        self.rows.setSpacing(look.px(8))
        self.line = LineEdit(look)
        self.field = Field(look, ask, self.line)
        self._suggestions = Suggestions.of(look, self.line)
        self._suggestions.show_caret()
        self._suggestions.picked.connect(lambda _words: self._tell())
        self.line.returnPressed.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Label(look, title, "strong", elide=True))
        column.addLayout(self.rows)
        column.addWidget(self.field)

    def show_rows(self, rows: Sequence[QWidget], offered: Sequence[str]) -> None:
        """Show these, and offer the rest under the line."""
        empty(self.rows)
        for row in rows:
            self.rows.addWidget(row)
        self._suggestions.offer(offered)
        self.field.set_error("")

    def write(self, label: str, deed: Callable[[Session], None]) -> None:
        """One step to undo; a refusal stands under the line."""
        try:
            with self.desk.store.write(label) as session:
                deed(session)
        except UserError as problem:
            self.field.set_error(self.desk.catalog.error(problem))

    def _tell(self) -> None:
        if words := self.line.text().strip():
            self.line.clear()
            self.named.emit(words)
