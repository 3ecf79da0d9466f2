"""The list of members: search, filters, the table, and what its foot tells."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.models.vocabulary import Persona
from cop_desktop.services import members
from cop_desktop.services.members import EVERYBODY, Filter
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.tables import PagedTable, RowList
from cop_desktop.ui.widgets import Button, Card, EmptyState, FilterChip, Label, SearchBox

from . import reading
from .columns import OF_SOME, columns
from .legend import Legend
from .reading import ListLine

STATES = ("present", "late", "excused", "absent")
LEAST_ROWS = 8
ONE_LINE = 600  # px at 100 %: from here on the search stands beside the filters


class MemberList(Card):
    """Speaks of keys (hex), as `members.find` does."""

    selected = Signal(list)  # keys, in the order of the list
    delete_asked = Signal(list)
    pasted = Signal(str)
    opened = Signal()  # Enter on a row: on to the detail

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        look, _ = desk.look, desk.catalog
        self.desk, self.wanted, self.order, self.descending = desk, EVERYBODY, "name", False
        self._known: tuple[object, list[str]] = (None, [])  # everybody, in one order
        self._showing = False
        self.search = SearchBox(look, _("Search by name, authority or job"), round=False)
        self.search.textChanged.connect(lambda text: self._narrow(text=text))
        self.table = RowList(
            look, PagedTable(columns(look, _), self._fetch), _("Members of the community")
        )
        self.search.went_down.connect(self._into_list)
        self._connect_table()
        self.table.setMinimumHeight(LEAST_ROWS * self.table.verticalHeader().defaultSectionSize())
        self.views = QStackedWidget()
        self.views.addWidget(self.table)
        self.views.addWidget(self._nobody())
        self.foot = Label(look, "", "caption", elide=True)
        self._lay_out()

    def reload(self) -> None:
        """Read the keys anew; what is chosen stays chosen where it still is."""
        self._known = (None, [])
        with self.desk.store.read() as session:
            told = members.told(session, self.desk.community_id)
        for key in OF_SOME:
            self.table.show_column(key, shown=key in told)
        self._show()

    def _show(self) -> None:
        chosen, keys = self.table.chosen_ids(), self._keys()
        self._showing = True  # what is chosen is told once, at the end
        self.table.show_rows(keys)
        self._choose_again(chosen)
        self._showing = False
        self.views.setCurrentIndex(0 if keys else 1)
        self._tell_foot()
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        if not self._showing:
            self.selected.emit(self.table.chosen_ids())

    def choose(self, key: str) -> None:
        """Choose a member; filters that hide them give way."""
        if not self.table.choose(key):
            self.clear_filters()
            if not self.table.choose(key):
                self.leavers.setChecked(True)
                self._narrow(with_former=True)
                self.table.choose(key)

    def clear_filters(self) -> None:
        """Everybody again."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        for chip in (self.holders, self.leavers):
            chip.setChecked(False)
        self._circle_actions[None].setChecked(True)
        self._name_circle(None)
        self.wanted = EVERYBODY
        self._show()

    def _keys(self) -> list[str]:
        """Those who fit. Everybody is remembered: whoever leaves a search wants them at once."""
        desk, today = self.desk, self.desk.today()
        asked = (today, self.order, self.descending)
        if self.wanted == EVERYBODY and self._known[0] == asked:
            return self._known[1]
        with desk.store.read() as session:
            keys = reading.find(session, desk.community_id, today, self.wanted, *asked[1:])
        if self.wanted == EVERYBODY:
            self._known = (asked, keys)
        return keys

    # -- building ------------------------------------------------------------------------

    def _connect_table(self) -> None:
        table = self.table
        table.selectionModel().selectionChanged.connect(self._tell_chosen)
        table.sort_asked.connect(self._sort)
        table.delete_asked.connect(self.delete_asked)
        table.pasted.connect(self.pasted)
        table.opened.connect(lambda _: self.opened.emit())
        table.verticalScrollBar().valueChanged.connect(self._tell_foot)
        table.verticalScrollBar().rangeChanged.connect(self._tell_foot)
        table.show_order("name", descending=False)

    def _lay_out(self) -> None:
        px = self.desk.look.px
        self.body.setContentsMargins(1, px(14), 1, px(8))
        self.body.setSpacing(0)
        chips = QWidget()
        row = Flow(chips, px(8)) if self.desk.look.roomy else QHBoxLayout(chips)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for chip in self._chips():
            row.addWidget(chip)
        if isinstance(row, QHBoxLayout):
            row.addStretch(1)
        self._tools = tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        tools.setContentsMargins(px(16), 0, px(16), px(12))
        tools.setSpacing(px(8))
        tools.addWidget(self.search, 1)
        tools.addWidget(chips)
        self.above = QVBoxLayout()  # room for the line that adds a member
        self.above.setContentsMargins(px(16), 0, px(16), 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), px(8), px(16), px(4))
        foot.addWidget(self.foot, 1)
        foot.addWidget(Legend(self.desk))
        self.body.addLayout(self.above)
        self.body.addLayout(tools)
        self.body.addWidget(self.views, 1)
        self.body.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        look, way = self.desk.look, QBoxLayout.Direction
        beside = not look.roomy and self.width() >= look.px(ONE_LINE)
        self._tools.setDirection(way.LeftToRight if beside else way.TopToBottom)
        super().resizeEvent(event)

    def _chips(self) -> list[FilterChip]:
        look, _ = self.desk.look, self.desk.catalog
        self.circle = FilterChip(look, _("All circles"))
        self.circle.setCheckable(False)
        self.circle.setMenu(self._circle_menu())
        self.holders = FilterChip(look, _("Role holders"), "ph.compass")
        self.holders.toggled.connect(lambda on: self._narrow(role_holders=on))
        self.leavers = FilterChip(look, _("Include former members"), "ph.sign-out")
        self.leavers.toggled.connect(lambda on: self._narrow(with_former=on))
        return [self.circle, self.holders, self.leavers]

    def _circle_menu(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        texts, _ = content(self.desk.catalog.language), self.desk.catalog
        self._circle_actions: dict[Persona | None, QAction] = {}
        for persona in (None, *Persona):
            action = menu.addAction(texts.word(persona) if persona else _("All circles"))
            action.setCheckable(True)
            action.setChecked(persona is None)
            action.triggered.connect(lambda _=False, persona=persona: self._circle_chosen(persona))
            group.addAction(action)
            self._circle_actions[persona] = action
        return menu

    def _nobody(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        again = Button(look, _("Show everybody"), "ph.x")
        again.clicked.connect(self.clear_filters)
        why = _("Try part of a name, an authority, a job or a number.")
        return EmptyState(look, "ph.magnifying-glass", _("Nobody fits this search"), why, again)

    # -- narrowing and ordering ----------------------------------------------------------

    def _narrow(self, **changes: object) -> None:
        wanted: Filter = replace(self.wanted, **changes)  # type: ignore[arg-type]
        if wanted != self.wanted:
            self.wanted = wanted
            self._show()

    def _circle_chosen(self, persona: Persona | None) -> None:
        self._name_circle(persona)
        self._narrow(persona=persona)

    def _name_circle(self, persona: Persona | None) -> None:
        texts, _ = content(self.desk.catalog.language), self.desk.catalog
        words = texts.word(persona) if persona else _("All circles")
        self.circle.setText(words)
        self.circle.setAccessibleName(words)
        self.circle.updateGeometry()

    def _sort(self, key: str, descending: bool) -> None:
        self.order, self.descending = key, descending
        self._show()

    # -- the table -----------------------------------------------------------------------

    def _into_list(self) -> None:
        """From the search to what it found; where nobody is chosen, to the first."""
        self.table.setFocus()
        if not self.table.chosen_ids() and self.table.table.ids:
            self.table.choose(self.table.table.ids[0])

    def _fetch(self, keys: Sequence[str]) -> list[ListLine]:
        desk = self.desk
        with desk.store.read() as session:
            return reading.lines(session, desk.community_id, keys, desk.today())

    def _choose_again(self, keys: Sequence[str]) -> None:
        """Several chosen rows stay chosen when their order has changed."""
        if len(keys) < 2 or self.table.chosen_ids() == keys:
            return
        model, selection = self.table.table, QItemSelection()
        for key in keys:
            if (place := model.place_of(key)) is not None:
                index = model.index(place, 0)
                selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)

    def _tell_foot(self) -> None:
        _, total = self.desk.catalog, len(self.table.table.ids)
        if not total:
            self.foot.setText("")
            return
        first = self.table.rowAt(0)
        last = self.table.rowAt(self.table.viewport().height() - 1)
        span = f"{first + 1}–{(last if last >= 0 else total - 1) + 1}"
        told = _("{span} of {total} · paste from Excel: {keys}",
                 span=span, total=f"{total:,}", keys="Ctrl+V")  # fmt: skip
        self.foot.setText(told)


def as_id(key: str) -> UUID:
    """A key of the list as the id that services take."""
    return UUID(hex=key)
