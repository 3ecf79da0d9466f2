"""The line above: the way out, the clock, how late it is, undo, and the end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.theme import BOLD
from cop_desktop.ui.widgets import Button, IconButton, Label

from . import words
from .large import Pill
from .scene import Moment

CLOCK = 30  # px at 100 %


class LiveHead(QWidget):
    """`asked("leave")`, `asked("undo")`, `asked("end")`."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.leave = Button(look, _("The meeting"), "ph.arrow-left", "quiet")
        self.topic = Label(look, "", "title", elide=True)
        self.late = Pill(look)
        self.clock = Label(look, "")
        self.clock.setStyleSheet(f"font-size: {look.px(CLOCK)}px; font-weight: {BOLD};")
        self.clock.setAccessibleName(_("The time"))
        self.undo = IconButton(look, "ph.arrow-u-up-left", _("Undo"))
        self.end = Button(look, _("End the meeting"), "ph.flag")
        self.leave.clicked.connect(lambda: self.asked.emit("leave"))
        self.undo.clicked.connect(lambda: self.asked.emit("undo"))
        self.end.clicked.connect(lambda: self.asked.emit("end"))
        self._lay_out()

    def show_moment(self, moment: Moment) -> None:
        _ = self.desk.catalog
        self.topic.setText(moment.scene.row.topic)
        stack = self.desk.history.stack
        self.undo.setEnabled(stack.canUndo())
        name = _("Undo: {step}", step=stack.undoText()) if stack.canUndo() else _("Undo")
        self.undo.set_icon("ph.arrow-u-up-left", name)
        self.end.setVisible(moment.current is not None)
        self.tick(moment)

    def tick(self, moment: Moment) -> None:
        """The clock, and how late it is."""
        told = formats.clock(moment.now.time())
        if told != self.clock.text():
            self.clock.setText(told)
        self.late.setVisible(moment.began and moment.today and not moment.over)
        told, over = words.late(moment, self.desk.catalog)
        icon, tone = ("ph.warning", "amber") if over else ("ph.clock", "quiet")
        self.late.tell(told, icon, tone)

    def _lay_out(self) -> None:
        look = self.desk.look
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        line.addWidget(self.leave)
        line.addWidget(self.topic, 1)
        for part in (self.late, self.clock, self.undo, self.end):
            line.addWidget(part)
