"""One thin line a community: its stages over the years, as shades; words stand beside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export.reports import overview_words as words
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services import overview
from cop_desktop.services.overview import StageLine, Wanted
from cop_desktop.services.search import fold
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.flow import FlowBox
from cop_desktop.ui.in_order import in_order
from cop_desktop.ui.nothing_yet import nothing_yet
from cop_desktop.ui.offers import as_item
from cop_desktop.ui.overview_filters import Filters, no_match
from cop_desktop.ui.overview_marks import opened_by_name, stage_colour
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.tables import Column, PagedTable, RowList, Span, Spans
from cop_desktop.ui.widgets import Card, Label, Line, PageHead

LEAST_YEARS = 1
MONTHS, SEASON = 25, 3  # up to so many months each third one is named, beyond that the years
_STAGES = [it.value for it in Stage]


class TimeMapPage(Page):
    """A table whose widest column is the picture: it is walked, sorted and read aloud as one."""

    depends_on = frozenset({"received_package", "collated_card"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lines: dict[str, StageLine] = {}  # those that are looked for
        self._every: dict[str, StageLine] = {}
        self._order, self._descending = "name", False
        self._years: tuple[date, date] | None = None
        self.views = Stack()
        self.table: RowList | None = None
        self._build()

    def refresh(self) -> None:
        """Read all ways through the stages; the years shown are those that were told."""
        desk = self.desk
        with desk.store.read() as session:
            every = overview.stages_over_years(session, Wanted(), desk.today())
            self.filters.offer(overview.choices(session))
        self._every = {it.id: it for it in every}
        years = _years(every, desk.today())
        if years != self._years:
            self._years = years
            self._make_table()
        self.narrow()

    def narrow(self) -> None:
        """Read which communities are looked for; their ways are at hand."""
        desk, wanted = self.desk, self.filters.wanted
        with desk.store.read() as session:
            any_sending = replace(wanted, sending=None)
            found = overview.communities(session, any_sending, desk.today())
        self.filters.show_counts(found)
        here = [it.id for it in found if wanted.sending in (None, it.sending)]
        self.lines = {key: self._every[key] for key in here if key in self._every}
        self._put_in_order()

    def _put_in_order(self) -> None:
        rows = in_order(self.lines.values(), ORDERS[self._order], descending=self._descending)
        if self.table is not None:
            self.table.show_rows([it.id for it in rows])
        bare = not rows and self.filters.empty
        self.views.setCurrentIndex(1 if bare else 0)
        self.rows.setCurrentIndex(0 if rows else self.rows.count() - 1)
        _ = self.desk.catalog
        self.head.subtitle.setText(_.plural("{n} community", "{n} communities", len(rows)))

    # -- looks -----------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.head = PageHead(look, _("Stages over time"))
        self.filters = Filters(self.desk, "stages")
        self.filters.changed.connect(self.narrow)
        self.filters.went_down.connect(lambda: self.table and self.table.setFocus())
        self.card = Card(look)
        self.card.body.setContentsMargins(1, look.px(14), 1, look.px(4))
        self.card.body.setSpacing(0)
        self.card.add(self.filters)
        legend = QVBoxLayout()
        legend.setContentsMargins(look.px(16), 0, look.px(16), look.px(8))
        legend.addWidget(self._legend())
        self.card.body.addLayout(legend)
        self.rows = Stack()
        # before it the table will stand, once the years are known
        self.rows.addWidget(no_match(self.desk, self.filters.clear))
        self.card.add(self.rows, 1)
        self.views.addWidget(self.card)
        self.views.setMinimumHeight(look.px(400))
        self.views.addWidget(self._nothing())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self.views, 1)

    def _legend(self) -> QWidget:
        look, texts = self.desk.look, content(self.desk.catalog.language)
        box = FlowBox(look.px(20))
        flow = box.flow
        for stage in Stage:
            shade = stage_colour(look.theme, stage.value).name()
            flow.add(Line(look, "ph.square-fill", Label(look, texts.word(stage)), shade))
        return box

    def _make_table(self) -> None:
        """The column of the picture has the years in its head, so it is made anew with them."""
        before, self.table = (
            self.table,
            RowList(
                self.desk.look,
                PagedTable(self._columns(), self._fetch),
                self.desk.catalog("Stages over time"),
            ),
        )
        self.table.verticalHeader().setDefaultSectionSize(
            max(self.desk.look.px(26), self.desk.look.line() + self.desk.look.px(4))
        )
        self.table.setMinimumHeight(self.desk.look.px(220))
        self.table.show_order(self._order, descending=self._descending)
        self.table.sort_asked.connect(self._sort)
        self.table.opened.connect(self._open)
        opened_by_name(self.table)
        self.rows.insertWidget(0, self.table)
        if before is not None:
            self.rows.removeWidget(before)
            before.deleteLater()

    def _columns(self) -> list[Column[StageLine]]:
        _ = self.desk.catalog
        return [
            Column(_("Community"), lambda it: it.name, "name", width=160, stretch=1, strong=True),
            Column(_("Stages over the years"), self._told, "began", self.spans, width=380,
                   stretch=5, ticks=self._ticks()),
            Column(_("Stage"), lambda it: words.stage(it.spans[-1].stage if it.spans else "", _),
                   "stage", width=112, stretch=0),
            Column(_("Since"), self._since, "since", width=96, stretch=0),
        ]  # fmt: skip

    @property
    def _shown(self) -> tuple[date, date]:
        return self._years or (self.desk.today(), self.desk.today())

    def _ticks(self) -> tuple[tuple[float, str], ...]:
        first, last = self._shown
        short = (last.year - first.year) * 12 + last.month - first.month < MONTHS
        days = [
            date(year, month, 1) for year in range(first.year, last.year + 1)
            for month in (range(1, 13, SEASON) if short else (1,))
        ]  # fmt: skip
        language = self.desk.catalog.language
        return tuple(
            (self._share(it), formats.month_and_year_short(it, language) if short else str(it.year))
            for it in days
            if first <= it < last
        )

    def _share(self, day: date) -> float:
        first, last = self._shown
        return min(max((day - first).days / max((last - first).days, 1), 0.0), 1.0)

    def spans(self, line: StageLine) -> Spans:
        theme, today = self.desk.look.theme, self.desk.today()
        return Spans(tuple(
            Span(self._share(it.since), self._share(it.until or today),
                 stage_colour(theme, it.stage).name(), self._span_words(it))
            for it in line.spans
        ))  # fmt: skip

    def _span_words(self, span: Any) -> str:
        _ = self.desk.catalog
        since = formats.month_and_year(span.since, _.language)
        name = words.stage(span.stage, _)
        if span.until is None:
            return _("{stage}: since {month}", stage=name, month=since)
        until = formats.month_and_year(span.until, _.language)
        return _("{stage}: {since} until {until}", stage=name, since=since, until=until)

    def _told(self, line: StageLine) -> str:
        return "; ".join(self._span_words(it) for it in line.spans)

    def _since(self, line: StageLine) -> str:
        if not line.spans:
            return ""
        return formats.month_and_year_short(line.spans[-1].since, self.desk.catalog.language)

    def _nothing(self) -> QWidget:
        icon, deed = "ph.chart-bar-horizontal", lambda: self.desk.run("collate")
        return nothing_yet(self.desk, "stages", icon, "ph.folder-open", deed)

    # -- deeds -----------------------------------------------------------------------------

    def _sort(self, key: str, descending: bool) -> None:
        self._order, self._descending = key, descending
        self._put_in_order()

    def _open(self, key: str) -> None:
        self.desk.open_place("overview", as_item(key))

    def _fetch(self, ids: Sequence[str]) -> list[StageLine]:
        return [self.lines[it] for it in ids if it in self.lines]


ORDERS: Mapping[str, Callable[[StageLine], Any]] = {
    "name": lambda it: fold(it.name),
    "began": lambda it: it.spans[0].since if it.spans else None,
    "stage": lambda it: (
        _STAGES.index(it.spans[-1].stage) if it.spans and it.spans[-1].stage in _STAGES else None
    ),
    "since": lambda it: it.spans[-1].since if it.spans else None,
}


def _years(lines: Sequence[StageLine], today: date) -> tuple[date, date]:
    """From the first stage told, at least some years; until the end of this month's year."""
    first = min((it.spans[0].since for it in lines if it.spans), default=today)
    return date(min(first.year, today.year - LEAST_YEARS), first.month, 1), today
