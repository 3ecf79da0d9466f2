"""The frame of what stands beside the list for anything that is no block."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Label, Words


class SidePage(QWidget):
    """A heading, a sentence, what is added, and deeds: `asked(deed)`."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look = desk.look
        self.heading = Label(look, "", "title", elide=True)
        self.sentence = Words(look, "", "muted")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(look.px(20), 0, look.px(20), 0)
        self.rows.setSpacing(look.px(10))
        self.rows.addWidget(self.heading)
        self.rows.addWidget(self.sentence)

    def add_deeds(self, *deeds: tuple[str, str, str]) -> list[Button]:
        """Buttons by icon, words and deed; a quiet row each."""
        buttons = []
        for icon, words, deed in deeds:
            button = Button(self.desk.look, words, icon)
            button.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed))
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            self.rows.addLayout(line)
            buttons.append(button)
        return buttons
