"""The parts of an agenda's page, and the room each has: time, blocks, the chosen one, library."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.widgets import Card

from .agenda_list import AgendaList
from .empty_agenda import EmptyAgenda
from .expected_card import ExpectedCard
from .inspector import Inspector
from .kind_chips import KindChips
from .shelf import Shelf
from .time_card import TimeCard
from .ways_in import WaysIn
from .workbench import Workbench

LOW, TALL = 520, 660  # px at 100 %


class AgendaParts(QWidget):
    """What stands where; `commands` are offered under the blocks."""

    def __init__(self, desk: Desk, commands: Sequence[QAction]) -> None:
        super().__init__()
        self.desk, self._tall = desk, 0
        look, _ = desk.look, desk.catalog
        self.time, self.list = TimeCard(desk), AgendaList(look, _)
        self.inspector, self.shelf = Inspector(desk), Shelf(desk)
        self.chips, self.ways = KindChips(look, _), WaysIn(desk, commands)
        self.hint, self.expected = EmptyAgenda(desk), ExpectedCard(desk)
        self.inspector.setMinimumHeight(look.px(330))
        self.shelf.shown.connect(self.make_room)
        self.bench = Workbench(desk, self._column(), self.inspector, self.shelf)
        rows = Firm(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(12))
        rows.addWidget(self.time)
        rows.addWidget(self.bench, 1)

    def set_height(self, tall: int) -> None:
        """How many px the window has for all of this; what is longer scrolls."""
        look, self._tall = self.desk.look, tall
        self.time.set_crowded(not look.roomy and tall < look.px(LOW))

    def make_room(self) -> None:
        """In a low window the blocks need the room; their kinds are in the detail too.

        The library has them all.
        """
        look = self.desk.look
        beside = self.shelf.isVisibleTo(self)
        self.chips.setVisible((look.roomy or self._tall >= look.px(LOW)) and not beside)
        self.ways.books.setVisible(not beside)
        self.expected.setVisible(look.roomy or self._tall >= look.px(TALL))

    def fit_list(self) -> None:
        """At large text the page scrolls, so the list shows as many blocks as it can."""
        px = self.desk.look.px
        tall = self.list.tallness() + px(4)
        most = px(440 if self.desk.look.roomy else 180)
        self.list.setMinimumHeight(min(max(tall, px(100)), most))

    def _column(self) -> QWidget:
        """The blocks, and where there is room, who is expected."""
        column = QWidget()
        rows = Firm(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.desk.look.px(12))
        rows.addWidget(self._list_card(), 1)
        rows.addWidget(self.expected)
        return column

    def _list_card(self) -> Card:
        look = self.desk.look
        card = Card(look)
        card.body.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(12))
        card.add(self.list, 1)
        card.add(self.hint, 1)
        card.add(self.ways)
        card.add(self.chips)
        return card
