"""How a role passes on: who is beside it, what was handed over, and whom to ask next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.models.vocabulary import Role
from cop_desktop.services import apprentices
from cop_desktop.services.apprentices import Beside
from cop_desktop.services.rotation import Proposal
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Label, Words

from .beside_rows import BesideRows
from .reading import Seats
from .suggested import Suggested


class Passing(QWidget):
    """`wanted(term, name)`: make ready for somebody to take a seat, of a term that ends or free."""

    wanted = Signal(object, str)  # UUID of the term, or None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._seats: Seats | None = None
        self.beside = BesideRows(desk.look, desk.catalog)
        self.beside.begin_asked.connect(self._begin)
        self.beside.end_asked.connect(self._enough)
        self.from_whom = Label(desk.look, "", "caption")
        self.handed = Words(desk.look, "")
        self.suggested = Suggested(desk.look, desk.catalog)
        self.suggested.taken.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(6))
        for part in (self.beside, self.from_whom, self.handed, self.suggested):
            column.addWidget(part)

    def show_role(self, role: Role, seats: Seats) -> None:
        self._seats = seats
        self.beside.show_people([it for it in seats.beside if it.role == role])
        self.suggested.show_proposals(
            [it for it in seats.proposals if it.role == role],
            sum(it.role == role for it in seats.openings),
            self.desk.today(),
        )
        self._show_handed(role, seats)

    def _show_handed(self, role: Role, seats: Seats) -> None:
        """What whoever held it last left for those who hold it now."""
        _, today = self.desk.catalog, self.desk.today()
        over = [it for it in seats.of(role) if it.until and it.until <= today and it.handover]
        last = max(over, key=lambda it: it.until or today, default=None)
        for part in (self.from_whom, self.handed):
            part.setVisible(last is not None)
        if last:
            self.from_whom.setText(_("Handed over by {name}", name=last.name))
            self.handed.setText(last.handover)

    def _take(self, proposal: Proposal) -> None:
        self.wanted.emit(proposal.term.id if proposal.term else None, proposal.name)

    def _begin(self, it: Beside) -> None:
        """Whoever looked on takes the place of the holder whose term ends next, if one does."""
        assert self._seats is not None
        ending = [seat.term for seat in self._seats.openings if seat.role == it.role]
        running = [term for term in self._seats.of(it.role) if term.runs(self.desk.today())]
        term = next((term for term in ending if term), None)
        term = term or (running[0] if len(running) == 1 else None)
        self.wanted.emit(term.id if term else None, it.name)

    def _enough(self, it: Beside) -> None:
        _, today = self.desk.catalog, self.desk.today()
        with self.desk.store.write(_("No longer standing by: {name}", name=it.name)) as session:
            apprentices.stop(session, it.id, today)
        self.desk.toast(_("{name} no longer accompanies the role.", name=it.name), undo=True)
