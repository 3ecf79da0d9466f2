"""What the chosen block is: its kind, its hours, and two deeds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.services.agendas import Block
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.theme import KIND_ICONS
from cop_desktop.ui.widgets import IconButton, IconTile, Label, Words

from .agenda_words import part_name


class BlockHead(QWidget):
    """`asked(deed)`; `hint` is the method's sentence on this kind, shown where the form ends."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.tile = QWidget()
        self.heading = Label(look, "", "title", elide=True)
        self.hours = Label(look, "", "caption", elide=True)
        self.hint = Words(look, "", "caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.hours)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(look.px(10))
        self._line.addWidget(self.tile)
        self._line.addLayout(words, 1)
        for icon, name, deed in (
            ("ph.copy-simple", _("Duplicate the block"), "duplicate"),
            ("ph.trash", _("Delete the block"), "delete"),
        ):
            button = IconButton(look, icon, name)
            button.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed))
            self._line.addWidget(button)

    def show_block(self, block: Block) -> None:
        look, language = self.desk.look, self.desk.catalog.language
        colour = look.theme.kinds[block.kind]
        old, self.tile = self.tile, IconTile(look, KIND_ICONS[block.kind], colour=colour, size=36)
        self._line.replaceWidget(old, self.tile)
        old.hide()
        old.deleteLater()
        self.heading.setText(content(language).word(block.kind))
        self.hours.setText(self._hours(block))
        self.hint.setText(content(language).hint(block.kind))

    def _hours(self, block: Block) -> str:
        """From when to when; what is done before or after the meeting stands at no hour."""
        _ = self.desk.catalog
        if not block.timed:
            return part_name(block.part, _)
        return formats.time_range(block.starts_at.time(), block.ends_at.time(), _.language)
