"""Those who look on in a role, or stand by whoever took it over."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content.method import method
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import Apprenticeship
from cop_desktop.services.apprentices import Beside
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import ListRow, Words

ICONS = {Apprenticeship.SHADOW: "ph.eye", Apprenticeship.MENTOR: "ph.lifebuoy"}


class BesideRows(QWidget):
    """`begin_asked(row)`: let them hold it; `end_asked(row)`: they look on or stand by no more."""

    begin_asked = Signal(object)
    end_asked = Signal(object)

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        self.look, self._ = look, _
        self.rows: list[ListRow] = []
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px(2))

    def show_people(self, people: Sequence[Beside]) -> None:
        empty(self._list)
        self.rows = [self._row(it) for it in people]
        self.setVisible(bool(self.rows))

    def _row(self, it: Beside) -> ListRow:
        _, looks_on = self._, it.way == Apprenticeship.SHADOW
        told = method(_.language).apprenticeship(it.way)
        deed = _("Hands over to them") if looks_on else _("No longer standing by")
        row = ListRow(self.look, ICONS[it.way], it.name, self._since(it, told.title), deed)
        name = _("{name} begins to hold the role") if looks_on else _("{name} need not stand by")
        row.action.setAccessibleName(_(name, name=it.name))
        row.acted.connect(lambda: (self.begin_asked if looks_on else self.end_asked).emit(it))
        row.delete_asked.connect(lambda: self.end_asked.emit(it))
        row.setToolTip(told.meaning)
        self._list.addWidget(row)
        if it.enough:
            done = _("Two meetings have gone by: time to hold it.") if looks_on else _(
                "Two meetings have gone by: time to let go."
            )  # fmt: skip
            self._list.addWidget(Words(self.look, done, "caption"))
        return row

    def _since(self, it: Beside, way: str) -> str:
        _ = self._
        day = formats.date_medium(it.since, _.language)
        came = _.plural("{n} meeting", "{n} meetings", it.meetings)
        return formats.dotted(way, _("since {since}", since=day), came)
