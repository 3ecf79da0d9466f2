"""Three ways to see a plan: its months, its goals and activities, its risks."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.services.plan import GoalRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pasting import RowsOrLine
from cop_desktop.ui.pictures import Gantt
from cop_desktop.ui.widgets import Button, Card, EmptyState, Label, ScrollPage, Tabs

from . import months
from .adding import AddLine
from .outline import Outline
from .reading import YearPlan
from .risks import Risks
from .words import short

MONTHS, LIST, RISKS = range(3)
NARROWEST = 560  # px at 100 %, of the months; narrower, one scrolls


class Views(Card):
    """Tabs over one plan; the one last seen is remembered on this machine."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.tabs = Tabs(look, [_("Months"), _("Goals and activities"), _("Risks")])
        self.gantt = Gantt(look, _("The plan by months"))
        self.outline = Outline(look, _, desk.today())
        self.add_line = AddLine(look, _("New activity"), _("Add activity"), RowsOrLine)
        self.risks = Risks(look, _)
        self._views = QStackedWidget()
        for view in (self._months(), self._list(), self.risks):
            self._views.addWidget(view)
        self.add(self.tabs)
        self.add(self._views, 1)
        self.tabs.chosen.connect(self._turn)
        self.tabs.choose(int(desk.settings.memory.get("plan.view", MONTHS)))

    def show_year(self, year: YearPlan, chosen: Sequence[UUID]) -> None:
        _, today = self.desk.catalog, self.desk.today()
        self.gantt.show_data(months.gantt(year, today, _, self.desk.layers()))
        self._show_undated(year)
        self.outline.show_goals(year.plan.goals, chosen)

    def ask(self, goal: GoalRow | None) -> None:
        """The line for a new activity names the goal under which it will stand."""
        self.add_line.goal = goal.id if goal else None
        self.add_line.setVisible(goal is not None)
        if goal:
            title = short(goal.title)
            self.add_line.ask(self.desk.catalog("New activity under “{goal}”", goal=title))

    def _show_undated(self, year: YearPlan) -> None:
        count = months.undated(year)
        told = self.desk.catalog.plural(
            "{n} activity has no dates yet; it stands among the goals.",
            "{n} activities have no dates yet; they stand among the goals.",
            count,
        )
        self.undated.setText(told)
        self.undated.setVisible(bool(count))

    def _months(self) -> ScrollPage:
        look = self.desk.look
        page = ScrollPage(look)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.gantt.setMinimumWidth(look.px(NARROWEST))
        self.undated = Label(look, "", "caption", elide=True)
        page.add(self.gantt)
        page.add(self.undated)
        page.body.addStretch(1)
        return page

    def _list(self) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.outline, 1)
        column.addWidget(self.add_line)
        return both

    def _turn(self, view: int) -> None:
        self._views.setCurrentIndex(view)
        self.desk.settings.memory["plan.view"] = view
        self.desk.settings.save()


class Lesson(Card):
    """A year with nothing in it: what belongs there, why, and the first step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        text = content(desk.catalog.language).empty("plan")
        self.first_step = Button(desk.look, text.first_step, "ph.plus", "primary")
        self.add(EmptyState(desk.look, "ph.path", text.title, text.why, self.first_step), 1)
