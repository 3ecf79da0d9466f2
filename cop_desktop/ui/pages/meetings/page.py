"""The page: a year of meetings, or one of them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QAction

from cop_desktop.services import decisions, meetings
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.firm import Firm

from .meeting import MeetingView
from .stack import Stack
from .year import YearView


class MeetingsPage(Page):
    """Two states of one place; `item` is the meeting that is open."""

    depends_on = frozenset(
        {"meeting", "agenda_item", "attendance", "decision", "member", "organisation"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.item: UUID | None = None
        self.year = YearView(desk)
        self.meeting: MeetingView | None = None  # made for the first meeting opened
        self.stack = Stack()
        self.stack.addWidget(self.year)
        layout = Firm(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.year.opened.connect(self.open_meeting)
        self._offer()

    def refresh(self) -> None:
        with self.desk.store.read() as session:
            rows = meetings.every(session, self.desk.community_id)
        row = next((row for row in rows if row.id == self.item), None)
        if row is None:
            self._show_year(rows)
        else:
            self._show_meeting(row)

    def show_item(self, item: UUID) -> None:
        """Open a meeting, or the meeting that took a decision."""
        with self.desk.store.read() as session:
            taken = decisions.every(session, self.desk.community_id)
        self.open_meeting(next((row.meeting_id for row in taken if row.id == item), item))

    def open_meeting(self, meeting_id: UUID) -> None:
        self.item = meeting_id
        self.refresh()
        if self.meeting and self.item == meeting_id:
            self.meeting.take_focus()

    def back_to_year(self) -> None:
        left, self.item = self.item, None
        self.refresh()
        if left:
            self.year.choose(left)

    def _show_year(self, rows: Sequence[MeetingRow]) -> None:
        self.item = None
        self.stack.setCurrentWidget(self.year)
        self.year.show_meetings(rows)

    def _show_meeting(self, row: MeetingRow) -> None:
        if self.meeting is None:
            self.meeting = MeetingView(self.desk)
            self.meeting.left.connect(self.back_to_year)
            self.meeting.opened.connect(self.open_meeting)
            self.stack.addWidget(self.meeting)
        self.meeting.show_meeting(row)
        self.stack.setCurrentWidget(self.meeting)

    def _offer(self) -> None:
        _, look = self.desk.catalog, self.desk.look
        new = QAction(look.icon("ph.calendar-plus"), _("New meeting"), self)
        new.triggered.connect(self._start_new)
        self.commands = [new]

    def _start_new(self) -> None:
        self.back_to_year()
        self.year.start_new()
