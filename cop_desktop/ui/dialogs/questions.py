"""Questions that only a person can answer: what is decided leaves the list, and can be undone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.widgets import Button, EmptyState, ScrollPage, Words


def as_the_screen_allows(dialog: QDialog, window: QWidget, width: int, height: int) -> None:
    """A size to begin with; large letters on a small screen get what there is."""
    room = window.screen().availableGeometry()
    dialog.resize(min(width, room.width() * 9 // 10), min(height, room.height() * 9 // 10))


class Questions(QDialog):
    """A title, why one is asked, a card for each question; stays open until it is closed."""

    def __init__(self, desk: Desk, parent: QWidget, title: str, why: str, table: str) -> None:
        """`table`: whoever writes to it may have answered a question."""
        super().__init__(parent)
        self.desk, self._, self._table = desk, desk.catalog, table
        look = desk.look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(look.direction)
        self.setWindowTitle(title)
        as_the_screen_allows(self, parent, look.px(680), look.px(640))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*(look.px(24),) * 4)
        rows.setSpacing(look.px(12))
        self.title = Words(look, title, "title")
        rows.addWidget(self.title)
        rows.addWidget(Words(look, why, "muted"))
        self.list = ScrollPage(look)
        self.list.body.setSpacing(look.px(12))
        rows.addWidget(self.list, 1)
        rows.addLayout(self._buttons())
        self._signal = desk.history.changed.connect(self._changed)

    def reload(self) -> None:
        """Read the questions anew."""
        raise NotImplementedError

    def show_cards(self, cards: Sequence[QWidget], none: tuple[str, str]) -> None:
        """Show these in the place of those before; `none`: title and sentence when all is done."""
        body = self.list.body
        empty(body)
        for card in cards:
            body.addWidget(card)
        if not cards:
            body.addWidget(EmptyState(self.desk.look, "ph.check-circle", *none), 1)
        body.addStretch(1 if cards else 0)

    def done(self, result: int) -> None:
        self.desk.history.changed.disconnect(self._signal)
        super().done(result)

    def _changed(self, tables: frozenset[str]) -> None:
        if self._table in tables:
            self.reload()

    def _buttons(self) -> QHBoxLayout:
        look, _ = self.desk.look, self._
        row = QHBoxLayout()
        self.undo = Button(look, _("Undo the last decision"), "ph.arrow-u-up-left", "quiet")
        self.undo.clicked.connect(lambda: self.desk.run("undo"))
        self.undo.setVisible(False)
        close = Button(look, _("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(close)
        return row
