"""The routines of a community: what is due at the head, what was let go at the foot."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from cop_desktop import formats
from cop_desktop.services.routines import RoutineRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.walking import follow, let_walk
from cop_desktop.ui.widgets import Hairline, Label, ListRow, ScrollPage

from .lines import RoutineLine
from .words import CHANNEL_ICONS


class RoutineList(ScrollPage):
    """`chosen(id)`, `marked(id, done)` and `delete_asked(id)`."""

    chosen = Signal(object)
    marked = Signal(object, bool)
    delete_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.setMinimumHeight(desk.look.px(240))  # where room is short, the page scrolls instead
        self.lines: dict[UUID, ListRow] = {}
        self.here: UUID | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(desk.look.px(2))
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_routines(self, running: Sequence[RoutineRow], ended: Sequence[RoutineRow]) -> None:
        """Show these; what is chosen stays chosen, or else the first is."""
        held, on_button = self._held()
        self.lines = {}
        empty(self._rows)
        for place, row in enumerate(running):
            if place:
                self._rows.addWidget(Hairline())
            self._add(row, self._line(row))
        if ended:
            heading = Label(self.desk.look, self.desk.catalog("Let go"), "muted")
            heading.setContentsMargins(0, self.desk.look.px(14), 0, 0)
            self._rows.addWidget(heading)
        for row in ended:
            self._add(row, self._ended(row))
        let_walk(list(self.lines.values()), self)
        follow(self, list(self.lines.values()))
        self.choose(self.here if self.here in self.lines else next(iter(self.lines), None))
        if held in self.lines:
            line = self.lines[held]
            (line.action if on_button and line.action.isVisible() else line).setFocus()

    def choose(self, key: UUID | None) -> None:
        """Mark one, and tell it."""
        self.here = key
        for other, line in self.lines.items():
            line.choose(other == key)
        self.chosen.emit(key)

    def _held(self) -> tuple[UUID | None, bool]:
        """The line that has the keyboard, and whether its button has it."""
        for key, line in self.lines.items():
            if line.hasFocus() or line.action.hasFocus():
                return key, line.action.hasFocus()
        return None, False

    def _line(self, row: RoutineRow) -> RoutineLine:
        line = RoutineLine(self.desk, row)
        line.marked.connect(lambda done, key=row.id: self.marked.emit(key, done))
        return line

    def _ended(self, row: RoutineRow) -> ListRow:
        _ = self.desk.catalog
        day = formats.date_medium(row.until, _.language) if row.until else ""
        words = formats.dotted(_("until {day}", day=day), row.owner)
        return ListRow(self.desk.look, CHANNEL_ICONS[row.channel], row.name, words)

    def _add(self, row: RoutineRow, line: ListRow) -> None:
        line.clicked.connect(lambda key=row.id: self.choose(key))
        line.delete_asked.connect(lambda key=row.id: self.delete_asked.emit(key))
        self.lines[row.id] = line
        self._rows.addWidget(line)
        line.show()  # at once, not with the next event: the keyboard may go there
