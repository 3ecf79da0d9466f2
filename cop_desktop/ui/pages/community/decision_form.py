"""The decision on a transformation: written down once, its words saved where they are written."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import turnings
from cop_desktop.services.turnings import TurningRow
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.widgets import Button, DateField

NAMES = {
    "decided_by": N_("Who decided"),
    "reason": N_("Why"),
    "becomes": N_("What will live on, and where"),
}


class DecisionForm(QWidget):
    """Until the decision has a day, a button writes it down; afterwards only its words change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self.desk, self._row = desk, None
        self._chosen: date | None = None  # a day that was chosen, until it is written down
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(10))
        form = self.form = Form(look, _, desk.today(), day_words(_, desk.layers))
        form.add_text("reason", _(NAMES["reason"]), lines=2)
        form.add_text("becomes", _(NAMES["becomes"]), lines=2)
        form.add_line("decided_by", _(NAMES["decided_by"]))
        form.add_date("decided_on", _("Decided on"), beside=True)
        form.edited.connect(self._edited)
        rows.addWidget(form)
        self.deciding = Button(look, _("Write the decision down"), "ph.check", "primary")
        self.deciding.clicked.connect(self.decide)
        deeds = QHBoxLayout()
        deeds.addWidget(self.deciding)
        deeds.addStretch(1)
        rows.addLayout(deeds)

    _row: TurningRow | None

    def show_row(self, row: TurningRow) -> None:
        if self._row is None or self._row.id != row.id:
            self._chosen = None
        self._row = row
        values: dict[str, Any] = {name: getattr(row, name) for name in NAMES}
        values["decided_on"] = row.decided_on or self._chosen or self.desk.today()
        self.form.fill(values, item=row.id)
        self.deciding.setVisible(row.decided_on is None)
        self.form.field("decided_on").setEnabled(row.decided_on is None)

    def decide(self) -> None:
        """Write it down; from that day on the community is in the fifth stage."""
        desk, _, row = self.desk, self.desk.catalog, self._row
        day = self._day()
        if row is None or day is None:
            return
        with desk.store.read() as session:
            now = turnings.current(session, desk.community_id)
        if now is None:
            return
        try:
            with desk.store.write(_("Decide on the transformation")) as session:
                turnings.decide(session, row.id, day, now.decided_by, now.reason, now.becomes)
        except UserError as problem:
            field = "reason" if problem.message == turnings.UNTOLD else "decided_on"
            self.form.error(field, _.error(problem))

    def _day(self) -> Any:
        field = self.form.field("decided_on")
        return field.day() if isinstance(field, DateField) else None

    def _edited(self, name: str, value: Any) -> None:
        desk, _, row = self.desk, self.desk.catalog, self._row
        if name == "decided_on":
            self._chosen = value
        if row is None or name not in NAMES:
            return
        label = _("Change {field} of the transformation", field=_(NAMES[name]))
        try:
            with desk.store.write(label) as session:
                turnings.change(session, row.id, {name: value})
        except UserError as problem:
            self.form.error(name, _.error(problem))
