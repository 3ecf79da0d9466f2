"""Lines below each other, each a row of the file with its own editors."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.ui.desk import Desk

from .line_steps import Row, Steps, change_row, remove_row

Line = TypeVar("Line", bound=QWidget)


class LineList(QWidget, Generic[Line]):
    """Lines that stay keep their widgets, and so their carets."""

    def __init__(self, desk: Desk, steps: Steps, make: Callable[[UUID], Line]) -> None:
        super().__init__()
        self.desk, self._steps, self._make = desk, steps, make
        self._rows: dict[UUID, Row] = {}
        self.lines: dict[UUID, Line] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(desk.look.px(2))

    def show_rows(self, rows: Sequence[Any], show: Callable[[Line, Any], None]) -> None:
        """Show these rows, each by `show(line, row)`."""
        self._rows = {row.id: row for row in rows}
        for key in [key for key in self.lines if key not in self._rows]:
            gone = self.lines.pop(key)
            gone.blockSignals(True)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(rows):
            line = self.lines.get(row.id) or self._new(row.id)
            self._layout.insertWidget(place, line)
            show(line, row)
        self.setVisible(bool(rows))

    def flush(self) -> None:
        """Save what is still being typed."""
        for line in list(self.lines.values()):
            line.kept.flush()  # type: ignore[attr-defined]

    def _new(self, key: UUID) -> Line:
        line: Any = self._make(key)
        self.lines[key] = line
        line.changed.connect(
            lambda key, values: change_row(self.desk, self._steps, self._rows[key], values)
        )
        line.removed.connect(lambda key: remove_row(self.desk, self._steps, self._rows[key]))
        return self.lines[key]
