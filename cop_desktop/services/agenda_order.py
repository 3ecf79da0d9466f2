"""The order of an agenda: parts, days and tracks, and how blocks move between them."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import AgendaItem, AgendaTrack, Meeting
from cop_desktop.models.vocabulary import AgendaPart

from . import days

NO_NESTING = N_(
    "Parallel work cannot be placed inside a track. Put its own tracks one after another first."
)
PARTS = {part: place for place, part in enumerate(AgendaPart)}


@frozen
class Section:
    """Where blocks stand: before or after the meeting, on a day, or in a track of a block."""

    part: AgendaPart = AgendaPart.MEETING
    day: int = 0
    parent_id: UUID | None = None
    track: int | None = None


def section_of(item: AgendaItem) -> Section:
    """Where a block stands."""
    return Section(item.part, item.day, item.parent_id, item.track)


def items(session: Session, meeting_id: UUID) -> list[AgendaItem]:
    """The blocks of a meeting in their order."""
    query = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    return list(session.scalars(query.order_by(AgendaItem.position)))


def move(
    session: Session,
    meeting_id: UUID,
    ids: Sequence[UUID],
    before: UUID | None = None,
    at: Section | None = None,
) -> None:
    """Move blocks, kept in their order: in front of another, or to the end of a section.

    Without either they go to the end of the last day. The blocks of tracks go with their parallel
    block; raises UserError for parallel work inside a track.
    """
    everything = items(session, meeting_id)
    moving = _heads(everything, ids)
    staying = [item for item in everything if item not in moving]
    there = next((item for item in everything if item.id == before), None)
    goal = _staying(everything, moving, there) if there else None
    place = staying.index(goal) if goal else len(staying)
    named = section_of(there) if there else at
    put(session, meeting_id, moving, named or last_section(session, meeting_id), everything)
    settle(session, meeting_id, [*staying[:place], *moving, *staying[place:]])


def reorder(session: Session, meeting_id: UUID, ids: Sequence[UUID]) -> None:
    """Put the agenda in the given order; `ids` names every block exactly once."""
    known = {item.id: item for item in items(session, meeting_id)}
    settle(session, meeting_id, [known[key] for key in ids])


def remove(session: Session, meeting_id: UUID, ids: Sequence[UUID]) -> None:
    """Take blocks out of an agenda, with their tracks; those behind move up."""
    everything = items(session, meeting_id)
    gone = {item.id for item in with_tracks(everything, ids)}
    staying = [item for item in everything if item.id not in gone]
    session.execute(delete(AgendaItem).where(AgendaItem.id.in_(gone)))
    settle(session, meeting_id, staying)


def put(
    session: Session,
    meeting_id: UUID,
    moving: Iterable[AgendaItem],
    target: Section,
    everything: Iterable[AgendaItem],
) -> None:
    """Let blocks stand in a section, their tracks with them; a missing day is added."""
    target = _true(session, target)
    if target.day:
        days.reach(session, meeting_id, target.day)
    for item in moving:
        if target.parent_id is not None:
            _may_enter(session, item, target)
            item.pinned_at = None  # a track begins with its parallel block
        item.parent_id, item.track = target.parent_id, target.track
        for each in with_tracks(everything, [item.id]) or [item]:
            each.part, each.day = target.part, target.day


def settle(session: Session, meeting_id: UUID, ordered: Sequence[AgendaItem]) -> None:
    """Number the blocks anew: parts and days in turn, tracks behind their parallel block."""
    inner: dict[UUID, list[AgendaItem]] = {}
    for item in ordered:
        if item.parent_id is not None:
            inner.setdefault(item.parent_id, []).append(item)
    outer = [item for item in ordered if item.parent_id is None]
    outer.sort(key=lambda item: (PARTS[item.part], item.day))
    place = 0
    for item in outer:
        for each in (item, *sorted(inner.get(item.id, ()), key=_track)):
            if each.position != place:
                each.position = place
            place += 1
    session.flush()
    session.expire(session.get_one(Meeting, meeting_id), ["agenda"])


def with_tracks(everything: Iterable[AgendaItem], ids: Iterable[UUID]) -> list[AgendaItem]:
    """The named blocks and those of their tracks."""
    chosen = set(ids)
    return [item for item in everything if item.id in chosen or item.parent_id in chosen]


def last_section(session: Session, meeting_id: UUID) -> Section:
    """The end of the last day."""
    return Section(day=days.of(session, meeting_id)[-1].number)


def _heads(everything: list[AgendaItem], ids: Iterable[UUID]) -> list[AgendaItem]:
    """The named blocks without those that come along with their parallel block."""
    chosen = set(ids)
    return [it for it in everything if it.id in chosen and it.parent_id not in chosen]


def _staying(
    everything: list[AgendaItem], moving: list[AgendaItem], there: AgendaItem
) -> AgendaItem | None:
    """The block to stand in front of: that one, or the next of its section that stays."""
    home, behind = section_of(there), everything[everything.index(there) :]
    return next((it for it in behind if it not in moving and section_of(it) == home), None)


def _true(session: Session, target: Section) -> Section:
    """A section as it can be: a track is where its block is, only the meeting has days."""
    if target.parent_id is not None:
        frame = session.get_one(AgendaItem, target.parent_id)
        return Section(frame.part, frame.day, frame.id, target.track or 0)
    return Section(target.part, target.day if target.part == AgendaPart.MEETING else 0)


def _may_enter(session: Session, item: AgendaItem, target: Section) -> None:
    tracks = select(AgendaTrack.id).where(AgendaTrack.item_id == item.id)
    if item.id == target.parent_id or session.scalar(tracks.limit(1)):
        raise UserError(NO_NESTING)


def _track(item: AgendaItem) -> int:
    return item.track or 0
