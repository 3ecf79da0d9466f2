"""What the meeting leaves: a summary, decisions, and those of the meeting before."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.i18n import N_
from cop_desktop.services import decisions, meetings
from cop_desktop.services.decisions import DecisionRow
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People, people
from cop_desktop.ui.widgets import Button, Card, Field, Label, LineEdit, ScrollPage, TextArea

from .decision_line import DecisionLine
from .kept import Kept
from .tick import Tick
from .words import named


class SummaryTab(ScrollPage):
    """Everything is saved by itself; a new decision is a line and Enter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.row: MeetingRow | None = None
        look, _ = desk.look, desk.catalog
        self.before = Card(look, _("Decided last time"))
        self.earlier = _Lines(desk, self._change, self._remove)
        self.before.add(self.earlier)
        hint = _("What was spoken of, what we learnt, what is next")
        self.summary = TextArea(look, hint, lines=5)
        field = Field(look, _("Summary"), self.summary)
        self.kept = Kept(field, self._save_summary, _)
        self.sent = Tick(look, _("The summary was sent"))
        self.sent.clicked.connect(self._tick)
        self.sent_on = Label(look, "", "caption")
        self.lines = _Lines(desk, self._change, self._remove)
        self.new = LineEdit(look, _("A new decision, then Enter"))
        self.new.setAccessibleName(_("A new decision"))
        self.new.returnPressed.connect(self.add_decision)
        self._lay_out(field)

    def show_meeting(self, row: MeetingRow) -> None:
        """Show what the file has now."""
        anew = self.row is None or self.row.id != row.id
        if anew:
            self.flush()
        self.row = row
        desk, _ = self.desk, self.desk.catalog
        with desk.store.read() as session:
            rows = decisions.of(session, row.id)
            last = meetings.latest(session, desk.community_id, row.starts_at)
            earlier = decisions.of(session, last.id) if last else []
            who = people(session, desk.community_id, desk.today())
        self.kept.show_text(row.summary, anew=anew)
        self.sent.setChecked(row.summary_sent_on is not None)
        on = row.summary_sent_on
        self.sent_on.setText(formats.date_medium(on, _.language) if on else "")
        self.lines.show_rows(rows, who)
        self.earlier.show_rows(earlier, who)
        self.before.setVisible(bool(earlier))

    def flush(self) -> None:
        """Save what is still being typed."""
        self.kept.flush()
        self.lines.flush()
        self.earlier.flush()

    def add_decision(self) -> None:
        """Put down the typed line; the caret stays for the next one."""
        text = self.new.text().strip()
        if not text or self.row is None:
            return
        label = named(N_("Decision “{title}”"), text, self.desk.catalog)
        with self.desk.store.write(label) as session:
            decisions.add(session, self.row.id, {"text": text})
        self.new.clear()

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

    def _change(self, row: DecisionRow, values: dict[str, Any]) -> None:
        label = named(N_("Change the decision “{title}”"), row.text, self.desk.catalog)
        with self.desk.store.write(label) as session:
            decisions.change(session, row.id, values)

    def _remove(self, row: DecisionRow) -> None:
        _ = self.desk.catalog
        label = named(N_("Delete the decision “{title}”"), row.text, _)
        with self.desk.store.write(label) as session:
            decisions.remove(session, row.id)
        self.desk.toast(_("The decision was deleted."), undo=True)

    def _lay_out(self, field: Field) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.body.setSpacing(look.px(12))
        self.add(self.before)
        card = Card(look)
        card.add(field)
        line = QHBoxLayout()
        line.setSpacing(look.px(10))
        line.addWidget(self.sent)
        line.addWidget(self.sent_on)
        line.addStretch(1)
        card.body.addLayout(line)
        self.add(card)
        decided = Card(look, _("Decisions"))
        decided.add(self.lines)
        row = QHBoxLayout()
        row.addWidget(self.new, 1)
        button = Button(look, _("Add"), "ph.plus")
        button.clicked.connect(self.add_decision)
        row.addWidget(button)
        decided.body.addLayout(row)
        self.add(decided)
        self.body.addStretch(1)


class _Lines(QWidget):
    """Decisions below each other; lines that stay keep their widgets, and so their carets."""

    def __init__(
        self, desk: Desk,
        change: Callable[[DecisionRow, dict[str, Any]], None],
        remove: Callable[[DecisionRow], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self.desk, self._change, self._remove = desk, change, remove
        self._rows: dict[UUID, DecisionRow] = {}
        self.lines: dict[UUID, DecisionLine] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(desk.look.px(2))

    def show_rows(self, rows: list[DecisionRow], who: People) -> None:
        self._rows = {row.id: row for row in rows}
        for key in [key for key in self.lines if key not in self._rows]:
            gone = self.lines.pop(key)
            gone.blockSignals(True)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(rows):
            line = self.lines.get(row.id) or self._make(row.id)
            self._layout.insertWidget(place, line)
            line.show_decision(row, who, self.desk.today())

    def flush(self) -> None:
        for line in self.lines.values():
            line.kept.flush()

    def _make(self, key: UUID) -> DecisionLine:
        line = self.lines[key] = DecisionLine(self.desk, key)
        line.changed.connect(lambda key, values: self._change(self._rows[key], values))
        line.removed.connect(lambda key: self._remove(self._rows[key]))
        return line
