"""Tracks and days of an agenda: made, dissolved, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from cop_desktop.i18n import N_
from cop_desktop.services import agendas, days, tracks
from cop_desktop.services.agendas import Block, Section

from .agenda_entries import DayHead, TrackHead

if TYPE_CHECKING:
    from .agenda_deeds import Deeds


class Frames:
    """What blocks stand in; each deed is a step that Undo names."""

    def __init__(self, deeds: Deeds) -> None:
        self._deeds, self.desk, self.list = deeds, deeds.desk, deeds.list

    def delete_headed(self) -> None:
        """The track or the day whose heading is chosen; the first day is the meeting itself."""
        _ = self.desk.catalog
        for it in self.list.chosen_entries():
            if isinstance(it, TrackHead):
                with self.desk.store.write(_("Delete a track")) as session:
                    tracks.remove(session, it.track.id)
                self.desk.toast(_("The track was deleted."), undo=True)
            elif isinstance(it, DayHead) and it.number:
                self.remove_day(it.number)

    def parallel(self) -> None:
        """One block gets tracks, or one more; several run side by side from now on."""
        frame, blocks = self.frame(), self.list.chosen_blocks()
        if frame is not None:
            with self.desk.store.write(self.desk.catalog("Add a track")) as session:
                key = tracks.add(session, frame)
            self.list.choose([key])
        elif len(blocks) == 1:
            with self.desk.store.write(self._deeds.label(N_("Tracks in “{title}”"))) as session:
                first, _second = tracks.make_parallel(session, blocks[0].id)
            self.list.choose([first])
        elif blocks:
            self._side_by_side(blocks)

    def _side_by_side(self, blocks: Sequence[Block]) -> None:
        _, first = self.desk.catalog, blocks[0]
        index = self.list.places.index
        frame = {
            "title": _("Side by side"), "kind": first.kind, "minutes": first.minutes,
            "tracks": [{"title": ""} for _block in blocks],
        }  # fmt: skip
        meeting = self._deeds.meeting
        with self.desk.store.write(_("Run side by side")) as session:
            keys = agendas.add_several(session, meeting, [frame], index(first.id), first.section)
            for number, block in enumerate(blocks):
                section = Section(first.part, first.day, keys[0], number)
                agendas.move(session, meeting, [block.id], at=section)
        self.list.choose(keys)

    def dissolve(self) -> None:
        if frame := self.frame():
            with self.desk.store.write(self.desk.catalog("Tracks one after another")) as session:
                tracks.dissolve(session, frame)

    def frame(self) -> UUID | None:
        """The parallel block that what is chosen is, or belongs to."""
        for it in self.list.chosen_entries():
            if isinstance(it, TrackHead):
                return it.section.parent_id
            if isinstance(it, Block) and (it.parallel or it.parent_id):
                return it.id if it.parallel else it.parent_id
        return None

    def add_day(self) -> None:
        with self.desk.store.write(self.desk.catalog("Add a day")) as session:
            number = days.add(session, self._deeds.meeting)
        self.list.choose([("day", number)])
        self.list.setFocus()

    def remove_day(self, number: int) -> None:
        """Its blocks stay, at the end of the day before."""
        _ = self.desk.catalog
        with self.desk.store.write(_("Remove a day")) as session:
            days.remove(session, self._deeds.meeting, number)
        self.desk.toast(
            _("The day was removed; its blocks were moved to the day before."), undo=True
        )
