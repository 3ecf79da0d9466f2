"""What left and how far it came: exported, handed over, receipt seen. Nothing is ever deleted."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from cop_desktop.errors import UserError
from cop_desktop.export.leaving import NO_OUTBOX, ready
from cop_desktop.export.reports.export_log import standing
from cop_desktop.i18n import N_
from cop_desktop.models.package_words import ExportStep
from cop_desktop.paths import export_key, outbox_dir
from cop_desktop.services import exports
from cop_desktop.services import leaving as leaving_from
from cop_desktop.services.packages import receipt
from cop_desktop.services.packages.signing import fingerprint, signer
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.walking import follow
from cop_desktop.ui.widgets import Button, EmptyState, Line, ScrollPage, Words

from .leaves import FOLDER, LeavesView
from .sent_card import SentCard

NOTES = {  # the word for Undo, what is said once it is noted, and the verb
    ExportStep.HANDED_OVER: (N_("Note a package as handed over"), N_("Noted as handed over."),
                             leaving_from.hand_over),
    ExportStep.RECEIPT_SEEN: (N_("Note the receipt of a package"), N_("The receipt was noted."),
                              leaving_from.see_receipt),
}  # fmt: skip
UNREADABLE = N_("{file} could not be read. Look whether it is there, and try once more.")
OF_RECEIPTS = {  # what is wrong with a step, said of the receipt that came
    exports.NOT_OURS: N_("This receipt is for somebody else's package {n}: it did not leave from "
                         "this file. Ask whether it belongs to another community."),
    exports.OUT_OF_TURN: N_("The receipt of package {n} was noted already."),
}  # fmt: skip
LOG = "export-log"


class OutboxView(QWidget):
    """The folder, the packages with their steps, and the key to read aloud."""

    def __init__(self, desk: Desk, leaves: LeavesView) -> None:
        super().__init__()
        self.desk, self._leaves = desk, leaves
        self.cards: dict[str, SentCard] = {}  # by package
        self._build()

    def refresh(self) -> None:
        """Read the log, and show what left with its steps."""
        with self.desk.store.read() as session:
            sent = exports.sent(session, self.desk.community_id)
            broken = exports.broken_at(session, self.desk.community_id)
            lost = exports.lost(session, self.desk.community_id)
        empty(self.list)
        folder = self._leaves.folder()
        self.cards = {it.package: SentCard(self.desk, it, folder) for it in sent}
        for card in self.cards.values():
            card.noted.connect(self.note)
            self.list.addWidget(card)
        if not sent:
            self.list.addWidget(self._nothing())
        follow(self.log, list(self.cards.values()))
        self.list.addStretch(1)
        self.log.setVisible(bool(sent))
        self.came.setVisible(any(it.waiting_for for it in sent))
        self._show_place(folder, bool(sent))
        self._show_log(broken, lost)

    def go_to_newest(self) -> None:
        """To the next step of what left last."""
        self._go_to(next(iter(self.cards), ""))

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.desk.look
        page = ScrollPage(look, look.px(12))
        rows = page.body
        rows.setSpacing(look.px(8))
        self.place = Words(look, "", "body")
        self.gone = Words(look, "", "amber")
        self.gone_line = Line(look, "ph.warning", self.gone, look.theme.amber)
        self.print = Words(look, "", "body")
        self.print_line = Line(look, "ph.fingerprint", self.print)
        self.whole = Words(look, "", "muted")
        self.whole_line = Line(look, "ph.link", self.whole)
        self.list = QVBoxLayout()
        self.list.setSpacing(look.px(10))
        rows.addWidget(Line(look, "ph.tray", self.place))
        rows.addWidget(self.gone_line)
        rows.addWidget(self.print_line)
        rows.addWidget(self._deeds())
        rows.addLayout(self.list, 1)
        rows.addWidget(self.whole_line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _deeds(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        box = QWidget()
        flow = Flow(box, look.px(8))
        self.came = Button(look, _("A receipt came"), "ph.check-circle")
        self.came.clicked.connect(self._choose_receipt)
        self.open = Button(look, _("Open the folder"), "ph.arrow-square-out")
        self.open.clicked.connect(self._open_folder)
        self.change = Button(look, _("Another folder"), "ph.folder-open")
        self.change.clicked.connect(self._choose_folder)
        self.log = Button(look, _("The log, to print"), "ph.printer")
        self.log.clicked.connect(self._print_log)
        for button in (self.came, self.open, self.change, self.log):
            flow.add(button)
        return box

    def _nothing(self) -> EmptyState:
        _ = self.desk.catalog
        why = _(
            "What is exported waits here for whoever carries it on: a shared folder, or a USB "
            "stick."
        )
        return EmptyState(self.desk.look, "ph.tray", _("Nothing has left yet"), why)

    # -- showing -------------------------------------------------------------------------

    def _show_place(self, folder: Path, any_left: bool) -> None:
        _ = self.desk.catalog
        self.place.setText(_("The outbox: {folder}", folder=str(folder)))
        missing = folder != outbox_dir() and not folder.is_dir()  # our own is made when needed
        self.gone_line.setVisible(missing)
        self.gone.setText(_(NO_OUTBOX, folder=str(folder)) if missing else "")
        self.open.setVisible(not missing)
        self.print_line.setVisible(any_left and export_key().exists())
        if self.print_line.isVisibleTo(self):
            self.print.setText(self._fingerprint())

    def _fingerprint(self) -> str:
        """What one reads aloud; or what to do about a key that is damaged."""
        _ = self.desk.catalog
        try:
            digits = fingerprint(signer(export_key()).public)
        except UserError as problem:
            return _.error(problem)
        return _("To read aloud when somebody asks whose it is: {digits}", digits=digits)

    def _show_log(self, broken: int | None, lost: int) -> None:
        if broken or lost:
            self.log.setVisible(True)
        self.whole_line.setVisible(self.log.isVisibleTo(self))
        self.whole.setText(" ".join(standing(broken, lost, self.desk.catalog)))

    # -- doing ---------------------------------------------------------------------------

    def note(self, package: str, step: ExportStep, said: str = "") -> None:
        """Write a step into the log, say so, and go on to the next one."""
        label, usual, verb = NOTES[step]
        with self.desk.store.write(self.desk.catalog(label)) as session:
            verb(session, self.desk.community_id, package, self.desk.now())
        self.refresh()  # the log is nothing that Undo knows of, so nobody else tells
        self.desk.toast(said or self.desk.catalog(usual))
        self._go_to(package)

    def _go_to(self, package: str) -> None:
        """To the next step of something that left; after its last, to what can still come."""
        card = self.cards.get(package)
        waits = self.came if self.came.isVisibleTo(self) else self.open
        (card.next if card and card.next else waits).setFocus()

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
        _ = self.desk.catalog
        said = _("The receipt of package {n} was noted.", n=told.number)
        if left_out := told.left_out:
            said = _("The receipt of package {n} was noted. Rows left out: {left_out}.",
                     n=told.number, left_out=left_out)  # fmt: skip
        try:
            self.note(told.package, ExportStep.RECEIPT_SEEN, said)
        except UserError as problem:
            raise UserError(
                OF_RECEIPTS.get(problem.message, problem.message), n=told.number
            ) from None

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
