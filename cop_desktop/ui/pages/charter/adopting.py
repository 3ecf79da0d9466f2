"""Adopting a draft: a word on what is new, the day, and when it will be looked at anew."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from cop_desktop.errors import UserError
from cop_desktop.services import charter
from cop_desktop.services.charter import CharterRow
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.widgets import Button, Card, Words

from .words import called

NOTE, ON, REVIEW = "change_note", "adopted_on", "review_on"
A_YEAR = timedelta(days=365)


class AdoptCard(Card):
    """The note is saved where it is written; the days are taken with the button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, " ")
        self.desk = desk
        self.row: CharterRow | None = None
        _ = desk.catalog
        form = self.form = Form(desk.look, _, desk.today(), day_words(_, desk.layers))
        form.add_line(NOTE, _("What is new, in one line"))
        form.add_date(ON, _("Adopted on"))
        form.add_date(REVIEW, _("To be reviewed on"), beside=True)
        form.edited.connect(self._edited)
        self.add(form)
        self.adopt = Button(desk.look, _("Adopt this version"), "ph.circle-wavy-check", "primary")
        self.adopt.clicked.connect(self._adopt)
        why = _("From then on its words stay as they are; a change begins a new version.")
        line = QHBoxLayout()
        line.setSpacing(desk.look.px(16))
        line.addWidget(Words(desk.look, why, "caption"), 1)
        line.addWidget(self.adopt)
        self.body.addLayout(line)

    def show_row(self, row: CharterRow) -> None:
        """Propose today, and a review in a year."""
        other = self.row is None or self.row.id != row.id
        self.row, today = row, self.desk.today()
        _ = self.desk.catalog
        self.title.setText(_("{version}: ready to adopt?", version=called(row, _)))
        values: dict[str, Any] = {NOTE: row.change_note}
        if other:
            values |= {ON: today, REVIEW: row.review_on or today + A_YEAR}
        self.form.fill(values, item=row.id)

    def _edited(self, name: str, value: Any) -> None:
        """Days wait for the button; the note does not."""
        desk, row = self.desk, self.row
        if name == NOTE and row:
            with desk.store.write(desk.catalog("What is new in the charter")) as session:
                charter.change(session, row.id, {NOTE: value})

    def _adopt(self) -> None:
        desk, _, row = self.desk, self.desk.catalog, self.row
        if row is None:
            return
        self.form.settle()
        on: date | None = self.form.field(ON).day()  # type: ignore[union-attr]  # a DateField
        review: date | None = self.form.field(REVIEW).day()  # type: ignore[union-attr]
        try:
            with desk.store.write(_("Adopt the charter")) as session:
                charter.adopt(session, row.id, on or desk.today(), review, desk.today())
        except UserError as problem:
            self.form.error(ON, _.error(problem))
            return
        desk.toast(_("The charter is in force."), undo=True)
