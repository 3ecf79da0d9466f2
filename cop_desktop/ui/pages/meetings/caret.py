"""A small caret between the steps of a path."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cop_desktop.ui.drawing import glyph
from cop_desktop.ui.theme import Look


class Caret(QWidget):
    """Points on, in reading order."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setFixedSize(look.px(12), look.px(16))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, look = QPainter(self), self.look
        glyph(painter, look, QRectF(self.rect()), "ph.caret-right", look.theme.muted, 12)
