"""To the ministry: what would leave, and what left."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Label, Tabs

from .leaves import LeavesView
from .outbox_view import OutboxView


class OutsideView(QWidget):
    """Two tabs: everything is seen before it leaves; what left is followed until its receipt."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(8))
        self.tabs = Tabs(look, [_("What leaves"), _("Outbox")])
        self.leaves = LeavesView(desk)
        self.outbox = OutboxView(desk, self.leaves)
        self.pages = QStackedWidget()
        for page in (self.leaves, self.outbox):
            self.pages.addWidget(page)
        self.tabs.chosen.connect(self._turn)
        self.leaves.exported.connect(lambda: self.tabs.choose(1))
        head = QHBoxLayout()
        head.addWidget(Label(look, _("To the ministry"), "title"))
        head.addStretch(1)
        head.addWidget(self.tabs)
        rows.addLayout(head)
        rows.addWidget(self.pages, 1)

    def refresh(self) -> None:
        """Read again what the chosen tab shows."""
        (self.leaves, self.outbox)[self.tabs.index].refresh()

    def _turn(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self.refresh()
