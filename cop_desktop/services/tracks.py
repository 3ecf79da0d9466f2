"""Parallel work: the tracks under a block that run side by side."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.models import AgendaItem, AgendaTrack

from . import agenda_order
from .agenda_order import NO_NESTING, section_of
from .editing import Fields, apply, line

FIELDS: Fields = {"title": line, "place": line}


def make_parallel(session: Session, item_id: UUID, titles: Sequence[str] = ("", "")) -> list[UUID]:
    """Give a block tracks; it keeps its own length until there are blocks in them."""
    return [add(session, item_id, title) for title in titles]


def dissolve(session: Session, item_id: UUID) -> None:
    """Let the blocks of all tracks follow each other; the block that held them goes.

    Without blocks in its tracks it remains, as a block like any other.
    """
    frame = session.get_one(AgendaItem, item_id)
    everything = agenda_order.items(session, frame.meeting_id)
    inner = [item for item in everything if item.parent_id == item_id]
    agenda_order.put(session, frame.meeting_id, inner, section_of(frame), ())
    agenda_order.settle(session, frame.meeting_id, everything)
    session.execute(delete(AgendaTrack).where(AgendaTrack.item_id == item_id))
    if inner:
        agenda_order.remove(session, frame.meeting_id, [item_id])


def add(session: Session, item_id: UUID, title: str = "", place: str = "") -> UUID:
    """One more track behind the others; raises UserError inside another track."""
    if session.get_one(AgendaItem, item_id).parent_id is not None:
        raise UserError(NO_NESTING)
    last = session.scalar(
        select(func.max(AgendaTrack.number)).where(AgendaTrack.item_id == item_id)
    )
    number = 0 if last is None else last + 1
    track = AgendaTrack(item_id=item_id, number=number, title=line(title), place=line(place))
    session.add(track)
    session.flush()
    return track.id


def change(session: Session, track_id: UUID, values: Mapping[str, Any]) -> None:
    """Set the title or the place of a track."""
    apply(session, AgendaTrack, [track_id], FIELDS, values)


def remove(session: Session, track_id: UUID) -> None:
    """Take a track out with its blocks; a block without tracks is one like any other."""
    track = session.get_one(AgendaTrack, track_id)
    meeting_id = session.get_one(AgendaItem, track.item_id).meeting_id
    home = (track.item_id, track.number)
    everything = agenda_order.items(session, meeting_id)
    gone = [item.id for item in everything if (item.parent_id, item.track) == home]
    session.delete(track)
    session.flush()
    agenda_order.remove(session, meeting_id, gone)
