"""What was done, in a sentence that leaves by itself and offers to take it back."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from cop_desktop.ui import icons
from cop_desktop.ui.theme import DARK, LIGHT, RADIUS, Look

from .buttons import Button
from .labels import Label

SECONDS = 8


class Toast(QWidget):
    """Floats in a bottom corner of `over`, at the reading side; a second replaces the first."""

    acted = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look, self._over, self._icon = look, over, "ph.check-circle"
        layout = QHBoxLayout(self)
        px = look.px
        ends = (px(16), px(46)) if look.rtl else (px(46), px(16))
        layout.setContentsMargins(ends[0], px(6), ends[1], px(6))
        layout.setSpacing(px(28))
        self.words = Label(look)
        self.words.setStyleSheet(self.words.styleSheet() + f"color: {look.theme.surface};")
        self.action = _Offer(look)
        self.action.clicked.connect(self._act)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.action)
        self._clock = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._clock.timeout.connect(self._leave)
        self._float()
        over.installEventFilter(self)
        self.hide()

    def _float(self) -> None:
        shadow = QGraphicsDropShadowEffect(self, blurRadius=24)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)

    def say(self, sentence: str, action: str = "", icon: str = "ph.check-circle") -> None:
        """Show and announce a sentence; `action` is the word of the button (`acted`)."""
        self._icon = icon
        self.words.setText(sentence)
        self.action.set_words(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._clock.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _act(self) -> None:
        self.hide()
        self.acted.emit()

    def _leave(self) -> None:
        if self.underMouse() or self.action.hasFocus():
            self._clock.start()
        else:
            self.hide()

    def _place(self) -> None:
        over = self._over
        px = self.look.px
        self.setFixedHeight(max(px(48), self.look.line() + px(24)))
        least = px(360)
        self.setFixedWidth(min(max(least, self.sizeHint().width()), over.width() - 2 * px(24)))
        x = over.width() - self.width() - px(24) if self.look.rtl else px(24)
        self.move(x, over.height() - self.height() - px(24))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self._clock.start()
        super().enterEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, t = QPainter(self), self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.text))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        at = self.look.px(24)
        centre = QPointF(self.width() - at if self.look.rtl else at, self.height() / 2)
        icons.paint(painter, self._icon, centre, self.look.px(18), t.surface)


class _Offer(Button):
    """The quiet button on the dark ground."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", kind="quiet")

    def _colours(self) -> tuple[str, str, str]:
        ground_is_dark = not self.look.theme.dark  # the toast wears the colours the other way
        return "", "", (DARK if ground_is_dark else LIGHT).accent
