"""One routine: its facts, the times it took place, and an open end when it is no longer needed."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.models.method import Channel, RoutineRhythm
from cop_desktop.services import routines
from cop_desktop.services.routines import RoutineRow, Time
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.forms import Form
from cop_desktop.ui.people import People, offer
from cop_desktop.ui.widgets import (
    Button,
    DateField,
    Hairline,
    IconButton,
    Label,
    ScrollCard,
    Words,
)

from .words import FIELDS, last_words, next_words

AT_ONCE = 6  # times that are listed


class RoutinePanel(ScrollCard):
    """Everything in it is saved at once."""

    remove_asked = Signal(object)  # UUID

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        look, _ = desk.look, desk.catalog
        self.desk = desk
        self.row: RoutineRow | None = None
        self._people = People({})
        self.heading = Words(look, "", "title", written=True)
        self.state = Words(look, "", "muted")
        self.form = self._form()
        self.other_day = DateField(look, _, _("It also took place on"), desk.today())
        self.other_day.changed.connect(self._done_on)
        self.times = QVBoxLayout()
        self.times.setSpacing(look.px(2))
        self.letting_go = Button(look, "", "ph.leaf", "quiet")
        self.letting_go.clicked.connect(self._let_go)
        self._lay_out()

    def show_routine(self, row: RoutineRow, people: People) -> None:
        """Show a routine; `people` are those who can be responsible for it."""
        other = self.row is None or self.row.id != row.id
        self.row, self._people = row, people
        self.heading.setText(row.name)
        self.state.setText(self._state(row))
        offer(self.form, "owner_id", people)
        self.form.fill(
            {
                "name": row.name, "rhythm": row.rhythm, "channel": row.channel,
                "owner_id": row.owner, "since": row.since, "what": row.what,
            },
            item=row.id,
        )  # fmt: skip
        if other:
            self.other_day.set_date(None)
            self.page.verticalScrollBar().setValue(0)
        self._show_times(row.times)
        _ = self.desk.catalog
        self.letting_go.set_words(_("Let it go") if row.until is None else _("Begin again"))

    # -- building ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        page, look, _ = self.page, self.desk.look, self.desk.catalog
        remove = IconButton(look, "ph.trash", _("Delete the routine"))
        remove.clicked.connect(self._ask_removal)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        page.body.addLayout(head)
        page.add(self.state)
        page.add(self.form)
        page.add(Hairline())
        page.add(Label(look, _("The last times"), "strong"))
        page.body.addLayout(self.times)
        page.add(self.other_day)
        page.add(Hairline())
        page.body.addWidget(self.letting_go, 0, Qt.AlignmentFlag.AlignLeft)
        page.body.addStretch(1)

    def _form(self) -> Form:
        desk, _ = self.desk, self.desk.catalog
        words = content(_.language)
        form = Form(desk.look, _, desk.today(), day_words(_, desk.layers))
        form.add_line("name", _(FIELDS["name"]))
        form.add_choice(
            "rhythm", _(FIELDS["rhythm"]), [(it, words.word(it)) for it in RoutineRhythm]
        )
        channels = [(None, _("Not said")), *((it, words.word(it)) for it in Channel)]
        form.add_choice("channel", _(FIELDS["channel"]), channels, beside=True)
        form.add_line("owner_id", _(FIELDS["owner_id"]))
        form.add_date("since", _(FIELDS["since"]), beside=True)
        form.add_text("what", _(FIELDS["what"]), lines=3)
        form.edited.connect(self._save)
        return form

    def _state(self, row: RoutineRow) -> str:
        _ = self.desk.catalog
        if row.until is not None:
            day = formats.date_medium(row.until, _.language)
            return _("Let go on {day}. Nobody is reminded of it.", day=day)
        return formats.dotted(next_words(row, self.desk.today(), _), last_words(row, _))

    def _show_times(self, times: tuple[Time, ...]) -> None:
        empty(self.times)
        for time in reversed(times[-AT_ONCE:]):
            self.times.addWidget(self._time(time))
        if not times:
            none = self.desk.catalog("It did not take place yet.")
            self.times.addWidget(Label(self.desk.look, none, "muted", elide=True))

    def _time(self, time: Time) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        day = formats.date_medium(time.on, _.language)
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(10))
        line.addWidget(Label(look, day))
        line.addWidget(Label(look, time.note, "muted", elide=True), 1)
        back = IconButton(look, "ph.x", _("It did not take place on {day}", day=day))
        back.clicked.connect(partial(self._undone, time.on))
        line.addWidget(back)
        return box

    # -- doing ---------------------------------------------------------------------------

    def _ask_removal(self) -> None:
        if self.row:
            self.remove_asked.emit(self.row.id)

    def _save(self, name: str, value: Any) -> None:
        """One field, one step to undo."""
        if self.row is None:
            return
        _, row = self.desk.catalog, self.row
        label = _("Change {field}: {who}", field=_(FIELDS[name]), who=row.name)
        try:
            if name == "owner_id":
                value = self._people.find(value)
            if name == "since" and value is None:
                value = row.since
            with self.desk.store.write(label) as session:
                routines.change(session, row.id, {name: value})
        except UserError as problem:
            self.form.error(name, _.error(problem))

    def _done_on(self, day: date | None) -> None:
        if self.row is None or day is None:
            return
        _, row = self.desk.catalog, self.row
        try:
            with self.desk.store.write(_("Done: {name}", name=row.name)) as session:
                routines.done(session, row.id, day, self.desk.today())
        except UserError as problem:
            self.other_day.set_error(_.error(problem))
            return
        self.other_day.set_date(None)

    def _undone(self, on: date, _checked: bool = False) -> None:
        if self.row is not None:
            _, row = self.desk.catalog, self.row
            with self.desk.store.write(_("Not done: {name}", name=row.name)) as session:
                routines.undone(session, row.id, on)

    def _let_go(self) -> None:
        if self.row is None:
            return
        _, row, today = self.desk.catalog, self.row, self.desk.today()
        if row.until is None:
            self._write(_("Let go: {name}", name=row.name), partial(_end, row, today))
            self.desk.toast(_("“{name}” was let go, with thanks.", name=row.name), undo=True)
        else:
            self._write(_("Begin again: {name}", name=row.name), partial(_resume, row, today))

    def _write(self, label: str, deed: Callable[[Session], None]) -> None:
        with self.desk.store.write(label) as session:
            deed(session)


def _end(row: RoutineRow, today: date, session: Session) -> None:
    routines.end(session, row.id, today)


def _resume(row: RoutineRow, today: date, session: Session) -> None:
    routines.resume(session, row.id, today)
