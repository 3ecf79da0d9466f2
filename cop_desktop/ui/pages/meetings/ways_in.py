"""Under the blocks: the ways to get more of them, and everything one can do."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.menu_place import open_below
from cop_desktop.ui.widgets import Button, IconButton


class WaysIn(QWidget):
    """`asked(deed)`; what has no room stays among all deeds."""

    asked = Signal(str)

    def __init__(self, desk: Desk, every: Sequence[QAction]) -> None:
        super().__init__()
        self.desk, self._every = desk, every
        look, _ = desk.look, desk.catalog
        self.add = Button(look, _("Add a block"), "ph.plus", "quiet")
        self.paste = Button(look, _("Paste lines"), kind="quiet")
        self.topic = Button(look, _("Topics that wait"), kind="quiet")
        self.copy = Button(look, _("Copy an agenda"), kind="quiet")
        self.books = IconButton(look, "ph.books", _("Search the library"))
        self.all = IconButton(look, "ph.dots-three", _("All deeds and their keys"))
        self.all.clicked.connect(self._offer_all)
        self._gap = look.px(18)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._gap)
        for button, deed in ((self.add, "insert"), (self.paste, "paste"), (self.topic, "topic"),
                             (self.copy, "copy_from"), (self.books, "library")):  # fmt: skip
            button.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed))
        for words in (self.add, self.topic, self.paste, self.copy):
            words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            line.addWidget(words)
        line.addStretch(1)
        line.addWidget(self.books)
        line.addWidget(self.all)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The first and the last are always there."""
        wide = self.add.sizeHint().width() + 2 * self.all.sizeHint().width()
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        gap = self._gap
        room = event.size().width() - 2 * (self.all.sizeHint().width() + gap) - gap
        for button in (self.add, self.topic, self.paste, self.copy):
            room -= button.sizeHint().width() + gap
            button.setVisible(room >= 0 or button is self.add)

    def open_below(self, menu: QMenu, button: Button) -> None:
        """A menu under one of the buttons, or under the first where that one had no room."""
        open_below(menu, button if button.isVisible() else self.add, self.desk.look)

    def _offer_all(self) -> None:
        """Everything one can do here, with its key."""
        menu, rtl = QMenu(self), self.desk.look.rtl
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setLayoutDirection(self.desk.look.direction)
        menu.addActions(list(self._every))
        size = menu.sizeHint()
        at = self.all.mapToGlobal(QPoint(0 if rtl else self.all.width() - size.width(), 0))
        menu.popup(at - QPoint(0, size.height()))
