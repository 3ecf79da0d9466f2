"""The agenda: a bar of the whole time, the blocks in order, the chosen one, and the library."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtGui import QResizeEvent

from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import BlockKind
from cop_desktop.services import agendas, attendance, fitting, groups, topics
from cop_desktop.services.agendas import Block
from cop_desktop.services.fitting import Proposal
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import people
from cop_desktop.ui.widgets import ScrollPage

from .agenda_borrowing import Borrowing
from .agenda_commands import commands
from .agenda_deeds import Deeds
from .agenda_entries import DayHead, Remark
from .agenda_parts import AgendaParts
from .agenda_places import Spot
from .shelf_list import SHELF_MIME, opened
from .source_menu import source_menu
from .topic_menu import topic_menu
from .words import named


class AgendaTab(ScrollPage):
    """Choosing in the bar chooses in the list, and the other way round."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.row: MeetingRow | None = None
        self.proposal: Proposal | None = None  # looked at before it is taken
        self.commands = commands(self, desk, self.do)
        self.parts = parts = AgendaParts(desk, self.commands)
        self.time, self.list, self.inspector = parts.time, parts.list, parts.inspector
        self.shelf, self.hint = parts.shelf, parts.hint
        self.deeds = Deeds(desk, self.list)
        self.library = Borrowing(self.deeds)
        self._own: Mapping[str, Callable[[], None]] = {
            "edit": self.inspector.edit, "insert": self.insert, "pin": self._pin,
            "groups": partial(self.inspector.edit_field, "group_size"),
            "leader": partial(self.inspector.edit_field, "leader"),
            "fit": self.fit, "take_fit": self.take_fit,
            "leave_fit": self.leave_fit, "list": self._back, "library": self.open_shelf,
            "take_card": self.take_card, "keep_block": self.library.keep_blocks,
            "keep_meeting": self.library.keep_meeting, "copy_from": self._choose_source,
            "topic": self._choose_topic,
        }  # fmt: skip
        self.body.addWidget(parts, 1)
        self._connect()

    def _connect(self) -> None:
        for part in (self.time, self.list, self.inspector, self.hint, self.parts.ways):
            part.asked.connect(self.do)
        self.time.part_chosen.connect(lambda key: self.list.choose([key]))
        self.list.chosen.connect(self._follow)
        self.list.dropped.connect(self._drop)
        self.list.brought.connect(self._bring)
        self.parts.chips.chosen.connect(self.deeds.add_kind)
        for source in (self.shelf, self.hint):
            source.taken.connect(self.library.take)
            source.looked.connect(self.inspector.show_card)
        self.shelf.left.connect(self._back)
        self.hint.started.connect(self.start_from)

    @property
    def blocks(self) -> list[Block]:
        return list(self.list.picture.blocks)

    # -- showing -------------------------------------------------------------------------

    def show_meeting(self, row: MeetingRow) -> None:
        """Show the agenda as the file has it now."""
        anew = self.row is None or self.row.id != row.id
        if anew:
            self.inspector.flush()
        self.row = self.deeds.row = row
        self.proposal = None
        with self.desk.store.read() as session:
            who = people(session, self.desk.community_id, self.desk.today())
            self.inspector.form.topics_wait = topics.any_open(session, self.desk.community_id)
        self.deeds.people = who
        self.inspector.offer(who)
        self._show()
        if anew and self.blocks:
            first = next((it for it in self.list.blocks if it.timed), self.blocks[0])
            self.list.choose([first.id])
            self.list.scrollToTop()

    def _show(self) -> None:
        """The agenda, or how it would be if the proposal were taken."""
        instead = self.proposal.minutes if self.proposal else None
        with self.desk.store.read() as session:
            picture = agendas.picture(session, self._row().id, instead)
            turnout = attendance.turnout(attendance.sheet(session, self._row().id))
        self.time.show_agenda(self._row().id, picture)
        self.parts.expected.show_turnout(turnout)
        found = groups.of(picture.blocks, turnout.coming + turnout.open)
        self.list.show_agenda(picture, found)
        bare = not picture.blocks and len(picture.days) == 1
        if bare:
            self.hint.refresh()
        working = self.list.hasFocus() or self.hint.list.hasFocus()
        self.hint.setVisible(bare)
        self.list.setVisible(not bare)
        if working:
            self.take_focus()
        if self.shelf.isVisibleTo(self):
            self.shelf.refresh()
        self.parts.fit_list()
        self._follow()

    def _follow(self) -> None:
        """The bar and the inspector follow the list."""
        chosen = self.list.chosen_entries()
        self.time.follow(chosen)
        self.inspector.show_entries(self._row(), chosen, self.list.kind.groups, self.proposal)
        if self.hint.isVisibleTo(self):
            self.hint.tell()

    # -- deeds ---------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Where one works: in the blocks, or in what one may start from."""
        (self.list if self.list.isVisibleTo(self) else self.hint.list).setFocus()

    def do(self, deed: str) -> None:
        """A deed by its name: one of the keys, the menu or the inspector."""
        if deed in self._own:
            self._own[deed]()
        else:
            self.deeds.do(deed)

    def insert(self) -> None:
        """A block to be named at once; free minutes that are chosen are filled."""
        chosen = self.list.chosen_entries()
        if chosen and all(isinstance(it, Remark) and it.free for it in chosen):
            self.deeds.fill_gap()
            return
        self.deeds.add_kind(BlockKind.DISCUSSION)
        self.inspector.edit()

    def _pin(self) -> None:
        """Let go of pinned blocks; else ask for the hour, where there is one to ask for."""
        _, blocks = self.desk.catalog, self.list.chosen_blocks()
        if any(block.pinned_at for block in blocks):
            self.deeds.change(N_("Unpin “{title}”"), {"pinned_at": None})
        elif not all(block.timed and block.parent_id is None for block in blocks):
            self.desk.toast(_("Only a block of the meeting itself can be pinned to an hour."))
        else:
            self.inspector.edit_field("pinned_at")

    def move_blocks(self, ids: list[UUID], before: UUID | None) -> None:
        """Move blocks before another, or to the end of the last day."""
        known, last = self.list.places.blocks, self.list.picture.days[-1].number
        section = known[before].section if before else agendas.Section(day=last)
        self.deeds.move(ids, Spot(section, before))

    def _drop(self, ids: list[UUID], landing: Spot) -> None:
        self.deeds.move(ids, landing)

    def copy_from(self, source: MeetingRow) -> None:
        self.deeds.copy_from(source)

    # -- fitting -------------------------------------------------------------------------

    def fit(self) -> None:
        """Show how the agenda would fill its time; nothing is changed yet.

        Of several days it is the one whose heading is chosen, else all.
        """
        _, heads = self.desk.catalog, self.list.chosen_entries()
        day = next((it.number for it in heads if isinstance(it, DayHead)), None)
        with self.desk.store.read() as session:
            proposal = fitting.fit(session, self._row().id, day)
        if not proposal:
            self.desk.toast(_("The agenda already fits its time."))
            return
        self.proposal = proposal
        self._show()
        self.inspector.take_focus()

    def take_fit(self) -> None:
        proposal, self.proposal = self.proposal, None
        if proposal:
            label = named(N_("Fit “{title}” to the time"), self._row().topic, self.desk.catalog)
            with self.desk.store.write(label) as session:
                fitting.apply(session, proposal)
            self.list.setFocus()

    def leave_fit(self) -> None:
        self.proposal = None
        self._show()
        self.list.setFocus()

    # -- the library ---------------------------------------------------------------------

    def open_shelf(self) -> None:
        self.parts.bench.open_shelf()

    def take_card(self) -> None:
        """What is read beside the list."""
        if card := self.inspector.card.card:
            self.library.take([card.key])

    def start_from(self, key: str) -> None:
        """A whole meeting of the library, in the community's language."""
        self.library.start_from(key)

    def _bring(self, mime: str, told: bytes, spot: Spot) -> None:
        if mime == SHELF_MIME:
            self.library.take(opened(told), spot)
        else:
            self.deeds.bring(told, spot)

    def _back(self) -> None:
        """The keyboard goes back to the agenda."""
        self.parts.bench.leave()
        self._follow()
        self.take_focus()

    def _choose_source(self) -> None:
        ways = self.parts.ways
        ways.open_below(source_menu(self.desk, self._row(), self.copy_from, self), ways.copy)

    def _choose_topic(self) -> None:
        ways = self.parts.ways
        ways.open_below(topic_menu(self.desk, self.deeds.add_topic, self), ways.topic)

    def _row(self) -> MeetingRow:
        assert self.row is not None
        return self.row

    # -- looks ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self.parts.set_height(event.size().height())
        super().resizeEvent(event)
        self.parts.make_room()
