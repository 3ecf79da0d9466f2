"""A list, and beside it what is chosen or a word on what would stand there."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.widgets import Card, EmptyState, SplitDetail

from .entry_list import EntryList


class Beside(QWidget):
    """`show_panel(True)` once something is chosen."""

    def __init__(
        self, desk: Desk, rows: EntryList, panel: QWidget, icon: str, title: str, why: str
    ) -> None:
        super().__init__()
        nothing = Card(desk.look)
        nothing.add(EmptyState(desk.look, icon, title, why, width=300), 1)
        self._beside = QStackedWidget()
        self._beside.addWidget(panel)
        self._beside.addWidget(nothing)
        page = Firm(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(SplitDetail(desk.look, rows, self._beside, width=432, least=360))

    def show_panel(self, there: bool) -> None:
        self._beside.setCurrentIndex(0 if there else 1)
