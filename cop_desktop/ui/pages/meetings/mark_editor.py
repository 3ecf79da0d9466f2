"""One member's times at a meeting: arrived, left, minutes by hand, and whether online."""

from datetime import time
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import attendance
from cop_desktop.services.attendance import SheetLine
from cop_desktop.ui.clock import read_clock
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Field, Label, LineEdit
from cop_desktop.ui.widgets.fields import Note
from cop_desktop.ui.widgets.tick import Tick

STEP = N_("Times of {who}")


class ShortLine(LineEdit):
    """An hour or a number, left to right; `settled(text)` when it changed."""

    settled = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look)
        self.setAccessibleName(name)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedWidth(look.px(76))
        self._shown = ""
        self.editingFinished.connect(self._settle)

    def show_text(self, text: str) -> None:
        """What is being typed is left alone."""
        busy = self.hasFocus() and self.text().strip() != self._shown
        self._shown = text
        if not busy:
            self.setText(text)

    def _settle(self) -> None:
        if (text := self.text().strip()) != self._shown:
            self._shown = text
            self.settled.emit(text)


class MarkEditor(QWidget):
    """Saves by itself, in a step of its own; a refusal stands below in words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.meeting_id: UUID | None = None
        self.line: SheetLine | None = None
        look, _ = desk.look, desk.catalog
        self.name = Label(look, "", "strong", elide=True)
        self.arrived, self.left = ShortLine(look, _("Arrived")), ShortLine(look, _("Left"))
        self.minutes = ShortLine(look, _("Minutes by hand"))
        self.remote = Tick(look, _("Online"))
        self.note = Note(look)
        self.arrived.settled.connect(lambda text: self._save(arrived_at=_hour(text)))
        self.left.settled.connect(lambda text: self._save(left_at=_hour(text)))
        self.minutes.settled.connect(lambda text: self._save(minutes=_number(text)))
        self.remote.clicked.connect(lambda on: self._save(remote=on))
        self._lay_out()

    def show_line(self, meeting_id: UUID, line: SheetLine | None, *, hybrid: bool) -> None:
        """Show a member's times as the file has them; nobody is chosen: nothing is shown."""
        another = line is None or self.line is None or line.member_id != self.line.member_id
        self.meeting_id, self.line = meeting_id, line
        self.setVisible(line is not None)
        if line is None:
            return
        if another:
            self.note.show_words("")
        self.name.setText(line.name)
        self.arrived.show_text(_clock(line.arrived_at))
        self.left.show_text(_clock(line.left_at))
        self.minutes.show_text("" if line.minutes is None else str(line.minutes))
        self.remote.setChecked(line.remote)
        self.remote.setVisible(hybrid)

    def _save(self, **values: Any) -> None:
        if self.line is None or self.meeting_id is None:
            return
        _, line = self.desk.catalog, self.line
        try:
            if problem := next((it for it in values.values() if isinstance(it, UserError)), None):
                raise problem
            with self.desk.store.write(_(STEP, who=line.name)) as session:
                attendance.change(session, self.meeting_id, line.member_id, values)
        except UserError as problem:
            self.note.show_words(_.error(problem), wrong=True)
        else:
            self.note.show_words("")

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(4))
        box = QWidget()
        flow = Flow(box, look.px(12))
        rows.insertWidget(0, self.name)
        for caption, editor in (
            (_("Arrived"), self.arrived), (_("Left"), self.left),
            (_("Minutes by hand"), self.minutes),
        ):  # fmt: skip
            field = Field(look, caption, editor)
            field.setMaximumWidth(look.px(110))
            flow.add(field)
        flow.add(self.remote)
        rows.addWidget(box)
        rows.addWidget(self.note)
        self.note.hide()
        self.hide()


def _clock(at: time | None) -> str:
    return formats.clock(at) if at else ""


def _hour(text: str) -> Any:
    """The hour, nothing, or why it cannot be read."""
    try:
        return read_clock(text) if text else None
    except UserError as problem:
        return problem


def _number(text: str) -> Any:
    if not text or text.isdecimal():
        return int(text) if text else None
    return UserError(N_("Write the minutes as a number, such as {example}."), example="90")
