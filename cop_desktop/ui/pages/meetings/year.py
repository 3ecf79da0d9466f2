"""A work year of meetings: in order, with what stands between them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import readiness
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.readiness import Check
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pasting import open_import, pasted
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.widgets import Button, Card, EmptyState, IconButton, Label, PageHead, ScrollPage

from .new_meeting import NewMeeting
from .ribbon_card import RibbonCard
from .year_entries import Entry
from .year_list import YearList


class YearView(QWidget):
    """`opened(meeting id)`, `series_asked`; a year before or after is one press away."""

    opened = Signal(object)
    series_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.work_year = formats.work_year_of(desk.today())
        self.all: Sequence[MeetingRow] = ()
        self.rows: list[MeetingRow] = []
        look, _ = desk.look, desk.catalog
        self.new = Button(look, _("New meeting"), "ph.plus", "primary")
        self.new.clicked.connect(self.start_new)
        self.bring = Button(look, _("Import from Excel"), "ph.file-arrow-down")
        self.bring.clicked.connect(self.choose_list)
        self.series = Button(look, _("Series"), "ph.repeat")
        self.series.clicked.connect(self.series_asked)
        self.head = PageHead(look, _("Meetings"), "", [self.bring, self.series, self.new])
        self.form = NewMeeting(desk)
        self.form.hide()
        self.form.planned.connect(self.opened)
        self.form.closed.connect(self._end_new)
        self.list = YearList(look, _, desk.today)
        self.list.opened.connect(self.opened)
        self.list.gap_opened.connect(lambda gap: self.plan_on(gap.middle))
        self.list.asked.connect(self._asked)
        self.name = Label(look, "", "title")
        self.ribbon = RibbonCard(desk)
        self.ribbon.ribbon.part_chosen.connect(self.opened)
        self.empty = ScrollPage(look)
        self.empty.add(self._empty(), 1)
        self.pages = Stack()
        self._lay_out()

    def start_new(self) -> None:
        self.plan_on(self.suggested())

    def plan_on(self, day: date) -> None:
        """Open the form on a day, or the free one next to it."""
        self.new.setEnabled(False)
        self.ribbon.hide()  # the form takes its room
        self.form.start(day)

    def choose_list(self) -> None:
        """Ask for a file with meetings."""
        self.import_table()

    def _asked(self, deed: str) -> None:
        if deed == "paste":
            self.import_table(QGuiApplication.clipboard().text())

    def import_table(self, text: str = "") -> None:
        """Look at rows pasted from Excel, or ask for a list; then show the year they are in."""
        open_import(self.desk, self.window(), "meetings", text, brought=self._show_brought)

    def _show_brought(self, look: Any) -> None:
        self.show_year(formats.work_year_of(look.values[0]["starts_at"].date()))
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if text := pasted(event):  # also where the year has no list yet
            self.import_table(text)
        else:
            super().keyPressEvent(event)

    def _end_new(self) -> None:
        self.new.setEnabled(True)
        self.ribbon.show()
        (self.list if self.rows else self.new).setFocus()

    def show_meetings(self, rows: Sequence[MeetingRow]) -> None:
        self.all = rows
        self.form.refresh()
        self.show_year(self.work_year)

    def show_year(self, work_year: int) -> None:
        """Show the meetings of a work year (2026 is September 2026 to August 2027)."""
        _ = self.desk.catalog
        self.work_year = work_year
        self.rows = [
            row for row in self.all if formats.work_year_of(row.starts_at.date()) == work_year
        ]
        name = formats.work_year_name(work_year, _.language)
        civil = formats.work_year_civil(work_year)
        self.name.setText(name if civil in name else formats.dotted(name, civil))
        self.head.subtitle.setText(self._summary())
        self.list.show_entries(self._entries())
        self.ribbon.show_year(work_year, self.rows)
        self._make_room()
        self.pages.setCurrentWidget(self.list if self.rows else self.empty)

    def choose(self, meeting_id: UUID) -> None:
        """Bring a meeting's row into view, and its year."""
        row = next((row for row in self.all if row.id == meeting_id), None)
        if row:
            self.show_year(formats.work_year_of(row.starts_at.date()))
        self.list.choose([meeting_id])
        self.list.setFocus()

    def _entries(self) -> list[Entry]:
        with self.desk.store.read() as session:
            return [Entry(row, self._checks(session, row)) for row in self.rows]

    def _checks(self, session: Session, row: MeetingRow) -> tuple[Check, ...]:
        ahead = row.state == MeetingState.PLANNED and row.starts_at.date() >= self.desk.today()
        return readiness.of(session, row.id) if ahead else ()

    def _make_room(self) -> None:
        """At large text the window scrolls the page, so the list shows what it can."""
        px = self.desk.look.px
        self.list.setMinimumHeight(
            min(self.list.tallness(), px(440 if self.desk.look.roomy else 120))
        )

    def _summary(self) -> str:
        """How many, how many were held, and what part of the listed came, as papers count it."""
        _ = self.desk.catalog
        standing = [row for row in self.rows if row.state != MeetingState.CANCELLED]
        if not standing:
            return ""
        held = [row for row in standing if row.state == MeetingState.HELD]
        parts = [_.plural("{n} meeting", "{n} meetings", len(standing))]
        if held:
            parts.append(_.plural("{n} held", "{n} held", len(held)))
        if marked := sum(row.marked for row in held):
            share = formats.percent(sum(row.present for row in held) / marked, _.language)
            parts.append(_("{share} came on average", share=share))
        return formats.dotted(*parts)

    def suggested(self) -> date:
        """Six weeks after the last meeting of the year that is shown, never in the past.

        Where that year has none: when it begins.
        """
        days = [row.starts_at.date() for row in self.rows]
        begins = formats.work_year_bounds(self.work_year)[0]
        next_one = days[-1] + timedelta(weeks=6) if days else begins
        return max(next_one, self.desk.today() + timedelta(weeks=2))

    def _empty(self) -> EmptyState:
        look, text = self.desk.look, content(self.desk.catalog.language).empty("meetings")
        first = Button(look, text.first_step, "ph.plus", "secondary")
        first.clicked.connect(self.start_new)
        return EmptyState(look, "ph.calendar-check", text.title, text.why, first)

    def _lay_out(self) -> None:
        look = self.desk.look
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        cards = QVBoxLayout()
        cards.setSpacing(look.px(16))
        cards.addWidget(self.form)
        cards.addWidget(self.ribbon)
        card = Card(look)
        card.body.setContentsMargins(*(look.px(12),) * 4)
        card.body.addLayout(self._chooser())
        card.add(self.pages, 1)
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        cards.addWidget(card, 1)
        page.addLayout(cards, 1)

    def _chooser(self) -> QHBoxLayout:
        """The year's name between two arrows; the later year lies further along the line."""
        look, _ = self.desk.look, self.desk.catalog
        line = QHBoxLayout()
        self.before = IconButton(look, "ph.caret-left", _("Previous work year"))
        self.after = IconButton(look, "ph.caret-right", _("Next work year"))
        self.before.clicked.connect(lambda: self.show_year(self.work_year - 1))
        self.after.clicked.connect(lambda: self.show_year(self.work_year + 1))
        for part in (self.before, self.name, self.after):
            line.addWidget(part)
        line.addStretch(1)
        return line
