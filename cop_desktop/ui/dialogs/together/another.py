"""Neither of two values, but another: written by the rules of the field's own form."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services.merging.replica import Cell
from cop_desktop.services.merging.rules import How, fitting
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, DateField, Field, LineEdit, TextArea

LABEL = N_("Or write another")


class Another(QWidget):
    """A line, a day, or several lines that begin with what both sides wrote."""

    written = Signal(object)  # the value, as the file keeps it

    def __init__(self, desk: Desk, cell: Cell, how: How, both: Sequence[str]) -> None:
        super().__init__()
        self.desk, self._, self.cell = desk, desk.catalog, cell
        self.editor = _EDITORS.get(how, _line)(desk)
        if isinstance(self.editor, TextArea):
            self.editor.setPlainText("\n".join(both))
        save = Button(desk.look, self._("Save"))
        save.clicked.connect(self.save)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if isinstance(self.editor, DateField):
            self.field = self.editor.field
            row.addWidget(self.editor, 1)
            row.addWidget(save, 0, Qt.AlignmentFlag.AlignBottom)
        else:
            self.field = Field(desk.look, self._(LABEL), self.editor, beside=save)
            row.addWidget(self.field)
        if isinstance(self.editor, LineEdit):
            self.editor.returnPressed.connect(self.save)

    def save(self) -> None:
        """Tell what was written, once it is fit; otherwise say what is wrong with it."""
        if (typed := self._typed()) in (None, ""):
            return
        try:
            value = fitting(self.cell, typed)
        except UserError as problem:
            self.field.set_error(self._.error(problem))
            return
        self.field.set_error("")
        self.written.emit(value)

    def _typed(self) -> str | date | None:
        if isinstance(self.editor, DateField):
            return self.editor.day()
        if isinstance(self.editor, TextArea):
            return self.editor.toPlainText().strip()
        return self.editor.text().strip()


def _line(desk: Desk) -> LineEdit:
    return LineEdit(desk.look)


_EDITORS: Mapping[How, Callable[[Desk], LineEdit | TextArea | DateField]] = {
    How.PROSE: lambda desk: TextArea(desk.look, lines=3),
    How.DAY: lambda desk: DateField(desk.look, desk.catalog, desk.catalog(LABEL), desk.today()),
}
