"""To the ministry: what would leave, and what left."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.widgets import Label, Tabs

from .leaves import LeavesView
from .names_view import NamesView
from .outbox_view import OutboxView


class OutsideView(QWidget):
    """Three tabs: everything is seen before it leaves; what left is followed until its receipt."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(8))
        self.tabs = Tabs(look, [_("What leaves"), _("With names"), _("Outbox")])
        self.leaves = LeavesView(desk)
        self.names = NamesView(desk, self.leaves)
        self.outbox = OutboxView(desk, self.leaves)
        self.parts = (self.leaves, self.names, self.outbox)
        self.pages = Stack()
        for page in self.parts:
            self.pages.addWidget(page)
        self.tabs.chosen.connect(self._turn)
        for part in (self.leaves, self.names):
            part.exported.connect(self._show_outbox)
        head = QVBoxLayout() if look.roomy else QHBoxLayout()
        head.addWidget(Label(look, _("To the ministry"), "title", elide=True), 1)
        head.addWidget(self.tabs)
        rows.addLayout(head)
        rows.addWidget(self.pages, 1)

    def refresh(self) -> None:
        """Read again what the chosen tab shows."""
        self.parts[self.tabs.index].refresh()

    def _show_outbox(self) -> None:
        """What left a moment ago waits to be handed over: one presses Space when that is done."""
        self.tabs.choose(self.parts.index(self.outbox))
        self.outbox.go_to_newest()

    def _turn(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self.refresh()
