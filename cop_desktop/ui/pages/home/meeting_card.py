"""When we meet next, and whether it is ready."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import MeetingKind
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.readiness import Check
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pictures import ReadinessStrip, ReadyStep
from cop_desktop.ui.widgets import Button, Card, Chip, EmptyState, Label, Line, Words

from .reading import Glance
from .words import MISSING, missing


class MeetingCard(Card):
    """The next meeting: print what is handed out, or open it. Without one: plan one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk, self._ = desk, desk.catalog
        self.setAccessibleName(self._("Next meeting"))
        self.meeting_id: UUID | None = None
        self._today = False  # it is the day of the meeting
        self.planned = self._planned()
        self.empty = self._empty()
        self.add(self.planned, 1)
        self.add(self.empty, 1)

    def show_glance(self, glance: Glance) -> None:
        row = glance.meeting
        self.planned.setVisible(row is not None)
        self.empty.setVisible(row is None)
        if row is None:
            return
        _, lang = self._, self._.language
        day = row.starts_at.date()
        self.meeting_id = row.id
        self.when.set(formats.relative_day(day, glance.today, lang))
        self.topic.setText(row.topic)
        hebrew = formats.hebrew_day_and_month(day, lang)
        self.day.setText(formats.dotted(formats.weekday_and_date(day, lang), hebrew))
        self.place.setText(where_and_when(row, _))
        self._today = day == glance.today
        self.opening.set_words(_("Start the meeting") if self._today else _("Open meeting"))
        self._show_checks(glance.checks)

    def _show_checks(self, checks: tuple[Check, ...]) -> None:
        _ = self._
        done = sum(check.done for check in checks)
        self.ready.setText(_("Ready: {n} of {all}", n=done, all=len(checks)))
        left = missing(_, checks)
        self.left.setText(left)
        self.left_line.setVisible(bool(left))
        self.strip.show_data(tuple(_step(check, _) for check in checks))

    def print_pack(self) -> None:
        """See the pack of the meeting, then print or save it."""
        from cop_desktop.ui.dialogs.packing import PackDialog  # brings the PDF writer

        PackDialog(self.desk, self.meeting_id, self.window()).open()

    def _planned(self) -> QWidget:
        look, _ = self.look, self._
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self.when = Chip(look, "", "ph.clock", "accent")
        head = QHBoxLayout()
        head.addWidget(Label(look, _("Next meeting"), "caption"))
        head.addStretch(1)
        head.addWidget(self.when)
        self.topic = Words(look, "", "title")
        self.day, self.place = Words(look), Words(look)
        column.addLayout(head)
        column.addWidget(self.topic)
        column.addWidget(Line(look, "ph.calendar-blank", self.day))
        column.addWidget(Line(look, "ph.clock", self.place))
        column.addStretch(1)
        column.addLayout(self._readiness())
        column.addSpacing(look.px(6))
        column.addLayout(self._deeds())
        return box

    def _readiness(self) -> QVBoxLayout:
        look = self.look
        self.ready = Label(look, "", "strong")
        self.left = Label(look, "", "amber", elide=True)
        self.left_line = Line(look, "ph.circle-dashed", self.left, look.theme.amber)
        self.strip = ReadinessStrip(look, self._("How ready the meeting is"))
        self.strip.part_chosen.connect(lambda _key: self._open())
        words = QHBoxLayout()
        words.addWidget(self.ready)
        words.addStretch(1)
        words.addWidget(self.left_line)
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        column.addLayout(words)
        column.addWidget(self.strip)
        return column

    def _deeds(self) -> QHBoxLayout:
        _, fixed = self._, QSizePolicy.Policy.Fixed
        self.printing = Button(self.look, _("Print the pack"), "ph.printer", "primary")
        self.printing.setSizePolicy(QSizePolicy.Policy.Expanding, fixed)
        self.printing.clicked.connect(self.print_pack)
        self.opening = Button(self.look, _("Open meeting"))
        self.opening.clicked.connect(self._go)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(8))
        row.addWidget(self.printing, 1)
        row.addWidget(self.opening)
        return row

    def _empty(self) -> QWidget:
        _ = self._
        self.plan = Button(self.look, _("Plan a meeting"), "ph.calendar-plus", "primary")
        self.plan.clicked.connect(lambda: self.desk.open_place("meetings"))
        return EmptyState(
            self.look, "ph.calendar-blank", _("The next meeting is not planned yet"),
            _("A steady rhythm, once in one or two months, carries a community."), self.plan,
            width=340,
        )  # fmt: skip

    def _go(self) -> None:
        """Open the meeting; on its day, its live screen."""
        self._open()
        if self._today:
            self.desk.run("live")

    def _open(self) -> None:
        self.desk.open_place("meetings", self.meeting_id)


def where_and_when(row: MeetingRow, _: Catalog) -> str:
    """The hours, and the place as far as it is known."""
    hours = formats.time_range(row.starts_at.time(), row.ends_at.time(), _.language)
    online = _("online") if row.kind == MeetingKind.ONLINE else ""
    return formats.dotted(hours, row.place or online or row.host)


def _step(check: Check, _: Catalog) -> ReadyStep:
    name = _(MISSING[check.key])
    words = _("{thing}: ready", thing=name) if check.done else _("{thing}: not yet", thing=name)
    return ReadyStep(check.key, words, check.done)
