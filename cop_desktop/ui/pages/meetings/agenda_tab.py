"""The agenda: a bar of the whole time, the blocks in order, the chosen one, and the library."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import BlockKind
from cop_desktop.services import agenda_numbers, agendas, attendance, fitting, groups
from cop_desktop.services.agendas import Block
from cop_desktop.services.fitting import Proposal
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.page_commands import commands
from cop_desktop.ui.people import people
from cop_desktop.ui.widgets import Card, ScrollPage

from .agenda_borrowing import Borrowing
from .agenda_deeds import Deeds
from .agenda_entries import DayHead, Remark
from .agenda_keys import DEEDS
from .agenda_list import AgendaList
from .agenda_places import Spot
from .empty_agenda import EmptyAgenda
from .expected_card import ExpectedCard
from .inspector import Inspector
from .kind_chips import KindChips
from .shelf import Shelf
from .shelf_list import SHELF_MIME, opened
from .source_menu import source_menu
from .time_card import TimeCard
from .ways_in import WaysIn
from .words import named
from .workbench import Workbench

LOW, TALL = 520, 660  # px at 100 %
REST = 120  # ms


class AgendaTab(ScrollPage):
    """Choosing in the bar chooses in the list, and the other way round."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.row: MeetingRow | None = None
        self.proposal: Proposal | None = None  # looked at before it is taken
        look, _ = desk.look, desk.catalog
        self.time = TimeCard(desk)
        self.list = AgendaList(look, _)
        self.deeds = Deeds(desk, self.list)
        self.library = Borrowing(self.deeds)
        self.inspector = Inspector(desk)
        self.chips = KindChips(look, _)
        self.shelf = Shelf(desk)
        self._own: Mapping[str, Callable[[], None]] = {
            "edit": self.inspector.edit, "insert": self.insert, "pin": self._pin,
            "groups": partial(self.inspector.edit_field, "group_size"),
            "leader": partial(self.inspector.edit_field, "leader"),
            "fit": self.fit, "take_fit": self.take_fit,
            "leave_fit": self.leave_fit, "list": self._back, "library": self.open_shelf,
            "take_card": self.take_card, "keep_block": self.library.keep_blocks,
            "keep_meeting": self.library.keep_meeting, "copy_from": self._choose_source,
        }  # fmt: skip
        self.time.asked.connect(self.do)
        self.time.part_chosen.connect(lambda key: self.list.choose([key]))
        self.list.chosen.connect(self._follow)
        self.list.dropped.connect(self._drop)
        self.list.brought.connect(self._bring)
        self.list.asked.connect(self.do)
        self.inspector.asked.connect(self.do)
        self.chips.chosen.connect(self.deeds.add_kind)
        self.shelf.taken.connect(self.library.take)
        self.shelf.looked.connect(self.inspector.show_card)
        self.shelf.left.connect(self._back)
        self._count = QTimer(self, singleShot=True, interval=REST)
        self._count.timeout.connect(self._tell_numbers)
        self.commands = self._commands()
        self.ways = WaysIn(desk, self.commands)
        self.ways.asked.connect(self.do)
        self._lay_out()

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
        self.time.show_agenda(picture)
        self._count.start()
        self.expected.show_turnout(turnout)
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
        self._make_room()
        self._follow()

    def _tell_numbers(self) -> None:
        """Who leads how much: once the keys rest, they are not waited for."""
        if self.row:
            with self.desk.store.read() as session:
                numbers = agenda_numbers.of(session, self.row.id, last=0).now
            self.time.show_numbers(self.row.id, numbers)

    def _make_room(self) -> None:
        """At large text the page scrolls, so the list shows as many blocks as it can."""
        px = self.desk.look.px
        tall = self.list.tallness() + px(4)
        most = px(440 if self.desk.look.roomy else 180)
        self.list.setMinimumHeight(min(max(tall, px(100)), most))

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
            self.deeds.change(N_("Let go of “{title}”"), {"pinned_at": None})
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
            self.desk.toast(_("The agenda fills its time as it is."))
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
        self.bench.open_shelf()

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
        self.bench.leave()
        self._follow()
        self.take_focus()

    def _choose_source(self) -> None:
        menu, rtl = source_menu(self.desk, self._row(), self.copy_from, self), self.desk.look.rtl
        menu.popup(self.ways.under() - QPoint(menu.sizeHint().width() if rtl else 0, 0))

    def _row(self) -> MeetingRow:
        assert self.row is not None
        return self.row

    # -- looks ---------------------------------------------------------------------------

    def _commands(self) -> list[QAction]:
        """What Ctrl+K offers, with the keys of the list."""
        _, way = self.desk.catalog, "rtl" if self.desk.look.rtl else "ltr"
        mine = [deed for deed in DEEDS if deed.way in ("any", way)]
        actions = commands(self, {_(deed.words): partial(self.do, deed.name) for deed in mine})
        for action, deed in zip(actions, mine, strict=True):
            action.setShortcuts([QKeySequence(keys) for keys in deed.keys])
        return actions

    def _lay_out(self) -> None:
        look = self.desk.look
        inside = QWidget()
        rows = Firm(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(12))
        rows.addWidget(self.time)
        self.inspector.setMinimumHeight(look.px(330))
        self.shelf.shown.connect(self._make_room_for_chips)
        self.bench = Workbench(self.desk, self._column(), self.inspector, self.shelf)
        rows.addWidget(self.bench, 1)
        self.body.addWidget(inside, 1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._count.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Out of sight, the meeting may be taken back before the keys have rested."""
        super().hideEvent(event)
        self._count.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a low window the blocks need the room; their kinds are in the detail too."""
        look = self.desk.look
        self.time.set_crowded(not look.roomy and event.size().height() < look.px(LOW))
        super().resizeEvent(event)
        self._make_room_for_chips()

    def _make_room_for_chips(self) -> None:
        """The library has them all."""
        look = self.desk.look
        tall = look.roomy or self.height() >= look.px(LOW)
        beside = self.shelf.isVisibleTo(self)
        self.chips.setVisible(tall and not beside)
        self.ways.books.setVisible(not beside)
        self.expected.setVisible(look.roomy or self.height() >= look.px(TALL))

    def _column(self) -> QWidget:
        """The blocks, and where there is room, who is expected."""
        column = QWidget()
        rows = Firm(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.desk.look.px(12))
        rows.addWidget(self._list_card(), 1)
        self.expected = ExpectedCard(self.desk)
        rows.addWidget(self.expected)
        return column

    def _list_card(self) -> Card:
        look = self.desk.look
        card = Card(look)
        card.body.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(12))
        self.hint = EmptyAgenda(self.desk)
        self.hint.started.connect(self.start_from)
        self.hint.taken.connect(self.library.take)
        self.hint.looked.connect(self.inspector.show_card)
        self.hint.asked.connect(self.do)
        card.add(self.list, 1)
        card.add(self.hint, 1)
        card.add(self.ways)
        card.add(self.chips)
        return card
