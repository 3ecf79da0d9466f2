"""Needs of members and organisations: noted quickly, answered by topics."""

from uuid import UUID

from PySide6.QtCore import Signal

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import Side
from cop_desktop.services.needs import NeedRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import EmptyState

from . import words
from .beside import Beside
from .deeds import Deeds
from .entries import Entry
from .entry_list import Asked, Sieve
from .need_panel import NeedPanel
from .reading import Told


class NeedsView(Beside):
    """`topic_asked(id)` for the topic of a need."""

    topic_asked = Signal(object)
    field = "text"

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        _ = desk.catalog
        self.panel = NeedPanel(desk, deeds)
        nothing = EmptyState(
            desk.look, words.NEED, _("One need, close up"),
            _("Choose one in the list to see what answers it, or make a topic of it."), width=300,
        )  # fmt: skip
        super().__init__(desk, deeds, self.panel, _asked(desk.catalog), nothing)
        self.panel.topic_asked.connect(self.topic_asked)

    def show_told(self, told: Told) -> None:
        open_topics = tuple(row for row in told.topics if row.open)
        self.panel.offer(told.people, told.organisations, told.meetings, open_topics)
        self.show_rows(told.needs)

    def entry(self, row: NeedRow) -> Entry:
        _ = self.desk.catalog
        if not row.open:
            icon, word, tone = "", _(words.ENDED[row.state]), "muted"
        elif row.topics:
            count = _.plural("{n} topic", "{n} topics", len(row.topics))
            icon, word, tone = words.TOPIC, count, "accent"
        else:
            icon, word, tone = "", _("not taken up"), "amber"
        second = words.whence(row, _)
        told = formats.dotted(row.text, _(words.WEIGHTS[row.weight]), word, second)
        return Entry(
            row.id, row.text, second, told, row.weight, icon=icon, word=word, tone=tone,
            closed=not row.open,
        )  # fmt: skip

    def show_row(self, row: NeedRow) -> None:
        self.panel.show_need(row)

    def note(self, lines: list[str]) -> list[UUID]:
        return self.deeds.note_needs(lines)

    def remove_row(self, row: NeedRow) -> None:
        self.deeds.remove_need(row)


def _asked(_: Catalog) -> Asked:
    return Asked(
        _("Needs of members and organisations"),
        _("New need in one line, or a list pasted"),
        _("New heads of departments have nobody to ask"),
        _("No need yet. Write one above, or paste a list."),
        {
            "all": (_.ctx("needs", "All"), lambda _row: True),
            "unanswered": (_.ctx("needs", "Not taken up"), lambda row: row.unanswered),
            "person": (_(words.SIDES[Side.PERSON]), _of(Side.PERSON)),
            "organisation": (_(words.SIDES[Side.ORGANISATION]), _of(Side.ORGANISATION)),
        },
    )


def _of(side: Side) -> Sieve:
    return lambda row: row.side == side
