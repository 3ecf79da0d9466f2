"""A thing done or not yet, to be ticked."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from cop_desktop.ui.drawing import Room, glyph, plate, ring, write
from cop_desktop.ui.theme import BODY, Look


class Tick(QCheckBox):
    """A check box in the house's size: box, words, and the focus round the words."""

    def __init__(self, look: Look, words: str = "") -> None:
        super().__init__(words)
        self.look = look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = self.look.metrics(BODY).horizontalAdvance(self.text())
        return QSize(round(wide) + self.look.px(40), self.look.line() + self.look.px(8))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(60), self.sizeHint().height())

    def hitButton(self, _: object) -> bool:  # noqa: N802
        return True

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, look, t = QPainter(self), self.look, self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = Room(QRectF(self.rect()), look.rtl)
        cell = room.start(look.px(18))
        box = QRectF(0, 0, look.px(18), look.px(18))
        box.moveCenter(cell.center())
        on = self.isChecked()
        edge = t.accent if on or self.underMouse() else t.edge
        ground = t.accent if on else t.surface
        plate(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), ground, edge, 1, 4)
        if on:
            glyph(painter, look, box, "ph.check", t.on_accent, 14)
        room.start(look.px(4))
        if self.hasFocus():
            ring(painter, look, room.rest)
        room.start(look.px(6))
        write(painter, look, room.rest, self.text(), BODY)
