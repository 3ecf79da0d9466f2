"""What the meeting leaves: a summary, decisions, tasks, notes, and what the last one left open."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import NoteKind
from cop_desktop.services import actions, decisions, meetings, minutes, notes
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import people
from cop_desktop.ui.widgets import Button, Card, Field, Label, LineEdit, ScrollPage, TextArea
from cop_desktop.ui.widgets.tick import Tick

from .decision_line import DecisionLine
from .kept import Kept
from .line_list import LineList
from .line_steps import ACTIONS, DECISIONS, NOTES, Steps, add_row
from .note_line import NoteLine, kind_choice
from .words import named


class SummaryTab(ScrollPage):
    """Everything is saved by itself; a new decision, task or note is a line and Enter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.row: MeetingRow | None = None
        look, _ = desk.look, desk.catalog
        self.before = Card(look, _("Decided last time"))
        self.earlier = LineList(desk, DECISIONS, lambda key: DecisionLine(desk, key))
        self.before.add(self.earlier)
        hint = _("What we talked about, what we learned, what comes next")
        self.summary = TextArea(look, hint, lines=7)
        field = Field(look, _("Summary"), self.summary)
        field.label.hide()
        self.kept = Kept(field, self._save_summary, _)
        self.draft = Button(look, _("Draft from the notes"), "ph.magic-wand", "quiet")
        self.draft.clicked.connect(self.draft_summary)
        self.sent = Tick(look, _("The summary was sent"))
        self.sent.clicked.connect(self._tick)
        self.sent_on = Label(look, "", "caption")
        self.lines = LineList(desk, DECISIONS, lambda key: DecisionLine(desk, key))
        self.tasks = LineList(desk, ACTIONS, lambda key: DecisionLine(desk, key, task=True))
        self.notes = LineList(desk, NOTES, lambda key: NoteLine(desk, key))
        self.new = self._new_line(_("A new decision, then Enter"), _("A new decision"))
        self.new_task = self._new_line(_("A new task, then Enter"), _("A new task"))
        self.new_note = self._new_line(_("What was said or seen, then Enter"), _("A new note"))
        self.new.returnPressed.connect(self.add_decision)
        self.new_task.returnPressed.connect(self.add_task)
        self.new_note.returnPressed.connect(self.add_note)
        self.note_kind = kind_choice(desk)
        self.note_kind.setFixedWidth(look.px(164))
        self._lay_out(field)

    def show_meeting(self, row: MeetingRow) -> None:
        """Show what the file has now."""
        anew = self.row is None or self.row.id != row.id
        if anew:
            self.flush()
        self.row = row
        desk, _, today = self.desk, self.desk.catalog, self.desk.today()
        with desk.store.read() as session:
            decided = decisions.of(session, row.id)
            tasks, noted = actions.of(session, row.id), notes.of(session, row.id)
            last = meetings.latest(session, desk.community_id, row.starts_at)
            earlier = decisions.of(session, last.id) if last else []
            who = people(session, desk.community_id, today)
        self.kept.show_text(row.summary, anew=anew)
        self.sent.setChecked(row.summary_sent_on is not None)
        on = row.summary_sent_on
        self.sent_on.setText(formats.date_medium(on, _.language) if on else "")
        for lines, rows in ((self.lines, decided), (self.earlier, earlier), (self.tasks, tasks)):
            lines.show_rows(rows, lambda line, it: line.show_row(it, who, today))
        by_kind = sorted(noted, key=lambda it: list(NoteKind).index(it.kind))
        self.notes.show_rows(by_kind, lambda line, it: line.show_row(it, who))
        self.before.setVisible(bool(earlier))

    def flush(self) -> None:
        """Save what is still being typed."""
        self.kept.flush()
        for lines in (self.lines, self.earlier, self.tasks, self.notes):
            lines.flush()

    def add_decision(self) -> None:
        """Put down the typed line; the caret stays for the next one."""
        self._add(self.new, DECISIONS)

    def add_task(self) -> None:
        self._add(self.new_task, ACTIONS)

    def add_note(self) -> None:
        self._add(self.new_note, NOTES, kind=self.note_kind.value())

    def draft_summary(self) -> None:
        """Offer a text composed of what was noted; what is written already stays above it."""
        if self.row is None:
            return
        self.flush()
        _ = self.desk.catalog
        with self.desk.store.read() as session:
            told = minutes.of(session, self.row.id)
        text = minutes.draft(told, _)
        written = told.summary.strip()
        if text in written:
            self.desk.toast(_("The notes are in the summary already."))
            return
        label = named(N_("Draft the summary of “{title}”"), self.row.topic, _)
        with self.desk.store.write(label) as session:
            both = f"{written}\n\n{text}" if written else text
            meetings.change(session, self.row.id, {"summary": both})
        above = _("The draft was added below what was written. Edit it freely.")
        self.desk.toast(above if written else _("This is a draft. Edit it freely."), undo=True)
        self.summary.setFocus()
        self.ensureWidgetVisible(self.summary)

    def _add(self, line: LineEdit, steps: Steps, **more: Any) -> None:
        text = line.text().strip()
        if text and self.row is not None:
            add_row(self.desk, steps, self.row.id, {"text": text, **more})
            line.clear()

    def _save(self, step: str, **values: Any) -> None:
        if self.row is None:
            return
        with self.desk.store.write(named(step, self.row.topic, self.desk.catalog)) as session:
            meetings.change(session, self.row.id, values)

    def _save_summary(self, text: str) -> None:
        self._save(N_("Summary of “{title}”"), summary=text)

    def _tick(self, on: bool) -> None:
        day = self.desk.today() if on else None
        self._save(N_("Summary of “{title}” sent"), summary_sent_on=day)

    def _new_line(self, hint: str, name: str) -> LineEdit:
        line = LineEdit(self.desk.look, hint)
        line.setAccessibleName(name)
        return line

    # -- looks -----------------------------------------------------------------------------

    def _lay_out(self, field: Field) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.body.setSpacing(look.px(12))
        self.add(self.before)
        card = Card(look, _("Summary"), self.draft)
        card.add(field)
        line = QHBoxLayout()
        line.setSpacing(look.px(10))
        line.addWidget(self.sent)
        line.addWidget(self.sent_on)
        line.addStretch(1)
        card.body.addLayout(line)
        self.add(card)
        self.add(self._listed(_("Decisions"), self.lines, self.add_decision, self.new))
        self.add(self._listed(_("Tasks"), self.tasks, self.add_task, self.new_task))
        noting = (self.note_kind, self.new_note)
        self.add(self._listed(_("Notes, quotes, open issues"), self.notes, self.add_note, *noting))
        self.body.addStretch(1)

    def _listed(self, title: str, lines: QWidget, add: Any, *editors: QWidget) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        card = Card(look, title)
        card.add(lines)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for editor in editors:
            row.addWidget(editor, int(isinstance(editor, LineEdit)))
        button = Button(look, _("Add"), "ph.plus")
        button.clicked.connect(lambda _=False: add())
        row.addWidget(button)
        card.body.addLayout(row)
        return card
