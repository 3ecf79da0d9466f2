"""An agenda read from the file: its blocks with their times, in a fixed number of questions."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import AgendaItem, AgendaTrack, Attachment, Member, Topic
from cop_desktop.models.vocabulary import AgendaPart

from . import days
from .agenda_rows import Block, DayPicture, Picture, Track
from .people import full_name
from .timing import Day, Piece, Timetable, timetable


@frozen
class _Known:
    """A block as the file has it, and as the clock sees it."""

    item: AgendaItem
    leader: str
    topic: str
    piece: Piece


def of(session: Session, meeting_id: UUID) -> list[Block]:
    """The agenda of a meeting in order, the blocks of tracks behind their parallel block."""
    return list(picture(session, meeting_id).blocks)


def pieces(session: Session, meeting_id: UUID) -> list[Piece]:
    """What the clock has to know of the blocks, in their order."""
    return [it.piece for it in _known(session, meeting_id, days.of(session, meeting_id))]


def picture(
    session: Session, meeting_id: UUID, instead: Mapping[UUID, int] | None = None
) -> Picture:
    """The whole agenda; `instead` shows it with other lengths, to be looked at first."""
    invited = days.of(session, meeting_id)
    known = _known(session, meeting_id, invited)
    told = [
        replace(it.piece, minutes=(instead or {}).get(it.item.id, it.piece.minutes)) for it in known
    ]
    clock = timetable(told, invited)
    tracks, attached = _tracks(session, meeting_id), _attached(session, meeting_id)
    blocks = tuple(
        _block(it, clock, it.item.id in tracks, attached.get(it.item.id, 0)) for it in known
    )
    outer = [block for block in blocks if block.parent_id is None]
    frames = [block for block in outer if block.parallel]
    return Picture(
        tuple(_day(day, outer, clock) for day in invited),
        tuple(block for block in outer if block.part == AgendaPart.BEFORE),
        tuple(block for block in outer if block.part == AgendaPart.AFTER),
        blocks,
        {frame.id: _side_by_side(frame, blocks, tracks[frame.id]) for frame in frames},
    )


def _known(session: Session, meeting_id: UUID, invited: Sequence[Day]) -> list[_Known]:
    query = (
        select(AgendaItem, Member.given_name, Member.family_name, Topic.title)
        .outerjoin(Member, AgendaItem.leader_id == Member.id)
        .outerjoin(Topic, AgendaItem.topic_id == Topic.id)
        .where(AgendaItem.meeting_id == meeting_id)
        .order_by(AgendaItem.position)
    )
    return [
        _Known(item, full_name(given, family) or item.guest, topic or "", _piece(item, invited))
        for item, given, family, topic in session.execute(query)
    ]


def _piece(item: AgendaItem, invited: Sequence[Day]) -> Piece:
    day = min(item.day, len(invited) - 1)  # a file from elsewhere may lack the day
    return Piece(
        item.id, item.title, item.minutes, item.kind, item.part, day, item.pinned_at,
        item.parent_id, item.track,
    )  # fmt: skip


def _block(known: _Known, clock: Timetable, parallel: bool, attachments: int) -> Block:
    item, starts_at = known.item, clock.times[known.item.id].starts_at
    return Block(
        item.id, starts_at, item.title, clock.lengths[item.id], item.kind, item.activity,
        item.roles, item.leader_id, known.leader, item.guest, item.method, item.outcome, item.notes,
        item.purpose, item.materials, item.questions, item.depth, item.part, known.piece.day,
        item.pinned_at, item.parent_id, item.track, item.group_size, item.began_at,
        item.ended_at, parallel, attachments, item.topic_id, known.topic,
    )  # fmt: skip


def _day(day: Day, outer: Sequence[Block], clock: Timetable) -> DayPicture:
    mine = tuple(block for block in outer if block.timed and block.day == day.number)
    problems = tuple(problem for problem in clock.problems if problem.day == day.number)
    return DayPicture(day.number, day.starts_at, day.minutes, mine, problems)


def _side_by_side(
    frame: Block, blocks: Sequence[Block], rows: Mapping[int, AgendaTrack]
) -> tuple[Track, ...]:
    tracks = []
    for number, row in sorted(rows.items()):
        mine = tuple(it for it in blocks if (it.parent_id, it.track) == (frame.id, number))
        minutes = sum(block.minutes for block in mine)
        tracks.append(
            Track(row.id, number, row.title, row.place, mine, minutes, frame.minutes - minutes)
        )
    return tuple(tracks)


def _tracks(session: Session, meeting_id: UUID) -> dict[UUID, dict[int, AgendaTrack]]:
    query = select(AgendaTrack).join(AgendaItem, AgendaTrack.item_id == AgendaItem.id)
    tracks: dict[UUID, dict[int, AgendaTrack]] = {}
    for row in session.scalars(query.where(AgendaItem.meeting_id == meeting_id)):
        tracks.setdefault(row.item_id, {})[row.number] = row
    return tracks


def _attached(session: Session, meeting_id: UUID) -> dict[UUID, int]:
    query = (
        select(Attachment.item_id, func.count())
        .join(AgendaItem, Attachment.item_id == AgendaItem.id)
        .where(AgendaItem.meeting_id == meeting_id)
        .group_by(Attachment.item_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}
