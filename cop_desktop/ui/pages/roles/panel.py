"""The panel beside the wheel: one role, who holds it, who comes next, and its card."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import Role
from cop_desktop.services import roles
from cop_desktop.services.roles import Holding
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.theme import ROLE_ICONS
from cop_desktop.ui.widgets import (
    Button,
    Card,
    Hairline,
    IconButton,
    IconTile,
    Label,
    ScrollPage,
    Well,
    Words,
)

from .assign import Assign
from .reading import Seats
from .terms import Terms
from .words import reason


class RolePanel(Card):
    """One role; everything in it is saved at once."""

    closed = Signal()
    role_chosen = Signal(object)  # Role

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.role: Role | None = None
        self.term: UUID | None = None
        self._seats: Seats | None = None
        self._head()
        self.page = ScrollPage(desk.look)
        self.page.body.setSpacing(desk.look.px(10))
        self.add(self.page, 1)
        self._fill()

    def show_role(self, role: Role, seats: Seats, term: UUID | None = None) -> None:
        """Show a role, with one of its terms open for editing."""
        another = role != self.role
        self.role, self._seats = role, seats
        if another:
            self._dress(role)
        self.assign.show_role(role, seats, anew=another)
        self._show_terms()
        self.open_term(term if term or another else self.term)
        if another:
            self.page.verticalScrollBar().setValue(0)

    def open_term(self, key: UUID | None) -> None:
        """Show the fields of a term of this role; None closes them."""
        term = self._seats.term(key) if self._seats else None
        self.term = term.id if term and term.role == self.role else None
        for rows in (self.holders, self.past):
            rows.choose(self.term)
        self.edit.setVisible(self.term is not None)
        if term and self.term:
            self._place_editor(self.holders if self.term in self.holders.rows else self.past)
            self.whose.setText(term.name)
            self.form.fill(
                {"since": term.since, "until": term.until, "note": term.note}, item=term.id
            )

    def _place_editor(self, under: QWidget) -> None:
        """The fields of a term stand right under the rows it is one of."""
        body = self.page.body
        if body.indexOf(self.edit) != body.indexOf(under) + 1:
            body.removeWidget(self.edit)
            body.insertWidget(body.indexOf(under) + 1, self.edit)

    # -- building ------------------------------------------------------------------------

    def _head(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self._tile = QHBoxLayout()
        self.name = Label(look, "", "title", elide=True)
        close = IconButton(look, "ph.x", _("Close"))
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addLayout(self._tile)
        row.addWidget(self.name, 1)
        row.addWidget(close)
        self.body.addLayout(row)

    def _fill(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        page = self.page
        self.purpose = Words(look, "", "muted")
        page.add(self.purpose)
        page.add(Label(look, _("Holders"), "strong"))
        self.empty = Label(look, _("A free seat"), "amber")
        page.add(self.empty)
        self.suggested = Words(look, "", "caption")
        page.add(self.suggested)
        self.holders = self._terms()
        self.edit = self._editor()
        self.assign = Assign(self.desk)
        self.assign.role_chosen.connect(self.role_chosen)
        self.assign.done.connect(self.open_term)
        page.add(self.assign)
        self.past_title = Label(look, _("Who held it before"), "strong")
        page.add(self.past_title)
        self.past = self._terms()
        page.add(self.edit)
        page.add(Hairline())
        self.card = QVBoxLayout()
        self.card.setSpacing(look.px(4))
        page.body.addLayout(self.card)
        page.body.addStretch(1)

    def _terms(self) -> Terms:
        rows = Terms(self.desk.look, self.desk.catalog)
        rows.chosen.connect(self._toggle)
        rows.end_asked.connect(self._end)
        rows.delete_asked.connect(self._delete)
        self.page.add(rows)
        return rows

    def _editor(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        well = Well(look)
        self.whose = Label(look, "", "strong", elide=True)
        well.add(self.whose)
        self.form = Form(look, _, self.desk.today(), day_words(_, self.desk.layers))
        self.form.add_date("since", _("Since"))
        self.form.add_date("until", _("End of term: first day without"))
        self.form.add_line("note", _("Note"))
        self.form.edited.connect(self._edited)
        well.add(self.form)
        delete = Button(look, _("Delete this term"), "ph.trash", "quiet")
        delete.clicked.connect(lambda: self._delete(self.term))
        well.add(delete)
        return well

    # -- showing -------------------------------------------------------------------------

    def _dress(self, role: Role) -> None:
        look, _ = self.desk.look, self.desk.catalog
        text = content(_.language).role(role)
        while item := self._tile.takeAt(0):
            if old := item.widget():
                old.deleteLater()
        colour = look.theme.roles[role]
        self._tile.addWidget(IconTile(look, ROLE_ICONS[role], colour=colour, size=36))
        self.name.setText(text.name)
        self.setAccessibleName(text.name)
        self.purpose.setText(text.purpose)
        self._show_card(role)

    def _show_card(self, role: Role) -> None:
        look, _ = self.desk.look, self.desk.catalog
        text = content(_.language).role(role)
        while item := self.card.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        parts: tuple[tuple[str, tuple[str, ...]], ...] = (
            (_("Three things to do"), text.things),
            (_("A question to ask"), (text.question,)),
            (_("Cares for"), (text.cares_for,)),
            (_("Leaves behind"), (text.leaves_behind,)),
        )
        for title, lines in parts:
            self.card.addWidget(Label(look, title, "caption"))
            for words in lines:
                self.card.addWidget(Words(look, f"• {words}" if len(lines) > 1 else words))
            self.card.addSpacing(look.px(6))

    def _show_terms(self) -> None:
        assert self._seats is not None
        assert self.role is not None
        today, mine = self.desk.today(), self._seats.of(self.role)
        over = [term for term in mine if term.until is not None and term.until <= today]
        here = [term for term in mine if term not in over]
        self.empty.setVisible(not any(term.runs(today) for term in here))
        proposal = self._seats.proposals.get(self.role)
        self.suggested.setVisible(proposal is not None)
        if proposal:
            self.suggested.setText(reason(proposal, self.desk.catalog))
        self.holders.show_terms(here, today)
        self.past_title.setVisible(bool(over))
        self.past.show_terms(over[::-1], today)

    # -- deeds ---------------------------------------------------------------------------

    def _toggle(self, key: UUID) -> None:
        self.open_term(None if key == self.term else key)
        if self.term:
            self.form.editor("since").setFocus()

    def _edited(self, name: str, value: Any) -> None:
        _, term = self.desk.catalog, self._term(self.term)
        try:
            with self.desk.store.write(_("Change a term: {name}", name=term.name)) as session:
                roles.change(session, term.id, {name: value})
        except UserError as problem:
            self.form.error(name, _.error(problem))

    def _end(self, key: UUID) -> None:
        _, term, today = self.desk.catalog, self._term(key), self.desk.today()
        with self.desk.store.write(_("End of term: {name}", name=term.name)) as session:
            roles.end(session, key, max(today, term.since))
        self.desk.toast(_("The term of {name} ended today.", name=term.name), undo=True)

    def _delete(self, key: UUID | None) -> None:
        _, term = self.desk.catalog, self._term(key)
        with self.desk.store.write(_("Delete a term: {name}", name=term.name)) as session:
            roles.remove(session, term.id)
        self.desk.toast(_("The term of {name} was deleted.", name=term.name), undo=True)

    def _term(self, key: UUID | None) -> Holding:
        assert self._seats is not None
        term = self._seats.term(key)
        assert term is not None
        return term
