"""Ready routines as cards: take one over, and change it to fit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from cop_desktop.content import content, shapes
from cop_desktop.content.method import method
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.theme import ROLE_ICONS
from cop_desktop.ui.widgets import Button, Card, Chip, IconTile, Label, ScrollPage, Words

from .words import CHANNEL_ICONS

CARD = 300  # px at 100 %: narrower, there is one column less


class ReadyCards(ScrollPage):
    """`taken(key)` when one is chosen."""

    taken = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.cards: dict[str, ReadyCard] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(desk.look.px(14))
        self.all_here = Words(desk.look, desk.catalog("All ready routines are yours."), "muted")
        self.body.addLayout(self._grid)
        self.add(self.all_here)
        self.body.addStretch(1)
        self._columns = 0

    def show_keys(self, keys: Sequence[str]) -> None:
        """Offer these."""
        if list(keys) != list(self.cards):
            for card in self.cards.values():
                card.hide()
                card.deleteLater()
            self.cards = {key: ReadyCard(self.desk, key) for key in keys}
            for card in self.cards.values():
                card.taken.connect(self.taken)
            self._columns = 0
            self._arrange()
        self.all_here.setVisible(not keys)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(3, self.width() // self.desk.look.px(CARD)))
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < columns))


class ReadyCard(Card):
    """What is done, how often, who usually does it, and what for."""

    taken = Signal(str)

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk.look)
        look, _ = desk.look, desk.catalog
        told, shape = method(_.language).routine(key), shapes.routines()[key]
        words = content(_.language)
        head = QHBoxLayout()
        head.setSpacing(look.px(10))
        head.addWidget(IconTile(look, CHANNEL_ICONS[shape.channel], "accent", round=True))
        head.addWidget(Label(look, told.title, "strong", elide=True), 1)
        self.body.addLayout(head)
        self.add(Words(look, told.what))
        self.add(Words(look, told.why, "muted"))
        self.body.addStretch(1)
        facts = QHBoxLayout()
        facts.setSpacing(look.px(8))
        facts.addWidget(Chip(look, words.word(shape.rhythm), "ph.repeat"))
        role = look.theme.roles[shape.role]
        usual = Chip(look, words.word(shape.role), ROLE_ICONS[shape.role], colour=role)
        usual.setToolTip(told.who)
        facts.addWidget(usual)
        facts.addStretch(1)
        self.body.addLayout(facts)
        self.take = Button(look, _("Take over"), "ph.plus")
        self.take.setAccessibleName(f"{self.take.text()}: {told.title}")
        self.take.clicked.connect(lambda: self.taken.emit(key))
        self.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
