"""A date field that offers the nearest free day on each side of one that is not."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cop_desktop import calendar, formats
from cop_desktop.calendar import FreeDays, Severity
from cop_desktop.i18n import N_, Catalog
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, DateField

NONE = FreeDays(None, None)
OFFERS = (  # icon, what is said aloud
    ("ph.arrow-left", N_("The nearest free day before: {day}")),
    ("ph.arrow-right", N_("The nearest free day after: {day}")),
)


def short_day(day: date, _: Catalog) -> str:
    """`יום ב׳ 30.11`: a day among others of the same year."""
    weekday = formats.weekday_short(day, _.language)
    return _("{weekday} {day}", weekday=weekday, day=formats.day_and_month_short(day, _.language))


class FreeDay(QWidget):
    """`changed(day or None)`; the offers stand under the field, a press takes one.

    `around(day)` finds what may be offered; without it, any day that is free from today on.
    """

    changed = Signal(object)

    def __init__(
        self, desk: Desk, label: str, around: Callable[[date], FreeDays] | None = None
    ) -> None:
        super().__init__()
        self.desk, self._around = desk, around or self._free_from_today
        look, _ = desk.look, desk.catalog
        self.field = DateField(look, _, label, desk.today(), day_words(_, desk.layers))
        self.earlier, self.later = (Button(look, "", icon, "quiet") for icon, _words in OFFERS)
        self._free = NONE
        self.earlier.clicked.connect(lambda: self._take(self._free.before))
        self.later.clicked.connect(lambda: self._take(self._free.after))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.field)
        layout.addLayout(self._offers())
        self.field.changed.connect(self._changed)
        self._offer(NONE)

    def day(self) -> date | None:
        return self.field.day()

    def set_day(self, day: date | None) -> None:
        """Show a day without telling anybody."""
        self.field.set_date(day)
        self._offer(self._around(day) if day else NONE)

    def _changed(self, day: date | None) -> None:
        self._offer(self._around(day) if day else NONE)
        self.changed.emit(day)

    def _free_from_today(self, day: date) -> FreeDays:
        layers = self.desk.layers()
        if calendar.severity_of(day, layers) is Severity.FREE:
            return NONE
        return calendar.free_around(day, layers, earliest=self.desk.today(), within_days=91)

    def _offer(self, free: FreeDays) -> None:
        _ = self.desk.catalog
        self._free = free
        for button, day, (_icon, aloud) in zip(
            (self.earlier, self.later), free, OFFERS, strict=True
        ):
            button.setVisible(day is not None)
            if day:
                button.set_words(_("Free: {day}", day=short_day(day, _)))
                told = _(aloud, day=formats.weekday_and_date(day, _.language))
                button.setAccessibleName(told)
                button.setToolTip(told)

    def _take(self, day: date | None) -> None:
        self.set_day(day)
        self.field.edit.setFocus()
        self.changed.emit(self.field.day())

    def _offers(self) -> QBoxLayout:
        look, way = self.desk.look, QBoxLayout.Direction
        line = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight)
        line.setSpacing(look.px(14))
        line.addWidget(self.earlier)
        line.addWidget(self.later)
        line.addStretch(1)
        return line
