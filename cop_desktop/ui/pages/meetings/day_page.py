"""A day of the agenda: when it begins, how long it is, and its deeds."""

from datetime import datetime, timedelta

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import days
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Field

from .agenda_entries import DayHead
from .agenda_words import day_balance, day_name
from .clock_edit import ClockEdit
from .number_edit import MinutesEdit
from .side_page import SidePage

MINUTE = timedelta(minutes=1)


class DayPage(SidePage):
    """Both fields are saved by themselves."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look, _ = desk.look, desk.catalog
        self.row: MeetingRow | None = None
        self.day: DayHead | None = None
        self.clock, self.minutes = ClockEdit(look), MinutesEdit(look, _, step=15, most=1440)
        self.clock.settled.connect(self._save_clock)
        self.clock.returnPressed.connect(lambda: self.asked.emit("list"))
        self.minutes.changed.connect(lambda n: self._save({"minutes": n}))
        self.clock_field = Field(look, _("Begins at"), self.clock)
        for field in (self.clock_field, Field(look, _("Minutes"), self.minutes)):
            self.rows.addWidget(field)
        self.fitting, self.adding, self.removing = self.add_deeds(
            ("ph.arrows-in-line-horizontal", _("Fit to the time"), "fit"),
            ("ph.calendar-plus", _("Add a day"), "add_day"),
            ("ph.trash", _("Remove the day"), "delete"),
        )
        self.rows.addStretch(1)

    def show_day(self, row: MeetingRow, day: DayHead) -> None:
        _ = self.desk.catalog
        self.row, self.day = row, day
        self.heading.setText(day_name(day, _))
        date = formats.date_long(day.starts_at.date(), _.language)
        self.sentence.setText(formats.dotted(date, day_balance(day, _)))
        self.clock_field.set_error("")
        if not self.clock.hasFocus():
            self.clock.show_time(day.starts_at.time())
        self.minutes.show_minutes((day.ends_at - day.starts_at) // MINUTE)
        self.removing.setVisible(day.number > 0)

    def edit(self) -> None:
        self.clock.setFocus()
        self.clock.selectAll()

    def _save_clock(self, _text: str) -> None:
        assert self.day is not None
        try:
            hour = self.clock.clock()
            self._save({"starts_at": datetime.combine(self.day.starts_at, hour)})
        except UserError as problem:
            self.clock_field.set_error(self.desk.catalog.error(problem))

    def _save(self, values: dict[str, object]) -> None:
        assert self.row is not None
        assert self.day is not None
        label = self.desk.catalog(N_("Times of a day"))
        with self.desk.store.write(label) as session:
            days.change(session, self.row.id, self.day.number, values)
