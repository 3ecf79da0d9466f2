"""A scrolling area whose bar stands in the margin beside what it scrolls."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Gutter(QScrollArea):
    """Keeps `margin` px free at the far side; the bar stands there and pushes nothing."""

    def __init__(self, inside: QWidget, margin: int = 0) -> None:
        super().__init__()
        self._margin = margin
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.setCornerWidget(QWidget())  # Fusion paints a bright square where two bars meet
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        # queued: the bar changes in the midst of a layout, which would go on with the old width
        queued = Qt.ConnectionType.QueuedConnection
        self.verticalScrollBar().rangeChanged.connect(self._hold_margin, queued)
        self._hold_margin()

    def set_margin(self, margin: int) -> None:
        self._margin = margin
        self._hold_margin()

    def _hold_margin(self) -> None:
        """What scrolls is as wide with the bar as without it."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        far = max(self._margin - taken, 0)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(far if rtl else 0, 0, 0 if rtl else far, 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange):
            self._hold_margin()
        super().changeEvent(event)
