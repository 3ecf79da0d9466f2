"""Whom to ask for a seat of a role, with every fact that speaks for them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.i18n import Catalog
from cop_desktop.services.rotation import Proposal
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Label, ListRow, Words

from .words import ends, facts


class Suggested(QWidget):
    """`taken(proposal)`: make ready to assign them."""

    taken = Signal(object)

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        self.look, self._ = look, _
        self.rows: list[ListRow] = []
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px(2))

    def show_proposals(self, proposals: Sequence[Proposal], waiting: int, today: date) -> None:
        """The proposals of a role, of which so many seats wait."""
        look, _ = self.look, self._
        empty(self._list)
        self.rows.clear()
        self.setVisible(waiting > 0)
        for proposal in proposals:
            self._tell(proposal, today)
        if waiting > len(proposals):
            why = _("Nobody to suggest: whoever comes often carries a role already, or is new. "
                    "Somebody could look on first.")  # fmt: skip
            self._list.addWidget(Words(look, why, "caption"))

    def _tell(self, proposal: Proposal, today: date) -> None:
        look, _ = self.look, self._
        if proposal.term:
            self._list.addWidget(Words(look, ends(proposal.term, today, _), "amber"))
        self._list.addWidget(Label(look, _("Whom to ask"), "caption"))
        row = ListRow(look, "ph.user-plus", proposal.name, "", _("Choose"))
        row.action.setAccessibleName(_("Choose {name}", name=proposal.name))
        row.setAccessibleDescription(" · ".join(facts(proposal, _)))
        for signal in (row.clicked, row.acted):
            signal.connect(lambda: self.taken.emit(proposal))
        self.rows.append(row)
        self._list.addWidget(row)
        for fact in facts(proposal, _):
            self._list.addWidget(Words(look, f"• {fact}", "caption"))
