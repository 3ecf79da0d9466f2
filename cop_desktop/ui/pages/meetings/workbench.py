"""The agenda, the chosen block, and the library: side by side as far as there is room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import SplitDetail

from .shelf import WIDTH, Shelf

WIDE = 960  # px at 100 %: room for all three
MORE = 80  # px at 100 %: so much wider the library grows with the window
MEMORY = "agenda.library"


class Workbench(QWidget):
    """Where room is short the library takes the place of the detail while one looks for a block."""

    def __init__(self, desk: Desk, main: QWidget, detail: QWidget, shelf: Shelf) -> None:
        super().__init__()
        self.desk, self.detail, self.shelf = desk, detail, shelf
        self.split = SplitDetail(desk.look, main, detail, width=356, least=320)
        self._open = bool(desk.settings.memory.get(MEMORY, True))
        self._visiting = False  # the library stands where the detail was
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.look.px(14))
        row.addWidget(self.split, 1)
        row.addWidget(shelf)
        shelf.closed.connect(self.close_shelf)

    @property
    def wide(self) -> bool:
        return self.width() >= self.desk.look.px(WIDE)

    def open_shelf(self) -> None:
        """Show the library and put the caret into its search."""
        self._visiting = not self.wide
        if self.wide:
            self._remember(True)
        self.arrange()
        self.shelf.search.setFocus()
        self.shelf.search.selectAll()

    def close_shelf(self) -> None:
        if self.wide:
            self._remember(False)
        self._visiting = False
        self.arrange()

    def leave(self) -> None:
        """Back to the agenda: a library that only visits goes."""
        self._visiting = False
        self.arrange()

    def arrange(self) -> None:
        shown = self._open if self.wide else self._visiting
        if shown and not self.shelf.isVisibleTo(self):
            self.shelf.refresh()
        self.shelf.setVisible(shown)
        self.detail.setVisible(self.wide or not self._visiting)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        px, spare = self.desk.look.px, event.size().width() - self.desk.look.px(WIDE)
        self.shelf.setFixedWidth(px(WIDTH) + min(max(0, spare // 4), px(MORE)))
        self.arrange()

    def _remember(self, opened: bool) -> None:
        self._open = opened
        self.desk.settings.memory[MEMORY] = opened
        self.desk.settings.save()
