"""One sign for who came, told by form before colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cop_desktop.ui.theme import Look, mix


def paint_presence(
    painter: QPainter, look: Look, centre: QPointF, radius: float, state: str
) -> None:
    """Full: came · half: late · ring: did not · ring with a dot: excused · line: no record."""
    t = look.theme
    full = mix(t.surface, t.accent, 0.85)
    edge = QPen(full if state in ("present", "late") else QColor(t.muted), 1.3)
    painter.setPen(edge)
    painter.setBrush(full if state == "present" else Qt.BrushStyle.NoBrush)
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    if not state:
        painter.drawLine(QPointF(box.left() + 2, centre.y()), QPointF(box.right() - 2, centre.y()))
        return
    painter.drawEllipse(box)
    painter.setBrush(full if state == "late" else QColor(t.muted))
    if state == "late":
        painter.drawPie(box, 90 * 16, (180 if look.rtl else -180) * 16)
    elif state == "excused":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(centre, radius * 0.4, radius * 0.4)
