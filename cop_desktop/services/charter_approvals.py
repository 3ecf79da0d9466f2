"""Who agreed to a version of the charter, and how many have not been heard yet."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Attendance, Charter, CharterApproval, Meeting, Member
from cop_desktop.models.vocabulary import CAME, MeetingState

from .batches import batches
from .people import takes_part

DRAFT = N_("A draft still changes. Adopt it first, then note who agreed.")


@frozen
class Approvals:
    """Who agreed to a version, and when."""

    on: Mapping[UUID, date]  # of all who agreed, also those who left since
    agreed: int  # of those who take part today
    waiting: int  # who take part today and have not agreed

    @property
    def everybody(self) -> int:
        return self.agreed + self.waiting


def of(session: Session, charter_id: UUID, today: date) -> Approvals:
    """The approvals of a version, counted against all who take part today."""
    community_id = session.get_one(Charter, charter_id).community_id
    found = session.execute(
        select(CharterApproval.member_id, CharterApproval.approved_on, takes_part(today))
        .join(Member, CharterApproval.member_id == Member.id)
        .where(CharterApproval.charter_id == charter_id)
    ).all()
    there = select(func.count(Member.id)).where(
        Member.community_id == community_id, takes_part(today)
    )
    agreed = sum(bool(here) for _member, _on, here in found)
    everybody = session.scalar(there) or 0
    return Approvals({it: on for it, on, _here in found}, agreed, everybody - agreed)


def approve(session: Session, charter_id: UUID, members: Iterable[UUID], on: date) -> None:
    """Members agreed on a day; who agreed before keeps the earlier entry."""
    if session.get_one(Charter, charter_id).adopted_on is None:
        raise UserError(DRAFT)
    known = select(CharterApproval.member_id).where(CharterApproval.charter_id == charter_id)
    there = set(session.scalars(known))
    for member in dict.fromkeys(members):
        if member not in there:
            session.add(CharterApproval(charter_id=charter_id, member_id=member, approved_on=on))
    session.flush()


def withdraw(session: Session, charter_id: UUID, members: Iterable[UUID]) -> None:
    """Take back that members agreed."""
    for some in batches(list(members)):
        where = (CharterApproval.charter_id == charter_id, CharterApproval.member_id.in_(some))
        session.execute(delete(CharterApproval).where(*where))


def there_on(session: Session, community_id: UUID, day: date) -> tuple[UUID, ...]:
    """Who came to a meeting of that day: whoever adopted the charter was most likely there."""
    midnight = datetime.combine(day, time())
    came = (
        select(Attendance.member_id)
        .join(Meeting, Attendance.meeting_id == Meeting.id)
        .where(
            Meeting.community_id == community_id,
            Meeting.starts_at >= midnight,
            Meeting.starts_at < midnight + timedelta(days=1),
            Meeting.state != MeetingState.CANCELLED,
            Attendance.presence.in_(CAME),
        )
    )
    return tuple(dict.fromkeys(session.scalars(came)))
