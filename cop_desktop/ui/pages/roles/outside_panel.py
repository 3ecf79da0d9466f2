"""One stakeholder: who keeps the tie, what the community serves of their aims, what comes next."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import organisations, stakeholders
from cop_desktop.services.stakeholders import StakeholderRow
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.people import People, offer
from cop_desktop.ui.widgets import Button, EmptyState, IconButton, ScrollCard, Words

FIELDS = {
    "name": N_("Name"),
    "title": N_("Post"),
    "organisation": N_("Organisation"),
    "broker": N_("Who keeps the tie"),
    "aim": N_("Which of their aims we serve"),
    "next_step": N_("Next step"),
    "met_on": N_("Last met"),
    "notes": N_("Notes of mine"),
}


class StakeholderPanel(ScrollCard):
    """Everything in it is saved at once."""

    remove_asked = Signal(object)  # UUID

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.row: StakeholderRow | None = None
        self._people = People({})
        self._build()
        self.show_stakeholder(None)

    def show_stakeholder(self, row: StakeholderRow | None, people: People | None = None) -> None:
        """Show one, or that none is chosen."""
        self.row, self._people = row, people or self._people
        self.page.setVisible(row is not None)
        self.none.setVisible(row is None)
        if row is None:
            return
        self.heading.setText(row.name)
        offer(self.form, "broker", self._people)
        self.met.setVisible(row.met_on != self.desk.today())
        values = {name: getattr(row, name) for name in FIELDS}
        self.form.fill(values, item=row.id)

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.heading = Words(look, "", "title")
        remove = IconButton(look, "ph.trash", _("Delete the stakeholder"))
        remove.clicked.connect(self._ask_removal)
        self.met = Button(look, _("We met today"), "ph.handshake")
        self.met.clicked.connect(self._met)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.form = self._form()
        self.page.body.addLayout(head)
        self.page.add(self.met)
        self.page.add(self.form)
        self.page.body.addStretch(1)
        why = _("Choose one in the list to see what was agreed and what comes next.")
        self.none = EmptyState(look, "ph.handshake", _("One stakeholder, close up"), why)
        self.add(self.none, 1)

    def _form(self) -> Form:
        desk, _ = self.desk, self.desk.catalog
        form = Form(desk.look, _, desk.today(), day_words(_, desk.layers))
        for name in ("name", "title", "organisation", "broker"):
            form.add_line(name, _(FIELDS[name]))
        form.add_text("aim", _(FIELDS["aim"]))
        form.add_line("next_step", _(FIELDS["next_step"]))
        form.add_date("met_on", _(FIELDS["met_on"]))
        form.add_text("notes", _(FIELDS["notes"]), note=_("Only you see these."))
        form.edited.connect(self._save)
        return form

    def _ask_removal(self) -> None:
        if self.row:
            self.remove_asked.emit(self.row.id)

    def _met(self) -> None:
        if self.row is None:
            return
        _, row = self.desk.catalog, self.row
        with self.desk.store.write(_("Met: {name}", name=row.name)) as session:
            stakeholders.met(session, row.id, self.desk.today())
        self.desk.toast(_("Noted: met {name} today.", name=row.name), undo=True)

    def _save(self, name: str, value: Any) -> None:
        """One field, one step to undo."""
        if self.row is None:
            return
        desk, _, row = self.desk, self.desk.catalog, self.row
        label = _("Change {field}: {who}", field=_(FIELDS[name]), who=row.name)
        try:
            with desk.store.write(label) as session:
                stakeholders.change(session, row.id, self._values(session, name, value))
        except UserError as problem:
            self.form.error(name, _.error(problem))

    def _values(self, session: Session, name: str, value: Any) -> dict[str, Any]:
        """A person and an organisation are written by name, and kept by key."""
        if name == "broker":
            return {"broker_id": self._people.find(value)}
        if name == "organisation":
            return {"organisation_id": organisations.named(session, value)}
        return {name: value}
