"""The blocks of an agenda as a list: chosen, dragged and edited by mouse and keyboard."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from cop_desktop.i18n import Catalog
from cop_desktop.services.agendas import Block
from cop_desktop.ui.tables import PaintedList
from cop_desktop.ui.theme import Look

from .agenda_rows import BlockRow


class AgendaList(PaintedList):
    """Blocks under their hours; see `PaintedList` for what it tells."""

    opens = "edit"
    deeds: ClassVar[Mapping[str, str]] = {
        "Del": "delete", "Ins": "insert", "+": "insert", "Ctrl+D": "duplicate",
        "Return": "edit", "Enter": "edit", "F2": "edit", "Alt+Up": "up", "Alt+Down": "down",
        "Ctrl+V": "paste",
    }  # fmt: skip

    def __init__(self, look: Look, _: Catalog) -> None:
        self._, self.kind = _, BlockRow(look, _)
        super().__init__(look, _("Blocks of the agenda"), {Block: self.kind})

    @property
    def blocks(self) -> list[Block]:
        return [row for row in self.rows.rows if isinstance(row, Block)]

    def show_blocks(self, blocks: Sequence[Block], ends_at: datetime) -> None:
        """Show the agenda; where what was chosen is gone, what took its place is chosen."""
        row = self.currentIndex().row()
        self.kind.ends_at = ends_at
        if self.show_rows(blocks) and blocks and row >= 0 and not self.chosen_ids():
            self.choose([blocks[min(row, len(blocks) - 1)].id])
        self.chosen.emit()

    def offers(self) -> Sequence[tuple[str, str]]:
        _ = self._
        return (
            (_("Edit"), "edit"), (_("Duplicate"), "duplicate"), (_("Copy"), "copy"),
            (_("Paste"), "paste"), (_("Delete"), "delete"),
        )  # fmt: skip
