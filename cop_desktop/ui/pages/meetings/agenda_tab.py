"""The agenda: a bar of the whole time, the blocks in order, and the chosen one beside them."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import BlockKind
from cop_desktop.services import agenda_lines, agendas
from cop_desktop.services.agendas import DEFAULT_MINUTES, Block
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.people import people
from cop_desktop.ui.tables import Landing
from cop_desktop.ui.widgets import Button, Card, ScrollPage, SplitDetail

from .agenda_list import AgendaList
from .editors import below
from .empty_agenda import EmptyAgenda
from .inspector import Inspector
from .kind_chips import KindChips
from .source_menu import source_menu
from .time_card import TimeCard
from .words import named

LOW = 520  # px at 100 %


class AgendaTab(ScrollPage):
    """Choosing in the bar chooses in the list, and the other way round."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.row: MeetingRow | None = None
        self.blocks: list[Block] = []
        look, _ = desk.look, desk.catalog
        self.time = TimeCard(desk)
        self.list = AgendaList(look, _)
        self.inspector = Inspector(desk)
        self.chips = KindChips(look, _)
        self._deeds: Mapping[str, Callable[[], None]] = {
            "delete": self.delete, "duplicate": self.duplicate, "edit": self.inspector.edit,
            "insert": self.insert, "up": partial(self.shift, -1), "down": partial(self.shift, 1),
            "paste": self.paste,
        }  # fmt: skip
        self.time.bar.part_chosen.connect(lambda key: self.list.choose([key]))
        self.list.chosen.connect(self._follow)
        self.list.dropped.connect(self._drop)
        self.list.asked.connect(lambda deed: self._deeds[deed]())
        self.inspector.asked.connect(lambda deed: self._deeds[deed]())
        self.chips.chosen.connect(self.add_kind)
        self._lay_out()

    # -- showing -------------------------------------------------------------------------

    def show_meeting(self, row: MeetingRow) -> None:
        """Show the agenda as the file has it now."""
        anew = self.row is None or self.row.id != row.id
        if anew:
            self.inspector.flush()
        with self.desk.store.read() as session:
            self.blocks = agendas.of(session, row.id)
            who = people(session, self.desk.community_id, self.desk.today())
        self.row = row
        self.inspector.offer(who)
        self.time.show_agenda(row, self.blocks)
        self.list.show_blocks(self.blocks, row.ends_at)
        if anew and self.blocks:
            self.list.choose([self.blocks[0].id])
            self.list.scrollToTop()
        self.hint.setVisible(not self.blocks)
        self.list.setVisible(bool(self.blocks))
        self._make_room()
        self._follow()

    def _make_room(self) -> None:
        """At large text the page scrolls, so the list shows as many blocks as it can."""
        px = self.desk.look.px
        tall = self.list.tallness() + px(4)
        most = px(440 if self.desk.look.roomy else 180)
        self.list.setMinimumHeight(min(max(tall, px(100)), most))

    def _follow(self) -> None:
        """The bar and the inspector follow the list."""
        ids = self.list.chosen_ids()
        picked = [block for block in self.blocks if block.id in set(ids)]
        self.time.bar.choose(ids[0] if len(ids) == 1 else None)
        self.inspector.show_blocks(picked)

    # -- deeds ---------------------------------------------------------------------------

    def add_kind(self, kind: BlockKind) -> None:
        """A block of a kind, after the chosen one, named by its kind."""
        row, _ = self._row(), self.desk.catalog
        title = content(_.language).short(kind)
        values = {"title": title, "kind": kind, "minutes": DEFAULT_MINUTES[kind]}
        with self.desk.store.write(named(N_("Add “{title}”"), title, _)) as session:
            key = agendas.add(session, row.id, values, self._after())
        self.list.choose([key])
        self.list.setFocus()

    def insert(self) -> None:
        """A block to be named at once."""
        self.add_kind(BlockKind.DISCUSSION)
        self.inspector.edit()

    def delete(self) -> None:
        ids, _ = self.list.chosen_ids(), self.desk.catalog
        if not ids:
            return
        with self.desk.store.write(self._label(N_("Delete “{title}”"), ids)) as session:
            agendas.remove(session, self._row().id, ids)
        one = next((_("“{title}” was deleted.", title=t) for t in self._titles(ids)), "")
        many = _.plural("{n} block was deleted.", "{n} blocks were deleted.", len(ids))
        self.desk.toast(one if len(ids) == 1 else many, undo=True)

    def duplicate(self) -> None:
        if ids := self.list.chosen_ids():
            with self.desk.store.write(self._label(N_("Duplicate “{title}”"), ids)) as session:
                copies = agendas.duplicate(session, self._row().id, ids)
            self.list.choose(copies)

    def shift(self, way: int) -> None:
        """Move the chosen blocks one place up (-1) or down (1)."""
        ids = set(self.list.chosen_ids())
        keys = [block.id for block in self.blocks]
        places = [place for place, key in enumerate(keys) if key in ids]
        if not places:
            return
        staying = [key for key in keys if key not in ids]
        above = sum(key not in ids for key in keys[: places[0]]) + way
        if 0 <= above <= len(staying):
            before = staying[above] if above < len(staying) else None
            self.move_blocks([key for key in keys if key in ids], before)

    def move_blocks(self, ids: list[UUID], before: UUID | None) -> None:
        """Move blocks before another, or to the end."""
        with self.desk.store.write(self._label(N_("Move “{title}”"), ids)) as session:
            agendas.move(session, self._row().id, ids, before)
        self.list.choose(ids, self.list.current_id())

    def _drop(self, ids: list[UUID], landing: Landing) -> None:
        self.move_blocks(ids, landing.before)

    def paste(self) -> None:
        """Lines from a message or a sheet become blocks, in one step."""
        _ = self.desk.catalog
        rows = agenda_lines.read(QGuiApplication.clipboard().text())
        if not rows:
            self.desk.toast(_("Copy lines such as “{example}” first.", example="16:30 פתיחה"))
            return
        label = _.plural("Paste {n} block", "Paste {n} blocks", len(rows))
        known = self.inspector.people.ids
        for row in rows:
            row["leader_id"] = known.get(row["guest"])
            row["guest"] = "" if row["leader_id"] else row["guest"]
        with self.desk.store.write(label) as session:
            ids = agendas.add_several(session, self._row().id, rows, self._after())
        self.list.choose(ids)
        self.list.setFocus()

    def copy_from(self, source: MeetingRow) -> None:
        """Take over the agenda of another meeting, behind what is here."""
        _ = self.desk.catalog
        label = named(N_("Copy the agenda of “{title}”"), source.topic, _)
        with self.desk.store.write(label) as session:
            agendas.copy_from(session, source.id, self._row().id)

    def _choose_source(self) -> None:
        menu, rtl = source_menu(self.desk, self._row(), self.copy_from, self), self.desk.look.rtl
        menu.popup(below(self.copy, rtl) - QPoint(menu.sizeHint().width() if rtl else 0, 0))

    def _row(self) -> MeetingRow:
        assert self.row is not None
        return self.row

    def _after(self) -> int | None:
        """The place after the last chosen block; None is the end."""
        ids = set(self.list.chosen_ids())
        places = [place for place, block in enumerate(self.blocks) if block.id in ids]
        return places[-1] + 1 if places else None

    def _titles(self, ids: list[UUID]) -> list[str]:
        return [block.title for block in self.blocks if block.id in set(ids)]

    def _label(self, template: str, ids: list[UUID]) -> str:
        _, titles = self.desk.catalog, self._titles(ids)
        if len(titles) > 1:
            more = _.plural("{n} block", "{n} blocks", len(titles))
            return named(template, more, _)
        return named(template, titles[0] if titles else "", _)

    # -- looks ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look = self.desk.look
        inside = QWidget()
        rows = Firm(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(12))
        rows.addWidget(self.time)
        self.inspector.setMinimumHeight(look.px(330))
        rows.addWidget(
            SplitDetail(look, self._list_card(), self.inspector, width=412, least=330), 1
        )
        self.body.addWidget(inside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a low window the blocks need the room; their kinds are in the detail too."""
        look = self.desk.look
        self.chips.setVisible(look.roomy or event.size().height() >= look.px(LOW))
        super().resizeEvent(event)

    def _list_card(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        card = Card(look)
        card.body.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(12))
        self.hint = EmptyAgenda(self.desk)
        card.add(self.list, 1)
        card.add(self.hint, 1)
        card.body.addLayout(self._ways_in())
        card.add(self.chips)
        return card

    def _ways_in(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        self.more = Button(look, _("Add a block"), "ph.plus", "quiet")
        self.more.clicked.connect(self.insert)
        self.pasting = Button(look, _("Paste lines"), "ph.clipboard-text", "quiet")
        self.pasting.clicked.connect(self.paste)
        self.copy = Button(look, _("Copy an agenda"), "ph.copy-simple", "quiet")
        self.copy.clicked.connect(self._choose_source)
        line = QHBoxLayout()
        line.setSpacing(look.px(20))
        for button in (self.more, self.pasting, self.copy):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            line.addWidget(button)
        line.addStretch(1)
        return line
