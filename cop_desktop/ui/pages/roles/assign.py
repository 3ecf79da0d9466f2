"""Giving a role to somebody: to hold it, in the place of one, or first to look on."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal

from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models.method import Apprenticeship
from cop_desktop.models.vocabulary import Role
from cop_desktop.services import apprentices, roles
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.people import offer
from cop_desktop.ui.theme import ROLE_ICONS
from cop_desktop.ui.widgets import Button, Well

from .reading import Seats

HOLD, SHADOW = Apprenticeship.HOLD, Apprenticeship.SHADOW
_DONE = {
    HOLD: N_("{name} is assigned: {role}."),
    SHADOW: N_("{name} looks on from now: {role}."),
}


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
        ways = [(way, method(_.language).apprenticeship(way).title) for way in (HOLD, SHADOW)]
        self.form.add_choice("way", _("In which way"), ways)
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
            proposal = seats.proposal(role)
            self.form.editor("member").setPlaceholderText(proposal.name if proposal else "")

    def offer_seat(self, term: UUID | None, name: str = "") -> None:
        """Make ready for one who takes the place of a term, by name if that is known."""
        self._start()
        self.form.editor("instead").set_value(term)
        self.form.editor("member").setText(name)
        (self.deed if name else self.form.editor("member")).setFocus()

    def _start(self) -> None:
        """Empty fields, today."""
        self._turn += 1
        fresh = {"role": self._role, "member": "", "way": HOLD, "instead": None,
                 "since": self.desk.today()}  # fmt: skip
        self.form.fill(fresh, item=self._turn)
        self.form.error("member", "")
        self._show_way()

    def _show_way(self) -> None:
        """Whoever only looks on takes nobody's place."""
        holds, box = self.form.editor("way").value() == HOLD, self.form.editor("instead")
        self.form.field("instead").setVisible(holds and box.count() > 1)
        self.deed.set_words(self.desk.catalog("Assign" if holds else "Looks on"))

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
        self._show_way()

    def _edited(self, name: str, value: object) -> None:
        if name == "role":
            self.role_chosen.emit(value)
        elif name == "way":
            self._show_way()
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
        _, way = self.desk.catalog, self.form.editor("way").value()
        instead = self.form.editor("instead").value() if way == HOLD else None
        name, role = self._seats.people.name_of(member_id), content(_.language).word(self._role)
        label = _("Hand over {role} to {name}") if instead else _("Assign {name}: {role}")
        label = _("{name} looks on: {role}") if way == SHADOW else label
        with self.desk.store.write(_(label, name=name, role=role)) as session:
            if way == SHADOW:
                term = apprentices.shadow(session, member_id, self._role, since)
            elif instead:
                term = apprentices.pass_on(session, instead, member_id, since)
            else:
                term = roles.appoint(session, member_id, self._role, since)
        self._start()
        self.desk.toast(_(_DONE[way], name=name, role=role), undo=True)
        self.done.emit(term)
