"""Whom a paper is about."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.formats import work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.services import meetings


@frozen
class Subject:
    """Whom a paper is about: a community, one of its meetings where needed, and the day."""

    community_id: UUID
    today: date
    meeting_id: UUID | None = None
    work_year: int | None = None  # the one of `today` unless told otherwise
    variant: str = ""  # key of one of the paper's variants; empty: the first

    @property
    def year(self) -> int:
        return self.work_year or work_year_of(self.today)


def coming(session: Session, subject: Subject) -> UUID:
    """The meeting asked for, else the next one, else the last."""
    if subject.meeting_id:
        return subject.meeting_id
    found = meetings.upcoming(session, subject.community_id, subject.today)
    return found.id if found else _last(session, subject)


def gone_by(session: Session, subject: Subject) -> UUID:
    """The meeting asked for, else the last that has begun, else the next one."""
    if subject.meeting_id:
        return subject.meeting_id
    tonight = datetime.combine(subject.today, time.max)
    found = meetings.latest(session, subject.community_id, tonight)
    return found.id if found else coming(session, subject)


def _last(session: Session, subject: Subject) -> UUID:
    rows = meetings.every(session, subject.community_id)
    if not rows:
        raise UserError(N_("There is no meeting yet. Plan one first, then print its papers."))
    return rows[-1].id
