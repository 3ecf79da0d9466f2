"""Surfaces: a card, a well inside it, a hairline."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cop_desktop.ui.theme import Look

from .labels import Label


class Card(QFrame):
    """A white card. `body` is its layout; at most one quiet action or a caption at the far end."""

    def __init__(
        self,
        look: Look,
        title: str = "",
        action: QWidget | None = None,
        caption: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        px = look.px
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(20), px(14), px(20), px(16))
        self.body.setSpacing(px(8))
        self.title = Label(look, title, "title", elide=True)
        self.caption = Label(look, caption, "caption", elide=True)
        for label in (self.title, self.caption):  # the head stays at the top of a tall card
            label.setSizePolicy(label.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Fixed)
        self.head = QHBoxLayout()
        self.head.setSpacing(px(12))
        if title or caption or action:
            self._fill_head(bool(title), bool(caption), action)

    def _fill_head(self, title: bool, caption: bool, action: QWidget | None) -> None:
        if title:
            self.title.setMinimumHeight(self.look.px(28))
            self.head.addWidget(self.title)
        self.head.addStretch(1)
        if caption:
            self.head.addWidget(self.caption)
        if action:
            self.head.addWidget(action)
        self.body.addLayout(self.head)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.body.addWidget(widget, stretch)


class Well(QFrame):
    """A sunken ground inside a card; no border."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "well")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(12))
        self.body.setSpacing(look.px(4))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.body.addWidget(widget, stretch)


class Hairline(QFrame):
    """One pixel across, between things of one card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hairline")
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
