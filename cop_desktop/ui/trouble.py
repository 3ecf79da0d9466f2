"""A file that cannot be opened: a calm page with the reason and ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.i18n import Catalog

from .centred import Centred
from .theme import Look
from .widgets.buttons import Button
from .widgets.cards import Card
from .widgets.labels import Label, Words
from .widgets.rows import IconTile


class Trouble(QWidget):
    """Says what is wrong with which file; nothing has been changed."""

    asked = Signal(str)  # key of a command

    def __init__(
        self, look: Look, _: Catalog, file: str, folder: str, sentence: str, *, back: str = ""
    ) -> None:
        super().__init__()
        card = Card(look)
        card.setFixedWidth(look.px(560))
        card.body.setContentsMargins(*(look.px(32),) * 4)
        card.body.setSpacing(look.px(14))
        icon = IconTile(look, "ph.warning", "amber", size=56, round=True)
        card.body.addWidget(icon, 0, Qt.AlignmentFlag.AlignLeading)
        card.add(Words(look, _("This file could not be opened"), "page"))
        card.add(Words(look, sentence))
        card.add(_Where(look, file, folder))
        card.add(Words(look, _("Nothing in the file was changed."), "muted"))
        card.body.addSpacing(look.px(8))
        card.body.addLayout(self._ways_on(look, _, back))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Centred(look, card))

    def _ways_on(self, look: Look, _: Catalog, back: str) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(look.px(8))
        ways = [
            ("open-file", "ph.folder-open", _("Open another file"), "primary"),
            ("restore", "ph.clock-counter-clockwise", _("Restore from a backup"), "secondary"),
            ("new-file", "ph.file-plus", _("New file"), "secondary"),
        ]
        if back:
            ways.append(("back", "ph.arrow-right", _("Back to {name}", name=back), "quiet"))
        first = QHBoxLayout()
        first.setSpacing(look.px(8))
        for key, icon, words, kind in ways:
            button = Button(look, words, icon, kind)
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            if kind == "quiet" or look.roomy:
                rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            else:
                first.addWidget(button)
        first.addStretch(1)
        rows.insertLayout(0, first)
        return rows


class _Where(QWidget):
    """File and folder apart: a path in one line would read backwards."""

    def __init__(self, look: Look, file: str, folder: str) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Label(look, f"\u2068{file}\u2069", "strong", elide=True))
        rows.addWidget(Label(look, f"\u2066{folder}\u2069", "caption", elide=True))
