"""Goals with their activities as one list: chosen, dragged and moved by mouse and keyboard."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtGui import QGuiApplication

from cop_desktop.i18n import Catalog
from cop_desktop.services.plan import GoalRow, ItemRow
from cop_desktop.ui.tables import Gap, PaintedList, as_tsv
from cop_desktop.ui.theme import Look

from .copied import columns, lines
from .places import Place, drop_place, rows_of
from .rows import Activities, Goals


class Outline(PaintedList):
    """A goal, then its activities; what is dropped lands in a `Place`."""

    opens = "edit"
    deeds: ClassVar[Mapping[str, str]] = {
        "Del": "delete", "Ins": "add", "Return": "edit", "Enter": "edit", "F2": "edit",
        "Alt+Up": "up", "Alt+Down": "down", "Ctrl+V": "paste",
    }  # fmt: skip

    def __init__(self, look: Look, _: Catalog, today: date) -> None:
        self._, self._goals = _, Goals(look, _)
        kinds = {GoalRow: self._goals, ItemRow: Activities(look, _, today)}
        super().__init__(look, _("Goals and activities"), kinds)

    def show_goals(self, goals: Sequence[GoalRow], chosen: Sequence[UUID]) -> None:
        """Show a plan and what is chosen in it; the list stays where it was scrolled."""
        self._goals.numbers = {goal.id: place for place, goal in enumerate(goals, start=1)}
        self.show_rows(rows_of(goals), chosen)

    def landing(self, keys: Sequence[Any], gap: Gap) -> Place | None:
        return drop_place(self.rows.rows, keys, gap.row)

    def copy(self) -> None:
        """The chosen activities with their goals as rows for Excel, with titles."""
        goals = [row for row in self.rows.rows if isinstance(row, GoalRow)]
        if told := list(lines(goals, set(self.chosen_ids()))):
            QGuiApplication.clipboard().setText(as_tsv(columns(self._), told))
