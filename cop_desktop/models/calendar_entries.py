"""What calendars outside were told of meetings."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, Base


class CalendarEntry(Base):
    """What calendars were last told of a meeting: a change since then raises the number."""

    __tablename__ = "calendar_entry"

    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), unique=True, info=COMMUNITY
    )
    fingerprint: Mapped[str] = mapped_column(info=COMMUNITY)  # of what was told
    sequence: Mapped[int] = mapped_column(default=0, info=COMMUNITY)
