"""A member's initials in a disc: what stands for a face, without a picture leaving anybody out."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cop_desktop import formats
from cop_desktop.ui.theme import BOLD, TITLE, Look


class Avatar(QWidget):
    """Decoration: the name beside it says the same."""

    def __init__(self, look: Look, size: int = 52) -> None:
        super().__init__()
        self.look, self._letters = look, ""
        self.setFixedSize(QSize(look.px(size), look.px(size)))

    def show_name(self, name: str) -> None:
        self._letters = formats.initials(name)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, t = QPainter(self), self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent_soft))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(QColor(t.accent_hover))
        painter.setFont(self.look.font(TITLE, BOLD))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._letters)
