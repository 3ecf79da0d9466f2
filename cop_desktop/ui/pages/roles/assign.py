"""Giving a role to somebody: who, since when, beside the others or in the place of one."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import Role
from cop_desktop.services import roles
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.people import offer
from cop_desktop.ui.theme import ROLE_ICONS
from cop_desktop.ui.widgets import Button, Well

from .reading import Seats


class Assign(Well):
    """A short form and its deed; what is refused is said under its field."""

    role_chosen = Signal(object)  # Role: look at another one
    done = Signal(object)  # UUID of the new term

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self._role: Role | None = None
        self._seats: Seats | None = None
        self._turn = 0
        look, _ = desk.look, desk.catalog
        self.form = Form(look, _, desk.today(), day_words(_, desk.layers))
        self.form.add_heading(_("Assign somebody"))
        words, icons = content(_.language), look.theme.roles
        self.form.add_choice("role", _("Role"), [(role, words.word(role)) for role in Role])
        for place, role in enumerate(Role):
            self.form.editor("role").setItemIcon(place, look.icon(ROLE_ICONS[role], icons[role]))
        self.form.add_line("member", _("Member"))
        self.form.add_choice("instead", _("In the place of"), [])
        self.since = self.form.add_date("since", _("Since"))
        self.form.edited.connect(self._edited)
        self.deed = Button(look, _("Assign"), "ph.user-plus")
        self.deed.clicked.connect(self.assign)
        self.form.editor("member").returnPressed.connect(self.assign)
        self.add(self.form)
        self.add(self.deed)

    def show_role(self, role: Role, seats: Seats, *, anew: bool) -> None:
        """Offer names for a role; what is half typed stays, unless it is another role."""
        self._role, self._seats = role, seats
        offer(self.form, "member", seats.people)
        self._show_holders(role, seats)
        if anew:
            self._start()
            proposal = seats.proposals.get(role)
            self.form.editor("member").setPlaceholderText(proposal.name if proposal else "")

    def _start(self) -> None:
        """Empty fields, today."""
        self._turn += 1
        fresh = {"role": self._role, "member": "", "instead": None, "since": self.desk.today()}
        self.form.fill(fresh, item=self._turn)
        self.form.error("member", "")

    def _show_holders(self, role: Role, seats: Seats) -> None:
        """Whose place may be taken; the row goes where nobody sits."""
        today, box = self.desk.today(), self.form.editor("instead")
        here = [term for term in seats.of(role) if term.runs(today)]
        before = box.value()
        box.clear()
        box.add(self.desk.catalog("nobody: beside them"), None)
        for term in here:
            box.add(term.name, term.id)
        box.set_value(before if any(term.id == before for term in here) else None)
        self.form.field("instead").setVisible(bool(here))

    def _edited(self, name: str, value: object) -> None:
        if name == "role":
            self.role_chosen.emit(value)
        elif name == "member" and value:
            try:
                self._who()
            except UserError as problem:
                self.form.error("member", self.desk.catalog.error(problem))

    def ask(self) -> None:
        """Put the caret where a name is typed."""
        self.form.editor("member").setFocus()

    def assign(self) -> None:
        """Give the role; a refusal goes under its field and nothing is lost."""
        self.form.settle()  # or the end of the edit would take the refusal back
        _, since = self.desk.catalog, self.since.day()
        if since is None:
            if not self.since.field.has_error:
                self.since.set_error(_("From which day? Write it as 1.12.2026."))
            return
        try:
            self._give(self._who(), since)
        except UserError as problem:
            self.form.error("member", _.error(problem))
            self.ask()

    def _who(self) -> UUID:
        assert self._seats is not None
        found = self._seats.people.find(self.form.editor("member").text())
        if found is None:
            raise UserError(N_("Who takes the role? Type a part of the name."))
        return found

    def _give(self, member_id: UUID, since: date) -> None:
        assert self._seats is not None
        assert self._role is not None
        _, instead = self.desk.catalog, self.form.editor("instead").value()
        name, role = self._seats.people.name_of(member_id), content(_.language).word(self._role)
        label = _("Hand over {role} to {name}") if instead else _("Assign {name}: {role}")
        with self.desk.store.write(_(label, name=name, role=role)) as session:
            term = (
                roles.hand_over(session, instead, member_id, since)
                if instead
                else roles.appoint(session, member_id, self._role, since)
            )
        self._start()
        self.desk.toast(_("{name} is assigned: {role}.", name=name, role=role), undo=True)
        self.done.emit(term)
