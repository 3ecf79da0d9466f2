"""Terms of a role as rows: who, when, and one deed."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.services.roles import Holding
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import ListRow

from .words import span


class Terms(QWidget):
    """Rows of terms, told by id. Shown anew, the focus stays on its term."""

    chosen = Signal(object)
    end_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        self.look, self._ = look, _
        self.rows: dict[UUID, ListRow] = {}
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))

    def show_terms(self, terms: Sequence[Holding], today: date) -> None:
        focused = next((key for key, row in self.rows.items() if row.hasFocus()), None)
        if (shown := (*terms, today)) != self._shown:
            self._shown = shown
            self._clear()
            for term in terms:
                self._add(term, today)
        if focused in self.rows:
            self.rows[focused].setFocus()

    def choose(self, key: UUID | None) -> None:
        for other, row in self.rows.items():
            row.choose(other == key)

    def _clear(self) -> None:
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()

    def _add(self, term: Holding, today: date) -> None:
        _ = self._
        ends = _("End of term") if term.runs(today) and term.until is None else ""
        icon = "ph.crown-simple" if term.by_leader else "ph.user"
        second = formats.dotted(span(term, today, _), term.note)
        row = self.rows[term.id] = ListRow(self.look, icon, term.name, second, ends)
        row.action.setAccessibleName(_("End of term: {name}", name=term.name) if ends else "")
        row.clicked.connect(lambda key=term.id: self.chosen.emit(key))
        row.acted.connect(lambda key=term.id: self.end_asked.emit(key))
        row.delete_asked.connect(lambda key=term.id: self.delete_asked.emit(key))
        self._column.addWidget(row)
