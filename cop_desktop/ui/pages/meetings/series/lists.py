"""The meetings of a series, and the organisations in their turns, as lists."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from cop_desktop.i18n import Catalog
from cop_desktop.ui.tables import PaintedList
from cop_desktop.ui.theme import Look

from .rows import TICK, Line, LineRow, Turn, TurnRow

TOGGLE, BEFORE, AFTER, EDIT = "toggle", "before", "after", "edit"
UP, DOWN = "up", "down"


class SeriesList(PaintedList):
    """Space leaves out, Enter edits, an arrow to a side takes the free day on that side."""

    opens = EDIT
    deeds: ClassVar[Mapping[str, str]] = {
        "Space": TOGGLE, "Del": TOGGLE, "Return": EDIT, "Enter": EDIT, "F2": EDIT,
        "Left": "left", "Right": "right",
    }  # fmt: skip

    def __init__(self, look: Look, _: Catalog) -> None:
        self._ = _
        super().__init__(look, _("Meetings of the series"), {Line: LineRow(look, _)})

    def side(self, deed: str) -> str:
        """What an arrow key asks for: days go on in the direction of reading."""
        return AFTER if (deed == "right") != self.look.rtl else BEFORE

    def offers(self) -> Sequence[tuple[str, str]]:
        _ = self._
        return (
            (_("Edit"), EDIT), (_("Leave out or include"), TOGGLE),
            (_("To the free day before"), BEFORE), (_("To the free day after"), AFTER),
            (_("Copy"), "copy"),
        )  # fmt: skip

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        at, box = event.position().toPoint(), self.look.px(TICK)
        along = self.viewport().width() - at.x() if self.look.rtl else at.x()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and along <= box and self.indexAt(at).isValid():
            self.asked.emit(TOGGLE)


class TurnsList(PaintedList):
    """Dragged, or moved by Alt with an arrow; Space passes over."""

    deeds: ClassVar[Mapping[str, str]] = {
        "Space": TOGGLE, "Del": TOGGLE, "Alt+Up": UP, "Alt+Down": DOWN,
    }  # fmt: skip

    def __init__(self, look: Look, _: Catalog) -> None:
        self._ = _
        super().__init__(look, _("Hosts in turn"), {Turn: TurnRow(look, _)})

    def offers(self) -> Sequence[tuple[str, str]]:
        _ = self._
        return (
            (_("Earlier"), UP), (_("Later"), DOWN), (_("Skip or include"), TOGGLE),
        )  # fmt: skip
