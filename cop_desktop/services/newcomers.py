"""What somebody new should know: who we are, who does what, what was decided and is to come."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.formats import work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Function, MeetingState, Progress, Stage

from . import communities, decisions, digest, functions, meetings, roles, stages
from .communities import CommunityRow
from .decisions import DecisionRow
from .digest import Digest
from .functions import FunctionRow
from .meetings import MeetingRow
from .roles import Seat

LAST = 2  # digests


@frozen
class Newcomers:
    """The pack for newcomers; words of the field are `content(language).glossary()`."""

    community: CommunityRow
    functions: Mapping[Function, FunctionRow]
    seats: tuple[Seat, ...]  # the seven roles, empty ones too
    stage: Stage | None
    since: date | None  # of the stage
    meetings: tuple[MeetingRow, ...]  # of this work year, none that was called off
    digests: tuple[Digest, ...]  # the newest first
    decisions: tuple[DecisionRow, ...]  # not dropped, the newest first


def of(session: Session, community_id: UUID, today: date) -> Newcomers:
    """The pack as of today."""
    now = stages.path(session, community_id).now
    return Newcomers(
        communities.one(session, community_id, today),
        functions.now(session, community_id, today),
        roles.now(session, community_id, today).seats,
        now.stage if now else None,
        now.since if now else None,
        tuple(
            row
            for row in meetings.in_year(session, community_id, work_year_of(today))
            if row.state != MeetingState.CANCELLED
        ),
        _digests(session, community_id, today),
        tuple(
            row for row in decisions.every(session, community_id) if row.state != Progress.DROPPED
        ),
    )


def _digests(session: Session, community_id: UUID, today: date) -> tuple[Digest, ...]:
    """The last meetings there is something to tell of."""
    found: list[Digest] = []
    for row in reversed(meetings.every(session, community_id)):
        past = row.starts_at.date() < today and row.state != MeetingState.CANCELLED
        if past and (told := digest.of(session, row.id)):
            found.append(told)
        if len(found) == LAST:
            break
    return tuple(found)
