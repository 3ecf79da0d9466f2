"""The parts of the charter in order: what is written, what waits, and which one is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from cop_desktop.i18n import Catalog
from cop_desktop.models.method import CharterPart
from cop_desktop.services.charter import CharterRow
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Card, ListRow

from .words import title

_TAB = Qt.FocusPolicy.StrongFocus
WRITTEN, WAITING = "ph.check-circle", "ph.circle"


class Outline(Card):
    """One row a part; arrows walk, Enter opens."""

    chosen = Signal(object)  # CharterPart

    def __init__(self, look: Look, catalog: Catalog) -> None:
        super().__init__(look, catalog("Parts of the charter"))
        self._, self._row = catalog, None
        self._filled: frozenset[CharterPart] | None = None
        self._now = CharterPart.DOMAIN_IN
        self.rows: dict[CharterPart, ListRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.body.addStretch(1)

    def show_row(self, row: CharterRow) -> None:
        """Mark what is written; rows are made anew only when that changed."""
        if row.filled != self._filled:
            self._filled = row.filled
            self._fill()
        self.choose(self._now)

    def choose(self, part: CharterPart) -> None:
        self._now = part
        for key, line in self.rows.items():
            line.choose(key is part)
            # one stop for Tab; arrows walk
            line.setFocusPolicy(_TAB if key is part else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        parts = list(CharterPart)
        place = parts.index(self._now) + step
        if step and 0 <= place < len(parts):
            self.chosen.emit(parts[place])
            self.rows[parts[place]].setFocus()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        held = next((part for part, line in self.rows.items() if line.hasFocus()), None)
        for old in self.rows.values():
            old.hide()
            old.deleteLater()
        self.rows = {part: self._line(part) for part in CharterPart}
        for line in self.rows.values():
            self._list.addWidget(line)
        if held:
            self.rows[held].setFocus()

    def _line(self, part: CharterPart) -> ListRow:
        written = part in (self._filled or ())
        line = ListRow(
            self.look,
            WRITTEN if written else WAITING,
            title(part, self._),
            tone="accent" if written else "quiet",
        )
        line.setAccessibleDescription(self._("written") if written else self._("waits"))
        line.clicked.connect(lambda: self.chosen.emit(part))
        return line
