"""An agenda made to fit its time: proposals to look at first, and to take in one step."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import AgendaItem

from . import agenda_picture, days
from .sharing_time import least, share, stretches
from .timing import Branches, Day, Piece, branches, of_day, pin, timetable

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
Fixed = tuple[Piece, datetime | None]  # a piece, and the moment that it is pinned to
TOO_LITTLE = N_(
    "From “{title}” on {n} min are left, and at least {least} min are needed. Remove a block, or "
    "give the meeting more time."
)


@frozen
class Change:
    """A block that would last longer or shorter."""

    id: UUID
    title: str
    before: int
    after: int


@frozen
class Proposal:
    """New lengths of blocks, which nobody has agreed to yet; false if all may stay as it is."""

    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def minutes(self) -> dict[UUID, int]:
        return {it.id: it.after for it in self.changes}


def fit(session: Session, meeting_id: UUID, day: int | None = None) -> Proposal:
    """Spread or trim what is not pinned so that a day, or each, is filled as invited.

    Raises UserError if the blocks of a stretch of time cannot become so short.
    """
    pieces = agenda_picture.pieces(session, meeting_id)
    wanted = [it for it in days.of(session, meeting_id) if day in (None, it.number)]
    return proposal(pieces, fitted(pieces, wanted))


def respread(
    session: Session,
    meeting_id: UUID,
    current: UUID,
    now: datetime,
    until: datetime | None = None,
) -> Proposal:
    """Trim the blocks that are still ahead so that the day ends as invited, or at `until`.

    The current block goes on for its length since it began, but at least until now. Nothing grows,
    and a pinned block begins late where it must; raises UserError if the time left is too short.
    """
    pieces = agenda_picture.pieces(session, meeting_id)
    invited = days.of(session, meeting_id)
    began = session.get_one(AgendaItem, current).began_at
    return proposal(pieces, ahead(pieces, invited, current, now, began, until))


def apply(session: Session, agreed: Proposal) -> None:
    """Give the blocks of a proposal their new lengths."""
    for item in session.scalars(select(AgendaItem).where(AgendaItem.id.in_(agreed.minutes))):
        item.minutes = agreed.minutes[item.id]


def fitted(pieces: Sequence[Piece], invited: Iterable[Day]) -> dict[UUID, int]:
    """The lengths that fill the days, between pinned blocks as well; those that stay included."""
    tree = branches(pieces)
    lengths: dict[UUID, int] = {}
    for day in invited:
        mine = _pinned(of_day(pieces, day.number), day)
        for stretch, minutes in _stretches(mine, day.starts_at, day.ends_at):
            lengths |= _filled(stretch, minutes, tree)
    return lengths


def ahead(
    pieces: Sequence[Piece],
    invited: Sequence[Day],
    current: UUID,
    now: datetime,
    began: datetime | None = None,
    until: datetime | None = None,
) -> dict[UUID, int]:
    """The lengths of what is ahead of the current block that let the day end in time."""
    tree = branches(pieces)
    running = next(it for it in pieces if it.id == current)
    running = next((it for it in pieces if it.id == running.parent_id), running)
    day = invited[running.day]
    mine = of_day(pieces, day.number)
    ends, behind = now, mine
    if running in mine:  # and is not something to be done before or after
        planned = timetable(pieces, invited).times[running.id]
        ends = max(now, (began or planned.starts_at) + tree.lasts(running) * MINUTE)
        behind = mine[mine.index(running) + 1 :]
    ends = (ends + MINUTE - SECOND).replace(second=0, microsecond=0)  # lengths are whole minutes
    lengths: dict[UUID, int] = {}
    for stretch, minutes in _stretches(_late(behind, ends, day, tree), ends, until or day.ends_at):
        if sum(tree.lasts(piece) for piece in stretch) > minutes:
            lengths |= _filled(stretch, minutes, tree)
    return lengths


def proposal(pieces: Sequence[Piece], lengths: Mapping[UUID, int]) -> Proposal:
    """What would change, in the order of the agenda."""
    tree = branches(pieces)
    told = ((it, tree.lasts(it), lengths.get(it.id, tree.lasts(it))) for it in pieces)
    return Proposal(tuple(Change(it.id, it.title, was, new) for it, was, new in told if was != new))


def _pinned(pieces: Iterable[Piece], day: Day) -> list[Fixed]:
    return [
        (it, None if it.pinned_at is None else pin(it.pinned_at, day.starts_at)) for it in pieces
    ]


def _late(pieces: Iterable[Piece], ends: datetime, day: Day, tree: Branches) -> list[Fixed]:
    """Pinned blocks begin later than they should where those in front cannot be so short."""
    fixed, soonest = [], ends
    for piece, pinned in _pinned(pieces, day):
        if pinned is not None:
            soonest = max(pinned, soonest)
        fixed.append((piece, pinned and soonest))
        soonest += least(piece, tree) * MINUTE
    return fixed


def _stretches(
    pieces: Iterable[Fixed], start: datetime, end: datetime
) -> list[tuple[list[Piece], int]]:
    """The blocks from one fixed moment to the next with the minutes between; each pin opens one."""
    edges: list[datetime] = [start]
    runs: list[list[Piece]] = [[]]
    for piece, moment in pieces:
        if moment is not None:
            edges.append(moment)
            runs.append([])
        runs[-1].append(piece)
    edges.append(end)
    spans = [(other - one) // MINUTE for one, other in pairwise(edges)]
    return [(run, span) for run, span in zip(runs, spans, strict=True) if run]


def _filled(stretch: Sequence[Piece], minutes: int, tree: Branches) -> dict[UUID, int]:
    needed = sum(least(piece, tree) for piece in stretch)
    if needed > minutes:
        title = stretch[0].title
        raise UserError(TOO_LITTLE, title=title, n=max(0, minutes), least=needed)
    if not any(stretches(piece, tree) for piece in stretch):
        return {}  # time left over beside a break: it is shown as a gap
    return share(stretch, minutes, tree)
