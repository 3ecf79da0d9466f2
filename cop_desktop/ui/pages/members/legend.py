"""The signs of the list, explained at its foot."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.theme import CAPTION, Look
from cop_desktop.ui.widgets import Label
from cop_desktop.ui.widgets.presence import paint_presence


class Legend(QWidget):
    """What the dots mean."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.look: Look = desk.look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.look.px(16))
        _ = desk.catalog
        for state, words in (("present", _("Present")), ("absent", _("Absent"))):
            row.addWidget(_Sign(desk.look, state, words))


class _Sign(Label):
    def __init__(self, look: Look, state: str, words: str) -> None:
        super().__init__(look, words, "caption")
        self._state = state
        room = look.px(16)
        self.setContentsMargins(0 if look.rtl else room, 0, room if look.rtl else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = self.rect().toRectF().center()
        at = look.px(5)
        centre.setX(self.width() - at if look.rtl else at)
        paint_presence(painter, look, centre, look.px(CAPTION / 3), self._state)
