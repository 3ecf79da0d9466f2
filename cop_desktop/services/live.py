"""An agenda on the day: which block is on, what has been, and when the rest will be."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import AgendaItem, Meeting

from . import agendas
from .agenda_rows import Block, DayPicture, Picture, Track
from .timing import Times, pin

MINUTE = timedelta(minutes=1)


@frozen
class Live:
    """A day under way; blocks in tracks go with their parallel block."""

    day: int
    current: UUID | None
    left: int | None  # minutes of the current block; below 0: over its time
    following: UUID | None
    times: Mapping[UUID, Times]  # as it was, and as it will be; without what was passed over
    ends_at: datetime  # when the day will end
    late: int  # minutes past the invited end; below 0: before it


@frozen
class Course:
    """When a meeting really began and ended."""

    began_at: datetime | None
    ended_at: datetime | None

    @property
    def on(self) -> bool:
        return self.began_at is not None and self.ended_at is None


@frozen
class Inner:
    """The block of a track that is on by the clock; None once the track is through."""

    block: Block | None
    until: datetime
    following: Block | None


def of(session: Session, meeting_id: UUID, now: datetime) -> Live:
    """How a meeting stands at a moment, on the day of the running block, or else of `now`."""
    return at(day_of(agendas.picture(session, meeting_id), now), now)


def course(session: Session, meeting_id: UUID) -> Course:
    """Whether a meeting has begun and ended, and when."""
    meeting = session.get_one(Meeting, meeting_id)
    return Course(meeting.began_at, meeting.ended_at)


def day_of(picture: Picture, now: datetime) -> DayPicture:
    """The day of the running block, or else the day of `now`, or else the first."""
    running = next((day for day in picture.days if any(_on(it) for it in day.blocks)), None)
    today = (day for day in picture.days if day.starts_at.date() == now.date())
    return running or next(today, picture.days[0])


def seconds_left(block: Block, now: datetime) -> int:
    """Seconds until a block that is on should end; below 0: since then."""
    ends = (block.began_at or now) + block.minutes * MINUTE
    return int((ends - now).total_seconds())


def inside(track: Track, began: datetime, now: datetime) -> Inner:
    """Where a track stands: its blocks have no clock of their own, they follow each other."""
    clock = began
    for place, block in enumerate(track.blocks):
        clock += block.minutes * MINUTE
        if now < clock:
            behind = track.blocks[place + 1 : place + 2]
            return Inner(block, clock, behind[0] if behind else None)
    return Inner(None, clock, None)


def at(day: DayPicture, now: datetime) -> Live:
    """The same for a day as it is known."""
    current = next((it for it in day.blocks if _on(it)), None)
    ahead = _ahead(day.blocks)
    times = {it.id: _past(it, now) for it in day.blocks if it.began_at}
    clock = max((it.ends_at for it in times.values()), default=day.starts_at)
    if ahead and not current:
        clock = max(clock, now) if now.date() == clock.date() else clock
    for block in ahead:
        pinned = pin(block.pinned_at, day.starts_at) if block.pinned_at else clock
        times[block.id] = Times(max(clock, pinned), block.minutes)
        clock = times[block.id].ends_at
    left = (times[current.id].starts_at + current.minutes * MINUTE - now) if current else None
    return Live(
        day.number,
        current.id if current else None,
        None if left is None else left // MINUTE,
        ahead[0].id if ahead else None,
        times,
        clock,
        (clock - day.ends_at) // MINUTE,
    )


def begin(session: Session, item_id: UUID, now: datetime) -> None:
    """Let a block begin; the one that was on ends, and with the first the meeting begins."""
    item = session.get_one(AgendaItem, item_id)
    meeting = session.get_one(Meeting, item.meeting_id)
    _end_running(session, meeting.id, now)
    item.began_at, item.ended_at = now, None
    meeting.began_at, meeting.ended_at = meeting.began_at or now, None


def end(session: Session, meeting_id: UUID, now: datetime) -> None:
    """End the block that is on, and the meeting."""
    _end_running(session, meeting_id, now)
    session.get_one(Meeting, meeting_id).ended_at = now


def back(session: Session, meeting_id: UUID) -> None:
    """The block that is on never began, and the one before it goes on; after the end, the last."""
    rows = list(
        session.scalars(
            select(AgendaItem)
            .where(AgendaItem.meeting_id == meeting_id, AgendaItem.began_at.is_not(None))
            .order_by(AgendaItem.began_at, AgendaItem.position)
        )
    )
    running = next((it for it in rows if it.ended_at is None), None)
    if running is not None:
        rows.remove(running)
        running.began_at = None
    meeting = session.get_one(Meeting, meeting_id)
    meeting.ended_at = None
    if rows:
        rows[-1].ended_at = None
    else:
        meeting.began_at = None


def lengthen(session: Session, item_id: UUID, minutes: int) -> None:
    """Give a block more minutes; of parallel work the last block of each track gets them."""
    item = session.get_one(AgendaItem, item_id)
    picture = agendas.picture(session, item.meeting_id)
    tracks = picture.tracks.get(item_id, ())
    longer = [track.blocks[-1].id for track in tracks if track.blocks] or [item_id]
    for key in longer:
        row = session.get_one(AgendaItem, key)
        row.minutes = max(1, row.minutes + minutes)


def forget(session: Session, meeting_id: UUID) -> None:
    """Take back that the meeting and its blocks ever began."""
    query = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    for row in (session.get_one(Meeting, meeting_id), *session.scalars(query)):
        row.began_at = row.ended_at = None


def _on(block: Block) -> bool:
    return block.began_at is not None and block.ended_at is None


def _ahead(blocks: Sequence[Block]) -> list[Block]:
    """What stands behind the last block that began."""
    begun = [place for place, block in enumerate(blocks) if block.began_at]
    return list(blocks[begun[-1] + 1 :] if begun else blocks)


def _past(block: Block, now: datetime) -> Times:
    """The times of a block that began; one that is on lasts at least until now."""
    began = block.began_at or now
    until = block.ended_at or max(now, began + block.minutes * MINUTE)
    return Times(began, max(0, -(-(until - began) // MINUTE)))


def _end_running(session: Session, meeting_id: UUID, now: datetime) -> None:
    running = select(AgendaItem).where(
        AgendaItem.meeting_id == meeting_id,
        AgendaItem.began_at.is_not(None),
        AgendaItem.ended_at.is_(None),
    )
    for item in session.scalars(running):
        item.ended_at = now
