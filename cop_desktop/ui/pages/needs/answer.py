"""Closing a topic: what those who asked are told, and whether it was a yes or a no."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.widgets import Button, Field, TextArea, Well
from cop_desktop.ui.widgets.tick import Tick


class Answer(Well):
    """`given(text, declined)`, or `left()` without a word."""

    given = Signal(str, bool)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.text = TextArea(look, lines=2)
        self.field = Field(look, _("What those who asked are told"), self.text)
        self.done = Button(look, _("It was dealt with"), "ph.check", "primary")
        self.no = Button(look, _("It will not be taken up"), "ph.prohibit")
        self.leave = Button(look, _("Cancel"), kind="quiet")
        self.done.clicked.connect(lambda: self.given.emit(self.text.toPlainText(), False))
        self.no.clicked.connect(lambda: self.given.emit(self.text.toPlainText(), True))
        self.leave.clicked.connect(self.left)
        self.tick = Tick(look)
        self.add(self.field)
        self.add(self.tick)
        box = QWidget()
        flow = Flow(box, look.px(8))
        for button in (self.done, self.no, self.leave):
            flow.add(button)
        self.add(box)
        self.hide()

    @property
    def met(self) -> bool:
        """Whether the needs behind the topic are met, too."""
        return self.tick.isVisible() and self.tick.isChecked()

    def begin(self, text: str, needs: int) -> None:
        """Ask; what was told before is there to begin from. `needs` are open behind the topic."""
        self.text.setPlainText(text)
        told = self.desk.catalog.plural(
            "The need behind it is met, too", "The {n} needs behind it are met, too", needs
        )
        self.tick.setText(told)
        self.tick.setAccessibleName(told)
        self.tick.setChecked(False)
        self.tick.setVisible(needs > 0)
        self.field.set_error("")
        self.show()
        self.text.setFocus()

    def refuse(self, told: str) -> None:
        self.field.set_error(told)
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
