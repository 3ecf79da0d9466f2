"""The page: a year of meetings, what they agreed, one of them, or a year being planned."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QAction

from cop_desktop.services import actions, decisions, meetings
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.widgets import Tabs

from .live_memory import Memory
from .meeting import MeetingView
from .register import RegisterView
from .today import is_on_today, todays_or_next
from .year import YearView

if TYPE_CHECKING:
    from .hours import HoursView
    from .live import LiveView
    from .series.view import SeriesView

YEAR, REGISTER, HOURS = range(3)  # tabs


class MeetingsPage(Page):
    """Four states of one place; `item` is the meeting that is open.

    Tabs lead from the year to the register of what was agreed in all its meetings.
    """

    depends_on = frozenset(
        {"meeting", "agenda_item", "attendance", "decision", "member", "organisation", "action",
         "meeting_note", "feedback", "feedback_rating", "conclusion", "community", "attachment",
         "agenda_track", "meeting_day", "library_entry", "stage_record", "attendance_rule", "topic"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.item: UUID | None = None
        self.year = YearView(desk)
        self.meeting: MeetingView | None = None  # made for the first meeting opened
        self.series: SeriesView | None = None  # made when a year is first planned at once
        self._planning = False
        self.hours: HoursView | None = None  # made when first looked at
        self.live: LiveView | None = None  # made when a meeting first begins
        self.register: RegisterView | None = None  # made when first looked at
        _ = desk.catalog
        self._memory = Memory(desk.settings)
        words = [_("Year of meetings"), _("Decisions and tasks"), _("Hours of attendance")]
        self.tabs = Tabs(desk.look, words)
        self.tabs.chosen.connect(self._choose_view)
        self.stack = Stack()
        self.stack.addWidget(self.year)
        layout = Firm(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.look.px(10))
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack)
        self.year.opened.connect(self.open_meeting)
        self.year.series_asked.connect(self.plan_series)
        self._offer()

    def refresh(self) -> None:
        self.tabs.setVisible(not self._planning and self.item is None)
        if self.item is None:
            self.set_calm(False)
        if self._planning and self.series:
            self.series.refresh()
            return
        if view := self._beside_the_year():
            view.refresh()
            self.stack.setCurrentWidget(view)
            return
        with self.desk.store.read() as session:
            rows = meetings.every(session, self.desk.community_id)
        self._resume({row.id for row in rows})
        row = next((row for row in rows if row.id == self.item), None)
        if row and self.calm and self.live:
            self.live.show_meeting(row.id)
            return
        self.set_calm(False)
        if row is None:
            self._show_year(rows)
        else:
            self._show_meeting(row)

    def _beside_the_year(self) -> "RegisterView | HoursView | None":
        """What the chosen tab shows of all the meetings."""
        views = {REGISTER: self.register, HOURS: self.hours}
        return views.get(self.tabs.index) if self.item is None else None

    def show_item(self, item: UUID) -> None:
        """Open a meeting, or the meeting that took a decision.

        A task is shown in the register; the community's own key opens it as a whole.
        """
        with self.desk.store.read() as session:
            taken = decisions.every(session, self.desk.community_id)
            tasks = {task.id for task in actions.every(session, self.desk.community_id)}
        if item in tasks or item == self.desk.community_id:
            self.show_register(item if item in tasks else None)
            return
        self.open_meeting(next((row.meeting_id for row in taken if row.id == item), item))

    def show_register(self, entry: UUID | None = None) -> None:
        """Decisions and tasks of all meetings, and one of them chosen."""
        if self.register is None:
            self.register = RegisterView(self.desk)
            self.register.opened.connect(self.open_meeting)
            self.stack.addWidget(self.register)
        self._turn_to(REGISTER)
        if entry:
            self.register.show_entry(entry)

    def show_hours(self) -> None:
        """The rule of attendance, and how many hours everybody was there."""
        if self.hours is None:
            from .hours import HoursView  # seldom looked at

            self.hours = HoursView(self.desk)
            self.stack.addWidget(self.hours)
        self._turn_to(HOURS)

    def _turn_to(self, tab: int) -> None:
        self.item, self._planning = None, False
        self.tabs.choose(tab)
        self.refresh()

    def _choose_view(self, index: int) -> None:
        if index == REGISTER:
            self.show_register()
        elif index == HOURS:
            self.show_hours()
        elif self.item is None and not self._planning:
            self.refresh()

    def plan_series(self) -> None:
        """Plan meetings of the year that is shown, all at once."""
        self.tabs.choose(YEAR)
        from .series.view import SeriesView  # seldom wanted: not with the page

        if self.series is None:
            self.series = SeriesView(self.desk)
            self.series.left.connect(self.back_to_year)
            self.series.made.connect(self._show_made)
            self.stack.addWidget(self.series)
        self.item, self._planning = None, False
        self.refresh()  # the year as it is now says where a series begins
        self._planning = True
        self.tabs.hide()
        self.stack.setCurrentWidget(self.series)
        self.series.start(self.year.suggested())

    def open_meeting(self, meeting_id: UUID) -> None:
        if self._memory.meeting == meeting_id and is_on_today(self.desk, meeting_id):
            self.open_live(meeting_id)  # it is going on
            return
        self.set_calm(False)
        self.item, self._planning = meeting_id, False
        self.refresh()
        if self.meeting and self.item == meeting_id:
            self.meeting.take_focus()

    def open_live(self, meeting_id: UUID) -> None:
        """The screen of the day, in the whole window."""
        if self.live is None:
            from .live import LiveView  # on the day only

            self.live = LiveView(self.desk)
            self.live.left.connect(self._leave_live)
            self.live.side_asked.connect(self._open_side)
            self.stack.addWidget(self.live)
        self._memory.open(meeting_id)
        self.item, self._planning = meeting_id, False
        self.tabs.hide()
        self.live.show_meeting(meeting_id)
        self.stack.setCurrentWidget(self.live)
        self.set_calm(True)
        self.live.take_focus()
        if not is_on_today(self.desk, meeting_id):
            _ = self.desk.catalog
            self.desk.toast(_("This meeting is not today. What begins here is written down."))

    def _leave_live(self) -> None:
        self.set_calm(False)
        if self.item:
            self.open_meeting(self.item)

    def _open_side(self, name: str) -> None:
        self._leave_live()
        if self.meeting:
            self.meeting.open_side({"summary": 2, "feedback": 3}[name])

    def _resume(self, there: set[UUID]) -> None:
        """After a crash, or in another language, the screen of the day is there again."""
        meeting = self._memory.meeting
        if self.live is None and meeting in there and is_on_today(self.desk, meeting):
            self.open_live(meeting)

    def back_to_year(self) -> None:
        left, self.item, self._planning = self.item, None, False
        self.refresh()
        if left and self.tabs.index == YEAR:
            self.year.choose(left)

    def import_table(self, text: str = "") -> None:
        """Look at rows pasted from Excel, or ask for a list: the year they are in is shown then."""
        self._turn_to_year()
        self.year.import_table(text)

    def _show_year(self, rows: Sequence[MeetingRow]) -> None:
        gone, self.item = self.item is not None, None  # undone or deleted while it was open
        self.tabs.show()
        self.stack.setCurrentWidget(self.year)
        self.year.show_meetings(rows)
        if gone and self.isVisible():
            self.year.list.setFocus()

    def _show_meeting(self, row: MeetingRow) -> None:
        if self.meeting is None:
            self.meeting = MeetingView(self.desk)
            self.meeting.left.connect(self.back_to_year)
            self.meeting.opened.connect(self.open_meeting)
            self.meeting.live_asked.connect(self.show_today)
            self.meeting.tabs.chosen.connect(lambda _: self._offer_side())
            self.stack.addWidget(self.meeting)
        self.meeting.show_meeting(row)
        self.stack.setCurrentWidget(self.meeting)

    def _offer(self) -> None:
        _, look = self.desk.catalog, self.desk.look
        new = QAction(look.icon("ph.calendar-plus"), _("New meeting"), self)
        new.triggered.connect(self._start_new)
        hours = QAction(look.icon("ph.clock"), _("Hours of attendance"), self)
        hours.triggered.connect(self.show_hours)
        self._always = self.commands = [new, hours]
        self.stack.currentChanged.connect(lambda _: self._offer_side())

    def _offer_side(self) -> None:
        """While an agenda is in sight, Ctrl+K offers what can be done to it."""
        meeting = self.meeting
        seen = meeting is not None and self.stack.currentWidget() is meeting
        self.commands = [*self._always, *(meeting.commands if meeting and seen else [])]

    def show_today(self) -> None:
        """The live screen of the meeting that is open, or of today's, or of the next one."""
        if meeting := self.item or todays_or_next(self.desk):
            self.open_live(meeting)

    def _show_made(self, work_year: int) -> None:
        self._turn_to_year()
        self.year.show_year(work_year)

    def _start_new(self) -> None:
        self._turn_to_year()
        self.year.start_new()

    def _turn_to_year(self) -> None:
        self.tabs.choose(YEAR)
        self.back_to_year()
