"""Recording a stage: which, since when, who decided, why, and what shows it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services import stages
from cop_desktop.services.stages import ORDER, StagePath
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.escape import OnEscape
from cop_desktop.ui.widgets import Button, Card, Choice, DateField, Field, LineEdit, TextArea

FIELD_OF = {stages.SAME: "stage", stages.EARLIER: "since", stages.WHY: "reason"}
NO_DAY = N_("Write the day on which the stage began.")


class RecordCard(Card):
    """Stands open beside the arc until it is saved or left."""

    recorded = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(look, _("Record a stage"))
        self.desk = desk
        self._path = StagePath(())
        self.stage = Choice(look)
        for stage in ORDER:
            self.stage.add(content(_.language).word(stage), stage)
        self.stage.chosen.connect(lambda _value: self._hint())
        self.decided = LineEdit(look)
        self.reason, self.evidence = TextArea(look, lines=2), TextArea(look, lines=2)
        self.since = DateField(look, _, _("Since"), desk.today(), day_words(_, desk.layers))
        self.fields: dict[str, Field | DateField] = {
            "stage": Field(look, _("Stage"), self.stage),
            "since": self.since,
            "decided": Field(look, _("Who decided"), self.decided),
            "reason": Field(look, _("Why"), self.reason),
            "evidence": Field(look, _("What shows it"), self.evidence),
        }
        self._lay_out()
        OnEscape(self, self.leave)

    def begin(self, path: StagePath) -> None:
        """Open for the next step from where the community stands."""
        self._path = path
        here = ORDER.index(path.now.stage) if path.now else -1
        self.stage.set_value(ORDER[min(here + 1, len(ORDER) - 1)])
        self.since.set_date(self.desk.today())
        self.decided.clear()
        for area in (self.reason, self.evidence):
            area.clear()
        self._clear_errors()
        self._hint()
        self.show()
        self.stage.setFocus()

    def save(self) -> None:
        """Write the record; what is wrong is said under its field."""
        self._clear_errors()
        since = self.since.day()
        if since is None:
            self.since.set_error(self.desk.catalog(NO_DAY))
            self.since.edit.setFocus()
            return
        try:
            self._write(self.chosen(), since)
        except UserError as problem:
            self._refuse(problem)
            return
        self.hide()
        self.recorded.emit()

    def chosen(self) -> Stage:
        """The stage in the form; Qt gives back plain text."""
        return Stage(self.stage.value())

    def leave(self) -> None:
        self.hide()
        self.left.emit()

    def _write(self, stage: Stage, since: date) -> None:
        desk, _ = self.desk, self.desk.catalog
        label = _("Record the stage {name}", name=content(_.language).word(stage))
        with desk.store.write(label) as session:
            stages.record(
                session, desk.community_id, stage, since, self.reason.toPlainText(),
                self.evidence.toPlainText(), self.decided.text(),
            )  # fmt: skip

    def _refuse(self, problem: UserError) -> None:
        field = self.fields[FIELD_OF.get(problem.message, "stage")]
        field.set_error(self.desk.catalog.error(problem))
        (field.edit if isinstance(field, DateField) else field.editor).setFocus()

    def _clear_errors(self) -> None:
        for field in self.fields.values():
            field.set_error("")

    def _hint(self) -> None:
        """What the move is, before it is made."""
        _, now = self.desk.catalog, self._path.now
        ahead = stages.steps(now.stage if now else None, self.chosen())
        words = ""
        if ahead > 1:
            words = _("A stage is passed over: write why.")
        elif ahead < 0:
            words = _("Moving back is normal: communities go both ways.")
        stage = self.fields["stage"]
        assert isinstance(stage, Field)
        stage.set_error("")
        stage.set_help(words)

    def _lay_out(self) -> None:
        look, _ = self.look, self.desk.catalog
        way = QBoxLayout.Direction
        first = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight)
        first.setSpacing(look.px(12))
        for name in ("stage", "since", "decided"):
            first.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(first)
        for name in ("reason", "evidence"):
            self.add(self.fields[name])
        self.saving = Button(look, _("Record"), "ph.check", "primary")
        self.saving.clicked.connect(self.save)
        leaving = Button(look, _("Cancel"), kind="quiet")
        leaving.clicked.connect(self.leave)
        deeds = QHBoxLayout()
        deeds.setSpacing(look.px(16))
        deeds.addWidget(self.saving)
        deeds.addWidget(leaving)
        deeds.addStretch(1)
        self.body.addLayout(deeds)
