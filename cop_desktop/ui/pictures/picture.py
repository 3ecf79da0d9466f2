"""Painted pictures whose parts can be pointed at, walked with the keyboard and read aloud."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import Look

from .canvas import Canvas

Data = TypeVar("Data")
HINTS = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)


@frozen
class Part:
    """Something in a picture: what was drawn there, and the sentence that says it."""

    key: Any
    words: str
    shape: QPainterPath


class Picture(QWidget, Generic[Data]):
    """Subclasses `draw` their data on a canvas, note its parts, and say it all `as_text`."""

    part_chosen = Signal(object)  # key: a click, or Enter
    grows = False  # whether it takes the height that is left over

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.data: Data | None = None
        self.parts: list[Part] = []
        self._at = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding if self.grows else policy.Fixed)

    def show_data(self, data: Data) -> None:
        """Show this; the name read aloud and the size follow."""
        self.data = data
        self._at = -1
        self.setAccessibleDescription(self.as_text(data))
        self.updateGeometry()
        self.update()

    def as_text(self, data: Data) -> str:
        """The picture in words: read aloud, and printed where a picture cannot be."""
        raise NotImplementedError

    def draw(self, canvas: Canvas, data: Data) -> None:
        """Paint, and `note` every part."""
        raise NotImplementedError

    def least(self) -> tuple[float, float]:
        """Width and height needed, in px at 100 %."""
        raise NotImplementedError

    def note(self, key: Any, words: str, shape: QPainterPath | QRectF) -> None:
        """Name a part just drawn; parts are walked in the order they were noted."""
        if isinstance(shape, QRectF):
            path = QPainterPath()
            path.addRoundedRect(shape, 5, 5)
            shape = path
        self.parts.append(Part(key, words, shape))

    def sizeHint(self) -> QSize:  # noqa: N802
        wide, tall = self.least()
        return QSize(self.look.px(wide), self.look.px(tall))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        self.render_on(QPainter(self), self.width(), self.height())

    def render_on(self, painter: QPainter, width: float, height: float) -> None:
        """Draw on any device."""
        if self.data is None:
            return
        painter.setRenderHints(HINTS)
        self.parts = []
        self.draw(Canvas(painter, self.look, width, height), self.data)
        if self.hasFocus():
            self._ring(painter)

    def _ring(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if 0 <= self._at < len(self.parts):
            shape = self.parts[self._at].shape
        for colour, width in ((self.look.theme.surface, 5), (self.look.theme.text, 2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPath(shape)

    def part_at(self, point: QPointF) -> Part | None:
        """The part under a point; what was drawn last lies on top."""
        return next((part for part in reversed(self.parts) if part.shape.contains(point)), None)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            part = self.part_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), part.words if part else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        shapes = Qt.CursorShape
        over = self.part_at(event.position())
        self.setCursor(shapes.PointingHandCursor if over else shapes.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if part := self.part_at(event.position()):
            self.part_chosen.emit(part.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        keys, key = Qt.Key, Qt.Key(event.key())
        ahead = keys.Key_Left if self.look.rtl else keys.Key_Right
        back = keys.Key_Right if self.look.rtl else keys.Key_Left
        steps = {ahead: 1, back: -1, keys.Key_Down: 1, keys.Key_Up: -1}
        last = len(self.parts) - 1
        places = {keys.Key_Home: 0, keys.Key_End: last}
        if key in steps and self.parts:
            self._go(min(max(self._at + steps[key], 0), last))
        elif key in places and self.parts:
            self._go(places[key])
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space) and self._at >= 0:
            self.part_chosen.emit(self.parts[self._at].key)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        self._at = place
        self.setAccessibleDescription(self.parts[place].words)  # Qt tells the screen reader
        self.update()
