"""The button that lets something leave, with what it does or why it did not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Hairline
from cop_desktop.ui.widgets.fields import Note


class Deed(QWidget):
    """Stands under the page, so that it is there however much one has to look at."""

    def __init__(self, desk: Desk, words: str) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self._says = _("Nothing is sent: a file is put in the outbox, and you hand it on.")
        self.button = Button(look, words, "ph.export", "primary")
        self.note = Note(look)
        line = QVBoxLayout() if look.roomy else QHBoxLayout()
        line.setSpacing(look.px(12))
        line.addWidget(self.button)
        line.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(10))
        rows.addWidget(Hairline())
        rows.addLayout(line)
        self.say("")

    def say(self, problem: str) -> None:
        """Why nothing left; empty words say again what the button does."""
        self.note.show_words(problem or self._says, wrong=bool(problem))
