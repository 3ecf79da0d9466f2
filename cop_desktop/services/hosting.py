"""Who hosts in turn: those who hosted least, and of them those whose turn is longest ago."""

from collections.abc import Sequence
from datetime import date
from itertools import cycle, islice
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import Meeting
from cop_desktop.models.vocabulary import MeetingState

from . import organisations


@frozen
class Host:
    """An organisation of the members: how often it hosted or is going to, and when last."""

    id: UUID
    name: str
    hosted: int
    last: date | None


def balance(session: Session, community_id: UUID) -> tuple[Host, ...]:
    """The organisations members come from, whose turn it is first; called-off meetings aside."""
    found = session.execute(
        select(Meeting.host_id, func.count(), func.max(Meeting.starts_at))
        .where(Meeting.community_id == community_id, Meeting.host_id.is_not(None))
        .where(Meeting.state != MeetingState.CANCELLED)
        .group_by(Meeting.host_id)
    )
    hosted = {key: (count, last.date()) for key, count, last in found}
    hosts = (
        Host(row.id, row.name, *hosted.get(row.id, (0, None)))
        for row in organisations.every(session, community_id)
    )
    return tuple(sorted(hosts, key=lambda host: (host.hosted, host.last or date.min, host.name)))


def in_turn(names: Sequence[str], number: int) -> list[str]:
    """So many turns, one after the other; empty turns where nobody hosts."""
    return list(islice(cycle(names), number)) if names else [""] * number
