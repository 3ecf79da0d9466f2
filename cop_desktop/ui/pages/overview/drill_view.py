"""One community from all sides: numbers over time, what it sent, and the coordinator's own card."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.export.reports import overview_words as words
from cop_desktop.services import cards, overview
from cop_desktop.services.overview import Drill, Sending
from cop_desktop.ui.desk import MARGIN, Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.flow import FlowBox
from cop_desktop.ui.overview_marks import SENDING
from cop_desktop.ui.pictures import CoverageChart, CoverageData, Series
from cop_desktop.ui.widgets import (
    Button,
    Card,
    Chip,
    EmptyState,
    IconButton,
    Label,
    ListRow,
    PageHead,
    ScrollPage,
    SplitDetail,
    Words,
)

from .own_card import OwnCard
from .telling import CARDS, Told, packages

METER = 10  # meetings in the picture of attendance


class DrillView(QWidget):
    """`left()` back to the table; `stepped(1 or -1)` to the next or the one before."""

    left = Signal()
    stepped = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.community = ""
        look, _ = desk.look, desk.catalog
        self.back = Button(look, _("All communities"), "ph.arrow-left", "quiet")
        self.back.clicked.connect(self.left)
        self.before = self._step("ph.caret-up", _("Previous community"), -1, "Alt+Up")
        self.after = self._step("ph.caret-down", _("Next community"), 1, "Alt+Down")
        self.head = PageHead(look, "", "", [])
        self.head.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        self.under = Words(look, "", "muted")  # its own line: a long name leaves none beside it
        self.state = Chip(look, "")
        self.own = OwnCard(desk)
        self.told = QWidget()
        self._told_rows = QVBoxLayout(self.told)
        self._told_rows.setContentsMargins(0, 0, 0, 0)
        self._told_rows.setSpacing(look.px(16))
        self.side = QWidget()
        self._side_rows = QVBoxLayout(self.side)
        self._side_rows.setContentsMargins(0, 0, 0, 0)
        self._side_rows.setSpacing(look.px(16))
        self._side_rows.addWidget(self.own)
        self._side_rows.addStretch(1)
        self._came: QWidget | None = None
        self._lay_out()

    def show_community(self, key: str) -> bool:
        """Read one community and show it; False when nothing at all is known of it."""
        desk = self.desk
        with desk.store.read() as session:
            drill = overview.one(session, key, desk.today())
            card = drill.card if drill else cards.one(session, key)
            programmes = overview.choices(session).programmes
        name = drill.row.name if drill else card.name
        if not name:
            return False
        self.community = key
        self.head.title.setText(name)
        self.own.offer(programmes)
        self.own.tell(card, name, sent=drill is not None)
        self._empty()
        if drill is None:
            self._tell_silent(card.expected)
        else:
            self._tell(drill)
        return True

    # -- looks -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look = self.desk.look
        line = QHBoxLayout()
        line.addWidget(self.back)
        line.addStretch(1)
        for part in (self.state, self.before, self.after):
            line.addWidget(part)
        page = ScrollPage(look, look.px(MARGIN))
        page.body.addLayout(line)
        name = QVBoxLayout()
        name.setSpacing(look.px(2))
        name.addWidget(self.head)
        name.addWidget(self.under)
        page.body.addLayout(name)
        page.add(SplitDetail(look, self.told, self.side, width=330, least=280))
        page.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(page)

    def _step(self, icon: str, name: str, by: int, keys: str) -> IconButton:
        button = IconButton(self.desk.look, icon, name)
        button.setShortcut(QKeySequence(keys))
        button.setToolTip(formats.dotted(name, keys))
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button

    def _empty(self) -> None:
        empty(self._told_rows)
        if self._came is not None:
            self._came.hide()
            self._came.deleteLater()
            self._came = None

    def _show_state(self, sending: Sending) -> None:
        badge = SENDING[sending]
        self.state.set(self.desk.catalog(words.SENDING[sending]), badge.icon, badge.tone)

    def _tell_silent(self, expected: bool) -> None:
        """Of what nothing came: what is waited for, and what to do when it is there."""
        look, _ = self.desk.look, self.desk.catalog
        self.under.setVisible(False)
        self._show_state(Sending.NEVER if expected else Sending.NOT_EXPECTED)
        why = _("Its numbers will stand here as soon as a package comes from it.")
        step = Button(look, _("Take packages in"), "ph.file-arrow-down")
        step.clicked.connect(lambda: self.desk.run("collate"))
        card = Card(look)
        card.add(EmptyState(look, "ph.tray", _("Nothing has come yet"), why, step))
        card.setMinimumHeight(look.px(320))
        self._told_rows.addWidget(card)

    def _tell(self, drill: Drill) -> None:
        _, look, row = self.desk.catalog, self.desk.look, drill.row
        day = formats.date_medium(row.as_of, _.language) if row.as_of else ""
        as_of = _("as of {day}", day=day) if day else ""
        self.under.setText(formats.dotted(drill.domain, row.region, as_of))
        self.under.setVisible(True)
        self._show_state(row.sending)
        self._told_rows.addWidget(self._numbers(drill))
        if (chart := self._attendance(drill)) is not None:
            self._told_rows.addWidget(chart)
        for title, teller in CARDS.items():
            told = list(teller(drill, _, look.theme))
            if told:
                self._told_rows.addWidget(self._lines(_(title), told))
        self._told_rows.addStretch(1)
        came = list(packages(drill, _, look.theme))
        self._came = self._lines(_("What came, and when"), came)
        self._side_rows.insertWidget(1, self._came)

    def _numbers(self, drill: Drill) -> QWidget:
        _, row, look = self.desk.catalog, drill.row, self.desk.look
        card = Card(look, _("In numbers"))
        if drill.sentence:
            card.add(Words(look, drill.sentence, "muted"))
        box = FlowBox(look.px(28))
        flow = box.flow
        for value, name in (
            (words.number(row.members, _), _("members")),
            (words.number(row.held, _), _("meetings held this year")),
            (words.rhythm(row, _), _("rhythm")),
            (words.percent(row.attendance, _), _("average attendance")),
            (words.roles(row, _), _("roles filled")),
            (words.percent(drill.leader_share, _), _("held by the leader")),
            (words.number(row.products, _), _("products")),
            (words.percent(row.agree, _), _("agree in the feedback")),
        ):
            flow.add(_Figure(self.desk, value, name))
        card.add(box)
        return card

    def _attendance(self, drill: Drill) -> QWidget | None:
        _, look = self.desk.catalog, self.desk.look
        noted = [it for it in drill.meetings if it.expected][-METER:]
        held = [it for it in noted if it.came is not None]
        if len(held) < 2:
            return None
        shares = [min((it.came or 0) / (it.expected or 1), 1.0) for it in held]
        told = tuple(formats.percent(it, _.language) for it in shares)
        days = tuple(formats.day_and_month_short(it.day, _.language) for it in held)
        scale = tuple(formats.percent(it, _.language) for it in (0, 0.5, 1))
        chart = CoverageChart(look, _("Attendance, meeting by meeting"))
        line = Series("came", _("came"), tuple(shares), told)
        chart.show_data(CoverageData((line,), days, (scale[0], scale[1], scale[2])))
        card = Card(look, _("Attendance, meeting by meeting"))
        card.add(chart)
        if unseen := len(noted) - len(held):
            card.add(Words(look, self._unseen(unseen), "caption"))
        return card

    def _unseen(self, meetings: int) -> str:
        return self.desk.catalog.plural(
            "{n} meeting is not shown: fewer than five people missed it, or came, "
            "so how many is not told.",
            "{n} meetings are not shown: fewer than five people missed each, or came, "
            "so how many is not told.",
            meetings,
        )

    def _lines(self, title: str, told: Iterable[Told]) -> Card:
        look = self.desk.look
        card = Card(look, title)
        card.body.setSpacing(look.px(2))
        for it in told:
            row = ListRow(look, it.icon, it.first, it.second, colour=it.colour)
            row.first.setToolTip(it.first)
            row.second.setToolTip(it.second)
            card.add(row)
        return card


class _Figure(QWidget):
    """A number and what it counts."""

    def __init__(self, desk: Desk, value: str, name: str) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Label(desk.look, value, "title"))
        rows.addWidget(Label(desk.look, name, "caption"))
        self.setAccessibleName(f"{name}: {value}")
