"""The blocks of an agenda as data of a list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.services.agendas import Block

Index = QModelIndex | QPersistentModelIndex


class AgendaModel(QAbstractListModel):
    """Blocks as data of a list; the frozen row itself stands under `UserRole`."""

    def __init__(self, _: Catalog) -> None:
        super().__init__()
        self._, self.blocks = _, list[Block]()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.blocks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        block = self.blocks[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return block
        if role == Qt.ItemDataRole.DisplayRole:
            return block.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(block)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def show_blocks(self, blocks: Sequence[Block]) -> bool:
        """Take new rows; tells whether they are others than before (then selection is lost)."""
        same = [block.id for block in blocks] == [block.id for block in self.blocks]
        if not same:
            self.beginResetModel()
        self.blocks = list(blocks)
        if same and blocks:
            self.dataChanged.emit(self.index(0), self.index(len(blocks) - 1))
        elif not same:
            self.endResetModel()
        return not same

    def _told(self, block: Block) -> str:
        language = self._.language
        clock = formats.clock(block.starts_at.time())
        length = formats.duration_short(block.minutes, language)
        parts = (clock, block.title, content(language).word(block.kind), block.leader, length)
        return ", ".join(part for part in parts if part)
