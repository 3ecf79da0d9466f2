"""The panel beside the plan: a goal, an activity, several of them, or a risk."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from cop_desktop.errors import UserError
from cop_desktop.services.plan import GoalRow, ItemRow, RiskRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.widgets import Button, Card, IconButton, Label, ScrollPage

from . import saving
from .fields import (
    goal_form,
    item_form,
    offer_choices,
    risk_form,
    several_form,
    shared_values,
    values_of,
)
from .reading import Kept, YearPlan
from .words import late

GOAL, ITEM, SEVERAL, RISK = range(4)


class PlanPanel(Card):
    """Every edit is saved at once; what is refused is said under its field."""

    closed = Signal()
    delete_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.rows: tuple[Kept, ...] = ()
        self._year: YearPlan | None = None
        look, _ = desk.look, desk.catalog
        self._head()
        self.late = Label(look, "", "amber", elide=True)
        self.add(self.late)
        self.forms = (goal_form(desk), item_form(desk), several_form(desk), risk_form(desk))
        self._pages = QStackedWidget()
        for form in self.forms:
            self._pages.addWidget(self._page(form))
        self.add(self._pages, 1)
        self.delete = Button(look, _("Delete"), "ph.trash", "quiet")
        self.delete.clicked.connect(self.delete_asked)
        self.add(self.delete)

    @property
    def form(self) -> Form:
        """The one in front."""
        return self.forms[self._pages.currentIndex()]

    def show_rows(self, rows: Sequence[Kept], year: YearPlan) -> None:
        """Show what is chosen; a reload of the same keeps caret, focus and refused text."""
        self.rows, self._year = tuple(rows), year
        kind = self._kind()
        if kind != self._pages.currentIndex():
            self.form.settle()
            self._pages.setCurrentIndex(kind)
        if kind in (ITEM, SEVERAL):
            offer_choices(self.form, year.plan.goals, year.people)
        self.form.fill(self._values(), item=tuple(row.id for row in rows))
        self._name(kind)
        first = rows[0]
        told = ""
        if kind == ITEM and isinstance(first, ItemRow):
            told = late(first, self.desk.today(), self.desk.catalog)
        self.late.setText(told)
        self.late.setVisible(bool(told))

    def start(self) -> None:
        """Put the caret into the first field."""
        name = {GOAL: "title", ITEM: "title", SEVERAL: "state", RISK: "text"}
        editor = self.form.editor(name[self._pages.currentIndex()])
        editor.setFocus()

    # -- inside --------------------------------------------------------------------------

    def _head(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.kind = Label(look, "", "title", elide=True)
        close = IconButton(look, "ph.x", _("Close"))
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.addWidget(self.kind, 1)
        row.addWidget(close)
        self.body.addLayout(row)

    def _page(self, form: Form) -> ScrollPage:
        form.edited.connect(lambda name, value: self._edited(form, name, value))
        page = ScrollPage(self.desk.look)
        page.add(form)
        page.body.addStretch(1)
        return page

    def _kind(self) -> int:
        if len(self.rows) > 1:
            return SEVERAL
        kinds = {GoalRow: GOAL, ItemRow: ITEM, RiskRow: RISK}
        return kinds[type(self.rows[0])]

    def _values(self) -> dict[str, Any]:
        assert self._year is not None
        who = self._year.people
        items = [row for row in self.rows if isinstance(row, ItemRow)]
        return shared_values(items, who) if len(self.rows) > 1 else values_of(self.rows[0], who)

    def _name(self, kind: int) -> None:
        _, count = self.desk.catalog, len(self.rows)
        names = {GOAL: _("Goal"), ITEM: _("Activity"), RISK: _("Risk")}
        told = names.get(kind) or _.plural("{n} activity", "{n} activities", count)
        self.kind.setText(told)
        self.setAccessibleName(told)

    def _edited(self, form: Form, name: str, value: Any) -> None:
        assert self._year is not None
        try:
            saving.change(self.desk, self._year, self.rows, name, value)
        except UserError as problem:
            form.error(name, self.desk.catalog.error(problem))
