"""What is chosen in the agenda, beside it: a block, several, a day, a track, or free minutes."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.i18n import N_
from cop_desktop.services import agendas
from cop_desktop.services.agendas import Block
from cop_desktop.services.fitting import Proposal
from cop_desktop.services.groups import Groups
from cop_desktop.services.library import Card as LibraryCard
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.widgets import Card, Words

from .agenda_entries import DayHead, Entry, Remark, TrackHead
from .block_form import BlockForm
from .card_page import CardPage
from .day_page import DayPage
from .fit_page import FitPage
from .remark_page import RemarkPage
from .several import Several
from .track_page import TrackPage
from .words import named

# What Undo says after an edit of a field.
STEPS = {
    "title": N_("Rename “{title}”"),
    "minutes": N_("Length of “{title}”"),
    "leader": N_("Leader of “{title}”"),
    "kind": N_("Kind of “{title}”"),
    "activity": N_("Learning activity of “{title}”"),
    "depth": N_("Depth of learning in “{title}”"),
    "roles": N_("Roles in “{title}”"),
    "pinned_at": N_("Fixed time of “{title}”"),
    "group_size": N_("Groups of “{title}”"),
    "purpose": N_("Purpose of “{title}”"),
    "method": N_("Course of “{title}”"),
    "materials": N_("Materials of “{title}”"),
    "questions": N_("Questions of “{title}”"),
    "outcome": N_("Outcome of “{title}”"),
    "topic_id": N_("Topic of “{title}”"),
    "notes": N_("Notes on “{title}”"),
}


Side = TypeVar("Side", BlockForm, Several, DayPage, TrackPage, RemarkPage, FitPage, CardPage)


class Inspector(Card):
    """Every field is saved by itself; `asked(deed)` for what is not a field."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.picked: list[Block] = []
        self.people = People({})
        self._keys: list[object] = []
        self._made: list[QWidget] = []
        self.form = BlockForm(desk, self._save)
        self.nothing = _on_top(
            Words(desk.look, desk.catalog("Choose a block to see and edit it."), "muted"),
            desk.look.px(20),
        )
        self.pages = Stack()
        self._add(self.form)
        self.pages.addWidget(self.nothing)
        self.body.setContentsMargins(0, desk.look.px(14), 0, desk.look.px(12))
        self.add(self.pages, 1)

    def offer(self, people: People) -> None:
        """Whom one may choose to lead."""
        self.people = people
        for page in self._made:
            if isinstance(page, BlockForm | Several):
                page.offer(people)

    # -- pages that are seldom seen are made when they first are ---------------------------

    @cached_property
    def several(self) -> Several:
        page = Several(self.desk, self._save)
        page.offer(self.people)
        return self._add(page)

    @cached_property
    def day(self) -> DayPage:
        return self._add(DayPage(self.desk))

    @cached_property
    def track(self) -> TrackPage:
        return self._add(TrackPage(self.desk))

    @cached_property
    def remark(self) -> RemarkPage:
        return self._add(RemarkPage(self.desk))

    @cached_property
    def fit(self) -> FitPage:
        return self._add(FitPage(self.desk))

    @cached_property
    def card(self) -> CardPage:
        return self._add(CardPage(self.desk))

    def _add(self, page: Side) -> Side:
        page.asked.connect(self.asked)
        self.pages.addWidget(page)
        self._made.append(page)
        return page

    # -- showing -------------------------------------------------------------------------

    def show_entries(
        self,
        row: MeetingRow,
        chosen: Sequence[Entry],
        groups: Mapping[UUID, Groups],
        proposal: Proposal | None = None,
    ) -> None:
        """Show what is chosen; a proposal comes first."""
        keys: list[object] = [it.id for it in chosen]
        if keys != self._keys:
            self.flush()
        self._keys = keys
        self.picked = [it for it in chosen if isinstance(it, Block)]
        self.form.block = self.picked[0] if len(self.picked) == 1 else None
        self.pages.setCurrentWidget(self._page(row, chosen, groups, proposal))

    def _page(
        self,
        row: MeetingRow,
        chosen: Sequence[Entry],
        groups: Mapping[UUID, Groups],
        proposal: Proposal | None,
    ) -> QWidget:
        if proposal:
            self.fit.show_proposal(proposal)
            return self.fit
        if len(self.picked) > 1:
            self.several.show_blocks(self.picked)
            return self.several
        if self.picked:
            self.form.show_block(row.id, self.picked[0], groups.get(self.picked[0].id))
            return self.form
        return self._side(row, chosen[0] if chosen else None)

    def _side(self, row: MeetingRow, entry: Entry | None) -> QWidget:
        """The page of what is no block."""
        if isinstance(entry, DayHead):
            self.day.show_day(row, entry)
            return self.day
        if isinstance(entry, TrackHead):
            self.track.show_track(entry)
            return self.track
        if isinstance(entry, Remark):
            self.remark.show_remark(entry)
            return self.remark
        return self.nothing

    def show_card(self, card: LibraryCard | None) -> None:
        """Read what one looks at in the library, until something is chosen in the agenda."""
        if card:
            self.flush()
            self.card.show_card(card)
            self.pages.setCurrentWidget(self.card)

    def edit(self) -> None:
        """Put the caret where what is chosen is named, ready to be written over."""
        page = self.pages.currentWidget()
        if isinstance(page, BlockForm | TrackPage | DayPage):
            page.edit()

    def edit_field(self, name: str) -> None:
        """Put the caret into a field of the block, or of all."""
        page = self.pages.currentWidget()
        if isinstance(page, BlockForm | Several):
            page.edit_field(name)

    def take_focus(self) -> None:
        if page := self.pages.currentWidget():
            page.setFocus()

    def flush(self) -> None:
        """Save what is still being typed."""
        for page in self._made:
            if isinstance(page, BlockForm | TrackPage):
                for kept in page.kept:
                    kept.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape goes back to the list, wherever one was."""
        if event.key() == Qt.Key.Key_Escape:
            proposed = isinstance(self.pages.currentWidget(), FitPage)
            self.asked.emit("leave_fit" if proposed else "list")
        else:
            super().keyPressEvent(event)

    # -- saving --------------------------------------------------------------------------

    def _save(self, name: str, values: dict[str, Any]) -> None:
        """Of one block, or the same of all that are chosen."""
        _ = self.desk.catalog
        several = isinstance(self.pages.currentWidget(), Several)
        blocks = self.picked if several else [self.form.block]
        found = [block for block in blocks if block]
        if not found:
            return
        many = _.plural("{n} block", "{n} blocks", len(found))
        title = found[0].title if len(found) == 1 else many
        with self.desk.store.write(named(STEPS[name], title, _)) as session:
            agendas.change(session, [block.id for block in found], values)


def _on_top(widget: QWidget, margin: int) -> QWidget:
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.setContentsMargins(margin, 0, margin, 0)
    rows.addWidget(widget)
    rows.addStretch(1)
    return page
