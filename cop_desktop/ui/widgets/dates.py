"""The one date field of the house: typed or chosen, with what the day falls on below."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import Catalog
from cop_desktop.ui.theme import Look

from .buttons import IconButton
from .fields import Field, LineEdit, Note
from .typed_dates import read_date, show_date

Facts = Callable[[date], str]


class DateField(QWidget):
    """`facts(day)` tells, in a sentence, the Hebrew date and what the day falls on."""

    changed = Signal(object)  # date, or None when emptied
    entered = Signal()  # Enter, on a day or on nothing; after `changed`

    def __init__(
        self,
        look: Look,
        catalog: Catalog,
        label: str,
        today: date,
        facts: Facts = lambda _: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._, self._facts, self._today = look, catalog, facts, today
        self._day: date | None = None
        self._entering = False
        self.edit = LineEdit(look, "dd.mm.yyyy" if not look.rtl else "")
        # digits and dots in an RTL line would change places
        self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.edit.editingFinished.connect(self._finish)
        self.edit.returnPressed.connect(self._enter)  # comes before the edit is finished
        self.calendar = IconButton(look, "ph.calendar-blank", catalog("Choose in the calendar"))
        self.calendar.clicked.connect(self._open)
        self.field = Field(look, label, self.edit, beside=self.calendar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)

    @property
    def note(self) -> Note:
        return self.field.note

    def day(self) -> date | None:
        """The day, or None where the field is empty or not yet right."""
        return self._day

    @property
    def right(self) -> bool:
        """What is written is a day, or nothing is."""
        return self._day is not None or not self.edit.text().strip()

    def set_date(self, day: date | None) -> None:
        """Show a day without telling anybody."""
        self._day = day
        self.edit.setText(show_date(day) if day else "")
        self.field.set_error("")
        self.field.set_help(self._facts(day) if day else "")

    def set_error(self, words: str) -> None:
        self.field.set_error(words)

    def _typed(self) -> None:
        text = self.edit.text().strip()
        try:
            day = read_date(text, self._today) if text else None
        except UserError as problem:
            self._day = None
            self.field.set_error(self._.error(problem))
            return
        self._take(day)

    def _enter(self) -> None:
        self._entering = True

    def _finish(self) -> None:
        entering, self._entering = self._entering, False
        self._typed()
        if entering and self.right:
            self.entered.emit()

    def _take(self, day: date | None) -> None:
        before = self._day
        self.set_date(day)
        if day != before:
            self.changed.emit(day)

    def _open(self) -> None:
        from .month import MonthPopup  # a page with a date field opens without it

        popup = MonthPopup(self.look, self._, self._facts, self._today, self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self._take)
        popup.open_at(self._day or self._today, self.edit)
