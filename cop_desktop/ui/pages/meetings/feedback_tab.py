"""Feedback about a meeting: forms typed in or pasted, what they say, what is concluded."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import conclusions, feedback, meetings
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Card, LineEdit, ScrollPage, SplitDetail

from .conclusion_line import ConclusionLine
from .feedback_entry import FeedbackEntry
from .feedback_results import FeedbackResults
from .line_list import LineList
from .line_steps import CONCLUSIONS, add_row
from .words import named


class FeedbackTab(ScrollPage):
    """Each form is a step of its own that Undo takes back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.row: MeetingRow | None = None
        look, _ = desk.look, desk.catalog
        self.entry = FeedbackEntry(desk)
        self.entry.written.connect(self._write)
        self.entry.remove_asked.connect(self._remove)
        self.results = FeedbackResults(desk)
        self.lines = LineList(desk, CONCLUSIONS, lambda key: ConclusionLine(desk, key))
        self.new = LineEdit(look, _("What will be done differently? Then Enter"))
        self.new.setAccessibleName(_("A new conclusion"))
        self.new.returnPressed.connect(self.add_conclusion)
        self.entry.paste.clicked.connect(self.bring_in)
        self._lay_out()

    def show_meeting(self, row: MeetingRow) -> None:
        """Show what the file has now."""
        if self.row is None or self.row.id != row.id:
            self.flush()
            self.entry.start()
        self.row = row
        desk = self.desk
        with desk.store.read() as session:
            forms = feedback.forms(session, row.id)
            results = feedback.results(session, row.id)
            learnt = conclusions.of(session, row.id)
            later = [
                (it.id, it.topic)
                for it in meetings.every(session, desk.community_id)
                if it.starts_at > row.starts_at and it.state != MeetingState.CANCELLED
            ]
        self.entry.show_forms(forms)
        self.results.show_results(results)
        self.lines.show_rows(learnt, lambda line, it: line.show_row(it, later))

    def take_focus(self) -> None:
        """The keyboard goes to the first statement."""
        self.entry.rows.setFocus()

    def flush(self) -> None:
        """Save what is still being typed; a form that was begun is kept as it stands."""
        self.lines.flush()
        if self.entry.begun:
            self.entry.enter()

    def add_conclusion(self) -> None:
        """Put down the typed line; the caret stays for the next one."""
        text = self.new.text().strip()
        if text and self.row is not None:
            add_row(self.desk, CONCLUSIONS, self.row.id, {"text": text})
            self.new.clear()

    def bring_in(self) -> None:
        """Look at pasted answers before they come in."""
        from .feedback_paste import FeedbackPaste  # reading lists loads when asked for

        if self.row:
            FeedbackPaste(self.desk, self.row, self.window()).open()

    def _write(self, key: UUID | None, values: dict[str, Any]) -> None:
        if self.row is None:
            return
        step = N_("Correct a form of “{title}”") if key else N_("Feedback on “{title}”")
        with self.desk.store.write(named(step, self.row.topic, self.desk.catalog)) as session:
            if key:
                feedback.change(session, key, values)
            else:
                feedback.add(session, self.row.id, values)

    def _remove(self, key: UUID) -> None:
        if self.row is None:
            return
        _ = self.desk.catalog
        label = named(N_("Delete a form of “{title}”"), self.row.topic, _)
        with self.desk.store.write(label) as session:
            feedback.remove(session, key)
        self.desk.toast(_("The form was deleted."), undo=True)

    def _lay_out(self) -> None:
        look = self.desk.look
        self.body.setSpacing(look.px(12))
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self.entry)
        column.addWidget(self._learnt())
        column.addStretch(1)
        self.add(SplitDetail(look, work, self.results, width=400))
        self.body.addStretch(1)
        self.entry.order_keys()  # once all stands in its place: moving a widget loses its turn

    def _learnt(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        card = Card(look, _("What we conclude"))
        card.add(self.lines)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.new, 1)
        button = Button(look, _("Add"), "ph.plus")
        button.clicked.connect(self.add_conclusion)
        row.addWidget(button)
        card.body.addLayout(row)
        return card
