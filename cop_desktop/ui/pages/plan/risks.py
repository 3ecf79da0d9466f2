"""What may stand in the way of the year, and what will be done then."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.i18n import Catalog
from cop_desktop.services.plan import RiskRow
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import ListRow, ScrollPage, Words

from .adding import AddLine


class Risks(QWidget):
    """`chosen(id)`, `delete_asked(id)`, `written(text)`."""

    chosen = Signal(object)
    delete_asked = Signal(object)
    written = Signal(str)

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        self.look, self._ = look, _
        self.rows: dict[UUID, ListRow] = {}
        self._shown: tuple[RiskRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.lesson = Words(look, _("What may stand in the way, and what will be done then? "
                                    "A risk that was named is half met."), "muted")  # fmt: skip
        self.page = ScrollPage(look)
        self.page.body.setSpacing(look.px(2))
        self.page.add(self.lesson)  # inside: what wraps would ask for the page's whole height
        self.page.body.addStretch(1)
        self.add = AddLine(look, _("New risk: write it and press Enter"), _("Add risk"))
        self.add.written.connect(self.written)
        column.addWidget(self.page, 1)
        column.addWidget(self.add)

    def show_risks(self, risks: Sequence[RiskRow], chosen: UUID | None) -> None:
        if tuple(risks) != self._shown:
            self._shown = tuple(risks)
            self._fill(risks)
        for key, row in self.rows.items():
            row.choose(key == chosen)

    def _fill(self, risks: Sequence[RiskRow]) -> None:
        focused = next((key for key, row in self.rows.items() if row.hasFocus()), None)
        for row in self.rows.values():
            self.page.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()
        for place, risk in enumerate(risks, start=1):
            row = ListRow(self.look, "ph.warning", risk.text, risk.remedy, tone="amber")
            row.clicked.connect(lambda key=risk.id: self.chosen.emit(key))
            row.delete_asked.connect(lambda key=risk.id: self.delete_asked.emit(key))
            self.rows[risk.id] = row
            self.page.body.insertWidget(place, row)
        if focused in self.rows:
            self.rows[focused].setFocus()
