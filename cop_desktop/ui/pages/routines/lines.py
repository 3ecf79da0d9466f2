"""One routine as a line: what it is, its last times, when it comes round, and `done today`."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.services.routines import RoutineRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Label, ListRow

from .strip import TimesStrip, times
from .words import CHANNEL_ICONS, facts, last_words, next_words


class RoutineLine(ListRow):
    """The line opens its routine; its button marks it as done today, or takes that back."""

    marked = Signal(bool)

    def __init__(self, desk: Desk, row: RoutineRow) -> None:
        look, _, today = desk.look, desk.catalog, desk.today()
        tone = "amber" if row.late else "accent"
        super().__init__(
            look, CHANNEL_ICONS[row.channel], row.name, facts(row, _), _("Done today"), tone=tone
        )
        self.row = row
        self.done_today = any(it.on == today for it in row.times)
        self.strip = TimesStrip(look, _("The last times"))
        self.strip.show_data(times(row, today, next_words(row, today, _), _))
        self._add_days(desk, today)
        told = formats.dotted(facts(row, _), self.when.text(), self.last.text())
        self.setAccessibleDescription(told)
        self._show_mark(desk)
        self.acted.connect(lambda: self.marked.emit(not self.done_today))

    def _add_days(self, desk: Desk, today: date) -> None:
        look, _ = desk.look, desk.catalog
        self.when = Label(
            look, next_words(self.row, today, _), "amber" if self.row.late else "body"
        )
        self.last = Label(look, last_words(self.row, _), "caption", elide=True)
        days = QVBoxLayout()
        days.setSpacing(0)
        days.addWidget(self.when)
        days.addWidget(self.last)
        if look.roomy:  # large text has no room beside: the line of times goes under its words
            days.addWidget(self.strip)
            self.words.addLayout(days)
            return
        self.strip.setMaximumWidth(look.px(170))
        box = QWidget()
        box.setLayout(days)
        box.setFixedWidth(look.px(150))
        self._line.setStretch(1, 3)
        self._line.insertWidget(2, self.strip, 2)
        self._line.insertWidget(3, box)

    def _show_mark(self, desk: Desk) -> None:
        _ = desk.catalog
        self.action.set_icon("ph.check-circle" if self.done_today else "ph.check")
        self.action.setAccessibleName(f"{self.action.text()}: {self.row.name}")
        self.action.setToolTip(_("Marked; press again to take it back") if self.done_today else "")
        if not self.done_today:
            self.action.kind = "secondary"
            self.action.updateGeometry()
