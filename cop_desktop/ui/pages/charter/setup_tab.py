"""Six steps of setting up: what stands is marked by itself, and each task opens its page."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content.method import method
from cop_desktop.models.method import CharterPart, SetupStep
from cop_desktop.services import setup
from cop_desktop.services.setup import StepRow, TaskRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.walking import follow
from cop_desktop.ui.widgets import Card, ListRow, Well, Words

from .folding import Folded

PARTS = {  # tasks that are done in a part of the charter
    "domain_written": CharterPart.DOMAIN_IN,
    "boundary_written": CharterPart.DOMAIN_OUT,
    "promises_chosen": CharterPart.PROMISES,
    "commitment_said": CharterPart.FOR_WHOM,
    "rules_of_trust": CharterPart.CONFIDENTIALITY,
    "platforms_chosen": CharterPart.PLATFORMS,
    "approval_agreed": CharterPart.PUBLISHING,
}
DONE, OPEN = "ph.check-circle", "ph.circle"


class StepCard(Card):
    """A step with its tasks; when it is done stands under its title."""

    opened = Signal(object)  # TaskRow: its page is wanted
    marked = Signal(object)  # TaskRow: done, or not after all

    def __init__(self, desk: Desk, step: SetupStep) -> None:
        _ = desk.catalog
        text = method(_.language).step(step)
        super().__init__(desk.look, text.title, caption=" ")
        self.desk, self.step, self.text = desk, step, text
        self.rows: dict[str, ListRow] = {}
        self.add(Words(desk.look, text.done_when, "muted"))
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(0)
        self.body.addLayout(self._tasks)
        well = Well(desk.look)
        for question in text.questions:
            well.add(Words(desk.look, f"• {question}"))
        self.questions = Folded(desk.look, _("Questions to ask"), well)
        self.add(self.questions)
        self.body.addStretch(1)
        self._shown: StepRow | None = None

    def show_step(self, row: StepRow) -> None:
        if row == self._shown:
            return
        self._shown, _ = row, self.desk.catalog
        self.caption.setText(_("{n} of {of}", n=row.done, of=len(row.tasks)))
        held = self._held()
        for old in self.rows.values():
            old.hide()
            old.deleteLater()
        self.rows = {task.name: self._line(task) for task in row.tasks}
        for line in self.rows.values():
            self._tasks.addWidget(line)
        follow(self, [*self.rows.values(), self.questions])
        if held:
            line = self.rows[held[0]]
            (line.action if held[1] else line).setFocus()

    def _held(self) -> tuple[str, bool] | None:
        """The task that has the keyboard, and whether its deed has it."""
        for key, line in self.rows.items():
            if line.hasFocus() or line.action.hasFocus():
                return key, line.action.hasFocus()
        return None

    def _line(self, task: TaskRow) -> ListRow:
        _ = self.desk.catalog
        deed = "" if task.computed else _("Not after all") if task.done else _("Mark as done")
        line = ListRow(
            self.look, DONE if task.done else OPEN, self.text.tasks[task.name],
            self._how_far(task), deed, tone="accent" if task.done else "quiet",
        )  # fmt: skip
        said = _("done") if task.done else _("not done yet")
        line.setAccessibleDescription(formats.dotted(said, self._how_far(task)))
        line.clicked.connect(partial(self.opened.emit, task))
        line.acted.connect(partial(self.marked.emit, task))
        return line

    def _how_far(self, task: TaskRow) -> str:
        _ = self.desk.catalog
        if task.done_on:
            day = formats.date_medium(task.done_on, _.language)
            return _("marked on {day}", day=day)
        if task.computed and not task.done and task.need > 1:
            return _("{n} of {of}", n=task.have, of=task.need)
        return ""


class SetupTab(QWidget):
    """`part_asked(part)`: a task is done in the charter itself."""

    part_asked = Signal(object)  # CharterPart
    versions_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.cards = {step: StepCard(desk, step) for step in SetupStep}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(desk.look.px(16))
        columns = 1 if desk.look.roomy else 2
        for place, card in enumerate(self.cards.values()):
            grid.addWidget(card, place // columns, place % columns)
            card.opened.connect(self._open)
            card.marked.connect(self._mark)
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def show_steps(self, rows: Sequence[StepRow]) -> None:
        for row in rows:
            self.cards[row.step].show_step(row)

    def _open(self, task: TaskRow) -> None:
        if task.page != "charter":
            self.desk.open_place(task.page)
        elif task.name in PARTS:
            self.part_asked.emit(PARTS[task.name])
        else:
            self.versions_asked.emit()

    def _mark(self, task: TaskRow) -> None:
        desk, _ = self.desk, self.desk.catalog
        words = next(card.text.tasks[task.name] for card in self.cards.values()
                     if task.name in card.text.tasks)  # fmt: skip
        on = None if task.done else desk.today()
        with desk.store.write(_("Setting up: {task}", task=words)) as session:
            setup.mark(session, desk.community_id, task.key, on)
