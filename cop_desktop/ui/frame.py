"""What stands round every page: the rail and the top bar, and before a file is open they alone."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.i18n import Catalog

from .desk import MARGIN
from .places import Place
from .rail import Rail
from .theme import Look
from .top_bar import TopBar

ROOM_FOR_WORDS = 1000  # below this width the rail shows icons alone


class Frame(QWidget):
    """Needs no file, so that a window can be seen while its file is being opened."""

    def __init__(
        self, places: Sequence[Place], actions: Mapping[str, QAction], look: Look, _: Catalog
    ) -> None:
        super().__init__()
        self._look = look
        self.rail = Rail(places, look, _)
        self.bar = TopBar("", "", actions["undo"], actions["redo"], look, _)
        self.inside = QHBoxLayout()
        self.inside.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self.bar)
        head.addSpacing(look.px(MARGIN))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, look.px(20))
        column.setSpacing(look.px(4))
        column.addLayout(head)
        column.addLayout(self.inside, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addSpacing(look.px(MARGIN))
        row.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self.rail.set_narrow(self.width() < self._look.px(ROOM_FOR_WORDS))
        super().resizeEvent(event)
