"""The work year as a ribbon: meetings, free days, milestones, today."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cop_desktop import formats
from cop_desktop.calendar import DEFAULT_LAYERS, Layer
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.plan import ItemRow
from cop_desktop.ui import work_year
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pictures import Mark, YearData, YearRibbon
from cop_desktop.ui.pictures.canvas import Canvas
from cop_desktop.ui.theme import CAPTION, Look
from cop_desktop.ui.widgets import Button, Card, Label

from .reading import Glance


class YearCard(Card):
    """A meeting opens among the meetings, a milestone in the plan."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        self.plan = Button(look, _("Open the work plan"), kind="quiet")
        super().__init__(look, " ", self.plan)
        self._, self._layers = _, desk.layers
        self.ribbon = YearRibbon(look, _("The work year"))
        self.ribbon.setMinimumWidth(look.px(200))
        self.add(self.ribbon)
        if look.roomy:  # large text leaves no room for it in the head
            self.body.addLayout(_legend(look, _))
        else:
            self.head.insertLayout(2, _legend(look, _))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.plan.clicked.connect(lambda: desk.open_place("plan"))
        self.ribbon.part_chosen.connect(lambda key: desk.open_place(*key))

    def show_glance(self, glance: Glance) -> None:
        name = formats.work_year_name(glance.work_year, self._.language)
        self.title.setText(self._("Work year {name}", name=name))
        self.ribbon.show_data(year_data(glance, self._, self._layers()))


def year_data(glance: Glance, _: Catalog, layers: Collection[Layer] = DEFAULT_LAYERS) -> YearData:
    """The year as the data of its picture; keys are a place and an item there."""
    following = glance.meeting.id if glance.meeting else None
    held = [row for row in glance.year if row.state != MeetingState.CANCELLED]
    return YearData(
        work_year.months(glance.work_year, _),
        work_year.end_of(glance.work_year),
        work_year.free_days(glance.work_year, _, layers),
        (
            *(_milestone(item, _) for item in glance.milestones),
            *(_meeting(row, following, glance.today, _) for row in held),
        ),
        glance.today,
        _("today"),
    )  # fmt: skip


def _meeting(row: MeetingRow, following: UUID | None, today: date, _: Catalog) -> Mark:
    on = row.starts_at.date()
    told = formats.date_medium(on, _.language)
    words = _("Meeting {n}, {day}: {topic}", n=row.number, day=told, topic=row.topic)
    state = "next" if row.id == following else "past" if on < today else "coming"
    return Mark(("meetings", row.id), on, "meeting", str(row.number), words, state)


def _milestone(item: ItemRow, _: Catalog) -> Mark:
    assert item.milestone_on is not None  # only marked activities come here
    told = formats.date_medium(item.milestone_on, _.language)
    words = _("Milestone, {day}: {name}", day=told, name=item.milestone)
    return Mark(("plan", item.id), item.milestone_on, "milestone", item.milestone, words)


def _legend(look: Look, _: Catalog) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.px(6))
    told = {"meeting": _("Meeting"), "milestone": _("Milestone"), "free": _("Holiday")}
    for kind, words in told.items():
        row.addWidget(_Sign(look, kind))
        row.addWidget(Label(look, words, "caption"))
        row.addSpacing(look.px(10))
    if look.roomy:
        row.addStretch(1)
    return row


class _Sign(QWidget):
    """What a mark of the ribbon looks like."""

    def __init__(self, look: Look, kind: str) -> None:
        super().__init__()
        self.look, self._kind = look, kind
        self.setFixedSize(QSize(look.px(16), look.line(CAPTION)))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas = Canvas(painter, look, self.width(), self.height())
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._kind == "meeting":
            canvas.disc(middle, look.px(4), look.theme.accent)
        elif self._kind == "milestone":
            canvas.diamond(middle, look.px(5), look.theme.text, None)
        else:
            tall = look.px(11)
            box = QRectF(0, middle.y() - tall / 2, self.width(), tall)
            canvas.hatch(box, look.theme.surface)
