"""Stories of value: seeds that wait, and stories that are told."""

from uuid import UUID

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.services.stories import PARTS, StoryRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import EmptyState

from . import words
from .beside import Beside
from .deeds import Deeds
from .entries import Entry
from .entry_list import Asked
from .reading import Told
from .story_panel import StoryPanel


class StoriesView(Beside):
    """What was it worth, and to whom?"""

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        _ = desk.catalog
        self.panel = StoryPanel(desk, deeds)
        nothing = EmptyState(
            desk.look, words.STORY, _("One story, in four parts"),
            _("It begins with what happened and ends with what changed because of it."), width=300,
        )  # fmt: skip
        super().__init__(desk, deeds, self.panel, _asked(desk.catalog), nothing)

    def show_told(self, told: Told) -> None:
        self.panel.offer(told.people, told.topics, told.products)
        self.show_rows(told.stories)

    def noted(self) -> None:
        self.write()

    def write(self) -> None:
        """Put the keyboard into the first part that has no words."""
        if row := self.panel.row:
            empty = next((part for part in PARTS if not getattr(row, part)), "title")
            self.panel.fields.editor(empty).setFocus()

    def entry(self, row: StoryRow) -> Entry:
        _ = self.desk.catalog
        day = formats.date_short(row.noted_on, _.language)
        second = formats.dotted(row.teller, row.topic or row.product, day)
        word = _("{n} of 4 parts", n=row.told) if row.seed else ""
        icon, tone = (words.STORY, "accent") if not row.seed else ("ph.circle-dashed", "muted")
        told = formats.dotted(row.title, word, second)
        return Entry(row.id, row.title, second, told, icon=icon, word=word, tone=tone)

    def show_row(self, row: StoryRow) -> None:
        self.panel.show_story(row)

    def note(self, lines: list[str]) -> list[UUID]:
        return self.deeds.note_stories(lines)

    def remove_row(self, row: StoryRow) -> None:
        self.deeds.remove_story(row)


def _asked(_: Catalog) -> Asked:
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
