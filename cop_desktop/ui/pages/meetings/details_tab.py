"""The meeting's own fields, and how ready it is."""

from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import MeetingKind, MeetingState
from cop_desktop.services import hosting, meetings, organisations, readiness
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import (
    Card,
    Choice,
    Field,
    LatinEdit,
    LineEdit,
    ScrollPage,
    SplitDetail,
    TextArea,
)

from .carried_card import CarriedCard
from .clock_edit import ClockEdit
from .free_day import FreeDay
from .host_words import turn_words
from .kept import Kept
from .name_edit import NameEdit
from .number_edit import MinutesEdit
from .readiness import Readiness
from .words import KIND_ICONS, named

STEPS = {
    "topic": N_("Rename “{title}”"),
    "starts_at": N_("Move “{title}” to another time"),
    "minutes": N_("Length of “{title}”"),
    "kind": N_("Kind of “{title}”"),
    "state": N_("State of “{title}”"),
    "place": N_("Place of “{title}”"),
    "host_id": N_("Host of “{title}”"),
    "link": N_("Link of “{title}”"),
    "purpose": N_("Purpose of “{title}”"),
    "question": N_("Question of “{title}”"),
}


class DetailsTab(ScrollPage):
    """Every field is saved by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.row: MeetingRow | None = None
        self._make_editors()
        self.ready = Readiness(desk)
        self.ready.body.addStretch(1)
        split = SplitDetail(desk.look, self._form(), self.ready, width=330)
        self.carried = CarriedCard(desk)
        self.add(self.carried)
        self.add(split)
        self.body.addStretch(1)

    def show_meeting(self, row: MeetingRow) -> None:
        """Show the fields as the file has them now."""
        anew = self.row is None or self.row.id != row.id
        if anew:
            self.flush()
        self.row = row
        with self.desk.store.read() as session:
            hosts = organisations.every(session)
            checks = readiness.of(session, row.id)
            turns = hosting.balance(session, self.desk.community_id)
        self.host.offer([(host.id, host.name) for host in hosts])
        for name, kept in self.kept.items():
            kept.show_text(getattr(row, name), anew=anew)
        self.host.show_name(row.host, anew=anew)
        self.host_field.set_help(turn_words(turns, self.desk.catalog))
        if anew or self.day.day() != row.starts_at.date():
            self.day.set_day(row.starts_at.date())
        self.clock.show_time(row.starts_at.time())
        self.clock_field.set_error("")
        self.minutes.show_minutes(row.minutes)
        self.kind.set_value(row.kind)
        self.state.set_value(row.state)
        self.ready.show_checks(row, checks)
        self.carried.show_meeting(row)

    def flush(self) -> None:
        """Save what is still being typed."""
        for kept in self.kept.values():
            kept.flush()

    def _save(self, **values: Any) -> None:
        if self.row is None:
            return
        step = STEPS[next(iter(values))]
        with self.desk.store.write(named(step, self.row.topic, self.desk.catalog)) as session:
            meetings.change(session, self.row.id, values)

    def _save_day(self, day: date | None) -> None:
        if self.row is None:
            return
        if day is None:
            if not self.day.field.field.has_error:
                told = self.desk.catalog("A meeting needs a day and an hour.")
                self.day.field.set_error(told)
        elif day != self.row.starts_at.date():
            self._save(starts_at=datetime.combine(day, self.row.starts_at.time()))

    def _save_clock(self) -> None:
        if self.row is None:
            return
        try:
            moment = datetime.combine(self.row.starts_at.date(), self.clock.clock())
        except UserError as problem:
            self.clock_field.set_error(self.desk.catalog.error(problem))
            return
        self.clock_field.set_error("")
        if moment == self.row.starts_at:
            self.clock.show_time(moment.time())
        else:
            self._save(starts_at=moment)

    def _save_host(self, _key: UUID | None, name: str) -> None:
        """An authority not yet known is made."""
        if self.row is None:
            return
        label = named(STEPS["host_id"], self.row.topic, self.desk.catalog)
        with self.desk.store.write(label) as session:
            key = organisations.named(session, name)
            meetings.change(session, self.row.id, {"host_id": key})

    # -- looks ---------------------------------------------------------------------------

    def _make_editors(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.day = FreeDay(self.desk, _("Date"))
        self.day.changed.connect(self._save_day)
        self.clock = ClockEdit(look)
        self.clock.settled.connect(lambda _text: self._save_clock())
        self.clock_field = Field(look, _("Starts at"), self.clock)
        self.minutes = MinutesEdit(look, _, step=15, least=15, most=2160)
        self.minutes.changed.connect(lambda value: self._save(minutes=value))
        self.host = NameEdit(look)
        self.host.settled.connect(self._save_host)
        self.host_field = Field(look, _("Host"), self.host)
        self.kind, self.state = Choice(look), Choice(look)
        for kind in MeetingKind:
            self.kind.add(content(_.language).word(kind), kind, KIND_ICONS[kind])
        for state in MeetingState:
            self.state.add(content(_.language).word(state), state)
        self.kind.chosen.connect(lambda value: self._save(kind=value))
        self.state.chosen.connect(lambda value: self._save(state=value))
        self.fields = {
            "topic": Field(look, _("Topic"), LineEdit(look)),
            "place": Field(look, _("Place"), LineEdit(look)),
            "link": Field(look, _("Link"), LatinEdit(look, "ph.link")),
            "purpose": Field(look, _("Purpose"), TextArea(look, lines=2)),
            "question": Field(look, _("A question to come with"), TextArea(look, lines=2)),
        }
        self.kept = {
            name: Kept(field, partial(self._save_text, name), _)
            for name, field in self.fields.items()
        }

    def _save_text(self, name: str, text: str) -> None:
        self._save(**{name: text})

    def _form(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        card, grid = Card(look), QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(10))
        rows: list[tuple[QWidget, ...]] = [
            (self.fields["topic"],),
            (self.day, self._beside(self.clock_field, Field(look, _("Length"), self.minutes))),
            (Field(look, _("Kind"), self.kind), Field(look, _("Status"), self.state)),
            (self.fields["place"], self.host_field),
            (self.fields["purpose"],),
            (self.fields["question"],),
            (self.fields["link"],),
        ]
        line = 0
        for row in rows:
            for place, widget in enumerate(row):
                alone = len(row) == 1 or look.roomy
                grid.addWidget(
                    widget, line, 0 if alone else place, 1, 2 if alone else 1,
                    Qt.AlignmentFlag.AlignTop,
                )  # fmt: skip
                line += look.roomy or place == len(row) - 1
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        card.body.addStretch(1)
        return card

    def _beside(self, *fields: Field) -> QWidget:
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.desk.look.px(12))
        for field in fields:
            line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        return inside
