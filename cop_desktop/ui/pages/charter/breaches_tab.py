"""The private log of broken rules: for the leader alone, to mend and not to blame."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models.method import Norm
from cop_desktop.services import breaches
from cop_desktop.services.breaches import BreachRow
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.widgets import (
    Button,
    Card,
    EmptyState,
    Field,
    IconButton,
    Line,
    LineEdit,
    ListRow,
    SplitDetail,
    Words,
)

FIELDS = {
    "text": N_("What happened"),
    "noted_on": N_("When"),
    "norm": N_("Which rule"),
    "agreed": N_("What was agreed"),
    "settled_on": N_("Settled on"),
}


class BreachesTab(QWidget):
    """A line to note something, the list, and the one that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.rows: dict[UUID, BreachRow] = {}
        self.lines: dict[UUID, ListRow] = {}
        self.chosen: UUID | None = None
        look, _ = desk.look, desk.catalog
        private = _("Only for you: it stays in this file and is part of no paper and no export.")
        self.private = Card(look)
        self.private.add(Line(look, "ph.lock-simple", Words(look, private), look.theme.accent))
        self.log = self._log()
        self.entry = self._entry()
        self.empty = self._empty()
        beside = QWidget()
        layers = QVBoxLayout(beside)
        layers.setContentsMargins(0, 0, 0, 0)
        layers.addWidget(self.entry)
        layers.addWidget(self.empty)
        layers.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(look.px(16))
        page.addWidget(self.private)
        page.addWidget(SplitDetail(look, self.log, beside, width=460, least=360))
        page.addStretch(1)

    def show_log(self, rows: Sequence[BreachRow]) -> None:
        self.rows = {row.id: row for row in rows}
        self._fill()
        if self.chosen not in self.rows:
            self.chosen = rows[0].id if rows else None
        self.choose(self.chosen)

    def choose(self, key: UUID | None) -> None:
        """Show one entry beside the list."""
        self.chosen = key
        for each, line in self.lines.items():
            line.choose(each == key)
        row = self.rows.get(key) if key else None
        self.entry.setVisible(row is not None)
        self.empty.setVisible(row is None)
        if row:
            self.form.fill({name: getattr(row, name) for name in FIELDS}, item=row.id)
            self.settle.setVisible(row.settled_on is None)

    def note(self) -> None:
        """Write down what stands in the line."""
        desk, _ = self.desk, self.desk.catalog
        try:
            with desk.store.write(_("Note in the private log")) as session:
                told = {"text": self.line.text(), "noted_on": desk.today()}
                key = breaches.add(session, desk.community_id, told)
        except UserError as problem:
            self.field.set_error(_.error(problem))
            return
        self.field.set_error("")
        self.line.clear()
        self.choose(key)

    # -- inside --------------------------------------------------------------------------

    def _fill(self) -> None:
        _ = self.desk.catalog
        held = next((key for key, line in self.lines.items() if line.hasFocus()), None)
        for old in self.lines.values():
            old.hide()
            old.deleteLater()
        self.lines = {row.id: self._row(row) for row in self.rows.values()}
        for line in self.lines.values():
            self._list.addWidget(line)
        if held in self.lines:
            self.lines[held].setFocus()

    def _row(self, row: BreachRow) -> ListRow:
        _ = self.desk.catalog
        day = formats.date_medium(row.noted_on, _.language)
        settled = row.settled_on is not None
        told = formats.dotted(day, _("settled") if settled else _("waits"))
        first = " ".join(row.text.split())
        line = ListRow(
            self.desk.look, "ph.check-circle" if settled else "ph.circle-dashed", first, told,
            tone="quiet" if settled else "amber",
        )  # fmt: skip
        line.clicked.connect(lambda: self.choose(row.id))
        line.delete_asked.connect(lambda: self._remove(row.id))
        return line

    def _save(self, name: str, value: Any) -> None:
        desk, _ = self.desk, self.desk.catalog
        if self.chosen is None:
            return
        try:
            with desk.store.write(_("Change in the private log")) as session:
                breaches.change(session, self.chosen, {name: value})
        except UserError as problem:
            self.form.error(name, _.error(problem))

    def _settle(self) -> None:
        if self.chosen:
            self.form.settle()
            self._save("settled_on", self.desk.today())

    def _remove(self, key: UUID | None) -> None:
        desk, _ = self.desk, self.desk.catalog
        if key is None:
            return
        with desk.store.write(_("Delete from the private log")) as session:
            breaches.remove(session, key)
        desk.toast(_("The entry was deleted."), undo=True)

    def _log(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        card = Card(look, _("Private log"))
        self.line = LineEdit(look, _("A few words, without blame"))
        self.line.returnPressed.connect(self.note)
        add = Button(look, _("Write down"), "ph.plus")
        add.clicked.connect(self.note)
        self.field = Field(look, _("What happened"), self.line, beside=add)
        card.add(self.field)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        card.body.addLayout(self._list)
        card.body.addStretch(1)
        return card

    def _entry(self) -> Card:
        desk, _ = self.desk, self.desk.catalog
        remove = IconButton(desk.look, "ph.trash", _("Delete the entry"))
        remove.clicked.connect(lambda: self._remove(self.chosen))
        card = Card(desk.look, _("What happened, and how it was mended"), remove)
        form = self.form = Form(desk.look, _, desk.today(), day_words(_, desk.layers))
        form.add_text("text", _(FIELDS["text"]), lines=3)
        form.add_date("noted_on", _(FIELDS["noted_on"]))
        rules: list[tuple[Norm | None, str]] = [(None, _("None of the rules"))]
        rules += [(norm, method(_.language).norm(norm)) for norm in Norm]
        form.add_choice("norm", _(FIELDS["norm"]), rules)
        form.add_text("agreed", _(FIELDS["agreed"]), lines=3)
        form.add_date("settled_on", _(FIELDS["settled_on"]))
        form.edited.connect(self._save)
        card.add(form)
        self.settle = Button(desk.look, _("Settled today"), "ph.check")
        self.settle.clicked.connect(self._settle)
        line = QHBoxLayout()
        line.addWidget(self.settle, 0, Qt.AlignmentFlag.AlignLeading)
        card.body.addLayout(line)
        return card

    def _empty(self) -> Card:
        look, text = self.desk.look, content(self.desk.catalog.language).empty("breaches")
        step = Button(look, text.first_step, "ph.note-pencil")
        step.clicked.connect(lambda _on: self.line.setFocus())
        card = Card(look)
        card.setMinimumHeight(look.px(320))
        card.add(EmptyState(look, "ph.leaf", text.title, text.why, step, width=320), 1)
        return card
