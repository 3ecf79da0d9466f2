"""What a series is made of: its first day and rhythm, how long, at what hour, of what kind."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayoutItem, QVBoxLayout, QWidget

from cop_desktop import calendar, formats
from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import MeetingKind
from cop_desktop.services import series
from cop_desktop.services.series import Rhythm, Slot
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pages.meetings.clock_edit import ClockEdit
from cop_desktop.ui.pages.meetings.new_meeting import USUAL_MINUTES, USUAL_START
from cop_desktop.ui.pages.meetings.number_edit import MinutesEdit
from cop_desktop.ui.pages.meetings.words import KIND_ICONS
from cop_desktop.ui.widgets import Choice, DateField, Field, LineEdit, Stepper

from .words import RHYTHMS, rhythm_words

USUAL = Rhythm(6)  # the method: a meeting every month or two
NARROW = 560  # px at 100 %: below it two fields stand in a line, not four
Way = QBoxLayout.Direction
SUMMER, WORK_YEAR, NUMBER = "summer", "work_year", "number"


@frozen
class Frame:
    """What all meetings of a new series share."""

    at: time = USUAL_START
    minutes: int = USUAL_MINUTES
    kind: MeetingKind = MeetingKind.IN_PERSON
    place: str = ""


class SeriesForm(QWidget):
    """`changed` when anything in it did; `days()` are the days asked for."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look, _ = desk.look, desk.catalog
        told = day_words(_, desk.layers)
        self.first = DateField(look, _, _("First meeting"), desk.today(), told)
        self.rhythm, self.ends, self.kind = Choice(look), Choice(look), Choice(look)
        self.ends.add(_("Until the summer vacation"), SUMMER)
        self.ends.add(_("Until the end of the work year"), WORK_YEAR)
        self.ends.add(_("A number of meetings"), NUMBER)
        for kind in MeetingKind:
            self.kind.add(content(_.language).word(kind), kind, KIND_ICONS[kind])
        names = (_("One meeting fewer"), _("One meeting more"))
        self.number = Stepper(look, names, str, step=1, least=1, most=series.MOST)
        self.clock, self.place = ClockEdit(look), LineEdit(look)
        self.minutes = MinutesEdit(look, _, step=15, least=15, most=2160)
        self.clock_field = Field(look, _("Starts at"), self.clock)
        self._lay_out()
        self._listen()

    def start(self, first: date) -> None:
        """Open with what is usual, from a day on."""
        usual = Frame()
        self.first.set_date(first)
        self._name_rhythms(first)
        self.rhythm.set_value(USUAL)
        self.ends.set_value(SUMMER)
        self.number.set_value(8)
        self.clock.show_time(usual.at)
        self.clock_field.set_error("")
        self.minutes.show_minutes(usual.minutes)
        self.kind.set_value(usual.kind)
        self.place.clear()
        self._show_number()

    def days(self) -> tuple[date, ...]:
        """The days of the rhythm; none while the first is missing."""
        first, ends = self.first.day(), self.ends.value()
        if first is None:
            return ()
        number = self.number.value if ends == NUMBER else None
        until = None if ends == NUMBER else last_day(first, ends)
        return series.days(first, self.rhythm.value(), number, until)

    def frame(self) -> Frame:
        """What all meetings share; a wrong hour is said under its field, the usual one taken."""
        try:
            at = self.clock.clock()
            self.clock_field.set_error("")
        except UserError as problem:
            self.clock_field.set_error(self.desk.catalog.error(problem))
            at = USUAL_START
        return Frame(at, self.minutes.minutes(), self.kind.value(), self.place.text().strip())

    def slots(self, topics: Sequence[str]) -> list[Slot]:
        """The asked meetings under their topics, one a day."""
        it = self.frame()
        return [
            Slot(place, day, it.at, it.minutes, it.kind, topic, it.place)
            for place, (day, topic) in enumerate(zip(self.days(), topics, strict=True))
        ]

    def _listen(self) -> None:
        self.first.changed.connect(self._first_changed)
        for choice in (self.rhythm, self.kind):
            choice.chosen.connect(lambda _value: self.changed.emit())
        self.ends.chosen.connect(self._ends_changed)
        self.number.changed.connect(lambda _value: self.changed.emit())
        self.clock.settled.connect(lambda _text: self.changed.emit())
        self.minutes.changed.connect(lambda _value: self.changed.emit())
        self.place.editingFinished.connect(self.changed)

    def _first_changed(self, day: date | None) -> None:
        if day:
            self._name_rhythms(day)
        self.changed.emit()

    def _ends_changed(self, _ends: str) -> None:
        self._show_number()
        self.changed.emit()

    def _show_number(self) -> None:
        self.number_field.setVisible(self.ends.value() == NUMBER)

    def _name_rhythms(self, first: date) -> None:
        """A monthly rhythm is called after its weekday and its week."""
        chosen = self.rhythm.value()
        self.rhythm.clear()
        for rhythm in RHYTHMS:
            self.rhythm.add(rhythm_words(rhythm, first, self.desk.catalog), rhythm)
        self.rhythm.set_value(chosen or USUAL)

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.number_field = Field(look, _("How many"), self.number)
        pairs: tuple[tuple[tuple[QWidget, int], ...], ...] = (
            ((self.first, 7), (Field(look, _("Rhythm"), self.rhythm), 7)),
            ((Field(look, _("How long"), self.ends), 6), (self.number_field, 4)),
            ((self.clock_field, 3), (Field(look, _("Length"), self.minutes), 5)),
            ((Field(look, _("Kind"), self.kind), 5), (Field(look, _("Place"), self.place), 6)),
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(8))
        self._lines = [QBoxLayout(Way.LeftToRight) for _pair in pairs[::2]]
        for place, pair in enumerate(pairs):
            row = QBoxLayout(Way.TopToBottom if look.roomy else Way.LeftToRight)
            row.setSpacing(look.px(12))
            for widget, share in pair:
                row.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
            self._lines[place // 2].addLayout(row, sum(share for _widget, share in pair))
        for line in self._lines:
            line.setSpacing(look.px(12))
            rows.addLayout(line)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as the widest pair: two pairs can stand below each other."""
        widest = max(item.minimumSize().width() for line in self._lines for item in _items(line))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        look = self.desk.look
        narrow = look.roomy or event.size().width() < look.px(NARROW)
        for line in self._lines:
            line.setDirection(Way.TopToBottom if narrow else Way.LeftToRight)
        super().resizeEvent(event)


def _items(layout: QBoxLayout) -> Iterator[QLayoutItem]:
    for place in range(layout.count()):
        if item := layout.itemAt(place):
            yield item


def last_day(first: date, ends: str) -> date:
    """The day before the school's summer, or the last one of the work year.

    In the summer itself, and where a table knows of no summer, it is the year's end.
    """
    work_year = formats.work_year_of(first)
    summer = calendar.school_year(work_year).vacations.get("summer")
    if ends == SUMMER and summer and first < summer[0]:
        return summer[0] - timedelta(days=1)
    return formats.work_year_bounds(work_year)[1]
