"""Putting a sign to rest: why, and until when."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.errors import UserError
from cop_desktop.services.months import later
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, DateField, Field, LineEdit


class RestForm(QWidget):
    """`rested(until, reason)` when it is filled in; what is refused stands under its field."""

    rested = Signal(object, str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self._ = _
        self.edit = LineEdit(look, _("For example: it is on the agenda of the next meeting"))
        self.reason = Field(look, _("Why the sign may rest"), self.edit)
        self.until = DateField(look, _, _("Until"), desk.today())
        self.until.set_date(later(desk.today(), 1))
        self.done = Button(look, _("Put to rest"), "ph.moon")
        cancel = Button(look, _("Cancel"), kind="quiet")
        self.done.clicked.connect(self._finish)
        self.edit.returnPressed.connect(self._finish)
        cancel.clicked.connect(self.left)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, look.px(4), 0, 0)
        rows.setSpacing(look.px(10))
        rows.addWidget(self.reason)
        rows.addWidget(self.until)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(16))
        for button in (self.done, cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows.addLayout(buttons)

    def error(self, problem: UserError) -> None:
        """Under the field that is empty, else under the day."""
        words = self._.error(problem)
        if self.edit.text().strip():
            self.until.set_error(words)
        else:
            self.reason.set_error(words)

    def _finish(self) -> None:
        until: date | None = self.until.day()
        self.rested.emit(until, self.edit.text())
