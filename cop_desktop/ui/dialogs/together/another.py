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
        self.field = self._field(both)
        self.ask = Button(desk.look, self._(LABEL), "ph.pencil-simple", "quiet")
        self.ask.clicked.connect(self.unfold)
        self.keep = Button(desk.look, self._("Save"))
        self.keep.clicked.connect(self.save)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.look.px(8))
        row.addWidget(self.ask)
        row.addWidget(self.editor if isinstance(self.editor, DateField) else self.field, 1)
        row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(0)
        self._show(False)

    def unfold(self) -> None:
        """Most choose one of the two: who wants another asks for the place to write it."""
        self._show(True)
        self.editor.setFocus()

    def _show(self, writing: bool) -> None:
        self.ask.setVisible(not writing)
        for it in (self.field, self.editor, self.keep):
            it.setVisible(writing)

    def _field(self, both: Sequence[str]) -> Field:
        if isinstance(self.editor, DateField):
            return self.editor.field
        if isinstance(self.editor, TextArea):
            self.editor.setPlainText("\n".join(both))
        else:
            self.editor.returnPressed.connect(self.save)
        return Field(self.desk.look, self._(LABEL), self.editor)

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
