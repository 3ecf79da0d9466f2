"""A date field that offers the nearest day on which nothing stands in the way."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import calendar, formats
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, DateField


class FreeDay(QWidget):
    """`changed(day or None)`; the offer stands under the field, a press takes it."""

    changed = Signal(object)

    def __init__(self, desk: Desk, label: str) -> None:
        super().__init__()
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.field = DateField(look, _, label, desk.today(), day_words(_))
        self.offer = Button(look, "", "ph.calendar-check", "quiet")
        self.offer.clicked.connect(self._take)
        self.offer.hide()
        self._free: date | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.field)
        layout.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeading)
        self.field.changed.connect(self._changed)

    def day(self) -> date | None:
        return self.field.day()

    def set_day(self, day: date | None) -> None:
        """Show a day without telling anybody."""
        self.field.set_date(day)
        self._look_for_better(day)

    def _changed(self, day: date | None) -> None:
        self._look_for_better(day)
        self.changed.emit(day)

    def _look_for_better(self, day: date | None) -> None:
        """Offer a free day where this one is not; today is the first that can be offered."""
        _ = self.desk.catalog
        self._free = None
        if day and calendar.severity_of(day) is not calendar.Severity.FREE:
            self._free = calendar.nearest_free(day, not_before=self.desk.today())
        if self._free:
            told = formats.weekday_and_date(self._free, _.language)
            self.offer.set_words(_("Nearest free day: {day}", day=told))
        self.offer.setVisible(self._free is not None)

    def _take(self) -> None:
        self.set_day(self._free)
        self.field.edit.setFocus()
        self.changed.emit(self.field.day())
