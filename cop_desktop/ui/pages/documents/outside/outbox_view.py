"""What left and how far it came: exported, handed over, receipt seen. Nothing is ever deleted."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.export.leaving import ready
from cop_desktop.i18n import N_
from cop_desktop.models.package_words import ExportStep
from cop_desktop.paths import export_key
from cop_desktop.services import exports
from cop_desktop.services import leaving as leaving_from
from cop_desktop.services.exports import Sent
from cop_desktop.services.packages import receipt
from cop_desktop.services.packages.signing import fingerprint, signer
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.widgets import Button, Card, Chip, EmptyState, Label, Line, ScrollPage, Words

from .leaves import FOLDER, LeavesView

STEPS = {
    ExportStep.EXPORTED: ("ph.export", N_("Exported {day}")),
    ExportStep.HANDED_OVER: ("ph.hand-palm", N_("Handed over {day}")),
    ExportStep.RECEIPT_SEEN: ("ph.check-circle", N_("Receipt seen {day}")),
}
NEXT = {  # what is done, the word for Undo, and the verb
    ExportStep.HANDED_OVER: (N_("I handed it over"), N_("Note a package as handed over"),
                             leaving_from.hand_over),
    ExportStep.RECEIPT_SEEN: (N_("I saw the receipt"), N_("Note the receipt of a package"),
                              leaving_from.see_receipt),
}  # fmt: skip
UNREADABLE = N_("{file} could not be read. Look whether it is there, and try once more.")
LOG = "export-log"


class OutboxView(QWidget):
    """The folder, the packages with their steps, and the key to read aloud."""

    def __init__(self, desk: Desk, leaves: LeavesView) -> None:
        super().__init__()
        self.desk, self._leaves = desk, leaves
        self._build()

    def refresh(self) -> None:
        """Read the log, and show what left with its steps."""
        with self.desk.store.read() as session:
            sent = exports.sent(session, self.desk.community_id)
            broken = exports.broken_at(session, self.desk.community_id)
        while item := self.list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.steps: dict[str, Button] = {}
        for it in sent:
            self.list.addWidget(self._row(it))
        if not sent:
            self.list.addWidget(self._nothing())
        self.list.addStretch(1)
        self.log.setVisible(bool(sent))
        self.came.setVisible(any(it.waiting_for for it in sent))
        self._show_place(bool(sent))
        self._show_log(broken)

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(10))
        self.place = Words(look, "", "body")
        box = QWidget()
        flow = Flow(box, look.px(8))
        self.change = Button(look, _("Another folder"), "ph.folder-open")
        self.change.clicked.connect(self._choose_folder)
        self.open = Button(look, _("Open the folder"), "ph.arrow-square-out", "quiet")
        self.open.clicked.connect(self._open_folder)
        self.log = Button(look, _("The log, to print"), "ph.printer", "quiet")
        self.log.clicked.connect(self._print_log)
        self.came = Button(look, _("A receipt came"), "ph.check-circle", "quiet")
        self.came.clicked.connect(self._choose_receipt)
        for button in (self.change, self.open, self.came, self.log):
            flow.add(button)
        rows.addWidget(Line(look, "ph.tray", self.place))
        rows.addWidget(box)
        page = ScrollPage(look)
        self.list = QVBoxLayout()
        self.list.setSpacing(look.px(10))
        page.body.addLayout(self.list)
        rows.addWidget(page, 1)
        self.print = Words(look, "", "strong")
        self.print_line = Line(look, "ph.fingerprint", self.print)
        rows.addWidget(self.print_line)
        self.whole = Words(look, "", "muted")
        self.whole_line = Line(look, "ph.link", self.whole)
        rows.addWidget(self.whole_line)

    def _row(self, it: Sent) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        word = content(_.language).word(it.level)
        title = formats.dotted(str(it.told.get("recipient", "")) or word, word)
        if number := it.told.get("number"):
            title = formats.dotted(_("Package {n}", n=number), title)
        card = Card(look)
        head = QHBoxLayout()
        head.addWidget(Label(look, title, "strong", elide=True), 1)
        if it.waiting_for:
            head.addWidget(self._step(it, it.waiting_for))
        card.body.addLayout(head)
        card.add(Label(look, str(it.told.get("file", "")), "muted", elide=True))
        box = QWidget()
        flow = Flow(box, look.px(6))
        for step, (icon, words) in STEPS.items():
            if at := it.steps.get(step):
                day = formats.date_short(at.date(), _.language)
                flow.add(Chip(look, _(words, day=day), icon, "accent"))
        card.add(box)
        return card

    def _step(self, it: Sent, step: ExportStep) -> Button:
        button = Button(self.desk.look, self.desk.catalog(NEXT[step][0]), STEPS[step][0])
        button.clicked.connect(partial(self._note, it.package, step))
        self.steps[it.package] = button
        return button

    def _nothing(self) -> EmptyState:
        _ = self.desk.catalog
        why = _(
            "What is exported waits here for whoever carries it on: a shared folder, or a USB "
            "stick."
        )
        return EmptyState(self.desk.look, "ph.tray", _("Nothing has left yet"), why)

    # -- showing -------------------------------------------------------------------------

    def _show_place(self, any_left: bool) -> None:
        _ = self.desk.catalog
        self.place.setText(_("The outbox: {folder}", folder=str(self._leaves.folder())))
        key = signer(export_key()).public if any_left and export_key().exists() else ""
        self.print_line.setVisible(bool(key))
        if key:
            self.print.setText(
                _("To read aloud when somebody asks whose it is: {digits}", digits=fingerprint(key))
            )

    def _show_log(self, broken: int | None) -> None:
        _ = self.desk.catalog
        self.whole_line.setVisible(self.log.isVisibleTo(self))
        self.whole.setText(
            _("The log does not fit together from entry {n} on: it was changed from outside.",
              n=broken)
            if broken else _("The log is whole: no entry was changed or taken out.")
        )  # fmt: skip

    # -- doing ---------------------------------------------------------------------------

    def _note(self, package: str, step: ExportStep, _checked: bool = False) -> None:
        _, label, verb = NEXT[step]
        with self.desk.store.write(self.desk.catalog(label)) as session:
            verb(session, self.desk.community_id, package, self.desk.now())
        self.refresh()  # the log is nothing that Undo knows of, so nobody else tells

    def _choose_receipt(self) -> None:
        words, kinds = self.desk.catalog("The receipt that came"), f"*{receipt.SUFFIX} *.json"
        chosen, _kind = QFileDialog.getOpenFileName(self, words, "", kinds)
        if chosen:
            self.take_receipt(Path(chosen))

    def take_receipt(self, file: Path) -> None:
        """Note the receipt in a file; raises UserError for another file, or another's package."""
        try:
            told = receipt.read(file.read_bytes())
        except OSError as problem:
            raise UserError(UNREADABLE, file=file.name) from problem
        self._note(told.package, ExportStep.RECEIPT_SEEN)
        self.desk.toast(self.desk.catalog("The receipt of package {n} was noted.", n=told.number))

    def _choose_folder(self) -> None:
        words = self.desk.catalog("Where packages wait")
        if chosen := QFileDialog.getExistingDirectory(self, words, str(self._leaves.folder())):
            self.use_folder(Path(chosen))

    def use_folder(self, folder: Path) -> None:
        """Packages go there from now on; those that left stay where they are."""
        self.desk.settings.memory[FOLDER] = str(folder)
        self.desk.settings.save()
        self.refresh()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(ready(self._leaves.folder()))))

    def _print_log(self) -> None:
        from cop_desktop.ui.dialogs.paper import PaperDialog  # brings the PDF writer

        PaperDialog(self.desk, LOG, parent=self.window()).open()
