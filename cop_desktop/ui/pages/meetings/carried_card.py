"""What earlier meetings left open, beside the plan of the next one."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.models.vocabulary import Acted, Progress
from cop_desktop.services import carried
from cop_desktop.services.actions import ActionRow
from cop_desktop.services.carried import Carried
from cop_desktop.services.conclusions import ConclusionRow
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.widgets import Button, Card, Label, Words

from .line_steps import ACTIONS, CONCLUSIONS, change_row

AT_ONCE = 5  # of a kind; the register has them all


class CarriedCard(Card):
    """Conclusions to act on and tasks still open; hidden while there are none, and once the
    day of the meeting has passed.

    A word at the end of each settles it: acted on in this meeting, or done.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.catalog("From earlier meetings"))
        self.desk = desk
        self.row: MeetingRow | None = None
        self.buttons: dict[UUID, Button] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.look.px(6))
        self.body.addLayout(self._list)
        self.hide()

    def show_meeting(self, row: MeetingRow) -> None:
        """Show what is open from before this meeting."""
        self.row = row
        with self.desk.store.read() as session:
            found = carried.into(session, row.id)
        self._empty()
        self._fill(found)
        ahead = row.starts_at.date() >= self.desk.today()
        self.setVisible(ahead and bool(found.conclusions or found.actions))

    def _fill(self, found: Carried) -> None:
        _ = self.desk.catalog
        self._part(
            _("What we concluded from feedback"),
            [self._line(it, self._of_conclusion(it), _("Acted on"), partial(self._act, it))
             for it in found.conclusions],
        )  # fmt: skip
        self._part(
            _("Tasks still open"),
            [self._line(it, self._of_task(it), _.ctx("task", "Done"), partial(self._finish, it))
             for it in found.actions],
        )  # fmt: skip

    def _part(self, title: str, lines: Sequence[QWidget]) -> None:
        if not lines:
            return
        _ = self.desk.catalog
        self._list.addWidget(Label(self.look, title, "strong", elide=True))
        for line in lines[:AT_ONCE]:
            self._list.addWidget(line)
        if (more := len(lines) - AT_ONCE) > 0:
            told = Button(self.look, _.plural("{n} more", "{n} more", more), kind="quiet")
            told.clicked.connect(lambda: self.desk.open_place("meetings", self.desk.community_id))
            self._list.addWidget(told)
        for line in lines[AT_ONCE:]:
            line.deleteLater()

    def _line(
        self, row: ActionRow | ConclusionRow, facts: str, deed: str, do: Callable[[], None]
    ) -> QWidget:
        look = self.look
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(10))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(look, row.text, written=True))
        late = isinstance(row, ActionRow) and row.late(self.desk.today())
        if facts:
            words.addWidget(Words(look, facts, "amber" if late else "caption"))
        line.addLayout(words, 1)
        button = self.buttons[row.id] = Button(look, deed, "ph.check", "quiet")
        button.setAccessibleName(f"{deed}: {row.text}")
        button.clicked.connect(lambda _=False: do())
        line.addWidget(button)
        return box

    def _of_task(self, row: ActionRow) -> str:
        _ = self.desk.catalog
        until = _("until {day}", day=formats.day_and_month(row.due, _.language)) if row.due else ""
        return formats.dotted(row.owner or _("No owner yet"), until, row.topic)

    def _of_conclusion(self, row: ConclusionRow) -> str:
        on = formats.day_and_month(row.on, self.desk.catalog.language) if row.on else ""
        return formats.dotted(on, row.topic)

    def _act(self, row: ConclusionRow) -> None:
        if self.row:
            values = {"acted": Acted.YES, "acted_in_id": self.row.id}
            change_row(self.desk, CONCLUSIONS, row, values)
            self.desk.toast(self.desk.catalog("The conclusion was acted on."), undo=True)

    def _finish(self, row: ActionRow) -> None:
        change_row(self.desk, ACTIONS, row, {"state": Progress.DONE})
        self.desk.toast(self.desk.catalog("The task is done."), undo=True)

    def _empty(self) -> None:
        self.buttons = {}
        empty(self._list)
