"""Hours as people type them: one that must be there, and one to which something may be pinned."""

from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cop_desktop.ui.clock import read_clock
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import LineEdit


class ClockEdit(LineEdit):
    """An hour of the day; `settled(text)` when what is written changed."""

    settled = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._shown = ""
        self.editingFinished.connect(self._settle)

    def show_time(self, clock: time) -> None:
        self._shown = f"{clock:%H:%M}"
        self.setText(self._shown)

    def clock(self) -> time:
        return read_clock(self.text())

    def _settle(self) -> None:
        if self.text().strip() != self._shown:
            self._shown = self.text().strip()
            self.settled.emit(self._shown)


class PinEdit(LineEdit):
    """An hour to which something is pinned, or none: `settled(time or None)`; `left` on Enter."""

    settled = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._pinned: time | None = None
        self._start = time()
        self.editingFinished.connect(self._settle)
        self.returnPressed.connect(self._enter)

    def show_pin(self, pinned: time | None, start: time) -> None:
        """Show the hour, or the computed one faintly; what is being typed is left alone."""
        self._pinned, self._start = pinned, start
        self.setPlaceholderText(f"{start:%H:%M}")
        if not (self.hasFocus() and self.isModified()):
            self.setText(f"{pinned:%H:%M}" if pinned else "")

    def begin(self) -> None:
        """Propose the computed hour; Enter takes it, anything typed replaces it."""
        self.setFocus()
        self.setText(f"{self._pinned or self._start:%H:%M}")
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.setText(f"{self._pinned:%H:%M}" if self._pinned else "")
        super().keyPressEvent(event)

    def _enter(self) -> None:
        self.setModified(True)
        self._settle()
        self.left.emit()

    def _settle(self) -> None:
        """Leaving the field without a word leaves the hour as it is."""
        if not self.isModified():
            self.show_pin(self._pinned, self._start)
            return
        pinned = read_clock(self.text()) if self.text().strip() else None
        self.setModified(False)
        if pinned != self._pinned:
            self._pinned = pinned
            self.settled.emit(pinned)
