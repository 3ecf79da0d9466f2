"""Going back to a backup: when each was taken, and for what."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cop_desktop import formats
from cop_desktop.i18n import N_, Catalog
from cop_desktop.store import Backup
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets.buttons import Button
from cop_desktop.ui.widgets.labels import Words

REASONS = {
    "open": N_("when the file was opened"),
    "close": N_("when the file was closed"),
    "import": N_("before an import"),
    "update": N_("before an update of the program"),
    "restore": N_("before an earlier restore"),
    "together": N_("before it was brought together with another copy"),
    "asked": N_("by request"),
}


class RestoreDialog(QDialog):
    """What was done since the chosen backup goes; the file as it is now is backed up first."""

    chosen = Signal(Path)
    elsewhere = Signal()  # a backup that lies somewhere else

    def __init__(
        self, look: Look, _: Catalog, file: str, backups: Sequence[Backup], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Restore from a backup"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*(look.px(24),) * 4)
        rows.setSpacing(look.px(12))
        rows.addWidget(Words(look, _("Restore {file}", file=file), "title"))
        told = (
            _("The file goes back to what it was then. What it holds now is kept as a backup too.")
            if backups
            else _("There is no backup of this file on this computer yet.")
        )
        rows.addWidget(Words(look, told, "muted"))
        self.list = self._list(look, _, backups)
        rows.addWidget(self.list, 1)
        rows.addLayout(self._buttons(look, _))

    def _list(self, look: Look, _: Catalog, backups: Sequence[Backup]) -> QListWidget:
        view = QListWidget()
        view.setSpacing(look.px(2))
        view.setMinimumSize(look.px(440), look.px(240))
        for backup in backups:
            day = formats.date_long(backup.taken.date(), _.language)
            at = formats.clock(backup.taken.time())
            why = _(REASONS.get(backup.reason, backup.reason))
            item = QListWidgetItem(_("{day}, {time} · {why}", day=day, time=at, why=why))
            item.setData(Qt.ItemDataRole.UserRole, backup.path)
            view.addItem(item)
        view.setCurrentRow(0)
        view.itemActivated.connect(self._choose)
        return view

    def _buttons(self, look: Look, _: Catalog) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        restore = Button(look, _("Restore"), "ph.clock-counter-clockwise", "primary")
        restore.setEnabled(self.list.count() > 0)
        restore.clicked.connect(self._choose)
        other = Button(look, _("Another file"), "ph.folder-open")
        other.clicked.connect(self._elsewhere)
        leave = Button(look, _("Cancel"))
        leave.clicked.connect(self.reject)
        row.addWidget(restore)
        row.addWidget(other)
        row.addStretch(1)
        row.addWidget(leave)
        return row

    def _choose(self) -> None:
        if item := self.list.currentItem():
            self.accept()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _elsewhere(self) -> None:
        self.accept()
        self.elsewhere.emit()
