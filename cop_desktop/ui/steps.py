"""How many steps there are, and which one is this."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cop_desktop.i18n import Catalog

from .theme import Look


class Steps(QWidget):
    """Segments in reading order, filled up to the present step."""

    def __init__(self, look: Look, _: Catalog, step: int, count: int) -> None:
        super().__init__()
        self._look, self._step, self._count = look, step, count
        self.setAccessibleName(_("Step {n} of {count}", n=step + 1, count=count))
        self.setToolTip(self.accessibleName())
        self.setFixedHeight(look.px(6))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(160), self._look.px(6))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide, gap, tall = look.px(48), look.px(6), self.height()
        for number in range(self._count):
            x = number * (wide + gap)
            left = self.width() - x - wide if look.rtl else x
            painter.setBrush(QColor(look.theme.accent if number <= self._step else look.theme.line))
            painter.drawRoundedRect(QRectF(left, 0, wide, tall), tall / 2, tall / 2)
