"""Turning into something else: one quiet line until it is time, then the four steps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.models.method import RitualStep, Transformation
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services import private, ritual, turnings
from cop_desktop.services.ritual import Ritual, TaskRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.widgets import Button, Card, IconTile, Label, Line, ListRow, Words
from cop_desktop.ui.widgets.tick import Tick

from .decision_form import DecisionForm
from .ending_form import EndingForm
from .turning_words import left_words, private_words

KIND_ICONS = {
    Transformation.RENEWAL: "ph.arrows-clockwise",
    Transformation.SPLIT: "ph.git-branch",
    Transformation.MERGER: "ph.git-merge",
    Transformation.CLOSING: "ph.flag",
}
TIMELY = (Stage.STEWARDSHIP, Stage.TRANSFORMATION)
PRIVATE = "archive.private_removed"
DEEDS = {  # tasks that are done at another place
    "hand_over.products_homes": "products",
    "hand_over.open_matters": "meetings",
}


class TurningCard(Card):
    """The kinds to choose from; once begun, the ritual with what is done and what is left."""

    book_asked = Signal()
    went = Signal(object)  # the widget that has the keyboard now

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        self.opening = Button(look, _("Take up the question"), "ph.arrows-clockwise", "quiet")
        super().__init__(look, _("Turning into something else"), self.opening)
        self.desk, self._ritual = desk, None
        self._open = False
        self.told = Words(look, "", "muted")
        self.add(self.told)
        self.kinds = QWidget()
        self.kind_rows = self._list_kinds()
        self.add(self.kinds)
        self.decision, self.ending = DecisionForm(desk), EndingForm(desk)
        self.add(self.decision)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(look.px(12))
        self.body.addLayout(self._steps)
        self.add(self.ending)
        self.tasks: dict[str, Tick] = {}
        self.buttons: dict[str, Button] = {}
        self.opening.clicked.connect(self.open_question)

    _ritual: Ritual | None

    def show_ritual(self, told: Ritual | None, stage: Stage | None) -> None:
        self._ritual = told
        _ = self.desk.catalog
        self.kinds.setVisible(told is None and (self._open or stage is Stage.TRANSFORMATION))
        self.opening.setVisible(told is None and not self.kinds.isVisibleTo(self))
        self.told.setVisible(told is not None or stage in TIMELY or self._open)
        self.decision.setVisible(told is not None)
        self.ending.setVisible(told is not None)
        self._clear()
        if told is None:
            self.told.setText(
                _("Communities end, divide and begin anew. That too can be done well.")
            )
            return
        self._open = False
        self._tell(told)
        self.decision.show_row(told.turning)
        self.ending.show_row(told.turning)
        for step in told.steps:
            self._steps.addWidget(self._step(step))

    def open_question(self) -> None:
        """Show what a community may turn into; nothing is written by that."""
        self._open = True
        self.show_ritual(self._ritual, None)
        self._go(next(iter(self.kind_rows.values())))

    def begin(self, kind: Transformation) -> None:
        desk, _ = self.desk, self.desk.catalog
        title = method(_.language).transformation(kind).title
        with desk.store.write(_("Begin: {name}", name=title)) as session:
            turnings.begin(session, desk.community_id, kind, desk.today())
        self._go(self.decision.form.editor("reason"))

    def _go(self, part: QWidget) -> None:
        part.setFocus()
        self.went.emit(part)

    def take_back(self) -> None:
        """Forget it; the toast offers to bring it back."""
        desk, _ = self.desk, self.desk.catalog
        if self._ritual is None:
            return
        with desk.store.write(_("Take back the transformation")) as session:
            turnings.take_back(session, self._ritual.turning.id)
        desk.toast(_("The transformation was taken back."), undo=True)

    def remove_private(self) -> None:
        """Take out of the file what is for the leader alone; the toast offers to bring it back."""
        desk, _ = self.desk, self.desk.catalog
        with desk.store.write(_("Remove what is private")) as session:
            private.remove(session, desk.community_id)
        desk.toast(_("What was for you alone was removed from the file."), undo=True)

    def _tell(self, told: Ritual) -> None:
        _ = self.desk.catalog
        text = method(_.language).transformation(told.turning.kind)
        since = formats.date_medium(told.turning.begun_on, _.language)
        self.told.setText(
            _("{kind}, taken up on {day}: {n} of {all} done. {meaning}", kind=text.title,
              day=since, n=told.done, all=told.all, meaning=text.meaning)
        )  # fmt: skip

    def _list_kinds(self) -> dict[Transformation, ListRow]:
        look, text = self.look, method(self.desk.catalog.language)
        rows = QVBoxLayout(self.kinds)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        found = {}
        for kind in Transformation:
            told = text.transformation(kind)
            row = found[kind] = ListRow(look, KIND_ICONS[kind], told.title, told.fits)
            row.setToolTip(told.meaning)
            row.clicked.connect(lambda kind=kind: self.begin(kind))
            rows.addWidget(row)
        return found

    def _clear(self) -> None:
        empty(self._steps)
        self.tasks, self.buttons = {}, {}

    def _step(self, step: ritual.StepRow) -> QWidget:
        look, text = self.look, method(self.desk.catalog.language).ritual(step.step)
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        icon, tone = ("ph.check", "accent") if step.done else ("ph.dots-three", "quiet")
        line.addWidget(IconTile(look, icon, tone, round=True), 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout()
        rows.setSpacing(look.px(2))
        rows.addWidget(Label(look, text.title, "strong"))
        rows.addWidget(Words(look, text.why, "caption"))
        for task in step.tasks:
            rows.addWidget(self._task(task, text.tasks[task.key.partition(".")[2]]))
            if task.key == PRIVATE and not task.done and self._ritual:
                rows.addWidget(self._secret(self._ritual))
        line.addLayout(rows, 1)
        return box

    def _secret(self, told: Ritual) -> Words:
        _ = self.desk.catalog
        return Words(
            self.look,
            _(
                "{what}. Earlier backups keep what is removed here.",
                what=private_words(told.private, _),
            ),
            "caption",
        )

    def _task(self, task: TaskRow, words: str) -> QWidget:
        look, _ = self.look, self.desk.catalog
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        if task.computed:
            icon = "ph.check-circle" if task.done else "ph.circle-dashed"
            colour = look.theme.accent if task.done else look.theme.muted
            told = formats.dotted(words, left_words(task, _))
            line.addWidget(Line(look, icon, Words(look, told), colour), 1)
        else:
            tick = self.tasks[task.key] = Tick(look, words)
            tick.setChecked(task.done)
            tick.clicked.connect(lambda on, key=task.key: self._mark(key, on))
            line.addWidget(tick, 1)
        if button := self._deed(task):
            self.buttons[task.key] = button
            line.addWidget(button)
        return box

    def _deed(self, task: TaskRow) -> Button | None:
        """What helps with a task: a page, a copy, the book, or taking out what is private."""
        look, _, desk = self.look, self.desk.catalog, self.desk
        if task.key in DEEDS and not task.done:
            button = Button(look, _("Look"), kind="quiet")
            place = DEEDS[task.key]
            item = desk.community_id if place == "meetings" else None
            button.clicked.connect(lambda: desk.open_place(place, item))
        elif task.key == "archive.file_copied":
            button = Button(look, _("Folder of backups"), kind="quiet")
            button.clicked.connect(lambda: desk.run("show-backups"))
        elif task.key == PRIVATE and not task.done:
            button = Button(look, _("Remove"), kind="danger")
            button.clicked.connect(self.remove_private)
        elif task.key == "succession.succession_book":
            button = Button(look, _("The book"), "ph.book-open", "quiet")
            button.clicked.connect(self.book_asked)
        else:
            return None
        return button

    def _mark(self, key: str, on: bool) -> None:
        desk, _ = self.desk, self.desk.catalog
        step, _dot, task = key.partition(".")
        words = method(_.language).ritual(RitualStep(step)).tasks[task]
        try:
            with desk.store.write(_("Mark: {name}", name=words)) as session:
                ritual.mark(session, desk.community_id, key, desk.today() if on else None)
        except UserError as problem:
            desk.toast(_.error(problem))
        if again := self.tasks.get(key):  # the rows are new ones
            again.setFocus()
