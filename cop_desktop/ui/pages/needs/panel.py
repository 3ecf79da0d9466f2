"""What stands beside a list: a heading with its deeds, and everything below it, scrolling."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.widgets import IconButton, ScrollCard, Words


class Panel(ScrollCard):
    """`remove_asked` by the bin; `page` takes what belongs to the one that is shown."""

    remove_asked = Signal()
    fields: Form

    def __init__(self, desk: Desk, deleting: str) -> None:
        super().__init__(desk.look, least=430)  # below the list, too
        look = desk.look
        self.desk = desk
        self.heading = Words(look, "", "title", written=True)
        self.bin = IconButton(look, "ph.trash", deleting)
        self.bin.clicked.connect(self.remove_asked)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.bin, 0, Qt.AlignmentFlag.AlignTop)
        self.page.body.addLayout(head)

    def edit(self, field: str) -> None:
        """Put the keyboard into a field."""
        self.fields.editor(field).setFocus()

    def show_head(self, words: str, *, another: bool) -> None:
        """Name what is shown; another one is seen from its beginning."""
        self.heading.setText(words)
        if another:
            self.page.verticalScrollBar().setValue(0)

    def form(self) -> Form:
        """A form in the words and days of the desk."""
        desk = self.desk
        return Form(desk.look, desk.catalog, desk.today(), day_words(desk.catalog, desk.layers))

    def stack(self, *parts: QWidget) -> None:
        for part in parts:
            self.page.add(part)
        self.page.body.addStretch(1)
