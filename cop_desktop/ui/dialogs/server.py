"""The address of a database that several coordinators share."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.i18n import Catalog
from cop_desktop.paths import is_address
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Button, Field, LatinEdit, Words

EXAMPLE = "postgresql+psycopg://user@computer/database"


class AddressDialog(QDialog):
    """`chosen(address)` once something that looks like one was written."""

    chosen = Signal(str)

    def __init__(self, look: Look, _: Catalog, parent: QWidget) -> None:
        super().__init__(parent)
        self._ = _
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Open a shared database"))
        self.setMinimumWidth(look.px(520))
        self.address = LatinEdit(look, "ph.database", EXAMPLE)
        self.field = Field(look, _("Address"), self.address)
        self._lay_out(look)

    def go(self) -> None:
        """Open it, or say under the field what is missing."""
        words = self.address.text().strip()
        if not is_address(words):
            self.field.set_error(self._("An address looks like {example}", example=EXAMPLE))
            return
        self.accept()
        self.chosen.emit(words)

    def _lay_out(self, look: Look) -> None:
        _ = self._
        why = _(
            "Where several people collect packages together, they share a database (PostgreSQL). "
            "Whoever looks after it gives you its address."
        )
        go = Button(look, _("Open"), kind="primary")
        go.clicked.connect(self.go)
        go.setDefault(True)
        leave = Button(look, _("Cancel"))
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(go)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*(look.px(24),) * 4)
        rows.setSpacing(look.px(12))
        rows.addWidget(Words(look, _("Open a shared database"), "title"))
        rows.addWidget(Words(look, why, "muted"))
        rows.addWidget(self.field)
        rows.addStretch(1)  # takes what a wrapped text asked for in vain
        rows.addLayout(buttons)
