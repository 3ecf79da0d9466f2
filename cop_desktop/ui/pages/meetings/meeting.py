"""One meeting: what it is called, when and where, and its six sides in tabs."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cop_desktop import calendar, formats
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import live, meetings
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.menu_place import open_below
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.widgets import Button, Chip, IconButton, Label, Tabs, Words

from .agenda_tab import AgendaTab
from .attendance_tab import AttendanceTab
from .caret import Caret
from .details_tab import DetailsTab
from .feedback_tab import FeedbackTab
from .materials_tab import MaterialsTab
from .summary_tab import SummaryTab
from .words import named, when, where

Side = AgendaTab | AttendanceTab | SummaryTab | FeedbackTab | MaterialsTab | DetailsTab
SIDES = (AgendaTab, AttendanceTab, SummaryTab, FeedbackTab, MaterialsTab, DetailsTab)
ROOM_FOR_SHEET = 860  # px at 100 %


class MeetingView(QWidget):
    """`left` when one goes back to the year; `opened(id)` for another meeting; `live_asked`."""

    left = Signal()
    live_asked = Signal()
    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.row: MeetingRow | None = None
        look, _ = desk.look, desk.catalog
        words = [_("Agenda"), _("Attendance"), _("Summary and decisions"), _("Feedback"),
                 _("Materials"), _("Details")]  # fmt: skip
        self.tabs = Tabs(look, words)
        self.tabs.chosen.connect(self._show_side)
        self.stack = Stack()
        self._sides: dict[int, Side] = {}  # made when first looked at
        self._make: list[Callable[[], Side]] = [partial(kind, desk) for kind in SIDES]
        self._lay_out()

    @property
    def side(self) -> Side:
        return self._sides[self.tabs.index]

    def show_meeting(self, row: MeetingRow) -> None:
        """Show a meeting as the file has it now; the open tab stays open."""
        _ = self.desk.catalog
        self.row = row
        number = _("Meeting {n}", n=row.number) if row.number else _("Cancelled meeting")
        self.crumb.setText(number)
        self.title.setText(row.topic)
        self.facts.setText(formats.dotted(when(row, _), where(row)))
        cancelled = row.state == MeetingState.CANCELLED
        self.state.setVisible(cancelled)
        with self.desk.store.read() as session:
            on = live.course(session, row.id).on
        self.live.set_words(_("Back to the live screen") if on else _("Start the meeting"))
        self.live.setVisible(on or row.state == MeetingState.PLANNED)
        self._show_side(self.tabs.index)

    def _show_side(self, index: int) -> None:
        if self.row is None:
            return
        if index not in self._sides:
            self._sides[index] = self._make[index]()
            self.stack.addWidget(self._sides[index])
        self._sides[index].show_meeting(self.row)
        self.stack.setCurrentWidget(self._sides[index])

    @property
    def commands(self) -> list[QAction]:
        """What can be done to the side that is open."""
        return self.side.commands if isinstance(self.side, AgendaTab) else []

    def keep(self) -> None:
        """The meeting as it is planned becomes one to start from."""
        self.open_side(0)
        if isinstance(self.side, AgendaTab):
            self.side.library.keep_meeting()

    def take_focus(self) -> None:
        """The keyboard goes where one works: into the agenda or the sheet."""
        if isinstance(self.side, AgendaTab):
            self.side.take_focus()
        elif isinstance(self.side, AttendanceTab):
            self.side.list.setFocus()
        elif isinstance(self.side, FeedbackTab):
            self.side.take_focus()

    # -- deeds ---------------------------------------------------------------------------

    def print_paper(self, key: str) -> None:
        """Preview the handout or the sign-in sheet of this meeting."""
        from cop_desktop.ui.dialogs.paper import PaperDialog  # the PDF side loads when asked for

        if self.row:
            PaperDialog(self.desk, key, self.row.id, self.window()).open()

    def print_pack(self) -> None:
        """Everything for this meeting, in one file or to the printer."""
        from cop_desktop.ui.dialogs.packing import PackDialog  # as above

        if self.row:
            PackDialog(self.desk, self.row.id, self.window()).open()

    def duplicate(self) -> None:
        """The same meeting again, on the first free day four weeks later."""
        if not self.row:
            return
        _, old = self.desk.catalog, self.row.starts_at
        wanted = max(old.date() + timedelta(weeks=4), self.desk.today())
        layers, today = self.desk.layers(), self.desk.today()
        day = calendar.nearest_free(wanted, layers, not_before=today) or wanted
        with self.desk.store.write(named(N_("Duplicate “{title}”"), self.row.topic, _)) as session:
            key = meetings.duplicate(session, self.row.id, datetime.combine(day, old.time()))
        self.opened.emit(key)
        self.desk.toast(_("The meeting was duplicated, with its agenda."), undo=True)

    def set_state(self, state: MeetingState) -> None:
        if not self.row:
            return
        _, topic = self.desk.catalog, self.row.topic
        cancel = state == MeetingState.CANCELLED
        label = named(N_("Cancel “{title}”") if cancel else N_("Restore “{title}”"), topic, _)
        with self.desk.store.write(label) as session:
            meetings.change(session, self.row.id, {"state": state})
        told = N_("“{title}” was cancelled.") if cancel else N_("“{title}” is planned again.")
        self.desk.toast(_(told, title=topic), undo=True)

    def delete(self) -> None:
        """Delete the meeting with all it holds; the toast takes it back."""
        if not self.row:
            return
        _, row = self.desk.catalog, self.row
        with self.desk.store.write(named(N_("Delete “{title}”"), row.topic, _)) as session:
            meetings.remove(session, row.id)
        self.desk.toast(_("“{title}” was deleted.", title=row.topic), undo=True)

    def _open_menu(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        menu = QMenu(self)
        menu.setLayoutDirection(look.direction)
        cancelled = self.row is not None and self.row.state == MeetingState.CANCELLED
        other = MeetingState.PLANNED if cancelled else MeetingState.CANCELLED
        deeds: list[tuple[str, str, Callable[[], None]]] = [
            ("ph.file-text", _("Participants' handout"), partial(self.print_paper, "handout")),
            ("ph.clipboard-text", _("Sign-in sheet"), partial(self.print_paper, "sign-in")),
            ("ph.timer", _("Live screen"), self.live_asked.emit),
            ("ph.copy-simple", _("Duplicate the meeting"), self.duplicate),
            ("ph.bookmark-simple", _("Save the meeting as a template"), self.keep),
            ("ph.prohibit", _("Plan it again") if cancelled else _("Cancel the meeting"),
             partial(self.set_state, other)),
            ("ph.trash", _("Delete the meeting"), self.delete),
        ]  # fmt: skip
        for icon, words, deed in deeds:
            action = menu.addAction(look.icon(icon), words)
            action.triggered.connect(lambda _=False, deed=deed: deed())
        open_below(menu, self.more, look)

    # -- looks ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where room is short, the sheet is in the menu and in the pack only."""
        look = self.desk.look
        self.sheet.setVisible(look.roomy or event.size().width() >= look.px(ROOM_FOR_SHEET))
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        look = self.desk.look
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._breadcrumb())
        page.addLayout(self._head())
        # large text wraps, small text keeps to its line
        self.facts = (
            Words(look, "", "muted") if look.roomy else Label(look, "", "muted", elide=True)
        )
        page.addWidget(self.facts)
        page.addSpacing(look.px(6))
        page.addWidget(self.tabs)
        page.addSpacing(look.px(12))
        page.addWidget(self.stack, 1)

    def _breadcrumb(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        self.back = Button(look, _("Meetings"), "ph.arrow-left", "quiet")
        self.back.clicked.connect(self.left)
        self.crumb = Label(look, "", "caption")
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        line.addWidget(self.back)
        line.addWidget(Caret(look))
        line.addWidget(self.crumb)
        line.addStretch(1)
        return line

    def _head(self) -> QBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        self.title = Label(look, "", "page", elide=True)
        self.state = Chip(look, _("Cancelled"), "ph.prohibit", "brick")
        self.sheet = Button(look, _("Sign-in sheet"), "ph.clipboard-text")
        self.sheet.clicked.connect(partial(self.print_paper, "sign-in"))
        self.live = Button(look, _("Start the meeting"), "ph.timer")
        self.live.clicked.connect(self.live_asked)
        self.print = Button(look, _("Print the pack"), "ph.printer", "primary")
        self.print.clicked.connect(self.print_pack)
        self.more = IconButton(look, "ph.dots-three", _("More"))
        self.more.clicked.connect(self._open_menu)
        way = QBoxLayout.Direction
        line = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight)
        line.setSpacing(look.px(8))
        words, deeds = QHBoxLayout(), QHBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.state)
        words.addStretch(1)
        parts = (self.more, self.sheet, self.live, self.print)
        for part in reversed(parts) if look.roomy else parts:
            deeds.addWidget(part)
        if look.roomy:
            deeds.addStretch(1)
        line.addLayout(words, 1)
        line.addLayout(deeds)
        return line

    def open_side(self, index: int) -> None:
        self.tabs.choose(index)

    @property
    def meeting_id(self) -> UUID | None:
        return self.row.id if self.row else None
