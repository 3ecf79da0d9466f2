"""The panel beside the wheel: one role, who holds it, who comes next, and its card."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import Role
from cop_desktop.services import role_prompts, roles
from cop_desktop.services.role_prompts import Item
from cop_desktop.services.roles import Holding
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.theme import ROLE_ICONS
from cop_desktop.ui.widgets import (
    Button,
    Card,
    Hairline,
    IconButton,
    IconTile,
    Label,
    ScrollPage,
    Words,
)

from .assign import Assign
from .at_work import AtWork
from .passing import Passing
from .reading import Seats
from .role_card import RoleCard
from .term_editor import TermEditor
from .terms import Terms


class RolePanel(Card):
    """One role; everything in it is saved at once."""

    closed = Signal()
    role_chosen = Signal(object)  # Role
    stakeholders_asked = Signal(object)  # UUID of one of them, or None

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
        self._show_prompts()
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
            self.edit.show_term(term, term.role)

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
        self.at_work = AtWork(look, _)
        self.at_work.opened.connect(self._open)
        page.add(self.at_work)
        self.outside = Button(look, _("Stakeholders"), "ph.handshake", "quiet")
        self.outside.clicked.connect(lambda: self.stakeholders_asked.emit(None))
        page.add(self.outside)
        page.add(Hairline())
        page.add(Label(look, _("Holders"), "strong"))
        self.empty = Label(look, _("A free seat"), "amber")
        page.add(self.empty)
        self.holders = self._terms()
        self.passing = Passing(self.desk)
        page.add(self.passing)
        self.edit = TermEditor(self.desk)
        self.form = self.edit.form
        self.edit.edited.connect(self._edited)
        self.edit.delete_asked.connect(lambda: self._delete(self.term))
        self.assign = Assign(self.desk)
        self.assign.role_chosen.connect(self.role_chosen)
        self.assign.done.connect(self.open_term)
        self.passing.wanted.connect(self.assign.offer_seat)
        page.add(self.assign)
        self.past_title = Label(look, _("Who held it before"), "strong")
        page.add(self.past_title)
        self.past = self._terms()
        page.add(self.edit)
        page.add(Hairline())
        self.card = RoleCard(look, _)
        page.add(self.card)
        page.body.addStretch(1)

    def _terms(self) -> Terms:
        rows = Terms(self.desk.look, self.desk.catalog)
        rows.chosen.connect(self._toggle)
        rows.end_asked.connect(self._end)
        rows.delete_asked.connect(self._delete)
        self.page.add(rows)
        return rows

    # -- showing -------------------------------------------------------------------------

    def _dress(self, role: Role) -> None:
        look, _ = self.desk.look, self.desk.catalog
        text = content(_.language).role(role)
        empty(self._tile)
        colour = look.theme.roles[role]
        self._tile.addWidget(IconTile(look, ROLE_ICONS[role], colour=colour, size=36))
        self.name.setText(text.name)
        self.setAccessibleName(text.name)
        self.purpose.setText(text.purpose)
        self.card.show_role(role)

    def _show_terms(self) -> None:
        assert self._seats is not None
        assert self.role is not None
        today, mine = self.desk.today(), self._seats.of(self.role)
        over = [term for term in mine if term.until is not None and term.until <= today]
        here = [term for term in mine if term not in over]
        self.empty.setVisible(not any(term.runs(today) for term in here))
        self.passing.show_role(self.role, self._seats)
        self.holders.show_terms(here, today)
        self.past_title.setVisible(bool(over))
        self.past.show_terms(over[::-1], today)

    def _show_prompts(self) -> None:
        assert self.role is not None
        desk = self.desk
        with desk.store.read() as session:
            told = role_prompts.of_role(session, desk.community_id, desk.today(), self.role)
        self.at_work.show_prompts(self.role, told)
        self.outside.setVisible(self.role is Role.BROKERS)

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

    def _open(self, item: Item) -> None:
        """Go where an item is seen to."""
        if item.place == "roles":
            self.stakeholders_asked.emit(item.id)
        else:
            self.desk.open_place(item.place, item.id)

    def _term(self, key: UUID | None) -> Holding:
        assert self._seats is not None
        term = self._seats.term(key)
        assert term is not None
        return term
