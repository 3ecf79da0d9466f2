"""How ready a meeting is: what the data tells, and what the leader ticks."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from cop_desktop import formats
from cop_desktop.i18n import N_
from cop_desktop.services import readiness
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.readiness import BY_HAND, Check
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Card, Line, Words
from cop_desktop.ui.widgets.tick import Tick

from .turnout_bar import Share, TurnoutBar
from .words import CHECK_WORDS, named


class Readiness(Card):
    """What is ready; what follows from the data is told, the rest is ticked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.catalog("Readiness"))
        self.desk = desk
        self.meeting: UUID | None = None
        look = desk.look
        self.bar = TurnoutBar(look, "")
        self.add(self.bar)
        self.ticks: dict[str, Tick] = {}
        self.lines: dict[str, QWidget] = {}

    def show_checks(self, row: MeetingRow, checks: tuple[Check, ...]) -> None:
        _, t = self.desk.catalog, self.desk.look.theme
        self.meeting, self._topic = row.id, row.topic
        ready = sum(check.done for check in checks)
        told = _("{ready} of {of} ready", ready=ready, of=len(checks))
        self.bar.show_shares(
            [Share(ready, _("ready"), t.accent), Share(len(checks) - ready, _("missing"), t.line)],
            told,
        )
        for check in checks:
            if check.by_hand:
                self._show_tick(check, getattr(row, BY_HAND[check.key]))
            else:
                self._show_line(check)

    def _show_tick(self, check: Check, on: date | None) -> None:
        _ = self.desk.catalog
        if check.key not in self.ticks:
            tick = self.ticks[check.key] = Tick(self.desk.look)
            tick.clicked.connect(lambda on, key=check.key: self._tick(key, on))
            self.body.insertWidget(self.body.count() - 1, tick)
        words = _(CHECK_WORDS[check.key])
        day = formats.date_short(on, _.language) if on else ""
        self.ticks[check.key].setText(formats.dotted(words, day))
        self.ticks[check.key].setChecked(check.done)

    def _show_line(self, check: Check) -> None:
        look, t, _ = self.desk.look, self.desk.look.theme, self.desk.catalog
        icon = "ph.check-circle" if check.done else "ph.circle-dashed"
        colour = t.accent if check.done else t.amber
        line = Line(look, icon, Words(look, _(CHECK_WORDS[check.key])), colour)
        old = self.lines.get(check.key)
        if old:
            self.body.replaceWidget(old, line)
            old.hide()
            old.deleteLater()
        else:
            self.body.insertWidget(self.body.count() - 1, line)
        self.lines[check.key] = line

    def _tick(self, key: str, on: bool) -> None:
        _ = self.desk.catalog
        if self.meeting is None:
            return
        label = named(N_("{check}: “{title}”"), self._topic, _, check=_(CHECK_WORDS[key]))
        with self.desk.store.write(label) as session:
            readiness.tick(session, self.meeting, key, self.desk.today() if on else None)
