"""Approved by whom, and whether readers outside may hear of it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.services.products import OUTSIDE, ProductRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.people import People, offer
from cop_desktop.ui.widgets.tick import Tick

from .words import FIELDS


class Gate(QWidget):
    """Seen once a product is approved. `edited(name, value)` and `cleared(bool)`."""

    edited = Signal(str, object)
    cleared = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self.form = Form(look, _, desk.today())
        self.form.add_line("approved_by_id", _(FIELDS["approved_by_id"]))
        self.form.add_date("approved_on", _(FIELDS["approved_on"]), beside=True)
        self.form.edited.connect(self.edited)
        self.tick = Tick(look, _("Cleared for readers outside"))
        self.tick.setToolTip(_("Papers for organisations and for the ministry may name it then."))
        self.tick.clicked.connect(self.cleared)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(10))
        rows.addWidget(self.tick)
        rows.addWidget(self.form)

    def show_product(self, row: ProductRow, people: People) -> None:
        self.setVisible(row.status in OUTSIDE)
        self.tick.setChecked(row.cleared_outside)
        offer(self.form, "approved_by_id", people)
        told: dict[str, Any] = {"approved_by_id": row.approved_by, "approved_on": row.approved_on}
        self.form.fill(told, item=row.id)
