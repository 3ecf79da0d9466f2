"""Something that left: for whom, which file, how far it came, and the step that is next."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import N_
from cop_desktop.models.package_words import ExportStep
from cop_desktop.services import exports
from cop_desktop.services.exports import Sent
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.escape import OnEscape
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.widgets import Button, Card, Chip, Label, Words

STEPS = {  # its icon, what is said once it was done, and before
    ExportStep.EXPORTED: ("ph.export", N_("Exported {day}"), ""),
    ExportStep.HANDED_OVER: ("ph.hand-palm", N_("Handed over {day}"), N_("Not handed over yet")),
    ExportStep.RECEIPT_SEEN: ("ph.check-circle", N_("Receipt seen {day}"), N_("No receipt yet")),
}
DEEDS = {
    ExportStep.HANDED_OVER: N_("I handed it over"),
    ExportStep.RECEIPT_SEEN: N_("I saw the receipt"),
}
QUESTIONS = {
    ExportStep.HANDED_OVER: N_("The log keeps this for good. Was it handed over?"),
    ExportStep.RECEIPT_SEEN: N_("The log keeps this for good. Has its receipt come?"),
}


class SentCard(Card):
    """`next` is the button of the step it waits for, if it waits for one.

    The log knows no way back, so one press asks and a second notes: `noted(package, step)`.
    """

    noted = Signal(str, object)

    def __init__(self, desk: Desk, sent: Sent, folder: Path) -> None:
        super().__init__(desk.look)
        self.desk, self.sent = desk, sent
        self.next: Button | None = None
        head = QHBoxLayout()
        head.addWidget(Label(desk.look, self._title(), "strong", elide=True), 1)
        if step := sent.waiting_for:
            self.next = Button(desk.look, desk.catalog(DEEDS[step]), STEPS[step][0])
            self.next.clicked.connect(self.ask)
            head.addWidget(self.next)
        self.body.addLayout(head)
        self.file = Words(desk.look, self._file(folder), "muted")
        self.add(self.file)
        self.add(self._steps())
        self.question = QWidget()
        if step:
            self._build_question(step)
            self.add(self.question)
        self.question.hide()

    def ask(self) -> None:
        """Ask before it stands in the log."""
        self._show_question(True)
        self.yes.setFocus()

    def leave(self) -> None:
        """Nothing is noted: it may have been the wrong card."""
        self._show_question(False)
        if self.next:
            self.next.setFocus()

    def _show_question(self, asking: bool) -> None:
        self.question.setVisible(asking)
        if self.next:
            self.next.setEnabled(not asking)

    def _build_question(self, step: ExportStep) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.yes = Button(look, _("Yes, note it"), "ph.check")
        self.yes.clicked.connect(lambda: self.noted.emit(self.sent.package, step))
        self.no = Button(look, _("Not yet"), kind="quiet")
        self.no.clicked.connect(self.leave)
        OnEscape(self.question, self.leave)
        rows = QVBoxLayout(self.question)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(6))
        deeds = QHBoxLayout()
        deeds.setSpacing(look.px(12))
        for button in (self.yes, self.no):
            deeds.addWidget(button)
        deeds.addStretch(1)
        rows.addWidget(Words(look, _(QUESTIONS[step]), "strong"))
        rows.addLayout(deeds)

    def _title(self) -> str:
        _, told = self.desk.catalog, self.sent.told
        readers = content(_.language).word(self.sent.level)
        recipient = str(told.get("recipient", "")) or readers
        what = _("Package {n}", n=told["number"]) if told.get("number") else ""
        if told.get("kind") == exports.NAMES:
            what = _.plural(
                "The name of {n} member", "The names of {n} members", int(told.get("members", 0))
            )
        return formats.dotted(what, recipient, *(() if recipient == readers else (readers,)))

    def _file(self, folder: Path) -> str:
        """A file that was carried away without a note is asked about."""
        _, name = self.desk.catalog, str(self.sent.told.get("file", ""))
        shown = formats.file_name(name)
        waits = self.sent.waiting_for == ExportStep.HANDED_OVER and folder.is_dir()
        if waits and name and not (folder / name).exists():
            return _("{file} is not in this folder. Was it handed over?", file=shown)
        return shown

    def _steps(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        box = QWidget()
        flow = Flow(box, look.px(6))
        for step, (icon, done, ahead) in STEPS.items():
            if at := self.sent.steps.get(step):
                day = formats.date_short(at.date(), _.language)
                flow.add(Chip(look, _(done, day=day), icon, "accent"))
            elif self.sent.waiting_for:
                flow.add(Chip(look, _(ahead), icon, "empty"))
        return box
