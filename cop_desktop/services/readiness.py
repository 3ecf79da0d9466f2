"""What has to be ready before a meeting, and that it took place."""

from datetime import date
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import AgendaItem, AgendaTrack, Meeting
from cop_desktop.models.vocabulary import AgendaPart, BlockKind, MeetingKind, MeetingState

from . import meetings

CHECKS = ("place", "purpose", "agenda", "leaders", "invitation", "materials", "reminder")
UNLED = (BlockKind.BREAK, BlockKind.BUFFER)  # need nobody to lead them
BY_HAND = {"invitation": "invited_on", "materials": "materials_on", "reminder": "reminded_on"}


@frozen
class Check:
    """One thing to have ready before a meeting; `key` names it (see `CHECKS`)."""

    key: str
    done: bool
    by_hand: bool  # ticked by the leader; the others follow from the data


def tick(session: Session, meeting_id: UUID, check: str, on: date | None) -> None:
    """Note that invitation, materials or reminder went out on a day, or take it back."""
    meetings.change(session, meeting_id, {BY_HAND[check]: on})


def of(session: Session, meeting_id: UUID) -> tuple[Check, ...]:
    """What is ready for a meeting and what is not yet, in the order one does it."""
    row = meetings.one(session, meeting_id)
    unled = session.scalar(
        select(func.count(AgendaItem.id)).where(
            AgendaItem.meeting_id == meeting_id,
            AgendaItem.part == AgendaPart.MEETING,
            AgendaItem.kind.not_in(UNLED),
            ~exists().where(AgendaTrack.item_id == AgendaItem.id),  # its tracks are led
            AgendaItem.leader_id.is_(None),
            AgendaItem.guest == "",
        )
    )
    done = {
        "place": bool(row.link if row.kind == MeetingKind.ONLINE else row.place),
        "purpose": bool(row.purpose),
        "agenda": 0 < row.planned_minutes <= row.invited_minutes,
        "leaders": bool(row.items) and not unled,
        "invitation": row.invited_on is not None,
        "materials": row.materials_on is not None,
        "reminder": row.reminded_on is not None,
    }
    return tuple(Check(key, done[key], key in BY_HAND) for key in CHECKS)


def took_place(session: Session, meeting_id: UUID, today: date) -> None:
    """A planned meeting whose day has come was held, once somebody notes who was there."""
    meeting = session.get_one(Meeting, meeting_id)
    if meeting.state == MeetingState.PLANNED and meeting.starts_at.date() <= today:
        meeting.state = MeetingState.HELD
