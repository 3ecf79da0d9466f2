"""When the blocks of an agenda begin, and where their times do not meet; nothing is mended."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import AgendaPart, BlockKind

HALF_A_DAY = timedelta(hours=12)


class ProblemKind(StrEnum):
    """How the times of two neighbours fail to meet."""

    GAP = "gap"
    OVERLAP = "overlap"


@frozen
class Day:
    """A day of a meeting as invited; number 0 is the meeting's own."""

    number: int
    starts_at: datetime
    minutes: int

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


@frozen
class Piece:
    """What the clock has to know of a block."""

    id: UUID
    title: str
    minutes: int
    kind: BlockKind
    part: AgendaPart = AgendaPart.MEETING
    day: int = 0
    pinned_at: time | None = None  # counts outside tracks only
    parent_id: UUID | None = None
    track: int | None = None


@frozen
class Times:
    """When a block begins and how long it lasts; work before and after lasts 0 minutes."""

    starts_at: datetime
    minutes: int

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


@frozen
class Problem:
    """Minutes that nobody fills, or that two blocks claim."""

    kind: ProblemKind
    day: int
    minutes: int
    after: UUID | None  # None: the beginning of the day
    before: UUID


@frozen
class Branches:
    """The pieces that run side by side, by the block they belong to and the track's number."""

    tracks: Mapping[UUID, Mapping[int, tuple[Piece, ...]]]

    def of(self, key: UUID) -> Mapping[int, tuple[Piece, ...]]:
        return self.tracks.get(key, {})

    def lasts(self, piece: Piece) -> int:
        """The minutes of a piece: its own, or those of its longest track."""
        tracks = self.of(piece.id).values()
        return max((total(track) for track in tracks), default=piece.minutes)


@frozen
class Timetable:
    """The clock of a whole agenda."""

    times: Mapping[UUID, Times]
    problems: tuple[Problem, ...]
    lengths: Mapping[UUID, int]  # also of what takes no time of the meeting


def timetable(pieces: Sequence[Piece], days: Sequence[Day]) -> Timetable:
    """The times of all blocks, given in their order; `days` begins with day 0.

    A pinned block begins at its hour, whatever stands before it; the next one follows it. What is
    to be done before the meeting stands at its beginning, what is to be done after at its end.
    """
    tree = branches(pieces)
    times: dict[UUID, Times] = {}
    problems: list[Problem] = []
    for day in days:
        laid, found = lay(of_day(pieces, day.number), day.starts_at, tree, day.number)
        times |= laid
        problems += found
    closing = max([days[-1].ends_at, *(it.ends_at for it in times.values())])
    edges = {AgendaPart.BEFORE: days[0].starts_at, AgendaPart.AFTER: closing}
    for piece in pieces:
        if piece.part in edges:
            times[piece.id] = Times(edges[piece.part], 0)
    lengths = {piece.id: tree.lasts(piece) for piece in pieces}
    return Timetable(times, tuple(problems), lengths)


def lay(
    pieces: Iterable[Piece], start: datetime, tree: Branches, day: int = 0
) -> tuple[dict[UUID, Times], list[Problem]]:
    """Pieces one behind the other from `start`, what runs inside them, and what does not fit."""
    times: dict[UUID, Times] = {}
    problems: list[Problem] = []
    clock, busy, last = start, start, None  # busy: until the last of them all ends
    for piece in pieces:
        begins = clock if piece.pinned_at is None else pin(piece.pinned_at, start)
        if begins != busy:
            problems.append(_problem(busy, begins, day, last, piece.id))
        times[piece.id] = Times(begins, tree.lasts(piece))
        for track in tree.of(piece.id).values():
            inside = (replace(it, pinned_at=None) for it in track)
            times |= lay(inside, begins, tree)[0]
        clock = times[piece.id].ends_at
        if clock >= busy:
            busy, last = clock, piece.id
    return times, problems


def branches(pieces: Iterable[Piece]) -> Branches:
    """The blocks of each track, in their order."""
    tracks: dict[UUID, dict[int, tuple[Piece, ...]]] = {}
    for piece in pieces:
        if piece.parent_id is not None:
            mine = tracks.setdefault(piece.parent_id, {})
            number = piece.track or 0
            mine[number] = (*mine.get(number, ()), piece)
    return Branches(tracks)


def of_day(pieces: Iterable[Piece], number: int) -> list[Piece]:
    """The pieces that take time on a day and stand in no track."""
    day = (AgendaPart.MEETING, number, None)
    return [it for it in pieces if (it.part, it.day, it.parent_id) == day]


def total(pieces: Iterable[Piece]) -> int:
    """The sum of the pieces' own minutes."""
    return sum(piece.minutes for piece in pieces)


def pin(hour: time, start: datetime) -> datetime:
    """The moment of an hour on the day that begins at `start`; the small hours are the night's."""
    moment = datetime.combine(start.date(), hour)
    return moment + timedelta(days=1) if start - moment > HALF_A_DAY else moment


def _problem(
    busy: datetime, begins: datetime, day: int, after: UUID | None, before: UUID
) -> Problem:
    minutes = (begins - busy) // timedelta(minutes=1)
    kind = ProblemKind.GAP if minutes > 0 else ProblemKind.OVERLAP
    return Problem(kind, day, abs(minutes), after, before)
