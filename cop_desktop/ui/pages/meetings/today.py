"""The meeting of today, for the screen of the day."""

from datetime import timedelta
from uuid import UUID

from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import meetings
from cop_desktop.ui.desk import Desk


def is_on_today(desk: Desk, meeting_id: UUID) -> bool:
    """Today is a day of a meeting, or the day after one that went past midnight."""
    with desk.store.read() as session:
        days = [day.starts_at.date() for day in meetings.one(session, meeting_id).days]
    today = desk.today()
    return today in days or today - timedelta(days=1) in days


def todays_or_next(desk: Desk) -> UUID | None:
    """Today's meeting, else the next one."""
    today = desk.today()
    with desk.store.read() as session:
        rows = meetings.every(session, desk.community_id)
        coming = meetings.upcoming(session, desk.community_id, today)
    here = (row for row in rows if today in {day.starts_at.date() for day in row.days})
    now = next((row for row in here if row.state != MeetingState.CANCELLED), coming)
    return now.id if now else None
