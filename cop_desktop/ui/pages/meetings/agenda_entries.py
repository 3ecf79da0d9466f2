"""The rows of an agenda as a list shows them: parts and days with their blocks, tracks, remarks."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import AgendaPart
from cop_desktop.services.agendas import (
    Block,
    DayPicture,
    Picture,
    Problem,
    ProblemKind,
    Section,
    Track,
)


@frozen
class PartHead:
    """Over what is done before the meeting, or after it; it takes no time of the meeting."""

    part: AgendaPart
    minutes: int

    @property
    def id(self) -> tuple[str, str]:
        return ("part", self.part.value)

    @property
    def section(self) -> Section:
        return Section(self.part)


@frozen
class DayHead:
    """Over a day: its hours as invited, and what is planned."""

    number: int
    starts_at: datetime
    ends_at: datetime
    planned: int
    over: int
    under: int
    alone: bool  # the meeting has no other day

    @property
    def id(self) -> tuple[str, int]:
        return ("day", self.number)

    @property
    def section(self) -> Section:
        return Section(day=self.number)


@frozen
class TrackHead:
    """Over the blocks of one of the tracks under a parallel block."""

    track: Track
    section: Section
    place: int  # from 1, among the tracks there are

    @property
    def id(self) -> object:
        return self.track.id


@frozen
class Remark:
    """Minutes that nobody fills or two blocks claim, in front of the block they end at."""

    problem: Problem
    title: str  # of the block behind it

    @property
    def free(self) -> bool:
        """Nobody fills the minutes; otherwise two blocks claim them."""
        return self.problem.kind == ProblemKind.GAP

    @property
    def id(self) -> tuple[str, object]:
        return ("remark", self.problem.before)


Entry = PartHead | DayHead | TrackHead | Remark | Block
Head = PartHead | DayHead | TrackHead


def entries(picture: Picture, *, carried: bool = False) -> list[Entry]:
    """All rows in order. A meeting of one day needs no headings until there is work around it.

    `carried`: something is on its way, and behind the end there is a place for it.
    """
    framed = bool(picture.before or picture.after) or len(picture.days) > 1
    rows: list[Entry] = []
    if framed:
        rows += [part_head(AgendaPart.BEFORE, picture.before), *_all(picture, picture.before)]
    for day in picture.days:
        if framed:
            rows.append(day_head(day, alone=len(picture.days) == 1))
        rows += _day(picture, day)
    if framed or carried:
        rows += [part_head(AgendaPart.AFTER, picture.after), *_all(picture, picture.after)]
    return rows


def part_head(part: AgendaPart, blocks: Iterable[Block]) -> PartHead:
    return PartHead(part, sum(block.minutes for block in blocks))


def day_head(day: DayPicture, *, alone: bool) -> DayHead:
    return DayHead(day.number, day.starts_at, day.ends_at, day.planned, day.over, day.under, alone)


def _day(picture: Picture, day: DayPicture) -> Iterator[Entry]:
    problems = {problem.before: problem for problem in day.problems}
    for block in day.blocks:
        if block.id in problems:
            yield Remark(problems[block.id], block.title)
        yield from _all(picture, [block])


def _all(picture: Picture, blocks: Iterable[Block]) -> Iterator[Entry]:
    """Blocks, what runs in their tracks included."""
    for block in blocks:
        yield block
        for place, track in enumerate(picture.tracks.get(block.id, ()), start=1):
            yield TrackHead(track, Section(block.part, block.day, block.id, track.number), place)
            yield from track.blocks
