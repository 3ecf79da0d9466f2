"""The fields of one term: its days, its planned end, and what it hands over."""

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from cop_desktop.content.method import method
from cop_desktop.models.vocabulary import Role
from cop_desktop.services.roles import Holding
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.widgets import Button, Label, Well, Words


class TermEditor(Well):
    """`edited(name, value)` of a term; `delete_asked` of the whole of it."""

    edited = Signal(str, object)
    delete_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        look, _ = desk.look, desk.catalog
        self.desk = desk
        self.whose = Label(look, "", "strong", elide=True)
        self.form = Form(look, _, desk.today(), day_words(_, desk.layers))
        self.form.add_date("since", _("Since"))
        self.form.add_date("planned_until", _("Planned end"))
        self.form.add_date("until", _("End of term: first day without"))
        self.form.add_line("note", _("Note"))
        self.form.add_text("handover", _("To hand over"), lines=4)
        self.asks = Words(look, "", "caption")
        delete = Button(look, _("Delete this term"), "ph.trash", "quiet")
        delete.clicked.connect(self.delete_asked)
        self.form.edited.connect(self.edited)
        for part in (self.whose, self.form, self.asks, delete):
            self.add(part)

    def show_term(self, term: Holding, role: Role) -> None:
        _ = self.desk.catalog
        self.whose.setText(term.name)
        self.asks.setText("\n".join(method(_.language).role(role).handing_over))
        values: dict[str, date | str | UUID | Any] = {
            name: getattr(term, name)
            for name in ("since", "planned_until", "until", "note", "handover")
        }
        self.form.fill(values, item=term.id)
