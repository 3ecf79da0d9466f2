"""An agenda as it will be once blocks have moved: shown before the file has been asked."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from cop_desktop.models.vocabulary import AgendaPart
from cop_desktop.services.agendas import Block, DayPicture, Picture, Section, Track
from cop_desktop.services.timing import Day, Piece, Timetable, timetable

from .agenda_places import Spot

PARTS = tuple(AgendaPart)


def moved(picture: Picture, ids: Collection[UUID], spot: Spot) -> Picture:
    """The same blocks in another order, with the clock that follows from it."""
    heads = [it for it in picture.blocks if it.id in ids and it.parent_id not in ids]
    there = {it.id: _put(it, spot.section) for it in heads}
    inner = {
        it.id: replace(it, part=spot.section.part, day=spot.section.day)
        for it in picture.blocks
        if it.parent_id in there
    }
    ordered = [inner.get(it.id, it) for it in picture.blocks if it.id not in there]
    place = next((n for n, it in enumerate(ordered) if it.id == spot.before), len(ordered))
    return laid(picture, settled([*ordered[:place], *there.values(), *ordered[place:]]))


def settled(blocks: Sequence[Block]) -> list[Block]:
    """Parts and days in turn, tracks behind their parallel block."""
    inner: dict[UUID, list[Block]] = {}
    for block in blocks:
        if block.parent_id is not None:
            inner.setdefault(block.parent_id, []).append(block)
    outer = [block for block in blocks if block.parent_id is None]
    outer.sort(key=lambda block: (PARTS.index(block.part), block.day))
    return [
        each
        for block in outer
        for each in (block, *sorted(inner.get(block.id, ()), key=lambda it: it.track or 0))
    ]


def laid(picture: Picture, blocks: Sequence[Block]) -> Picture:
    """A picture of these blocks on the days and with the tracks of another."""
    invited = [Day(day.number, day.starts_at, day.minutes) for day in picture.days]
    clock = timetable([_piece(it) for it in blocks], invited)
    told = [_timed(it, clock) for it in blocks]
    outer = [it for it in told if it.parent_id is None]
    frames = {it.id: it for it in outer if it.parallel}
    return Picture(
        tuple(_day(day, outer, clock) for day in picture.days),
        tuple(it for it in outer if it.part == AgendaPart.BEFORE),
        tuple(it for it in outer if it.part == AgendaPart.AFTER),
        tuple(told),
        {key: _tracks(tracks, frames[key], told) for key, tracks in picture.tracks.items()},
    )


def _put(block: Block, section: Section) -> Block:
    pinned = None if section.parent_id else block.pinned_at  # a track begins with its frame
    return replace(
        block, part=section.part, day=section.day, parent_id=section.parent_id,
        track=section.track, pinned_at=pinned,
    )  # fmt: skip


def _piece(block: Block) -> Piece:
    return Piece(
        block.id, block.title, block.minutes, block.kind, block.part, block.day, block.pinned_at,
        block.parent_id, block.track,
    )  # fmt: skip


def _timed(block: Block, clock: Timetable) -> Block:
    starts_at, minutes = clock.times[block.id].starts_at, clock.lengths[block.id]
    if (starts_at, minutes) == (block.starts_at, block.minutes):
        return block
    return replace(block, starts_at=starts_at, minutes=minutes)


def _day(day: DayPicture, outer: Iterable[Block], clock: Timetable) -> DayPicture:
    mine = tuple(it for it in outer if it.timed and it.day == day.number)
    problems = tuple(it for it in clock.problems if it.day == day.number)
    return replace(day, blocks=mine, problems=problems)


def _tracks(tracks: Sequence[Track], frame: Block, told: Iterable[Block]) -> tuple[Track, ...]:
    mine = [it for it in told if it.parent_id == frame.id]
    found = []
    for track in tracks:
        blocks = tuple(it for it in mine if it.track == track.number)
        minutes = sum(it.minutes for it in blocks)
        found.append(replace(track, blocks=blocks, minutes=minutes, spare=frame.minutes - minutes))
    return tuple(found)
