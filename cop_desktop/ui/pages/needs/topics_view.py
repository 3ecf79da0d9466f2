"""Topics: how long each waits, and the chain of the one that is chosen."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.models.thread_words import TopicState
from cop_desktop.services import thread
from cop_desktop.services.topics import TopicRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.topic_words import age

from . import words
from .beside import Beside
from .deeds import Deeds
from .entries import Entry
from .entry_list import Asked, EntryList
from .reading import Told
from .topic_panel import TopicPanel


class TopicsView(QWidget):
    """`began_story(id)` when a seed was noted from a topic's chain."""

    began_story = Signal(object)

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__()
        self.desk, self.deeds = desk, deeds
        self.limit = 0
        self._rows: dict[UUID, TopicRow] = {}
        self._told: Told | None = None
        _ = desk.catalog
        self.list = EntryList(desk, self._asked(), self._entry)
        self.panel = TopicPanel(desk, deeds)
        self.beside = Beside(
            desk, self.list, self.panel, words.TOPIC, _("One topic, from end to end"),
            _("Choose one in the list to see where it came from and what it led to."),
        )  # fmt: skip
        page = Firm(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.beside)
        self.list.chosen.connect(self._show)
        self.list.added.connect(self._add)
        self.list.delete_asked.connect(self._remove)
        self.list.opened.connect(lambda: self.panel.fields.editor("title").setFocus())
        self.panel.remove_asked.connect(lambda: self._remove(self.list.chosen_id()))
        self.panel.began_story.connect(self.began_story)

    def show_told(self, told: Told) -> None:
        """Show topics; those that waited for more meetings than the limit are amber."""
        self._told, self._rows = told, {row.id: row for row in told.topics}
        self.limit = told.limit
        self.list.show_rows(told.topics)
        self._show(self.list.chosen_id())

    def _asked(self) -> Asked:
        _ = self.desk.catalog
        return Asked(
            _("Topics of the community"),
            _("New topic in one line"),
            _("How do we receive new heads of departments?"),
            _("No topic yet. Write one above, or make one of a need."),
            {
                "all": (_.ctx("topics", "All"), lambda _row: True),
                "waiting": (_.ctx("topics", "Waiting"), lambda row: row.waiting),
                "on": (
                    _.ctx("topics", "On an agenda"), lambda row: row.open and bool(row.on)
                ),
                "closed": (_.ctx("topics", "Closed"), lambda row: not row.open),
            },
        )  # fmt: skip

    def _entry(self, row: TopicRow) -> Entry:
        _ = self.desk.catalog
        stands = age(row, _) if row.open else self._closed(row)
        second = formats.dotted(stands, row.owner, self._fruit(row))
        told = formats.dotted(row.title, second, _(words.WEIGHTS[row.weight]))
        sign = ("", "muted")
        if not row.open:
            done = row.state == TopicState.DONE
            sign = ("ph.check-circle", "accent") if done else ("ph.prohibit", "muted")
        elif row.on:
            sign = (words.AGENDA, "accent")
        dots = row.waited if row.waiting else 0
        return Entry(
            row.id, row.title, second, told, row.weight, dots, self.limit, *sign[:1], "",
            sign[1], closed=not row.open,
        )  # fmt: skip

    def _closed(self, row: TopicRow) -> str:
        _ = self.desk.catalog
        day = formats.date_short(row.closed_on, _.language) if row.closed_on else ""
        if row.state == TopicState.DECLINED:
            return _("a frank no on {day}", day=day)
        return _("dealt with on {day}", day=day)

    def _fruit(self, row: TopicRow) -> str:
        """What came of it, counted."""
        _ = self.desk.catalog
        counts = (
            _.plural("{n} decision", "{n} decisions", row.decisions) if row.decisions else "",
            _.plural("{n} task", "{n} tasks", row.actions) if row.actions else "",
            _.plural("{n} product", "{n} products", row.products) if row.products else "",
        )
        return formats.dotted(*counts)

    def _show(self, key: UUID | None) -> None:
        row = self._rows.get(key) if key else None
        told = self._told
        if row and told:
            with self.desk.store.read() as session:
                found = thread.around(session, row, told.needs, told.stories)
            self.panel.show_thread(found, told)
        self.beside.show_panel(row is not None)

    def _add(self, lines: list[str]) -> None:
        try:
            added = self.deeds.open_topics(lines)
        except UserError as problem:
            self.list.field.set_error(self.desk.catalog.error(problem))
            return
        self.list.settled()
        self.list.choose(added[0])

    def _remove(self, key: UUID | None) -> None:
        if key and (row := self._rows.get(key)):
            self.deeds.remove_topic(row)

    def put_on_agenda(self) -> None:
        """By Ctrl+K: the chosen topic goes onto an agenda."""
        self.panel.do("agenda")
