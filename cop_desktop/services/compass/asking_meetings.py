"""What meetings tell: who led them, and how they were rated."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from cop_desktop.models import AgendaItem, Feedback, FeedbackRating, Meeting, Member
from cop_desktop.models.vocabulary import AgendaPart, BlockKind, MeetingState
from cop_desktop.services.people import takes_part

from .facts import YEAR, Minutes

ENOUGH = 5  # ratings in a year, before their mean says anything


def led(session: Session, community_id: UUID, today: date) -> tuple[Minutes, ...]:
    """Minutes of the last year's meetings by whoever led them; breaks are nobody's."""
    found = session.execute(
        select(
            Meeting.starts_at, AgendaItem.leader_id, func.sum(AgendaItem.minutes),
            and_(Member.id.is_not(None), takes_part(today)),
        )
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .outerjoin(Member, AgendaItem.leader_id == Member.id)
        .where(
            Meeting.community_id == community_id,
            Meeting.state == MeetingState.HELD,
            *_between(today - YEAR, today),
            AgendaItem.part == AgendaPart.MEETING,
            AgendaItem.kind.not_in((BlockKind.BREAK, BlockKind.BUFFER)),
            or_(AgendaItem.leader_id.is_not(None), AgendaItem.guest != ""),
        )
        .group_by(Meeting.id, Meeting.starts_at, AgendaItem.leader_id)
    )  # fmt: skip
    return tuple(
        Minutes(starts_at.date(), leader, minutes, bool(here))
        for starts_at, leader, minutes, here in found
    )


def ratings(session: Session, community_id: UUID, today: date) -> Mapping[bool, float]:
    """The mean of a year's feedback, by whether it is the last year; where there is enough."""
    last = (Meeting.starts_at >= _midnight(today - YEAR)).label("last")
    found = session.execute(
        select(last, func.avg(FeedbackRating.rating), func.count())
        .join(Feedback, FeedbackRating.feedback_id == Feedback.id)
        .join(Meeting, Feedback.meeting_id == Meeting.id)
        .where(Meeting.community_id == community_id, *_between(today - 2 * YEAR, today))
        .group_by(last)
    )
    return {bool(year): mean for year, mean, n in found if n >= ENOUGH}


def _between(since: date, today: date) -> tuple[Any, Any]:
    return (
        Meeting.starts_at >= _midnight(since),
        Meeting.starts_at < _midnight(today + timedelta(days=1)),
    )


def _midnight(on: date) -> datetime:
    return datetime(on.year, on.month, on.day)
