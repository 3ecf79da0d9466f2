"""A card in the middle of the window, for the moments before there is a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from .theme import Look


class Centred(QScrollArea):
    """Somewhat above the middle, where the eye looks; it scrolls where large text needs more."""

    def __init__(self, look: Look, card: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inside = QWidget()
        inside.setAutoFillBackground(False)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(*(look.px(24),) * 4)
        line = QHBoxLayout()  # an alignment would forget that words wrap
        line.addStretch(1)
        line.addWidget(card, 10)
        line.addStretch(1)
        rows.addStretch(2)
        rows.addLayout(line)
        rows.addStretch(3)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
