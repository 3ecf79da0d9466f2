"""A row of a list: an icon in a tile, two lines, one quiet action at the far end."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.ui import icons
from cop_desktop.ui.theme import RADIUS_SMALL, Look

from .buttons import Button
from .chips import chip_colours
from .labels import Label

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class IconTile(QWidget):
    """An icon on its tint: a tile, or a disc when `round`."""

    def __init__(
        self,
        look: Look,
        icon: str,
        tone: str = "quiet",
        colour: str = "",
        *,
        size: int = 32,
        round: bool = False,  # noqa: A002 - the word for it
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._icon, self._round = look, icon, round
        self._colours = chip_colours(look, tone, colour)
        self._size = size
        self.setFixedSize(QSize(look.px(size), look.px(size)))

    def show_icon(self, icon: str, colour: str) -> None:
        """Show another icon, on the tint of a colour."""
        self._icon, self._colours = icon, chip_colours(self.look, "", colour)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = self._colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        radius = self.width() / 2 if self._round else RADIUS_SMALL
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        size = self.look.px(self._size * (0.5 if self._size > 28 else 0.62))
        icons.paint(painter, self._icon, QRectF(self.rect()).center(), size, ink)


class ListRow(QWidget):
    """The whole row is the target (`clicked`); the quiet word at its end does a deed (`acted`)."""

    clicked = Signal()
    acted = Signal()
    delete_asked = Signal()  # by the Delete key, where somebody listens
    walked = Signal(int)  # by arrow down and up, where somebody listens: 1 or -1

    def __init__(
        self,
        look: Look,
        icon: str,
        first: str,
        second: str = "",
        action: str = "",
        *,
        tone: str = "quiet",
        colour: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._chosen = self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(first)
        self.setAccessibleDescription(second)
        self._build(icon, tone, colour, first, second)
        self.action = Button(look, action, kind="quiet")
        self.action.clicked.connect(self.acted)
        self._line.addWidget(self.action)
        self.action.setVisible(bool(action))

    def _build(self, icon: str, tone: str, colour: str, first: str, second: str) -> None:
        px = self.look.px
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(px(4), px(5), px(4), px(5))
        self._line.setSpacing(px(12))
        if icon:
            self._line.addWidget(IconTile(self.look, icon, tone, colour, round=not colour))
        self.words = words = QVBoxLayout()
        words.setSpacing(0)
        self.first = Label(self.look, first, "medium", elide=True)
        self.second = Label(self.look, second, "caption", elide=True)
        words.addWidget(self.first)
        words.addWidget(self.second)
        self._line.addLayout(words, 1)
        self.second.setVisible(bool(second))  # only here: shown before, it would be a window

    def choose(self, chosen: bool) -> None:
        self._chosen = chosen
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        elif event.key() == Qt.Key.Key_Delete and self.receivers("2delete_asked()") > 0:
            self.delete_asked.emit()
        elif event.key() in STEPS and self.receivers("2walked(int)") > 0:
            self.walked.emit(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, box = self.look.theme, QRectF(self.rect())
        if self._chosen or (self.underMouse() and self.receivers("2clicked()") > 0):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent_soft if self._chosen else t.sunken))
            painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        if self._chosen:
            x = box.right() - 3 if self.look.rtl else 0
            painter.fillRect(QRectF(x, 0, 3, box.height()), QColor(t.accent))
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_SMALL, RADIUS_SMALL)


class Line(QWidget):
    """An icon and a sentence beside it, as in the facts of a card."""

    def __init__(
        self,
        look: Look,
        icon: str,
        words: QWidget,
        colour: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._icon, self._colour = look, icon, colour or look.theme.muted
        px = look.px
        layout = QHBoxLayout(self)
        room = px(28)
        left, right = (0, room) if look.rtl else (room, 0)
        layout.setContentsMargins(left, px(3), right, px(3))
        layout.addWidget(words)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self.look.px(9)
        x = self.width() - half if self.look.rtl else half
        y = min(self.height() / 2, self.look.px(3) + self.look.line() * 0.72)
        icons.paint(painter, self._icon, QPointF(x, y), 2 * half, self._colour, rtl=self.look.rtl)
