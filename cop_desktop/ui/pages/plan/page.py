"""The page: months, goals and activities, risks; what is chosen opens beside."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from cop_desktop import formats
from cop_desktop.ui.beside import Beside
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.page_commands import commands
from cop_desktop.ui.pasting import open_import, pasted

from . import leaving, saving
from .bar import PlanHead, YearBar
from .panel import PlanPanel
from .places import Place, step_place
from .reading import Kept, YearPlan, read, year_of
from .views import LIST, RISKS, Lesson, Views
from .words import sums


class PlanPage(Page):
    """A work year at a time."""

    depends_on = frozenset({"goal", "plan_item", "risk", "member", "meeting", "community"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.item: UUID | None = None
        self.work_year = formats.work_year_of(desk.today())
        self._year: YearPlan | None = None
        self._chosen: tuple[UUID, ...] = ()
        self._build()
        self._connect()
        self.commands = commands(self, self._deeds())

    # -- showing -------------------------------------------------------------------------

    def refresh(self) -> None:
        self._year = year = read(self.desk, self.work_year)
        self.head.subtitle.setText(sums(year.plan, self.desk.catalog))
        self.bar.show_year(year, self.desk.today())
        self.views.show_year(year, self._chosen)
        self._show_chosen()
        self._teach()

    def show_item(self, item: UUID) -> None:
        """Open a goal, an activity or a risk of any year."""
        years = (self.work_year, *reversed(self._read().years))
        if number := year_of(self.desk, item, years):
            self.show_year(number)
            self.choose([item])

    def show_year(self, work_year: int) -> None:
        if work_year != self.work_year:
            self.work_year, self._chosen = work_year, ()
            self.beside.close_panel()
            self.refresh()

    def choose(self, ids: list[UUID]) -> None:
        """Show these beside, wherever they stand."""
        self._mark(ids)
        self.beside.open()

    def _mark(self, ids: list[UUID]) -> None:
        """Choose, and stay where one is: where room is short, the panel waits for Enter."""
        self._chosen = tuple(ids)
        self.views.outline.choose(ids)
        self._show_chosen()

    def _show_chosen(self) -> None:
        year, rows = self._read(), self._rows()
        self._chosen = tuple(row.id for row in rows)
        self.item = self._chosen[0] if self._chosen else None
        risk = self.item if year.risk(self.item) else None
        self.views.risks.show_risks(year.plan.risks, risk)
        self.views.ask(year.goal_of(self.item))
        if rows:
            self.panel.show_rows(rows, year)
        if rows and self.beside.has_room:
            self.beside.open()
        elif not rows:
            self.beside.close_panel()

    def _rows(self) -> list[Kept]:
        return self._read().kept(self._chosen)

    def _teach(self) -> None:
        """A year with nothing in it says what belongs there."""
        found = self._read().plan
        nothing = not (found.goals or found.risks)
        teaches = nothing and self.views.tabs.index != RISKS
        self.whole.setCurrentIndex(int(teaches))
        self.head.goal.setHidden(teaches)  # one first step on the page

    def _read(self) -> YearPlan:
        if self._year is None:
            self._year = read(self.desk, self.work_year)
        return self._year

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.head = PlanHead(look, _)
        self.bar = YearBar(look, _)
        self.views = Views(self.desk)
        self.panel = PlanPanel(self.desk)
        lesson = Lesson(self.desk)
        self.first_step = lesson.first_step
        self.whole = QStackedWidget()
        self.whole.addWidget(self.views)
        self.whole.addWidget(lesson)
        self.beside = Beside(look, self.whole, self.panel)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(look.px(8))
        page.addWidget(self.head)
        page.addWidget(self.bar)
        page.addWidget(self.beside, 1)

    def _connect(self) -> None:
        self.head.bring.clicked.connect(lambda: self.import_table(""))
        self.head.sheet.clicked.connect(self.ask_sheet)
        self.head.print.clicked.connect(self.print_plan)
        self.head.goal.clicked.connect(self.add_goal)
        self.first_step.clicked.connect(self.add_goal)
        self.bar.year_chosen.connect(self.show_year)
        self.bar.copy_asked.connect(self.copy_goals)
        self.panel.delete_asked.connect(self.remove)
        self.panel.closed.connect(self.beside.close_panel)
        self.beside.closed.connect(self._closed)
        views = self.views
        views.gantt.part_chosen.connect(self._part_chosen)
        views.outline.chosen.connect(self._outline_chosen)
        views.outline.asked.connect(self._asked)
        views.outline.dropped.connect(lambda _keys, place: self._put(place))
        views.add_line.written.connect(self._add_item)
        views.risks.chosen.connect(lambda key: self.choose([key]))
        views.risks.delete_asked.connect(self._remove_risk)
        views.risks.written.connect(self._add_risk)

    def _deeds(self) -> dict[str, Callable[[], None]]:
        _ = self.desk.catalog
        return {
            _("Add goal"): self.add_goal,
            _("Add activity"): self.add_item,
            _("Print the plan"): self.print_plan,
            _("Save the plan as Excel"): self.ask_sheet,
        }

    # -- deeds ---------------------------------------------------------------------------

    def add_goal(self) -> None:
        """A new goal, its title ready to be written over."""
        goal = saving.add_goal(self.desk, self._read(), self.desk.catalog("New goal"))
        self.views.tabs.choose(LIST)
        self.choose([goal])
        self.panel.start()
        self.panel.form.editor("title").selectAll()

    def import_table(self, text: str = "") -> None:
        """Look at rows pasted from Excel, or ask for a list; they go into the year shown."""
        year, window = self.work_year, self.window()
        open_import(self.desk, window, "work-plan", text, year, lambda _: self._show_brought(year))

    def _show_brought(self, work_year: int) -> None:
        self.show_year(work_year)
        self.views.tabs.choose(LIST)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.views.tabs.index != RISKS and (text := pasted(event)):
            self.import_table(text)
        else:
            super().keyPressEvent(event)

    def add_item(self) -> None:
        """Go to the line in which an activity is written."""
        if self._read().plan.goals:
            self.views.tabs.choose(LIST)
            self.views.add_line.edit.setFocus()
        else:
            self.add_goal()

    def remove(self) -> None:
        if rows := self._rows():
            saving.remove(self.desk, rows)

    def copy_goals(self) -> None:
        _ = self.desk.catalog
        count = saving.copy_goals(self.desk, self._read())
        self.views.tabs.choose(LIST)
        told = _.plural("{n} goal was copied.", "{n} goals were copied.", count)
        self.desk.toast(told, undo=True)

    def print_plan(self) -> None:
        leaving.print_plan(self.desk, self.work_year, self)

    def ask_sheet(self) -> None:
        leaving.ask_sheet(self.desk, self.work_year, self)

    def _part_chosen(self, key: object) -> None:
        if isinstance(key, UUID):
            self.choose([key])
        elif isinstance(key, tuple):
            self.desk.open_place("meetings", key[1])

    def _outline_chosen(self) -> None:
        self._chosen = tuple(self.views.outline.chosen_ids())
        self._show_chosen()

    def _asked(self, deed: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "up": lambda: self._step(-1),
            "down": lambda: self._step(1),
            "delete": self.remove,
            "paste": lambda: self.import_table(QGuiApplication.clipboard().text()),
            "add": self.views.add_line.edit.setFocus,
        }
        deeds.get(deed, self._open_chosen)()

    def _step(self, step: int) -> None:
        self._put(step_place(self._read().plan.goals, self._chosen, step))

    def _open_chosen(self) -> None:
        if self._chosen:
            self.beside.open()
            self.panel.start()

    def _put(self, place: Place | None) -> None:
        if place and (rows := self._rows()):
            saving.put(self.desk, rows, place)

    def _add_item(self, title: str) -> None:
        goal = self.views.add_line.goal
        assert goal is not None  # the line is hidden until there is one
        self._mark([saving.add_item(self.desk, goal, title)])
        self.views.add_line.edit.setFocus()

    def _add_risk(self, text: str) -> None:
        self._mark([saving.add_risk(self.desk, self._read(), text)])
        self.views.risks.add.edit.setFocus()

    def _remove_risk(self, key: UUID) -> None:
        self._chosen = (key,)
        self.remove()

    def _closed(self) -> None:
        self._chosen, self.item = (), None
        self.views.outline.clearSelection()
        self.views.risks.show_risks(self._read().plan.risks, None)
