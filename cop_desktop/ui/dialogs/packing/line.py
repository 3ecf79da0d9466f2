"""A paper of the pack: ticked or not, how many copies, how many pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.export import pack
from cop_desktop.i18n import Catalog
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import IconButton, Label, Stepper
from cop_desktop.ui.widgets.tick import Tick


class PackLine(QWidget):
    """`changed` when it is ticked or its copies change; `looked` when one wants to see it."""

    changed = Signal()
    looked = Signal(str)

    def __init__(self, look: Look, _: Catalog, key: str, title: str, copies: int) -> None:
        super().__init__()
        self.key, self._ = key, _
        self.tick = Tick(look, title)
        self.tick.setAccessibleName(title)
        self.told = Label(look, "", "caption")
        self.see = IconButton(look, "ph.eye", _("Show {paper}", paper=title))
        self.see.clicked.connect(lambda: self.looked.emit(key))
        self.copies = Stepper(
            look, (_("One copy fewer"), _("One copy more")),
            lambda n: _.plural("{n} copy", "{n} copies", n), step=1, least=1, most=pack.MOST,
        )  # fmt: skip
        self.copies.set_value(copies)
        self.tick.toggled.connect(self._ticked)
        self.copies.changed.connect(lambda _n: self.changed.emit())
        self._lay_out(look)

    @property
    def wanted(self) -> int:
        """Copies to print; none when it is not ticked."""
        if not self.tick.isChecked():
            return 0
        return self.copies.value if self.key in pack.FOR_EACH else 1

    def set_ticked(self, ticked: bool) -> None:
        """Show a choice without telling anybody."""
        self.tick.blockSignals(True)
        self.tick.setChecked(ticked)
        self.tick.blockSignals(False)
        self._show_copies()

    def tell_pages(self, pages: int | None) -> None:
        """How many pages one copy has; None while it is not in the pack."""
        _ = self._
        self.told.setText(_.plural("{n} page", "{n} pages", pages) if pages else "")
        self.see.setVisible(bool(pages))

    def _ticked(self) -> None:
        self._show_copies()
        self.changed.emit()

    def _show_copies(self) -> None:
        self.copies.setVisible(self.key in pack.FOR_EACH and self.tick.isChecked())

    def _lay_out(self, look: Look) -> None:
        px = look.px
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, px(3), 0, px(3))
        rows.setSpacing(px(2))
        first = QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(self.tick, 1)
        first.addWidget(self.told)
        first.addWidget(self.see)
        second = QHBoxLayout()
        second.setContentsMargins(px(28), 0, 0, 0)
        second.addWidget(self.copies)
        second.addStretch(1)
        rows.addLayout(first)
        rows.addLayout(second)
        self.tell_pages(None)
