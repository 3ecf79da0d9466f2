"""What was found in a list of any kind, all of it on one calm surface, before it is written."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Tabs

from .findings import FindingsList, findings_of
from .look import Outcome, Seen
from .notices import notices
from .options import Options, with_column
from .rows import RowsPreview
from .words import OUTCOMES, Chips

TAKEN = (Outcome.NEW, Outcome.UPDATE)
Tab = tuple[str, QWidget]  # its title, with a number


class SeenPreview(QWidget):
    """Rows under their columns, what was mended, what is refused: tabs with their numbers."""

    wished = Signal(object, bool)  # Wish; whether the file must be read anew
    counted = Signal()  # a decision has changed the numbers
    chips: Chips = OUTCOMES

    def __init__(self, desk: Desk, look: Seen) -> None:
        super().__init__()
        self.desk, self.look = desk, look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.look.px(10))
        self.options = Options(desk, look)
        self.options.wished.connect(self.wished)
        layout.addWidget(self.options)
        for notice in notices(desk, look):
            layout.addWidget(notice)
        self.rows = RowsPreview(desk, look, self.outcome_of, self.chips)
        self.rows.mapped.connect(self._mapped)
        self.pages = QStackedWidget()
        names = [self._add_tab(name, page) for name, page in self._tabs()]
        self.tabs = Tabs(desk.look, names)
        self.tabs.chosen.connect(self.pages.setCurrentIndex)
        layout.addWidget(self.tabs)
        layout.addWidget(self.pages, 1)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """No: its lists scroll, so it takes what room there is."""
        return False

    def outcome_of(self, row: int) -> Outcome:
        """What becomes of a row, by its number."""
        raise NotImplementedError

    def counts(self) -> Counter[Outcome]:
        """How many rows become what."""
        return Counter(self.outcome_of(row.number) for row in self.look.layout.rows)

    @property
    def taken(self) -> int:
        """How many rows would be added or updated."""
        counts = self.counts()
        return sum(counts[each] for each in TAKEN)

    def _doubtful(self) -> Iterator[Tab]:
        """What a person has to decide; by default there is nothing."""
        return iter(())

    def _tabs(self) -> Iterator[Tab]:
        """Those that have something to show."""
        _, look, desk = self.desk.catalog, self.look, self.desk
        yield _("Rows: {n}", n=len(look.layout.rows)), self.rows
        yield from self._doubtful()
        if found := findings_of(look):
            title = _("Fixes and open questions: {n}", n=len(found))
            yield title, FindingsList(desk, found, title, mended=True)
        if refused := look.draft.refused:
            title = _("Not imported: {n}", n=len(refused))
            yield title, FindingsList(desk, refused, title, mended=False)

    def _add_tab(self, name: str, page: QWidget) -> str:
        self.pages.addWidget(page)
        return name

    def _mapped(self, index: int, key: str) -> None:
        self.wished.emit(with_column(self.look.wish, self.look, index, key), False)
