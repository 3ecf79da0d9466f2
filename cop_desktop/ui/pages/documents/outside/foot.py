"""For whom a package is, the key to lock it with, and the button that lets it leave."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.export import locking
from cop_desktop.models.vocabulary import Share
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Field, LatinEdit, LineEdit

LOCK = "outbox.key"  # in the memory of this machine
_OF_KEY = frozenset({locking.NO_KEY, locking.SECRET})
_CAPTION = 12  # px at 100 %


class Foot(QWidget):
    """Two fields and a button; a refusal stands under the field it is about."""

    def __init__(self, desk: Desk, level: Share) -> None:
        super().__init__()
        self.desk, self._level = desk, level
        look, _ = desk.look, desk.catalog
        self.recipient = LineEdit(look)
        self.recipient.setText(content(_.language).word(level))
        self.lock = LatinEdit(look, "ph.key", "age1…")
        self.lock.setText(str(desk.settings.memory.get(LOCK, "")))
        self.to_field = Field(look, _("For whom"), self.recipient)
        self.key_field = Field(look, _("The ministry's public key, to lock it with"), self.lock)
        self.button = Button(look, _("Export"), "ph.export", "primary")
        line = QVBoxLayout(self) if look.roomy else QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        for field, share in ((self.to_field, 2), (self.key_field, 3)):
            line.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
            field.setMinimumWidth(look.px(120))
        column = QVBoxLayout()  # level with the editors, under the height of a label
        column.addSpacing(0 if look.roomy else look.line(_CAPTION) + look.px(4))
        column.addWidget(self.button)
        column.addStretch(1)
        line.addLayout(column)

    def key(self) -> str:
        """The key typed, remembered on this machine; raises UserError for what is none."""
        lock = locking.checked(self.lock.text())
        self.to_field.set_error("")
        self.key_field.set_error("")
        self.desk.settings.memory[LOCK] = lock
        self.desk.settings.save()
        return lock

    def show_level(self, level: Share) -> None:
        """Other readers: the recipient follows, unless somebody wrote another."""
        word = content(self.desk.catalog.language).word
        if self.recipient.text() == word(self._level):
            self.recipient.setText(word(level))
        self._level = level

    def refuse(self, problem: UserError) -> None:
        """What is not about the key stands under the recipient."""
        field = self.key_field if problem.message in _OF_KEY else self.to_field
        field.set_error(self.desk.catalog.error(problem))
