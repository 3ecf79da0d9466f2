"""What earlier meetings left open, to be seen when the next one is planned."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import Meeting
from cop_desktop.models.vocabulary import OPEN_STILL

from . import actions, conclusions, decisions
from .actions import ActionRow
from .conclusions import ConclusionRow
from .decisions import DecisionRow


@frozen
class Carried:
    """Conclusions, tasks and decisions from before, none of them settled."""

    conclusions: tuple[ConclusionRow, ...]
    actions: tuple[ActionRow, ...]
    decisions: tuple[DecisionRow, ...]

    def __bool__(self) -> bool:
        return bool(self.conclusions or self.actions or self.decisions)


def into(session: Session, meeting_id: UUID) -> Carried:
    """What is open from meetings before this one's day; tasks of no meeting always are."""
    meeting = session.get_one(Meeting, meeting_id)
    community, day = meeting.community_id, meeting.starts_at.date()

    def before(other: UUID | None, on: date | None) -> bool:
        return other != meeting_id and (on is None or on <= day)

    return Carried(
        tuple(
            row for row in conclusions.waiting(session, community) if before(row.meeting_id, row.on)
        ),
        tuple(
            row
            for row in actions.still_open(session, community)
            if before(row.meeting_id, row.agreed_on)
        ),
        tuple(
            row
            for row in decisions.every(session, community)
            if row.state in OPEN_STILL and before(row.meeting_id, row.decided_on)
        ),
    )
