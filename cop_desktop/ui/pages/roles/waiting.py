"""Places waiting for somebody: empty roles, what each is for, and who might fit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.ui.theme import ROLE_ICONS, Look
from cop_desktop.ui.widgets import Label, ListRow, Words

from .reading import Seats
from .words import reason, reason_in_short


class Waiting(QWidget):
    """`asked(role)`: look at a role and ask somebody."""

    asked = Signal(object)

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        self.look, self._ = look, _
        self.rows: dict[Role, ListRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self.title = Label(look, _("Open seats"), "strong")
        self.full = Words(look, _("Every role is held. When terms end, seats will wait here."),
                          "muted")  # fmt: skip
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(2))
        column.addWidget(self.title)
        column.addWidget(self.full)
        column.addLayout(self._list)

    def show_seats(self, seats: Seats) -> None:
        while item := self._list.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.rows.clear()
        empty = [seat.role for seat in seats.now.seats if not seat.holders]
        self.full.setVisible(not empty)
        for role in empty:
            self._list.addWidget(self._row(role, seats))

    def _row(self, role: Role, seats: Seats) -> QWidget:
        look, _ = self.look, self._
        text, colour = content(_.language).role(role), look.theme.roles[role]
        row = ListRow(look, ROLE_ICONS[role], text.name, text.purpose, _("Assign"), colour=colour)
        row.action.setAccessibleName(_("Assign: {role}", role=text.name))
        row.clicked.connect(lambda: self.asked.emit(role))
        row.acted.connect(lambda: self.asked.emit(role))
        self.rows[role] = row
        if role not in seats.proposals:
            return row
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, look.px(4))
        column.setSpacing(0)
        column.addWidget(row)
        why = Label(look, reason_in_short(seats.proposals[role], _), "caption", elide=True)
        start, end = (0, look.px(48)) if look.rtl else (look.px(48), 0)
        why.setContentsMargins(start, 0, end, 0)
        row.setAccessibleDescription(f"{text.purpose} {reason(seats.proposals[role], _)}")
        column.addWidget(why)
        return both
