"""A conclusion from feedback: what it says, whether it was acted on, and in which meeting."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.models.vocabulary import Acted
from cop_desktop.services.conclusions import ConclusionRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Choice, Field, IconButton, LineEdit

from .kept import Kept

ACTED_ICONS = {
    Acted.NOT_YET: "ph.circle-dashed",
    Acted.PARTLY: "ph.hourglass",
    Acted.YES: "ph.check-circle",
    Acted.NO: "ph.minus-circle",
}
Named = Sequence[tuple[UUID, str]]  # meetings: key, what to call them


class ConclusionLine(QWidget):
    """`changed(id, values)` for what was edited, `removed(id)`."""

    changed = Signal(object, dict)
    removed = Signal(object)

    def __init__(self, desk: Desk, key: UUID) -> None:
        super().__init__()
        self.desk, self.id = desk, key
        look, _ = desk.look, desk.catalog
        self.text = LineEdit(look)
        self.field = Field(look, _("Conclusion"), self.text)
        self.field.label.hide()
        self.kept = Kept(self.field, lambda text: self._tell(text=text), _)
        self.acted, self.where = Choice(look), Choice(look)
        for acted in Acted:
            self.acted.add(content(_.language).word(acted), acted, ACTED_ICONS[acted])
        self.acted.setAccessibleName(_("Was it acted on?"))
        self.where.setAccessibleName(_("In which meeting"))
        self.acted.chosen.connect(lambda value: self._tell(acted=value))
        self.where.chosen.connect(lambda value: self._tell(acted_in_id=value))
        self._offered: Named = ()
        self._lay_out()

    def show_row(self, row: ConclusionRow, offered: Named) -> None:
        """`offered` are the meetings in which it may have been acted on."""
        self.kept.show_text(row.text)
        self.acted.set_value(row.acted)
        if offered != self._offered:
            self._offered = offered
            self.where.clear()
            self.where.add(self.desk.catalog("In which meeting?"), None)
            for key, name in offered:
                self.where.add(name, key)
        self.where.set_value(row.acted_in_id)
        self.where.setVisible(row.acted in {Acted.PARTLY, Acted.YES})

    def _tell(self, **values: Any) -> None:
        self.changed.emit(self.id, values)

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.where.setFixedWidth(look.px(230))
        self.acted.setFixedWidth(look.px(156))
        remove = IconButton(look, "ph.trash", _("Delete the conclusion"))
        remove.clicked.connect(lambda: self.removed.emit(self.id))
        rest = QHBoxLayout()
        rest.setSpacing(look.px(8))
        for part in (self.acted, self.where, remove):
            rest.addWidget(part)
        rest.addStretch(1)
        rows = QVBoxLayout(self)  # what it says needs the whole width
        rows.setContentsMargins(0, look.px(2), 0, look.px(6))
        rows.setSpacing(look.px(4))
        rows.addWidget(self.field)
        rows.addLayout(rest)
