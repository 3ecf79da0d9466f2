"""Documents: every paper and table of the community, seen before it leaves."""

from datetime import date
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export.messages import Kind
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import meetings
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.paper_view import PaperView
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.widgets import (
    Button,
    Card,
    Choice,
    EmptyState,
    PageHead,
    ScrollPage,
)

from .message_view import MessageView
from .outputs import OUTPUTS
from .outside import OutsideView
from .paper_list import OUTSIDE, SENT, PaperList
from .table_view import TableView


class DocumentsPage(Page):
    """Papers and files on the reading side, the chosen one beside them."""

    depends_on = frozenset(
        {"meeting", "agenda_item", "member", "role_holding", "function_holding", "goal",
         "plan_item", "risk", "decision", "community", "stage_record", "product", "attendance",
         "organisation", "agenda_track", "meeting_day", "action", "meeting_note", "conclusion",
         "attendance_rule", "self_check", "self_check_answer", "charter", "charter_approval",
         "export_event", "sharing_consent", "feedback", "sign_snooze"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.key = "handout"
        self._meetings: dict[bool, UUID | None] = {}  # the one to come, and the one gone by
        self.view = PaperView(desk)
        self.table = TableView(desk)
        self.message = MessageView(desk)
        self.outside = OutsideView(desk)
        self.meeting = Choice(desk.look)
        self.meeting.setAccessibleName(desk.catalog("Meeting"))
        self.meeting.setMinimumWidth(desk.look.px(160))  # a long topic makes no page wider
        self.meeting.chosen.connect(self._meeting_chosen)
        self.list = PaperList(desk)
        self.list.chosen.connect(self.choose)
        self.list.pack_asked.connect(self._open_pack)
        self._build()

    def refresh(self) -> None:
        self._fill_meetings()
        self.choose(self.key)

    def choose(self, key: str) -> None:
        """Show a paper or a file; the meeting's own papers ask which meeting."""
        self.key = key
        self.list.mark(key)
        if key == OUTSIDE:
            self.views.setCurrentWidget(self.outside)
            self.outside.refresh()
            return
        if key in OUTPUTS:
            self.views.setCurrentWidget(self.table)
            self.table.show_output(OUTPUTS[key], self._subject())
            return
        if key in SENT:
            self._show_message(SENT[key])
            return
        paper = PAPERS[key]
        self.view.above.addWidget(self.meeting)  # shown without a place, it would be a window
        self.meeting.setVisible(paper.of_meeting)
        self.meeting.set_value(self._meeting)
        if paper.of_meeting and self._meeting is None:
            self.views.setCurrentWidget(self.no_meeting)
            return
        self.views.setCurrentWidget(self.view)
        self.view.show_paper(key, self._subject())

    def _show_message(self, kind: Kind) -> None:
        self.meeting.set_value(self._meeting)
        self.meeting.show()
        if self._meeting is None:
            self.views.setCurrentWidget(self.no_meeting)
            return
        self.message.above.addWidget(self.meeting)
        self.views.setCurrentWidget(self.message)
        self.message.show_message(kind, self._subject())

    @property
    def _looks_back(self) -> bool:
        what = SENT.get(self.key) or PAPERS.get(self.key)
        return what is not None and what.looks_back

    @property
    def _meeting(self) -> UUID | None:
        return self._meetings.get(self._looks_back)

    def _subject(self) -> Subject:
        return Subject(self.desk.community_id, self.desk.today(), self._meeting)

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.no_meeting = self._no_meeting()
        self.views = Stack()
        for view in (self.view, self.message, self.table, self.outside, self.no_meeting):
            self.views.addWidget(view)
        chosen = Card(look)
        chosen.add(self.views, 1)
        line = QHBoxLayout()
        line.setSpacing(look.px(16))
        line.addWidget(self.list)
        line.addWidget(chosen, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(
            PageHead(look, _("Documents"), _("Every document is shown here before it leaves"))
        )
        page.addLayout(line, 1)

    def _no_meeting(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        text = content(_.language).empty("meetings")
        step = Button(look, text.first_step, "ph.calendar-plus", "primary")
        step.clicked.connect(lambda: self.desk.open_place("meetings"))
        why = _("A handout and a sign-in sheet belong to a meeting. Plan one, and they are ready.")
        page = ScrollPage(look)  # gives way where text is large
        page.add(EmptyState(look, "ph.calendar-check", _("No meeting yet"), why, step), 1)
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self.list.give_way(event.size().width())
        super().resizeEvent(event)

    def _open_pack(self) -> None:
        from cop_desktop.ui.dialogs.packing import PackDialog  # brings the PDF writer

        PackDialog(self.desk, self._meetings.get(False), self.window()).open()

    # -- the meeting ---------------------------------------------------------------------

    def _fill_meetings(self) -> None:
        """All that were not called off; the coming one and the last are chosen to begin with."""
        with self.desk.store.read() as session:
            held = meetings.every(session, self.desk.community_id)
        rows = [row for row in held if row.state != MeetingState.CANCELLED]
        for back, usual in _usual(rows, self.desk.today()).items():
            if self._meetings.get(back) not in [row.id for row in rows]:
                self._meetings[back] = usual
        language = self.desk.catalog.language
        self.meeting.clear()
        for row in rows:
            day = formats.date_short(row.starts_at.date(), language)
            self.meeting.add(formats.dotted(day, row.topic), row.id)
        self.meeting.set_value(self._meeting)

    def _meeting_chosen(self, key: UUID) -> None:
        self._meetings[self._looks_back] = key
        self.choose(self.key)


def _usual(rows: list[MeetingRow], today: date) -> dict[bool, UUID | None]:
    """The next meeting for what is prepared, and the last (True) for what looks back."""
    keys = [row.id for row in rows]
    ahead = [row.id for row in rows if row.starts_at.date() >= today]
    gone = [row.id for row in rows if row.starts_at.date() <= today]
    return {
        False: next(iter(ahead), keys[-1] if keys else None),
        True: gone[-1] if gone else next(iter(keys), None),
    }
