"""A year of meetings once more: each in the same week of the work year, on the same weekday.

Weeks and not Hebrew dates: they keep the rhythm (a leap month would tear a hole in it), the
weekday and the school term. What the festivals do to a day is said as for any series.
"""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.formats import week_start, work_year_bounds
from cop_desktop.models.vocabulary import MeetingState

from . import meetings
from .series import Slot

_WEEK = timedelta(weeks=1)


def slots(
    session: Session, community_id: UUID, source_year: int, into_year: int
) -> tuple[Slot, ...]:
    """The meetings of one work year as slots of another; those called off are left behind."""
    rows = meetings.in_year(session, community_id, source_year)
    standing = (row for row in rows if row.state != MeetingState.CANCELLED)
    return tuple(
        Slot(
            place, same_week(row.starts_at.date(), source_year, into_year), row.starts_at.time(),
            row.minutes, row.kind, row.topic, row.place, row.host, row.id,
        )
        for place, row in enumerate(standing)
    )  # fmt: skip


def same_week(day: date, source_year: int, into_year: int) -> date:
    """The same weekday in the same week, counted from the week in which the work year begins."""
    begun, begins = (week_start(work_year_bounds(year)[0]) for year in (source_year, into_year))
    first, last = work_year_bounds(into_year)
    found = begins + (day - begun)
    if found < first:
        return found + _WEEK
    return found - _WEEK if found > last else found
