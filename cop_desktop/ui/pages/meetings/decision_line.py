"""A decision in one line: what, who sees to it, until when, how far."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import Progress
from cop_desktop.services.actions import ActionRow
from cop_desktop.services.decisions import DecisionRow
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People
from cop_desktop.ui.widgets import Choice, Label, LineEdit
from cop_desktop.ui.widgets.typed_dates import read_date, show_date

from .name_edit import NameEdit
from .saved_line import SavedLine

PROGRESS_ICONS = {
    Progress.NOT_STARTED: "ph.circle-dashed",
    Progress.UNDER_WAY: "ph.hourglass",
    Progress.DONE: "ph.check-circle",
    Progress.DROPPED: "ph.minus-circle",
}


class DueEdit(LineEdit):
    """A day as typed; `settled(day or None)`, `refused(problem)`."""

    settled = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.catalog("Until"))
        self._today: Callable[[], date] = desk.today
        self._facts, self._shown = day_words(desk.catalog, desk.layers), ""
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.editingFinished.connect(self._settle)

    def show_day(self, day: date | None) -> None:
        busy = self.hasFocus() and self.text().strip() != self._shown
        self._shown = show_date(day) if day else ""
        if not busy:
            self.setText(self._shown)
        self.setToolTip(self._facts(day) if day else "")

    def _settle(self) -> None:
        text = self.text().strip()
        if text == self._shown:
            return
        try:
            day = read_date(text, self._today()) if text else None
        except UserError as problem:
            self.refused.emit(problem)
            return
        self._shown = text
        self.settled.emit(day)


class DecisionLine(SavedLine):
    """A decision, or a task: that may be somebody's who is no member, a guest's."""

    def __init__(self, desk: Desk, key: UUID, *, task: bool = False) -> None:
        look, _ = desk.look, desk.catalog
        deleting = _("Delete the task") if task else _("Delete the decision")
        super().__init__(desk, key, _("Task") if task else _("Decision"), deleting)
        self._task = task
        self.owner = NameEdit(look, _("Who"))
        self.due = DueEdit(desk)
        self.state = Choice(look)
        for state in Progress:
            self.state.add(content(_.language).word(state), state, PROGRESS_ICONS[state])
        self.late = Label(look, _("The day has passed."), "amber", elide=True)
        self.late.hide()
        for editor, name in (
            (self.owner, _("Responsible")), (self.due, _("Until")), (self.state, _("Progress"))
        ):  # fmt: skip
            editor.setAccessibleName(name)
        self.owner.settled.connect(self._owner_settled)
        self.due.settled.connect(lambda day: self._tell(due=day))
        self.due.refused.connect(lambda problem: self.note.show_words(_.error(problem), wrong=True))
        self.state.chosen.connect(lambda value: self._tell(state=value))
        self.owner.setFixedWidth(look.px(150))
        self.due.setFixedWidth(look.px(108))
        self.state.setFixedWidth(look.px(156))  # all alike, so that lines stand in columns
        self._stand((self.owner, self.due, self.state), self.late)

    def show_row(self, row: DecisionRow | ActionRow, who: People, today: date) -> None:
        self.kept.show_text(row.text)
        self.owner.offer([(key, name) for name, key in who.ids.items()])
        self.owner.show_name(who.name_of(row.owner_id) or row.owner)
        self.due.show_day(row.due)
        self.state.set_value(row.state)
        self.late.setVisible(row.late(today))

    def _owner_settled(self, key: UUID | None, text: str) -> None:
        if text and key is None and self._task:
            self._tell(guest=text, owner_id=None)
        elif text and key is None:
            self._is_nobody()
        else:
            self._tell(owner_id=key, **({"guest": ""} if self._task else {}))
