"""What is read out of the block that is on: why, the questions, how it goes, materials.

Notes of whoever leads wait behind a button: others may see this screen.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.services.agendas import Block
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, IconTile, Label

from .large import READ, Large
from .scene import Moment


class ReadOut(QWidget):
    """A text below the other; those the block has none of are hidden."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        _ = desk.catalog
        self.texts = {
            "purpose": Said(desk, "ph.target", _("Purpose")),
            "questions": Said(desk, "ph.question", _("Questions")),
            "method": Said(desk, "ph.list-numbers", _("How it runs")),
            "materials": Said(desk, "ph.package", _("Materials")),
            "notes": Said(desk, "ph.lock", _("For me only"), covered=True),
        }
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(desk.look.px(10))
        for said in self.texts.values():
            rows.addWidget(said)
        rows.addStretch(1)

    def show_moment(self, moment: Moment) -> None:
        """The texts of the block that is shown; before the first one, why the meeting is held."""
        block = moment.shown
        for name, said in self.texts.items():
            said.show_text(_told(block, name))
        if block is None:
            self.texts["purpose"].show_text(moment.scene.row.purpose)


class Said(QWidget):
    """A text of the agenda, to be read out: an icon, what it is, and the words."""

    def __init__(self, desk: Desk, icon: str, caption: str, *, covered: bool = False) -> None:
        super().__init__()
        look, self._ = desk.look, desk.catalog
        self._text, self.covered = "", covered
        self.words = Large(look, READ, written=True)
        self.lift = Button(look, "", "ph.eye", "quiet")
        self.lift.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        self.lift.clicked.connect(self._turn)
        tile = IconTile(look, icon, "quiet", size=28, round=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(look, caption, "caption"))
        column.addWidget(self.words)
        column.addWidget(self.lift, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.lift.setHidden(not covered)  # once it has a parent: alone it would be a window

    def show_text(self, text: str) -> None:
        self._text = text
        self.words.show_words("" if self.covered else text)
        self.lift.set_words(self._("Show my notes") if self.covered else self._("Cover my notes"))
        self.setVisible(bool(text))

    def _turn(self) -> None:
        self.covered = not self.covered
        self.show_text(self._text)


def _told(block: Block | None, name: str) -> str:
    return str(getattr(block, name)).strip() if block else ""
