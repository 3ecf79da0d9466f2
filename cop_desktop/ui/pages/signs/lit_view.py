"""The signs as they stand today: lit ones as cards, beside them what rests and what is quiet."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.services import signs
from cop_desktop.services.signs import Light, Sign, snoozes
from cop_desktop.ui.beside import Columns
from cop_desktop.ui.desk import MARGIN, Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.walking import follow
from cop_desktop.ui.widgets import Button, Card, EmptyState, ScrollPage

from .light_card import LightCard
from .quiet_card import QuietCard, RestingCard

ROOM_FOR_TWO = 860  # px at 100 %


class LitView(ScrollPage):
    """`limits_asked`: the way to the thresholds, offered where nothing is lit."""

    limits_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.look.px(MARGIN))
        self.desk = desk
        self.cards: list[LightCard] = []
        self.resting, self.quiet = RestingCard(desk), QuietCard(desk)
        self.resting.woken.connect(self._wake)
        self.none = self._none_lit()
        first, self._lit = self._column()
        second, rest = self._column()
        for card in (self.resting, self.quiet):
            rest.addWidget(card)
        rest.addStretch(1)
        self.add(Columns(desk.look, first, second, least=ROOM_FOR_TWO), 1)

    def read(self) -> int:
        """Show the file as it is; the answer is how many are lit."""
        desk = self.desk
        with desk.store.read() as session:
            told = signs.every(session, desk.community_id, desk.today())
        self.show_signs(told)
        return len(self.cards)

    def show_signs(self, told: Sequence[Sign]) -> None:
        self.none.setParent(None)
        empty(self._lit)
        lit = [it.light for it in told if it.light and not it.asleep]
        self.cards = [self._card(light) for light in lit]
        for card in self.cards:
            self._lit.addWidget(card)
        if not self.cards:
            self._lit.addWidget(self.none)
        self.none.setVisible(not self.cards)
        self._lit.addStretch(1)
        self.resting.show_signs([it for it in told if it.asleep])
        self.quiet.show_signs(told)
        first: list[QWidget] = [*self.cards] or [self.none]
        follow(self, [*first, *self.resting.rows, *self.quiet.rows.values()])

    def _go_on(self, place: int) -> None:
        """The keyboard stays where a card has gone: on the next one, or on what is left."""
        card = self.cards[min(place, len(self.cards) - 1)] if self.cards else None
        (card.sleep if card else self.thresholds).setFocus()

    def _column(self) -> tuple[QWidget, QVBoxLayout]:
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.desk.look.px(16))
        return column, rows

    def _none_lit(self) -> Card:
        look = self.desk.look
        text = content(self.desk.catalog.language).empty("signs")
        self.thresholds = Button(look, text.first_step, "ph.sliders")
        self.thresholds.clicked.connect(self.limits_asked)
        card = Card(look)
        state = EmptyState(look, "ph.check-circle", text.title, text.why, self.thresholds)
        card.add(state, 1)
        return card

    def _card(self, light: Light) -> LightCard:
        card = LightCard(self.desk, light)
        card.opened.connect(partial(self.desk.open_place, light.page, light.item))
        card.rested.connect(partial(self._rest, card))
        return card

    def _rest(self, card: LightCard, until: date | None, reason: str) -> None:
        desk, _, key = self.desk, self.desk.catalog, card.light.key
        title, place = method(_.language).sign(key).title, self.cards.index(card)
        try:
            with desk.store.write(_("Put to rest: {sign}", sign=title)) as session:
                snoozes.rest(session, desk.community_id, key, until, reason, desk.today())
        except UserError as problem:
            card.refused(problem)
        else:
            self._go_on(place)
            desk.toast(_("“{sign}” rests.", sign=title), undo=True)

    def _wake(self, key: str) -> None:
        desk, _ = self.desk, self.desk.catalog
        title = method(_.language).sign(key).title
        with desk.store.write(_("Wake: {sign}", sign=title)) as session:
            snoozes.wake(session, desk.community_id, key, desk.today())
        keys = [card.light.key for card in self.cards]
        self._go_on(keys.index(key) if key in keys else 0)
