"""Planning a meeting, in the page itself: a topic and a day are enough."""

from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from cop_desktop import calendar
from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import MeetingKind
from cop_desktop.services import hosting, meetings, organisations
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Card, Choice, Field, IconButton, LineEdit

from .clock_edit import ClockEdit
from .free_day import FreeDay
from .host_words import turn_words
from .name_edit import NameEdit
from .number_edit import MinutesEdit
from .words import KIND_ICONS, named

USUAL_START, USUAL_MINUTES = time(16, 30), 180
COLUMNS = 20


class NewMeeting(Card):
    """`planned(id)` once it is in the file; `closed` when the form goes away."""

    planned = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        shut = IconButton(desk.look, "ph.x", desk.catalog("Close"))
        super().__init__(desk.look, desk.catalog("New meeting"), shut)
        self.desk = desk
        look, _ = desk.look, desk.catalog
        shut.clicked.connect(self.close_form)
        self.topic_edit, self.place = LineEdit(look), LineEdit(look)
        self.clock_edit = ClockEdit(look)
        self.topic = Field(look, _("Topic"), self.topic_edit)
        self.day = FreeDay(desk, _("Date"))
        self.clock = Field(look, _("Starts at"), self.clock_edit)
        self.minutes = MinutesEdit(look, _, step=15, least=15, most=2160)
        self.length = Field(look, _("Length"), self.minutes)
        self.kind = Choice(look)
        for kind in MeetingKind:
            self.kind.add(content(_.language).word(kind), kind, KIND_ICONS[kind])
        self.host = NameEdit(look)
        self.host_field = Field(look, _("Host"), self.host)
        self._lay_out()
        self.topic_edit.returnPressed.connect(self.save)

    def start(self, day: date) -> None:
        """Open the form with what is usual."""
        self.topic_edit.clear()
        self.topic.set_error("")
        free = calendar.nearest_free(day, self.desk.layers(), not_before=self.desk.today())
        self.day.set_day(free or day)
        self.clock_edit.show_time(USUAL_START)
        self.clock.set_error("")
        self.minutes.show_minutes(USUAL_MINUTES)
        self.kind.set_value(MeetingKind.IN_PERSON)
        self.place.clear()
        self.host.show_name("", anew=True)
        self.show()
        self.topic_edit.setFocus()

    def refresh(self) -> None:
        """Hosts are offered by their turn: who hosted least, or longest ago, comes first."""
        with self.desk.store.read() as session:
            hosts = hosting.balance(session, self.desk.community_id)
        self.host.offer([(host.id, host.name) for host in hosts])
        self.host_field.set_help(turn_words(hosts, self.desk.catalog))

    def close_form(self) -> None:
        self.hide()
        self.closed.emit()

    def save(self) -> None:
        """Plan the meeting; what is missing is said under its field."""
        _ = self.desk.catalog
        starts_at = self._starts_at()
        topic = self.topic_edit.text().strip()
        self.topic.set_error("" if topic else _("A meeting needs a topic."))
        if not topic or starts_at is None:
            return
        values = {
            "topic": topic, "starts_at": starts_at, "minutes": self.minutes.minutes(),
            "kind": self.kind.value(),
            "place": self.place.text(),
        }  # fmt: skip
        with self.desk.store.write(named(N_("New meeting “{title}”"), topic, _)) as session:
            host = organisations.named(session, self.host.text())
            key = meetings.schedule(session, self.desk.community_id, {**values, "host_id": host})
        self.close_form()
        self.planned.emit(key)

    def _starts_at(self) -> datetime | None:
        _ = self.desk.catalog
        day = self.day.day()
        if day is None and not self.day.field.field.has_error:
            self.day.field.set_error(_("A meeting needs a day and an hour."))
        try:
            clock = self.clock_edit.clock()
        except UserError as problem:
            self.clock.set_error(_.error(problem))
            return None
        self.clock.set_error("")
        return datetime.combine(day, clock) if day else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        kind, host = Field(look, _("Kind"), self.kind), self.host_field
        place = Field(look, _("Place"), self.place)
        wide = ((self.topic, 11), (self.day, 9), (self.clock, 3), (self.length, 4), (kind, 4),
                (place, 5), (host, 4))  # fmt: skip
        large = ((self.topic, 20), (self.day, 20), (self.clock, 10), (self.length, 10),
                 (kind, 10), (place, 10), (host, 10))  # fmt: skip
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(8))
        row = column = 0
        for widget, span in large if look.roomy else wide:
            grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
            if column >= COLUMNS:
                row, column = row + 1, 0
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addLayout(self._deeds())

    def _deeds(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        self.done = Button(look, _("Plan the meeting"), "ph.check", "primary")
        self.done.clicked.connect(self.save)
        line = QHBoxLayout()
        line.addWidget(self.done)
        line.addStretch(1)
        return line
