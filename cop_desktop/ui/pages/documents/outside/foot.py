"""For whom a package is, and the key to lock it with."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.export import leaving, locking
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import Share
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Field, LatinEdit, LineEdit

LOCKS = {  # in the memory of this machine: other readers have another key
    Share.MINISTRY: "outbox.key",
    Share.ORGANISATIONS: "outbox.key.organisations",
}
PASSES = 3  # words that wrap tell their height when they have their width, and so do those around
UNLOCKED = N_("With it nobody else can open the file, should it get lost on the way.")
LOCKED = N_("Only they will be able to open the file.")


class Foot(QWidget):
    """Two fields; a refusal stands under the field it is about."""

    def __init__(self, desk: Desk, level: Share) -> None:
        super().__init__()
        self.desk, self._level = desk, level
        look, _ = desk.look, desk.catalog
        self.recipient = LineEdit(look)
        self.recipient.setText(content(_.language).word(level))
        self.lock = LatinEdit(look, "ph.key", "age1…")
        self.to_field = Field(look, _("For whom"), self.recipient)
        self.key_field = Field(look, _("Their public key, to lock it with (optional)"), self.lock)
        self._of = {
            leaving.NO_RECIPIENT: self.to_field,
            locking.NO_KEY: self.key_field,
            locking.SECRET: self.key_field,
        }
        self.lock.editingFinished.connect(self._look_at_key)
        self.lock.setText(self._remembered())
        self._look_at_key()
        line = QVBoxLayout(self) if look.roomy else QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        for field, share in ((self.to_field, 2), (self.key_field, 3)):
            line.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
            field.setMinimumWidth(look.px(120))

    def key(self) -> str:
        """The key typed, remembered on this machine; raises UserError for what is none."""
        lock = locking.checked(self.lock.text())
        self.to_field.set_error("")
        self.key_field.set_error("")
        self.desk.settings.memory[LOCKS[self._level]] = lock
        self.desk.settings.save()
        return lock

    def show_level(self, level: Share) -> None:
        """Other readers have a key of their own; a name that somebody wrote stays."""
        word = content(self.desk.catalog.language).word
        if self.recipient.text() == word(self._level):
            self.recipient.setText(word(level))
        self._level = level
        self.lock.setText(self._remembered())
        self._look_at_key()

    def refuse(self, problem: UserError) -> Field | None:
        """Say it under the field it is about, which is given back; nothing for any other."""
        field = self._of.get(problem.message)
        if field:
            field.set_error(self.desk.catalog.error(problem))
        return field

    def _remembered(self) -> str:
        return str(self.desk.settings.memory.get(LOCKS[self._level], ""))

    def _look_at_key(self) -> None:
        """A key that is none is told as soon as one leaves the field."""
        _ = self.desk.catalog
        try:
            found = locking.checked(self.lock.text())
        except UserError as problem:
            self.refuse(problem)
        else:
            self.key_field.set_error("")
            self.key_field.set_help(_(LOCKED if found else UNLOCKED))


def bring_back(page: QScrollArea, field: Field) -> None:
    """To a field that asks for something, words and all, once these have their room."""
    field.editor.setFocus()
    QTimer.singleShot(0, page, partial(_show_whole, page, field))


def _show_whole(page: QScrollArea, field: Field) -> None:
    for _pass in range(PASSES):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    page.ensureWidgetVisible(field)
