"""What home shows, read in one look at the file."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.frozen import frozen
from cop_desktop.services import (
    care,
    communities,
    compass,
    decentralisation,
    functions,
    meetings,
    plan,
    readiness,
    roles,
    stages,
)
from cop_desktop.services.care import Care
from cop_desktop.services.compass import Sign
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.plan import ItemRow
from cop_desktop.services.readiness import Check
from cop_desktop.services.roles import RolesNow
from cop_desktop.services.stages import StagePath


@frozen
class Glance:
    """The four answers and the year, as of a day."""

    today: date
    leader: str  # the given name, or nothing
    members: int
    meeting: MeetingRow | None
    checks: tuple[Check, ...]
    path: StagePath
    ahead: tuple[Sign, ...]  # what speaks for the next stage
    matters: tuple[Care, ...]
    roles: RolesNow
    led_at_first: float | None  # the leader's share on the day of the first term, 0–1
    year: tuple[MeetingRow, ...]
    milestones: tuple[ItemRow, ...]

    @property
    def work_year(self) -> int:
        return formats.work_year_of(self.today)

    @property
    def steps(self) -> dict[str, bool]:
        """The first steps of a community, and whether each is behind it."""
        return {
            "members": self.members > 0,
            "meetings": self.meeting is not None or bool(self.year),
            "community": self.path.now is not None,
        }


def glance(session: Session, community_id: UUID, today: date) -> Glance:
    """Read everything home shows."""
    meeting = meetings.upcoming(session, community_id, today)
    work_year = formats.work_year_of(today)
    return Glance(
        today=today,
        leader=functions.leader_name(session, community_id, today),
        members=communities.one(session, community_id, today).members,
        meeting=meeting,
        checks=readiness.of(session, meeting.id) if meeting else (),
        path=stages.path(session, community_id),
        ahead=compass.ahead(session, community_id, today),
        matters=tuple(care.matters(session, community_id, today)),
        roles=roles.now(session, community_id, today),
        led_at_first=_led_at_first(session, community_id),
        year=meetings.in_year(session, community_id, work_year),
        milestones=plan.of_year(session, community_id, work_year).milestones,
    )


def _led_at_first(session: Session, community_id: UUID) -> float | None:
    terms = roles.history(session, community_id)
    if not terms:
        return None
    return decentralisation.coverage(session, community_id, [terms[0].since])[0].held_by_leader
