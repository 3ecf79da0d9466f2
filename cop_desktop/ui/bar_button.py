"""What the painted buttons of the top bar have in common."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from . import icons
from .theme import RADIUS_SMALL, Look, elided

CONTROL = 36  # px at 100 %


class BarButton(QAbstractButton):
    """Base of the bar's painted buttons: a ground under the pointer, a ring for the keyboard."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        side = self.look.px(CONTROL)
        return QSize(side, side)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground(painter)
        self.content(painter)

    def ground(self, painter: QPainter) -> None:
        theme = self.look.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() and self.isEnabled():
            painter.setBrush(QColor(theme.surface))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)

    def content(self, painter: QPainter) -> None:
        raise NotImplementedError

    def box(self, x: float, width: float, y: float = 0, height: float | None = None) -> QRectF:
        """A rectangle whose `x` counts from the reading side."""
        left = self.width() - x - width if self.look.rtl else x
        return QRectF(left, y, width, self.height() if height is None else height)

    def glyph(self, painter: QPainter, name: str, x: float, size: float, colour: str) -> None:
        """An icon whose centre lies `x` from the reading side."""
        centre = QPointF(self.width() - x if self.look.rtl else x, self.height() / 2)
        icons.paint(painter, name, centre, self.look.px(size), colour, rtl=self.look.rtl)

    def words(
        self, painter: QPainter, room: QRectF, text: str, size: int, weight: int, colour: str
    ) -> None:
        """One line at the reading side of `room`, elided."""
        look = self.look
        painter.setFont(look.font(size, weight))
        painter.setPen(QColor(colour))
        line = elided(look.metrics(size, weight), text, room.width() + 1)
        side = Qt.AlignmentFlag.AlignRight if look.rtl else Qt.AlignmentFlag.AlignLeft
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side | absolute, line)
