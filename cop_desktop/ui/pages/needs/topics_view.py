"""Topics: how long each waits, and the chain of the one that is chosen."""

from uuid import UUID

from PySide6.QtCore import Signal

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.models.thread_words import TopicState
from cop_desktop.services import thread
from cop_desktop.services.topics import TopicRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.topic_words import age
from cop_desktop.ui.widgets import EmptyState

from . import words
from .beside import Beside
from .deeds import Deeds
from .entries import Entry
from .entry_list import Asked
from .reading import Told
from .topic_panel import TopicPanel


class TopicsView(Beside):
    """`began_story(id)` when a seed was noted from a topic's chain."""

    began_story = Signal(object)

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        _ = desk.catalog
        self.limit = 0
        self._told: Told | None = None
        self.panel = TopicPanel(desk, deeds)
        nothing = EmptyState(
            desk.look, words.TOPIC, _("One topic, from end to end"),
            _("Choose one in the list to see where it came from and what it led to."), width=300,
        )  # fmt: skip
        super().__init__(desk, deeds, self.panel, _asked(desk.catalog), nothing)
        self.panel.began_story.connect(self.began_story)

    def show_told(self, told: Told) -> None:
        """Show topics; those that waited for more meetings than the limit are amber."""
        self._told, self.limit = told, told.limit
        self.show_rows(told.topics)

    def entry(self, row: TopicRow) -> Entry:
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

    def show_row(self, row: TopicRow) -> None:
        told = self._told
        if told:
            with self.desk.store.read() as session:
                found = thread.around(session, row, told.needs, told.stories)
            self.panel.show_thread(found, told)

    def note(self, lines: list[str]) -> list[UUID]:
        return self.deeds.open_topics(lines)

    def remove_row(self, row: TopicRow) -> None:
        self.deeds.remove_topic(row)

    def put_on_agenda(self) -> None:
        """By Ctrl+K: the chosen topic goes onto an agenda."""
        self.panel.do("agenda")


def _asked(_: Catalog) -> Asked:
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
