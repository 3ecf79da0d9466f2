"""Fields that are seldom used, folded away under a word."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button


class Fold(QWidget):
    """Open or closed as it was left on this machine; `tell(n)`: how much is in it."""

    opened = Signal()  # and laid out

    def __init__(self, desk: Desk, key: str, inside: QWidget) -> None:
        super().__init__()
        self.desk, self._key, self.inside = desk, key, inside
        self._filled = 0
        self.button = Button(desk.look, "", "ph.caret-down", "quiet")
        self.button.clicked.connect(self._turn)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(desk.look.px(6))
        rows.addWidget(self.button)
        rows.addWidget(inside)
        inside.setVisible(bool(desk.settings.memory.get(key)))
        self.tell(0)

    @property
    def is_open(self) -> bool:
        return self.inside.isVisibleTo(self)

    def tell(self, filled: int) -> None:
        self._filled, _ = filled, self.desk.catalog
        more = _.plural("More, {n} filled in", "More, {n} filled in", filled)
        words = _("Less") if self.is_open else more if filled else _("More about the block")
        self.button.set_words(words)

    def open(self) -> None:
        if not self.is_open:
            self._turn()

    def _turn(self) -> None:
        self.inside.setVisible(not self.is_open)
        self.desk.settings.memory[self._key] = self.is_open
        self.desk.settings.save()
        self.tell(self._filled)
        if self.is_open:
            QTimer.singleShot(0, self, self.opened.emit)
