"""An agenda that would fit its time: what changes, to be taken in one step or left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cop_desktop import formats
from cop_desktop.services.fitting import Proposal
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Label, ScrollPage

from .side_page import SidePage


class FitPage(SidePage):
    """The list and the bar show the proposal meanwhile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look, _ = desk.look, desk.catalog
        self.heading.setText(_("Fit to the time"))
        self.take = Button(look, _("Use these lengths"), "ph.check", "primary")
        self.take.clicked.connect(lambda: self.asked.emit("take_fit"))
        self.rows.addWidget(self.take)
        (self.leave,) = self.add_deeds(("ph.arrow-u-up-left", _("Leave it as it was"), "leave_fit"))
        self.page = ScrollPage(look)
        self.changes = QWidget()
        self.page.add(self.changes)
        self.page.body.addStretch(1)
        self.rows.addWidget(self.page, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, _: QFocusEvent) -> None:  # noqa: N802
        self.take.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit("take_fit" if self.take.hasFocus() else "leave_fit")
        else:
            super().keyPressEvent(event)

    def show_proposal(self, proposal: Proposal) -> None:
        _ = self.desk.catalog
        count = len(proposal.changes)
        self.sentence.setText(
            _.plural("{n} block would change:", "{n} blocks would change:", count)
        )
        old, self.changes = self.changes, self._table(proposal)
        self.page.body.replaceWidget(old, self.changes)
        old.hide()
        old.deleteLater()

    def _table(self, proposal: Proposal) -> QWidget:
        """Title, how long it is, how long it would be."""
        look, _ = self.desk.look, self.desk.catalog
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(10))
        grid.setColumnStretch(0, 1)
        for line, change in enumerate(proposal.changes):
            before, after = (
                formats.duration_short(n, _.language) for n in (change.before, change.after)
            )
            told = _(
                "{title}: from {before} to {after}", title=change.title, before=before, after=after
            )
            title = Label(look, change.title, elide=True)
            title.setAccessibleName(told)
            grid.addWidget(title, line, 0)
            grid.addWidget(Label(look, before, "muted"), line, 1)
            arrow = Label(look, "←" if look.rtl else "→", "muted")
            grid.addWidget(arrow, line, 2)
            grid.addWidget(Label(look, after, "strong"), line, 3)
        return table
