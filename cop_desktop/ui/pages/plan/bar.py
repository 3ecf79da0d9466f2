"""The page's head and what is under it: which work year, what is late, last year's goals."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Button, Choice, Label, PageHead

from .reading import YearPlan
from .words import year_name


class PlanHead(PageHead):
    """Its deeds: a plan comes in and leaves, and a goal is added."""

    def __init__(self, look: Look, _: Catalog) -> None:
        self.bring = Button(look, _("Import from Excel"), "ph.file-arrow-up")
        self.sheet = Button(look, _("Save as Excel"), "ph.file-arrow-down")
        self.print = Button(look, _("Print the plan"), "ph.printer")
        self.goal = Button(look, _("Add goal"), "ph.plus", "primary")
        deeds = [self.bring, self.sheet, self.print, self.goal]
        super().__init__(look, _("Work plan"), " ", deeds)


class YearBar(QWidget):
    """What concerns the whole year."""

    year_chosen = Signal(object)  # int
    copy_asked = Signal()

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        self._ = _
        self.years = Choice(look)
        self.years.setAccessibleName(_("Work year"))
        self.years.chosen.connect(self.year_chosen)
        self.late = Label(look, "", "amber", elide=True)
        self.copy = Button(look, "", "ph.copy", "quiet")
        self.copy.clicked.connect(self.copy_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        row.addWidget(self.years)
        row.addWidget(self.late)
        row.addStretch(1)
        row.addWidget(self.copy)

    def show_year(self, year: YearPlan, today: date) -> None:
        self._show_years(year)
        self._show_late(year, today)
        self.copy.setVisible(year.source is not None and not year.copied)
        if year.source is not None:
            name = formats.work_year_name(year.source, self._.language)
            self.copy.set_words(self._("Copy the goals of {year}", year=name))

    def _show_years(self, year: YearPlan) -> None:
        self.years.clear()
        for number in year.years:
            self.years.add(year_name(number, self._), number)
        self.years.set_value(year.plan.work_year)

    def _show_late(self, year: YearPlan, today: date) -> None:
        count = sum(item.late(today) for item in year.plan.items)
        told = self._.plural("{n} activity is late", "{n} activities are late", count)
        self.late.setText(told if count else "")
        self.late.setVisible(bool(count))
