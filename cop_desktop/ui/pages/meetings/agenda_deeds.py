"""What is done to an agenda: every deed one step that Undo names."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from cop_desktop.content import content
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import AgendaPart, BlockKind
from cop_desktop.services import (
    agendas,
)
from cop_desktop.services.agendas import DEFAULT_MINUTES, Section
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.topics import TopicRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People

from . import agenda_clipboard
from .agenda_entries import Head, Remark
from .agenda_frames import Frames
from .agenda_list import AgendaList
from .agenda_places import Spot
from .words import named

STEP = 5  # minutes a key adds or takes
KINDS = tuple(BlockKind)


class Deeds:
    """Acts on what is chosen in the list; `do(name)` for every deed of `agenda_keys`."""

    def __init__(self, desk: Desk, rows: AgendaList) -> None:
        self.desk, self.list = desk, rows
        self.row: MeetingRow | None = None
        self.people = People({})
        self.frames = Frames(self)
        self._table: dict[str, Callable[[], None]] = {
            "delete": self.delete, "duplicate": self.duplicate, "cut": self.cut,
            "copy": self.copy, "paste": self.paste, "parallel": self.frames.parallel,
            "dissolve": self.frames.dissolve, "add_day": self.frames.add_day,
            "fill": self.fill_gap,
            "longer": partial(self.lengthen, STEP), "shorter": partial(self.lengthen, -STEP),
            "before": partial(self.to_part, AgendaPart.BEFORE),
            "after": partial(self.to_part, AgendaPart.AFTER),
            **{way: partial(self.step, way) for way in ("up", "down", "inward", "outward")},
            **{f"kind {n}": partial(self.set_kind, kind) for n, kind in enumerate(KINDS, 1)},
        }  # fmt: skip

    def knows(self, name: str) -> bool:
        return name in self._table

    def do(self, name: str) -> None:
        self._table[name]()

    # -- adding --------------------------------------------------------------------------

    def add_kind(self, kind: BlockKind) -> None:
        """A block of a kind, after the chosen one, named by its kind."""
        title = content(self.desk.catalog.language).short(kind)
        values = {"title": title, "kind": kind, "minutes": DEFAULT_MINUTES[kind]}
        self.add_rows([values], self.named(N_("Add “{title}”"), title))

    def add_topic(self, row: TopicRow) -> None:
        """A block that takes up a topic, named by it."""
        values = {"title": row.title, "topic_id": row.id}
        self.add_rows([values], self.named(N_("Put “{title}” on the agenda"), row.title))

    def add_rows(
        self, rows: Sequence[Mapping[str, Any]], label: str, spot: Spot | None = None
    ) -> None:
        """New blocks at a spot, or below what is chosen."""
        with self.desk.store.write(label) as session:
            there = spot or self.below()
            if there is None:
                keys = agendas.add_several(session, self.meeting, rows)
            else:
                at = self.list.places.index(there.before)
                keys = agendas.add_several(session, self.meeting, rows, at, there.section)
        self.list.choose(keys)
        self.list.setFocus()

    def below(self) -> Spot | None:
        """Right below what is chosen; None in an agenda that has nothing yet."""
        places, chosen = self.list.places, self.list.chosen_entries()
        if not places.blocks and not chosen:
            return None
        last = chosen[-1] if chosen else None
        if isinstance(last, Head):
            return Spot(last.section, next(iter(places.order[last.section]), None))
        if isinstance(last, Remark):
            return Spot(places.blocks[last.problem.before].section, last.problem.before)
        if last is None:
            return Spot(Section(day=self.list.picture.days[-1].number))
        order = places.order[last.section]
        return Spot(last.section, next(iter(order[order.index(last.id) + 1 :]), None))

    def duplicate(self) -> None:
        if ids := self.ids:
            with self.desk.store.write(self.label(N_("Duplicate “{title}”"))) as session:
                copies = agendas.duplicate(session, self.meeting, ids)
            self.list.choose(copies)

    def fill_gap(self) -> None:
        """A buffer as long as the free minutes that are chosen."""
        chosen = self.list.chosen_entries()
        remarks = [it for it in chosen if isinstance(it, Remark) and it.free]
        if remarks:
            title = content(self.desk.catalog.language).short(BlockKind.BUFFER)
            minutes = remarks[0].problem.minutes
            values = {"title": title, "kind": BlockKind.BUFFER, "minutes": minutes}
            self.add_rows([values], self.named(N_("Add “{title}”"), title))

    # -- copying -------------------------------------------------------------------------

    def copy(self) -> None:
        """As blocks for another agenda, and as cells for other programs."""
        if blocks := self.list.chosen_blocks():
            with self.desk.store.read() as session:
                agenda_clipboard.put(session, blocks)

    def cut(self) -> None:
        self.copy()
        self.remove(self.label(N_("Cut “{title}”")))

    def paste(self) -> None:
        """Blocks of another agenda, or lines from a message or a sheet, in one step."""
        _ = self.desk.catalog
        rows = agenda_clipboard.take(self.people)
        if not rows:
            self.desk.toast(_("Copy lines such as “{example}” first.", example="16:30 פתיחה"))
            return
        self.add_rows(rows, _.plural("Paste {n} block", "Paste {n} blocks", len(rows)))

    def bring(self, told: bytes, spot: Spot) -> None:
        """Blocks dropped here out of another agenda."""
        if rows := agenda_clipboard.rows_of(told):
            self.add_rows(rows, self.named(N_("Add “{title}”"), str(rows[0]["title"])), spot)

    def copy_from(self, source: MeetingRow) -> None:
        """Take over the agenda of another meeting, behind what is here."""
        label = self.named(N_("Copy the agenda of “{title}”"), source.topic)
        with self.desk.store.write(label) as session:
            agendas.copy_from(session, source.id, self.meeting)

    # -- taking out ----------------------------------------------------------------------

    def delete(self) -> None:
        """The chosen blocks; or the track or the day whose heading is chosen."""
        if self.ids:
            self.remove(self.label(N_("Delete “{title}”")))
        else:
            self.frames.delete_headed()

    def remove(self, label: str) -> None:
        blocks, _ = self.list.chosen_blocks(), self.desk.catalog
        if not blocks:
            return
        with self.desk.store.write(label) as session:
            agendas.remove(session, self.meeting, [block.id for block in blocks])
        many = _.plural("{n} block was deleted.", "{n} blocks were deleted.", len(blocks))
        one = _("“{title}” was deleted.", title=blocks[0].title)
        self.desk.toast(one if len(blocks) == 1 else many, undo=True)

    # -- moving --------------------------------------------------------------------------

    def step(self, way: str) -> None:
        """Up, down, into a track or out of it."""
        spot: Spot | None = getattr(self.list.places, way)(set(self.ids))
        if spot:
            self.move(self.ids, spot)

    def move(self, ids: Sequence[UUID], spot: Spot) -> None:
        label, was = self.label(N_("Move “{title}”"), ids), self.list.picture
        self.list.show_moved(ids, spot)
        try:
            with self.desk.store.write(label) as session:
                agendas.move(session, self.meeting, ids, spot.before, spot.section)
        except Exception:  # whatever it was, the list must not tell what the file does not
            self.list.show_agenda(was, self.list.kind.groups)
            raise

    def to_part(self, part: AgendaPart) -> None:
        if self.ids:
            self.move(self.ids, Spot(Section(part)))

    # -- what a block is -----------------------------------------------------------------

    def lengthen(self, minutes: int) -> None:
        """Blocks of parallel work are as long as their tracks: those are passed over."""
        blocks = [block for block in self.list.chosen_blocks() if not block.parallel]
        if not blocks:
            return
        with self.desk.store.write(self.label(N_("Length of “{title}”"))) as session:
            for length in {block.minutes for block in blocks}:
                same = [block.id for block in blocks if block.minutes == length]
                least = min(length, STEP)
                agendas.change(session, same, {"minutes": max(least, length + minutes)})

    def set_kind(self, kind: BlockKind) -> None:
        self.change(N_("Kind of “{title}”"), {"kind": kind})

    def change(self, template: str, values: Mapping[str, Any]) -> None:
        """The same of all that are chosen."""
        if self.ids:
            with self.desk.store.write(self.label(template)) as session:
                agendas.change(session, self.ids, values)

    # -- words ---------------------------------------------------------------------------

    @property
    def meeting(self) -> UUID:
        assert self.row is not None
        return self.row.id

    @property
    def ids(self) -> list[UUID]:
        """The chosen blocks; days, tracks and remarks left out."""
        return [block.id for block in self.list.chosen_blocks()]

    def label(self, template: str, ids: Sequence[UUID] | None = None) -> str:
        """A step's name with the title of the block in it, or how many they are."""
        _, known = self.desk.catalog, self.list.places.blocks
        titles = [known[key].title for key in (self.ids if ids is None else ids)]
        many = _.plural("{n} block", "{n} blocks", len(titles))
        return self.named(template, titles[0] if len(titles) == 1 else many)

    def named(self, template: str, title: str) -> str:
        return named(template, title, self.desk.catalog)
