"""Several blocks at once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.models.vocabulary import BlockKind
from cop_desktop.services.agendas import Block
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.theme import KIND_ICONS
from cop_desktop.ui.widgets import Button, Choice, Field, Label


class Several(QWidget):
    """What several blocks share: a sum, a kind, and an end."""

    asked = Signal(str)
    kind_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.heading, self.sum = Label(look, "", "title"), Label(look, "", "caption")
        self.kind = Choice(look)
        for kind in BlockKind:
            colour = look.theme.kinds[kind]
            self.kind.add(content(_.language).word(kind), kind, KIND_ICONS[kind], colour)
        self.kind.chosen.connect(self.kind_chosen)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.px(20), 0, look.px(20), 0)
        rows.setSpacing(look.px(8))
        for widget in (self.heading, self.sum, Field(look, _("Kind of all"), self.kind)):
            rows.addWidget(widget)
        for icon, words, deed in (
            ("ph.copy-simple", _("Duplicate"), "duplicate"), ("ph.trash", _("Delete"), "delete"),
        ):  # fmt: skip
            button = Button(look, words, icon)
            button.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed))
            rows.addWidget(button)
        rows.addStretch(1)

    def show_blocks(self, picked: Sequence[Block]) -> None:
        _ = self.desk.catalog
        self.heading.setText(_.plural("{n} block", "{n} blocks", len(picked)))
        length = sum(block.minutes for block in picked)
        self.sum.setText(formats.duration(length, _.language) if picked else "")
        kinds = {block.kind for block in picked}
        self.kind.set_value(kinds.pop() if len(kinds) == 1 else None)
