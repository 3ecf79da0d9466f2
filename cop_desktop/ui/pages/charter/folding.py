"""Something to look at when asked for, folded away under a word."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Button


class Folded(QWidget):
    """A quiet word with a caret; pressed, what is under it opens."""

    def __init__(self, look: Look, words: str, inside: QWidget) -> None:
        super().__init__()
        self.inside = inside
        self.button = Button(look, words, "ph.caret-down", "quiet")
        self.button.clicked.connect(self.turn)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(6))
        rows.addWidget(self.button)
        rows.addWidget(inside)
        inside.hide()

    def turn(self) -> None:
        """Open, or fold away again."""
        is_open = self.inside.isVisibleTo(self)
        self.inside.setVisible(not is_open)
        self.button.set_icon("ph.caret-down" if is_open else "ph.caret-up")
