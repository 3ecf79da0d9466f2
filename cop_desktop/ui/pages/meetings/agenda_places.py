"""Where blocks of an agenda may go: from day to day, into tracks and out of them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import AgendaPart
from cop_desktop.services.agendas import Block, Picture, Section

from .agenda_entries import DayHead, Entry, Head, Remark, TrackHead


@frozen
class Spot:
    """In front of a block of a section, or (None) at its end."""

    section: Section
    before: UUID | None = None


class Places:
    """What stands in which section of an agenda, and the steps from one to the next."""

    def __init__(self, picture: Picture) -> None:
        self.blocks = {block.id: block for block in picture.blocks}
        self.order: dict[Section, list[UUID]] = {
            Section(AgendaPart.BEFORE): [block.id for block in picture.before],
            **{Section(day=it.number): [b.id for b in it.blocks] for it in picture.days},
            Section(AgendaPart.AFTER): [block.id for block in picture.after],
        }
        self._walk = list(self.order)
        self._tracks: dict[UUID, list[Section]] = {}
        for key, tracks in picture.tracks.items():
            frame = self.blocks[key]
            for track in tracks:
                section = Section(frame.part, frame.day, key, track.number)
                self._tracks.setdefault(key, []).append(section)
                self.order[section] = [block.id for block in track.blocks]

    # -- by keyboard ---------------------------------------------------------------------

    def up(self, ids: Collection[UUID]) -> Spot | None:
        """One place up; from the top of a section to the end of the one above."""
        if not (moving := self.heads(ids)):
            return None
        home, staying = self._home(moving[0], ids)
        place = sum(key in staying for key in self._above(home, moving[0]))
        if place:
            return Spot(home, staying[place - 1])
        if home.parent_id is None:
            return self._beside(home, -1)
        track = self._track(home, -1)
        return Spot(track) if track else Spot(self._outside(home), home.parent_id)

    def down(self, ids: Collection[UUID]) -> Spot | None:
        """One place down; from the end of a section to the beginning of the one below."""
        if not (moving := self.heads(ids)):
            return None
        home, staying = self._home(moving[-1], ids)
        place = sum(key in staying for key in self._above(home, moving[-1]))
        if place < len(staying):
            return Spot(home, next(iter(staying[place + 1 :]), None))
        if home.parent_id is None:
            return self._beside(home, 1)
        track = self._track(home, 1)
        return self._start(track, ids) if track else self._behind(home, ids)

    def inward(self, ids: Collection[UUID]) -> Spot | None:
        """Into the parallel work beside the blocks, or on to its next track."""
        moving = self.heads(ids)
        if not moving or any(key in self._tracks for key in moving):
            return None
        home, staying = self._home(moving[0], ids)
        if home.parent_id is not None:
            track = self._track(home, 1)
            return Spot(track) if track else None
        place = sum(key in staying for key in self._above(home, moving[0]))
        if place and staying[place - 1] in self._tracks:
            return Spot(self._tracks[staying[place - 1]][0])
        frame = next(iter(staying[place:]), None)
        return self._start(self._tracks[frame][0], ids) if frame in self._tracks else None

    def outward(self, ids: Collection[UUID]) -> Spot | None:
        """Out of a track, behind the parallel work."""
        moving = self.heads(ids)
        if not moving or self.blocks[moving[-1]].parent_id is None:
            return None
        return self._behind(self.blocks[moving[-1]].section, ids)

    # -- by mouse ------------------------------------------------------------------------

    def landing(
        self, rows: Sequence[Entry], keys: Collection[UUID], row: int, *, deep: bool
    ) -> Spot | None:
        """Where blocks go that are let go above a row; None where nothing would change.

        `deep`: behind the last track they stay in it. No keys: something new.
        """
        moving = set(keys)
        still = [(place, it) for place, it in enumerate(rows) if self._stays(it, moving)]
        above = next((it for place, it in reversed(still) if place < row), None)
        below = next((it for place, it in still if place >= row), None)
        spot = self._between(above, below, moving, deep=deep)
        inside = spot is not None and spot.section.parent_id is not None
        if spot is None or (inside and any(key in self._tracks for key in keys)):
            return None
        return None if keys and self.is_there(keys, spot) else spot

    def is_there(self, ids: Collection[UUID], spot: Spot) -> bool:
        """Whether the blocks stand at a spot already."""
        moving, order = self.heads(ids), self.order.get(spot.section, [])
        if any(key not in order for key in moving):
            return False
        rest = [key for key in order if key not in moving]
        place = rest.index(spot.before) if spot.before in rest else len(rest)
        return [*rest[:place], *moving, *rest[place:]] == order

    def heads(self, ids: Collection[UUID]) -> list[UUID]:
        """The blocks among the keys, in their order, without those their frame takes along."""
        return [
            key for key, block in self.blocks.items() if key in ids and block.parent_id not in ids
        ]

    def index(self, before: UUID | None) -> int | None:
        """The flat place of a block; None is the end."""
        return list(self.blocks).index(before) if before in self.blocks else None

    def _stays(self, row: Entry, moving: set[UUID]) -> bool:
        if isinstance(row, Block):
            return row.id not in moving and row.parent_id not in moving
        if isinstance(row, TrackHead):
            return row.section.parent_id not in moving
        return not isinstance(row, Remark)

    def _between(
        self, above: Entry | None, below: Entry | None, moving: set[UUID], *, deep: bool
    ) -> Spot | None:
        if isinstance(above, Head):
            return self._start(above.section, moving)
        if isinstance(above, Block) and above.id in self._tracks:
            return self._start(self._tracks[above.id][0], moving)
        if isinstance(above, Block) and not (
            isinstance(below, Block) and below.section == above.section
        ):
            stays = above.parent_id is None or deep or isinstance(below, TrackHead)
            return Spot(above.section) if stays else self._behind(above.section, moving)
        if isinstance(below, Block):
            return Spot(below.section, below.id)
        if isinstance(below, DayHead):
            return Spot(Section(AgendaPart.BEFORE))
        return self._start(below.section, moving) if isinstance(below, Head) else None

    # -- sections ------------------------------------------------------------------------

    def _home(self, key: UUID, ids: Collection[UUID]) -> tuple[Section, list[UUID]]:
        home = self.blocks[key].section
        return home, [other for other in self.order[home] if other not in ids]

    def _above(self, home: Section, key: UUID) -> list[UUID]:
        order = self.order[home]
        return order[: order.index(key)]

    def _start(self, section: Section, ids: Collection[UUID]) -> Spot:
        return Spot(section, next((k for k in self.order[section] if k not in ids), None))

    def _beside(self, home: Section, way: int) -> Spot | None:
        place = self._walk.index(home) + way
        if not 0 <= place < len(self._walk):
            return None
        section = self._walk[place]
        return Spot(section) if way < 0 else self._start(section, ())

    def _track(self, home: Section, way: int) -> Section | None:
        assert home.parent_id is not None
        tracks = self._tracks[home.parent_id]
        place = tracks.index(home) + way
        return tracks[place] if 0 <= place < len(tracks) else None

    def _outside(self, home: Section) -> Section:
        return Section(home.part, home.day)

    def _behind(self, home: Section, ids: Collection[UUID]) -> Spot:
        """Right behind the parallel block a track belongs to."""
        assert home.parent_id is not None
        outside = self._outside(home)
        order = self.order[outside]
        rest = order[order.index(home.parent_id) + 1 :]
        return Spot(outside, next((key for key in rest if key not in ids), None))
