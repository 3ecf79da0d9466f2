"""Needs of members and organisations: noted quickly, answered by topics."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.models.method import Side
from cop_desktop.services.needs import NeedRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.firm import Firm

from . import words
from .beside import Beside
from .deeds import Deeds
from .entries import Entry
from .entry_list import Asked, EntryList, Sieve
from .need_panel import NeedPanel
from .reading import Told


class NeedsView(QWidget):
    """`topic_asked(id)` for the topic of a need."""

    topic_asked = Signal(object)

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__()
        self.desk, self.deeds = desk, deeds
        self._rows: dict[UUID, NeedRow] = {}
        _ = desk.catalog
        self.list = EntryList(desk, self._asked(), self._entry)
        self.panel = NeedPanel(desk, deeds)
        self.beside = Beside(
            desk, self.list, self.panel, words.NEED, _("One need, close up"),
            _("Choose one in the list to see what answers it, or make a topic of it."),
        )  # fmt: skip
        page = Firm(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.beside)
        self.list.chosen.connect(self._show)
        self.list.added.connect(self._add)
        self.list.delete_asked.connect(self._remove)
        self.list.opened.connect(lambda: self.panel.fields.editor("text").setFocus())
        self.panel.remove_asked.connect(lambda: self._remove(self.list.chosen_id()))
        self.panel.topic_asked.connect(self.topic_asked)

    def show_told(self, told: Told) -> None:
        self._rows = {row.id: row for row in told.needs}
        open_topics = tuple(row for row in told.topics if row.open)
        self.panel.offer(told.people, told.organisations, told.meetings, open_topics)
        self.list.show_rows(told.needs)
        self._show(self.list.chosen_id())

    def _asked(self) -> Asked:
        _ = self.desk.catalog
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

    def _entry(self, row: NeedRow) -> Entry:
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

    def _show(self, key: UUID | None) -> None:
        row = self._rows.get(key) if key else None
        if row:
            self.panel.show_need(row)
        self.beside.show_panel(row is not None)

    def _add(self, lines: list[str]) -> None:
        try:
            added = self.deeds.note_needs(lines)
        except UserError as problem:
            self.list.field.set_error(self.desk.catalog.error(problem))
            return
        self.list.settled()
        if added:
            self.list.choose(added[0])

    def _remove(self, key: UUID | None) -> None:
        if key and (row := self._rows.get(key)):
            self.deeds.remove_need(row)


def _of(side: Side) -> Sieve:
    return lambda row: row.side == side
