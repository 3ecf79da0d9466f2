"""What re-spreading would change, to be agreed to or not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from cop_desktop.services.fitting import Proposal
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Label, Well

from . import words
from .large import READ, Large


class Preview(Well):
    """Hidden until something is proposed; `asked("agree")` or `asked("leave-proposal")`."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.title = Label(look, "", "strong", elide=True)
        self.lines = Large(look, READ)
        agree = Button(look, _("Apply"), "ph.check", "primary")
        leave = Button(look, _("Leave it"), "ph.x")
        agree.setToolTip(_("Enter"))
        leave.setToolTip(_("Escape"))
        agree.clicked.connect(lambda: self.asked.emit("agree"))
        leave.clicked.connect(lambda: self.asked.emit("leave-proposal"))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(agree)
        row.addWidget(leave)
        row.addStretch(1)
        self.add(self.title)
        self.add(self.lines)
        self.body.addSpacing(look.px(6))
        self.body.addLayout(row)
        self.hide()

    def show_proposal(self, proposal: Proposal | None, ends: str) -> None:
        """`ends`: when the day would end, as a clock."""
        self.setVisible(proposal is not None)
        if proposal is None:
            return
        _ = self.desk.catalog
        self.title.setText(_("So the meeting ends at {time}", time=ends))
        self.lines.show_words(words.changes(proposal.changes, _))
