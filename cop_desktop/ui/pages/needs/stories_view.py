"""Stories of value: seeds that wait, and stories that are told."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.services.stories import PARTS, StoryRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.firm import Firm

from . import words
from .beside import Beside
from .deeds import Deeds
from .entries import Entry
from .entry_list import Asked, EntryList
from .reading import Told
from .story_panel import StoryPanel


class StoriesView(QWidget):
    """What was it worth, and to whom?"""

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__()
        self.desk, self.deeds = desk, deeds
        self._rows: dict[UUID, StoryRow] = {}
        _ = desk.catalog
        self.list = EntryList(desk, self._asked(), self._entry)
        self.panel = StoryPanel(desk, deeds)
        self.beside = Beside(
            desk, self.list, self.panel, words.STORY, _("One story, in four parts"),
            _("It begins with what happened and ends with what changed because of it."),
        )  # fmt: skip
        page = Firm(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.beside)
        self.list.chosen.connect(self._show)
        self.list.added.connect(self._add)
        self.list.delete_asked.connect(self._remove)
        self.list.opened.connect(lambda: self.panel.fields.editor("title").setFocus())
        self.panel.remove_asked.connect(lambda: self._remove(self.list.chosen_id()))

    def show_told(self, told: Told) -> None:
        self._rows = {row.id: row for row in told.stories}
        self.panel.offer(told.people, told.topics, told.products)
        self.list.show_rows(told.stories)
        self._show(self.list.chosen_id())

    def write(self) -> None:
        """Put the keyboard into the first part that has no words."""
        if row := self.panel.row:
            empty = next((part for part in PARTS if not getattr(row, part)), "title")
            self.panel.fields.editor(empty).setFocus()

    def _asked(self) -> Asked:
        _ = self.desk.catalog
        return Asked(
            _("Stories of value"),
            _("New seed of a story in one line"),
            _("Rahat used our map to open a help desk"),
            _("No story yet. A seed of one is enough to begin with."),
            {
                "all": (_.ctx("stories", "All"), lambda _row: True),
                "seeds": (_.ctx("stories", "Seeds waiting"), lambda row: row.seed),
                "told": (_.ctx("stories", "Told"), lambda row: not row.seed),
                "leave": (_.ctx("stories", "May leave"), lambda row: row.may_leave),
            },
        )

    def _entry(self, row: StoryRow) -> Entry:
        _ = self.desk.catalog
        day = formats.date_short(row.noted_on, _.language)
        second = formats.dotted(row.teller, row.topic or row.product, day)
        word = _("{n} of 4 parts", n=row.told) if row.seed else ""
        icon, tone = (words.STORY, "accent") if not row.seed else ("ph.circle-dashed", "muted")
        told = formats.dotted(row.title, word, second)
        return Entry(row.id, row.title, second, told, icon=icon, word=word, tone=tone)

    def _show(self, key: UUID | None) -> None:
        row = self._rows.get(key) if key else None
        if row:
            self.panel.show_story(row)
        self.beside.show_panel(row is not None)

    def _add(self, lines: list[str]) -> None:
        try:
            added = self.deeds.note_stories(lines)
        except UserError as problem:
            self.list.field.set_error(self.desk.catalog.error(problem))
            return
        self.list.settled()
        self.list.choose(added[0])
        self.write()

    def _remove(self, key: UUID | None) -> None:
        if key and (row := self._rows.get(key)):
            self.deeds.remove_story(row)
