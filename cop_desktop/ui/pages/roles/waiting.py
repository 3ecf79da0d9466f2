"""Places waiting for somebody: free seats and terms that end, and whom to ask."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.models.vocabulary import Role
from cop_desktop.services.rotation import Opening
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.theme import ROLE_ICONS
from cop_desktop.ui.widgets import Button, Label, ListRow, Words

from .reading import Seats
from .words import ends, reason_in_short

AT_ONCE = 2
FREE = date.min


class Waiting(QWidget):
    """`asked(opening)`: look at a role and ask somebody."""

    asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.rows: dict[Role, ListRow] = {}  # of a role's first opening
        self._all = False  # asked for, beside the first ones
        self._seats: Seats | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self.title = Label(look, _("Open seats"), "strong")
        self.full = Words(look, _("Every role is held. When terms end, seats will wait here."),
                          "muted")  # fmt: skip
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(2))
        self.more = Button(look, "", "ph.caret-down", "quiet")
        self.more.clicked.connect(self._show_all)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.more)
        column.addLayout(head)
        column.addWidget(self.full)
        column.addLayout(self._list)

    def show_seats(self, seats: Seats) -> None:
        self._seats = seats
        empty(self._list)
        self.rows.clear()
        # what is free now, then what will be, the nearest end first
        waiting = sorted(seats.openings, key=lambda it: (it.term.ends if it.term else None) or FREE)
        shown = waiting if self._all else waiting[:AT_ONCE]
        self.full.setVisible(not waiting)
        for opening in shown:
            self._list.addWidget(self._row(opening, seats))
        rest, _ = len(waiting) - len(shown), self.desk.catalog
        self.more.setVisible(rest > 0)
        self.more.set_words(_.plural("{n} more to come", "{n} more to come", rest))

    def _show_all(self) -> None:
        assert self._seats is not None
        self._all = True
        self.show_seats(self._seats)
        item = self._list.itemAt(AT_ONCE)
        if fresh := item.widget() if item else None:
            fresh.show()  # a layout shows what is new only later
            fresh.setFocus()

    def _row(self, opening: Opening, seats: Seats) -> ListRow:
        look, _ = self.desk.look, self.desk.catalog
        role, proposal = opening.role, seats.proposal(opening.role, opening.term)
        text, colour = content(_.language).role(role), look.theme.roles[role]
        why = ends(opening.term, self.desk.today(), _) if opening.term else ""
        whom = reason_in_short(proposal, _) if proposal else ""
        second = formats.dotted(why, whom) or text.purpose
        row = ListRow(look, ROLE_ICONS[role], text.name, second, _("Assign"), colour=colour)
        row.action.setAccessibleName(_("Assign: {role}", role=text.name))
        row.setToolTip(text.purpose)
        row.clicked.connect(lambda: self.asked.emit(opening))
        row.acted.connect(lambda: self.asked.emit(opening))
        self.rows.setdefault(role, row)
        return row
