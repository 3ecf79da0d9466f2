"""Choosing another copy, seeing what it brings, and bringing it in as one step."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.questions import as_the_screen_allows
from cop_desktop.ui.files import ask_for_file
from cop_desktop.ui.forgetting import forget
from cop_desktop.ui.saving import remember_folder
from cop_desktop.ui.widgets import Button, Words

from . import work
from .report import LastReport, tell_what_remains
from .view import SummaryView
from .work import Met

OPEN_ALREADY = N_("This is the file that is open. Choose the copy that came back.")


class BringTogether:
    """Asks for a copy and reads it; the dialog follows when it is read."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self.desk, self._parent = desk, parent
        self.dialog: TogetherDialog | None = None

    def open(self) -> None:
        _ = self.desk.catalog
        folder = self.desk.file.path.parent
        if path := ask_for_file(self._parent, _("Bring together with another copy"), folder, _):
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Read the copy and show what it would bring."""
        desk = self.desk
        if path.exists() and path.samefile(desk.file.path):
            raise UserError(OPEN_ALREADY)
        desk.tasks.run(
            desk.catalog("Reading the other copy"),
            lambda _progress: work.look(desk.file, path, desk.catalog),
            self._show,
        )

    def _show(self, met: Met) -> None:
        remember_folder(self.desk, met.path)
        self.dialog = TogetherDialog(self.desk, met, self._parent)
        self.dialog.open()


class TogetherDialog(QDialog):
    """What will come in; nothing is written before one says so."""

    def __init__(self, desk: Desk, met: Met, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self._, self.met, self._window = desk, desk.catalog, met, parent
        self._remains = _remains(desk, met)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(desk.look.direction)
        self.setWindowTitle(self._("Bring together with another copy"))
        if not self._nothing:
            as_the_screen_allows(self, parent, desk.look.px(640), desk.look.px(640))
        look, _ = desk.look, self._
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*(look.px(24),) * 4)
        rows.setSpacing(look.px(12))
        rows.addWidget(Words(look, _("Together with {file}", file=met.path.name), "title"))
        rows.addWidget(Words(look, self._sentence(), "muted"))
        if not self._nothing:
            view = SummaryView(look, _, met.summary)
            tell_what_remains(view, self._remains)
            rows.addWidget(view, 1)
        rows.addLayout(self._buttons())

    @property
    def _nothing(self) -> bool:
        """Both copies hold the same, and nobody was forgotten in the other."""
        return self.met.summary.nothing and not self.met.summary.erased

    def bring(self) -> None:
        """Forget whom the other side forgot; then a backup, and one step."""
        names = self.met.summary.erased
        if self.met.outcome.erased:
            forget(self.desk, self.met.outcome.erased, self._("Erase for good"))
            self.desk.tasks.run(  # who is gone is no part of the step that Undo takes back
                self._("Reading the other copy"),
                lambda _progress: work.look(self.desk.file, self.met.path, self._),
                partial(self._bring, erased=names),
            )
        else:
            self._bring(self.met)
        self.accept()

    def _bring(self, met: Met, erased: tuple[str, ...] = ()) -> None:
        label = self._("Bring together with {file}", file=met.path.name)
        report = LastReport(self.desk, self._window)
        done = partial(report.tell, erased=len(erased), remains=self._remains)
        work.start_bringing(self.desk, met, label, done)

    def _sentence(self) -> str:
        _ = self._
        if self._nothing:
            return _("Both copies hold the same: there is nothing to bring in.")
        return _("What both copies hold is brought into the file that is open; the other file "
                 "stays as it is. A backup is made first, and one step of Undo takes all of it "
                 "back.")  # fmt: skip

    def _buttons(self) -> QHBoxLayout:
        look, _ = self.desk.look, self._
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.go = Button(look, _("Bring together"), "ph.git-merge", "primary")
        self.go.clicked.connect(self.bring)
        self.go.setVisible(not self._nothing)
        leave = Button(look, _("Close") if self._nothing else _("Cancel"))
        leave.clicked.connect(self.reject)
        row.addWidget(self.go)
        row.addStretch(1)
        row.addWidget(leave)
        return row


def _remains(desk: Desk, met: Met) -> tuple[str, ...]:
    """Where those who are to be forgotten will still be named; asked as long as they are known."""
    if not met.outcome.erased:
        return ()
    from cop_desktop.export import remains  # looks into attached files

    with desk.store.read() as session:
        folders = remains.folders(desk.settings.memory)
        return remains.told(session, met.outcome.erased, folders, desk.catalog)
