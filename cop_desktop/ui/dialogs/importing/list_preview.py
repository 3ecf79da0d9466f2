"""What was found in a list of meetings, activities or products, before anything is written."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.i18n import N_
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Tabs

from .findings import FindingsList, findings_of
from .list_look import ListLook
from .look import Outcome
from .notices import notices
from .options import Options, with_column
from .rows import RowsPreview
from .words import OUTCOMES, Chips

CHIPS: Chips = {**OUTCOMES, Outcome.NEW: (N_("Will be added"), "ph.plus", "accent")}


class ListPreview(QWidget):
    """Rows under their columns, what was mended, what is refused: tabs with their numbers."""

    wished = Signal(object, bool)  # Wish; whether the file must be read anew

    def __init__(self, desk: Desk, look: ListLook) -> None:
        super().__init__()
        self.desk, self.look = desk, look
        px = desk.look.px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(10))
        self.options = Options(desk, look)
        self.options.wished.connect(self.wished)
        layout.addWidget(self.options)
        for notice in notices(desk, look):
            layout.addWidget(notice)
        self.rows = RowsPreview(desk, look, look.outcome, CHIPS)
        self.rows.mapped.connect(self._mapped)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.rows)
        self.tabs = Tabs(desk.look, self._add_lists())
        self.tabs.chosen.connect(self.pages.setCurrentIndex)
        layout.addWidget(self.tabs)
        layout.addWidget(self.pages, 1)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """No: its lists scroll, so it takes what room there is."""
        return False

    def counts(self) -> Counter[Outcome]:
        """How many rows become what."""
        return Counter(self.look.outcome(row.number) for row in self.look.layout.rows)

    @property
    def taken(self) -> int:
        """How many rows would be added or updated."""
        counts = self.counts()
        return counts[Outcome.NEW] + counts[Outcome.UPDATE]

    def _add_lists(self) -> list[str]:
        """Tabs that have something to show, and their titles."""
        _, look = self.desk.catalog, self.look
        names = [_("Rows: {n}", n=len(look.layout.rows))]
        if found := findings_of(look):
            names.append(_("Repairs and doubts: {n}", n=len(found)))
            self.pages.addWidget(FindingsList(self.desk, found, names[-1], mended=True))
        if refused := look.draft.refused:
            names.append(_("Not imported: {n}", n=len(refused)))
            self.pages.addWidget(FindingsList(self.desk, refused, names[-1], mended=False))
        return names

    def _mapped(self, index: int, key: str) -> None:
        self.wished.emit(with_column(self.look.wish, self.look, index, key), False)
