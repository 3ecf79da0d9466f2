"""The page: months, goals and activities, risks; what is chosen opens beside."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export.papers import Subject
from cop_desktop.services.plan import GoalRow, ItemRow
from cop_desktop.ui.beside import Beside
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.pictures import Gantt
from cop_desktop.ui.widgets import (
    Button,
    Card,
    Choice,
    EmptyState,
    Label,
    PageHead,
    ScrollPage,
    Tabs,
)

from . import months, saving
from .adding import AddLine
from .outline import Outline
from .panel import PlanPanel
from .places import Place, step_place
from .reading import YearPlan, read
from .risks import Risks
from .saving import Kept
from .words import short, sums, year_name

MONTHS, LIST, RISKS = range(3)
NARROWEST = 560  # px at 100 %, of the months; narrower, one scrolls


class PlanPage(Page):
    """A work year at a time."""

    depends_on = frozenset({"goal", "plan_item", "risk", "member", "meeting"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.item: UUID | None = None
        self.work_year = formats.work_year_of(desk.today())
        self._year: YearPlan | None = None
        self._chosen: tuple[UUID, ...] = ()
        self._build()
        self.commands = self._commands()

    # -- showing -------------------------------------------------------------------------

    def refresh(self) -> None:
        self._year = year = read(self.desk, self.work_year)
        _ = self.desk.catalog
        self.head.subtitle.setText(sums(year.plan, _))
        self._show_years(year)
        self._show_late(year)
        self.gantt.show_data(months.gantt(year, self.desk.today(), _))
        self._show_undated(year)
        self.outline.show_goals(year.plan.goals, self._chosen)
        self._show_add(year)
        self._show_chosen()
        self._teach(year)

    def show_item(self, item: UUID) -> None:
        """Open a goal, an activity or a risk of any year."""
        for number in [self.work_year, *reversed(self._read().years)]:
            year = self._read() if number == self.work_year else read(self.desk, number)
            if year.goal(item) or year.item(item) or year.risk(item):
                self.show_year(number)
                self.choose([item])
                return

    def show_year(self, work_year: int) -> None:
        if work_year != self.work_year:
            self.work_year, self._chosen = work_year, ()
            self.beside.close_panel()
            self.refresh()

    def choose(self, ids: list[UUID]) -> None:
        """Show these beside, wherever they stand."""
        self._chosen = tuple(ids)
        self.outline.choose(ids)
        self._show_chosen()

    def _show_chosen(self) -> None:
        year = self._read()
        rows = self._rows(self._chosen)
        self._chosen = tuple(row.id for row in rows)
        self.item = self._chosen[0] if self._chosen else None
        risk = self.item if year.risk(self.item) else None
        self.risks.show_risks(year.plan.risks, risk)
        if rows:
            self.panel.show_rows(rows, year)
            self.beside.open()
        else:
            self.beside.close_panel()

    def _rows(self, ids: tuple[UUID, ...]) -> list[Kept]:
        """What is chosen and still there; of several, the activities."""
        year = self._read()
        found = [year.goal(key) or year.item(key) or year.risk(key) for key in ids]
        rows: list[Kept] = [row for row in found if row]
        items: list[Kept] = [row for row in rows if isinstance(row, ItemRow)]
        return (items or rows[:1]) if len(rows) > 1 else rows

    def _show_years(self, year: YearPlan) -> None:
        _ = self.desk.catalog
        self.years.clear()
        for number in year.years:
            self.years.add(year_name(number, _), number)
        self.years.set_value(self.work_year)
        source = year.source
        self.copy.setVisible(source is not None and not self._copied(year))
        if source is not None:
            name = formats.work_year_name(source, _.language)
            self.copy.set_words(_("Copy the goals of {year}", year=name))

    def _copied(self, year: YearPlan) -> bool:
        if not year.plan.goals or year.source is None:
            return False
        before = read(self.desk, year.source).plan.goals
        return {goal.title for goal in before} <= {goal.title for goal in year.plan.goals}

    def _show_late(self, year: YearPlan) -> None:
        _, today = self.desk.catalog, self.desk.today()
        late = [item for item in year.plan.items if item.late(today)]
        told = _.plural("{n} activity is late", "{n} activities are late", len(late))
        self.late.setText(told if late else "")
        self.late.setVisible(bool(late))

    def _show_undated(self, year: YearPlan) -> None:
        _, count = self.desk.catalog, months.undated(year)
        told = _.plural(
            "{n} activity has no dates yet; it stands among the goals.",
            "{n} activities have no dates yet; they stand among the goals.",
            count,
        )
        self.undated.setText(told)
        self.undated.setVisible(bool(count))

    def _show_add(self, year: YearPlan) -> None:
        """The line for a new activity names the goal under which it will stand."""
        _, goals = self.desk.catalog, year.plan.goals
        goal = self._goal_of(self.item) or (goals[-1] if goals else None)
        self.add_line.goal = goal.id if goal else None
        self.add_line.setVisible(goal is not None)
        if goal:
            self.add_line.ask(_("New activity under “{goal}”", goal=short(goal.title)))

    def _goal_of(self, key: UUID | None) -> GoalRow | None:
        year = self._read()
        item = year.item(key)
        return year.goal(item.goal_id if item else key)

    def _teach(self, year: YearPlan) -> None:
        """A year with nothing in it says what belongs there."""
        nothing = not (year.plan.goals or year.plan.risks)
        self.whole.setCurrentIndex(int(nothing and self.views.currentIndex() != RISKS))

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.sheet_button = Button(look, _("Save as Excel"), "ph.file-arrow-down")
        self.sheet_button.clicked.connect(self.ask_sheet)
        self.print_button = Button(look, _("Print the plan"), "ph.printer")
        self.print_button.clicked.connect(self.print_plan)
        self.goal_button = Button(look, _("Add goal"), "ph.plus", "primary")
        self.goal_button.clicked.connect(self.add_goal)
        deeds = [self.sheet_button, self.print_button, self.goal_button]
        self.head = PageHead(look, _("Work plan"), " ", deeds)
        self.panel = PlanPanel(self.desk)
        self.panel.delete_asked.connect(self.remove)
        self.whole = QStackedWidget()
        self.whole.addWidget(self._views())
        self.whole.addWidget(self._lesson())
        self.beside = Beside(look, self.whole, self.panel)
        self.panel.closed.connect(self.beside.close_panel)
        self.beside.closed.connect(self._closed)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(look.px(8))
        page.addWidget(self.head)
        page.addLayout(self._bar())
        page.addWidget(self.beside, 1)

    def _bar(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        self.years = Choice(look)
        self.years.setAccessibleName(_("Work year"))
        self.years.chosen.connect(self.show_year)
        self.late = Label(look, "", "amber", elide=True)
        self.copy = Button(look, "", "ph.copy", "quiet")
        self.copy.clicked.connect(self.copy_goals)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(self.years)
        row.addWidget(self.late)
        row.addStretch(1)
        row.addWidget(self.copy)
        return row

    def _views(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        card = Card(look)
        self.tabs = Tabs(look, [_("Months"), _("Goals and activities"), _("Risks")])
        self.views = QStackedWidget()
        self.views.addWidget(self._months())
        self.views.addWidget(self._list())
        self.risks = Risks(look, _)
        self.risks.chosen.connect(lambda key: self.choose([key]))
        self.risks.delete_asked.connect(self._remove_risk)
        self.risks.written.connect(self._add_risk)
        self.views.addWidget(self.risks)
        self.tabs.chosen.connect(self._turn)
        card.add(self.tabs)
        card.add(self.views, 1)
        self.tabs.choose(int(self.desk.settings.memory.get("plan.view", MONTHS)))
        return card

    def _months(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        page = ScrollPage(look)
        self.gantt = Gantt(look, _("The plan by months"))
        self.gantt.part_chosen.connect(self._part_chosen)
        self.gantt.setMinimumWidth(look.px(NARROWEST))
        self.undated = Label(look, "", "caption", elide=True)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        page.add(self.gantt)
        page.add(self.undated)
        page.body.addStretch(1)
        return page

    def _list(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        self.outline = Outline(look, _, self.desk.today())
        self.outline.chosen.connect(self._outline_chosen)
        self.outline.asked.connect(self._asked)
        self.outline.dropped.connect(self._dropped)
        self.add_line = AddLine(look, _("New activity"), _("Add activity"))
        self.add_line.written.connect(self._add_item)
        column.addWidget(self.outline, 1)
        column.addWidget(self.add_line)
        return both

    def _lesson(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        text = content(_.language).empty("plan")
        self.first_step = Button(look, text.first_step, "ph.plus", "primary")
        self.first_step.clicked.connect(self.add_goal)
        card = Card(look)
        card.add(EmptyState(look, "ph.path", text.title, text.why, self.first_step), 1)
        return card

    def _commands(self) -> list[QAction]:
        _ = self.desk.catalog
        deeds = (
            (_("Add goal"), self.add_goal),
            (_("Add activity"), self.add_item),
            (_("Print the plan"), self.print_plan),
            (_("Save the plan as Excel"), self.ask_sheet),
        )
        actions = []
        for words, deed in deeds:
            action = QAction(words, self)
            action.triggered.connect(deed)
            actions.append(action)
        return actions

    # -- deeds ---------------------------------------------------------------------------

    def add_goal(self) -> None:
        """A new goal, its title ready to be written over."""
        goal = saving.add_goal(self.desk, self._read(), self.desk.catalog("New goal"))
        self.tabs.choose(LIST)
        self.choose([goal])
        self.panel.start()
        self.panel.form.editor("title").selectAll()

    def add_item(self) -> None:
        """Go to the line in which an activity is written."""
        if not self._read().plan.goals:
            self.add_goal()
            return
        self.tabs.choose(LIST)
        self.add_line.edit.setFocus()

    def remove(self) -> None:
        if rows := self._rows(self._chosen):
            saving.remove(self.desk, rows)

    def copy_goals(self) -> None:
        _, year = self.desk.catalog, self._read()
        assert year.source is not None
        name = formats.work_year_name(year.source, _.language)
        count = saving.copy_goals(self.desk, year, name)
        self.tabs.choose(LIST)
        told = _.plural("{n} goal was copied.", "{n} goals were copied.", count)
        self.desk.toast(told, undo=True)

    def print_plan(self) -> None:
        from cop_desktop.ui.dialogs.paper import PaperDialog  # previewing loads the PDF writer

        dialog = PaperDialog(self.desk, "work-plan", None, self)
        if self.work_year != formats.work_year_of(self.desk.today()):
            dialog.view.show_paper("work-plan", self._subject())
        dialog.exec()

    def ask_sheet(self) -> None:
        _ = self.desk.catalog
        folder = self.desk.settings.memory.get("papers.folder", str(Path.home()))
        year = formats.work_year_name(self.work_year, _.language).replace("/", "-")
        start = str(Path(folder) / f"{_('Work plan {year}', year=year)}.xlsx")
        kinds = "Excel (*.xlsx);;CSV (*.csv)"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as"), start, kinds)
        if chosen:
            path = Path(chosen)
            self.save_sheet(path if path.suffix else path.with_suffix(".xlsx"))

    def save_sheet(self, path: Path) -> None:
        """Write the year's plan as a table."""
        from cop_desktop.export import sheets  # pandas is loaded when it writes

        with self.desk.store.read() as session:
            sheet = sheets.SHEETS["work-plan"](session, self._subject(), self.desk.catalog)
        sheets.write(sheet, path)
        self.desk.toast(self.desk.catalog("{file} was saved.", file=path.name))

    def _subject(self) -> Subject:
        return Subject(self.desk.community_id, self.desk.today(), work_year=self.work_year)

    def _read(self) -> YearPlan:
        if self._year is None:
            self._year = read(self.desk, self.work_year)
        return self._year

    def _turn(self, view: int) -> None:
        self.views.setCurrentIndex(view)
        self.desk.settings.memory["plan.view"] = view
        self.desk.settings.save()

    def _part_chosen(self, key: object) -> None:
        if isinstance(key, UUID):
            self.choose([key])
        elif isinstance(key, tuple):
            self.desk.open_place(key[0] + "s", key[1])

    def _outline_chosen(self) -> None:
        self._chosen = tuple(self.outline.chosen_ids())
        self._show_chosen()
        self._show_add(self._read())

    def _asked(self, deed: str) -> None:
        if deed in ("up", "down"):
            place = step_place(self._read().plan.goals, self._chosen, -1 if deed == "up" else 1)
            self._put(place)
        elif deed == "delete":
            self.remove()
        elif deed == "add":
            self.add_line.edit.setFocus()
        elif self._chosen:
            self.panel.start()

    def _dropped(self, ids: list[UUID], place: Place) -> None:
        self._chosen = tuple(ids)
        self._put(place)

    def _put(self, place: Place | None) -> None:
        year = self._read()
        rows = [year.goal(key) or year.item(key) for key in self._chosen]
        if place and (found := [row for row in rows if row]):
            saving.put(self.desk, found, place)

    def _add_item(self, title: str) -> None:
        assert self.add_line.goal is not None
        self.choose([saving.add_item(self.desk, self.add_line.goal, title)])
        self.add_line.edit.setFocus()

    def _add_risk(self, text: str) -> None:
        self.choose([saving.add_risk(self.desk, self._read(), text)])
        self.risks.add.edit.setFocus()

    def _remove_risk(self, key: UUID) -> None:
        self._chosen = (key,)
        self.remove()

    def _closed(self) -> None:
        self._chosen, self.item = (), None
        self.outline.clearSelection()
        self.risks.show_risks(self._read().plan.risks, None)
