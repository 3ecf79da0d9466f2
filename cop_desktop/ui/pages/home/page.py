"""Home: when we meet, where we are, who carries us, what needs care, and the year."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from cop_desktop.services import care
from cop_desktop.ui.afterwards import afterwards
from cop_desktop.ui.desk import MARGIN, Desk, Page
from cop_desktop.ui.widgets import Card, Label, ListRow, ScrollPage

from .care_card import AT_ONCE, CareCard
from .first_steps import FirstSteps
from .life_card import LifeCard
from .meeting_card import MeetingCard
from .reading import glance
from .roles_card import RolesCard
from .words import greeting, today_words
from .year_card import YearCard

DEEDS, PICTURES = 404, 540  # px at 100 %: the column of deeds; the least for pictures beside it
USUAL, ROW = 780, 51  # px at 100 %: the page's height in a usual window; a row of what needs care
TALL = (3, 4)  # the two rows of cards in a tall window


def _with_deeds(rows: Sequence[ListRow]) -> list[QWidget]:
    return [widget for row in rows for widget in (row, row.action)]


class HomePage(Page):
    """Deeds stand at the reading side, pictures beside them, the year below both."""

    depends_on = frozenset(
        {"member", "meeting", "agenda_item", "decision", "stage_record", "role_holding",
         "function_holding", "goal", "plan_item", "product", "attendance", "community", "action",
         "rule_breach", "charter", "need", "needs_pause", "topic", "routine", "routine_done",
         "organisation", "sign_snooze", "threshold", "merge_memory"}
    )  # fmt: skip
    to_the_edge = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look = desk.look
        self.greeting = Label(look, "", "page", elide=True)
        self.date = Label(look, "", "muted", elide=True)
        self.steps = FirstSteps(desk)
        self.meeting, self.life = MeetingCard(desk), LifeCard(desk)
        self.care, self.roles = CareCard(desk), RolesCard(desk)
        self.year = YearCard(desk)
        self.care.refilled.connect(self._order_tabs)
        self.cards = QWidget()
        self._grid = QGridLayout(self.cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(12))
        self._wide: bool | None = None
        self._build()

    def refresh(self) -> None:
        desk, _ = self.desk, self.desk.catalog
        with desk.store.read() as session:
            told = glance(session, desk.community_id, desk.today())
        self._day = told.today
        self.greeting.setText(greeting(_, self.desk.now().hour, told.leader))
        self.date.setText(today_words(_, told.today))
        for part in (self.steps, self.meeting, self.life, self.care, self.roles, self.year):
            part.show_glance(told)
        self.cards.setVisible(any(told.steps.values()))
        self._order_tabs()
        # the page is seen first: what the signs read is not needed for anything else here
        afterwards(desk, self, self.light)

    def light(self) -> None:
        """Tell which warning signs are lit, and what else could wait."""
        from cop_desktop.services import signs  # the first page is seen without them

        desk, today = self.desk, self.desk.today()
        with desk.store.read() as session:
            lights = signs.lit(session, desk.community_id, today)
            matters = care.unhurried(session, desk.community_id, today)
        self.care.show_lights(lights)
        self.care.show_later(matters)

    def _order_tabs(self) -> None:
        """Rows are made anew with what they say: Tab walks on in reading order."""
        order = [*_with_deeds([*self.steps.rows.values()])]
        order += [self.meeting.strip, self.meeting.printing, self.meeting.opening]
        order += [
            self.life.signs,
            self.life.arc,
            self.care.signs,
            self.care.all,
            *_with_deeds(self.care.rows),
        ]
        order += [self.roles.ideas, self.roles.wheel, self.year.plan, self.year.ribbon]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        if getattr(self, "_day", None) != self.desk.today():
            self._stale = True  # a window left open over night
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        look = self.desk.look
        self._arrange(not look.roomy and self.width() >= look.px(MARGIN + DEEDS + 16 + PICTURES))
        more = (self.height() - look.px(USUAL)) // (2 * look.px(ROW))  # half of it is the care's
        self.care.show_at_once(AT_ONCE + max(more, 0))
        tall = bool(self._wide) and more > 0
        for row, share in enumerate(TALL if tall else (1, 1)):  # a tall meeting would be hollow
            self._grid.setRowStretch(row, share if self._wide else 0)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as its widest card: where even that is too much, the window scrolls."""
        cards = (self.meeting, self.care, self.life, self.roles, self.year)
        wide = max(card.minimumSizeHint().width() for card in cards)
        return QSize(wide + self.desk.look.px(MARGIN), super().minimumSizeHint().height())

    def _build(self) -> None:
        look = self.desk.look
        scroll = ScrollPage(look, look.px(MARGIN))
        scroll.body.setSpacing(look.px(12))
        way = QBoxLayout.Direction
        head = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.greeting)
        if not look.roomy:
            head.addStretch(1)
        head.addWidget(self.date)
        scroll.body.addLayout(head)
        scroll.add(self.steps)
        scroll.add(self.cards, 1)
        scroll.body.addStretch(0)
        for card in (self.meeting, self.life, self.care, self.roles, self.year):
            card.body.setContentsMargins(look.px(20), look.px(11), look.px(20), look.px(10))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def _arrange(self, wide: bool) -> None:
        """Two columns and the year below; or all in one where room is short."""
        if wide == self._wide:
            return
        self._wide = wide
        deeds, pictures = (self.meeting, self.care), (self.life, self.roles)
        order: tuple[Card, ...] = (self.meeting, self.care, self.life, self.roles, self.year)
        for card in order:
            self._grid.removeWidget(card)
        for place, card in enumerate(order):
            if not wide:
                self._grid.addWidget(card, place, 0, 1, 2)
        if wide:
            for row in (0, 1):
                self._grid.addWidget(deeds[row], row, 0)
                self._grid.addWidget(pictures[row], row, 1)
            self._grid.addWidget(self.year, 2, 0, 1, 2)
        self._grid.setColumnStretch(1, 1)
        for deed in deeds:
            deed.setMinimumWidth(self.desk.look.px(DEEDS) if wide else 0)
            deed.setMaximumWidth(self.desk.look.px(DEEDS) if wide else 16777215)
