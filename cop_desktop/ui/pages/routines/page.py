"""Routines: ours with their last times, ready ones to take over, and beside them the chosen one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.content.method import method
from cop_desktop.services import routines
from cop_desktop.services.routines import RoutineRow
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.nothing_yet import nothing_yet_card
from cop_desktop.ui.page_commands import keyed
from cop_desktop.ui.people import People, people
from cop_desktop.ui.sided import lay_out_sides
from cop_desktop.ui.widgets import (
    Button,
    Card,
    PageHead,
    SplitDetail,
    Tabs,
)

from .listing import RoutineList
from .panel import RoutinePanel
from .ready import ReadyCards

OURS, READY = range(2)


class RoutinesPage(Page):
    """The small rhythm between meetings."""

    depends_on = frozenset({"routine", "routine_done", "meeting", "member"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.item: UUID | None = None
        self._rows: dict[UUID, RoutineRow] = {}
        self._people = People({})
        self.list = RoutineList(desk)
        self.ready = ReadyCards(desk)
        self.panel = RoutinePanel(desk)
        self._lay_out()
        self._connect()
        self.commands = [
            keyed(self, desk.catalog("New routine"), "Ctrl+N", self.start),
            keyed(self, desk.catalog("The chosen routine: done today"), "Ctrl+D", self._mark_here),
        ]

    def refresh(self) -> None:
        desk, today = self.desk, self.desk.today()
        with desk.store.read() as session:
            running = routines.every(session, desk.community_id, today)
            ended = routines.ended(session, desk.community_id, today)
            self._people = people(session, desk.community_id, today)
        self._rows = {row.id: row for row in (*running, *ended)}
        self._tell_head(running)
        self.ready.show_keys(routines.ready(running))
        self.ours.setCurrentIndex(1 if self._rows else 0)
        self.list.show_routines(running, ended)

    def show_item(self, item: UUID) -> None:
        self.tabs.choose(OURS)
        self.list.choose(item)

    def start(self) -> None:
        """A routine of one's own: its name is written in the panel."""
        _, desk = self.desk.catalog, self.desk
        name = _("New routine")
        with desk.store.write(_("Add {name}", name=name)) as session:
            key = routines.add(session, desk.community_id, {"name": name}, desk.today())
        self.show_item(key)
        editor = self.panel.form.editor("name")
        editor.setFocus()
        editor.selectAll()

    # -- building ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        add = Button(look, _("New routine"), "ph.plus", "primary")
        add.clicked.connect(self.start)
        self.head = PageHead(look, _("Routines"), "", [add])
        self.tabs = Tabs(look, [_("Ours"), _("Ready to take over")])
        card = Card(look)
        card.add(self.list, 1)
        self.ours = QStackedWidget()
        self.ours.addWidget(self._empty())
        self.ours.addWidget(SplitDetail(look, card, self.panel, width=340))
        self.sides = QStackedWidget()
        self.sides.addWidget(self.ours)
        self.sides.addWidget(self.ready)
        lay_out_sides(QVBoxLayout(self), look, self.head, self.tabs, self.sides)

    def _empty(self) -> QWidget:
        return nothing_yet_card(
            self.desk, "routines", "ph.repeat", "ph.repeat", lambda: self.tabs.choose(READY)
        )

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.sides.setCurrentIndex)
        self.list.chosen.connect(self._show)
        self.list.marked.connect(self._mark)
        self.list.delete_asked.connect(self._remove)
        self.panel.remove_asked.connect(self._remove)
        self.ready.taken.connect(self._adopt)

    # -- showing and doing ---------------------------------------------------------------

    def _tell_head(self, running: Sequence[RoutineRow]) -> None:
        _ = self.desk.catalog
        told = _.plural("{n} routine", "{n} routines", len(running))
        if late := sum(row.late > 0 for row in running):
            told = _.plural(
                "{all}, {n} waits to be revived", "{all}, {n} wait to be revived", late, all=told
            )
        self.head.subtitle.setText(told if running else "")

    def _show(self, key: UUID | None) -> None:
        row = self._rows.get(key) if key else None
        self.item = row.id if row else None
        if row:
            self.panel.show_routine(row, self._people)
        self.panel.setVisible(row is not None)

    def _mark(self, key: UUID, done: bool) -> None:
        _, desk, row = self.desk.catalog, self.desk, self._rows[key]
        today = desk.today()
        label = _("Done: {name}", name=row.name) if done else _("Not done: {name}", name=row.name)
        with desk.store.write(label) as session:
            if done:
                routines.done(session, key, today, today)
            else:
                routines.undone(session, key, today)
        if done:
            desk.toast(_("Done today: {name}", name=row.name), undo=True)

    def _mark_here(self) -> None:
        if self.item and self._rows[self.item].until is None:
            self._mark(self.item, True)

    def _adopt(self, key: str) -> None:
        _, desk = self.desk.catalog, self.desk
        name = method(_.language).routine(key).title
        with desk.store.write(_("Take over {name}", name=name)) as session:
            item = routines.adopt(session, desk.community_id, key, desk.today())
        desk.toast(_("“{name}” is one of your routines now.", name=name), undo=True)
        self.show_item(item)
        self.list.lines[item].setFocus()

    def _remove(self, key: UUID) -> None:
        _, desk, row = self.desk.catalog, self.desk, self._rows[key]
        with desk.store.write(_("Delete {who}", who=row.name)) as session:
            routines.remove(session, key)
        desk.toast(_("Deleted: {who}", who=row.name), undo=True)
