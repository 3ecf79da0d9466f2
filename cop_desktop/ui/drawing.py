"""Painting along the line of reading: pieces cut from its start or end, words that stay put."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextOption

from cop_desktop.ui import icons
from cop_desktop.ui.theme import BODY, RADIUS_SMALL, REGULAR, Look, elided

Paint = QColor | str


class Room:
    """A box from which pieces are cut in reading order: mirrored in RTL, written once."""

    def __init__(self, box: QRectF, rtl: bool) -> None:
        self.rest, self._rtl = QRectF(box), rtl

    def start(self, width: float) -> QRectF:
        return self._cut(width, at_right=self._rtl)

    def end(self, width: float) -> QRectF:
        return self._cut(width, at_right=not self._rtl)

    def _cut(self, width: float, *, at_right: bool) -> QRectF:
        box = QRectF(self.rest)
        if at_right:
            box.setLeft(box.right() - width)
            self.rest.setRight(box.left())
        else:
            box.setRight(box.left() + width)
            self.rest.setLeft(box.right())
        return box


def write(
    painter: QPainter,
    look: Look,
    box: QRectF,
    words: str,
    size: float = BODY,
    weight: int = REGULAR,
    colour: Paint | None = None,
    align: str = "start",
) -> None:
    """One line of words, elided: `align` is start, centre or end of the reading line."""
    metrics = look.metrics(size, weight)
    told = elided(metrics, words, box.width() + 1)
    at_right = (align == "start") == look.rtl
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    if align == "centre":
        side = Qt.AlignmentFlag.AlignHCenter
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    option.setTextDirection(look.direction)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    painter.setFont(look.font(size, weight))
    painter.setPen(QColor(colour or look.theme.text))
    painter.drawText(box, told, option)


def glyph(
    painter: QPainter, look: Look, box: QRectF, name: str, colour: Paint, size: int = 18
) -> None:
    icons.paint(painter, name, box.center(), look.px(size), colour, rtl=look.rtl)


def plate(
    painter: QPainter, box: QRectF, ground: Paint, border: Paint | None, width: float, radius: float
) -> QPainterPath:
    """A rounded ground with a border; gives its outline to clip by."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.setPen(QPen(QColor(border), width) if border else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(ground))
    painter.drawPath(path)
    return path


def ring(painter: QPainter, look: Look, box: QRectF, radius: float = RADIUS_SMALL) -> None:
    """The focus ring."""
    painter.setPen(QPen(QColor(look.theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
