"""Who answered, who came and for how long, and by which rules that is counted."""

from datetime import time
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, Base
from .vocabulary import Presence, Reply, Signature


class Attendance(Base):
    """What a member answered to an invitation, and whether they came."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "member_id"),)

    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), info=MINISTRY
    )
    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    reply: Mapped[Reply | None] = mapped_column(default=None, info=COMMUNITY)
    presence: Mapped[Presence | None] = mapped_column(default=None, info=MINISTRY)
    arrived_at: Mapped[time | None] = mapped_column(default=None, info=COMMUNITY)
    left_at: Mapped[time | None] = mapped_column(default=None, info=COMMUNITY)
    remote: Mapped[bool] = mapped_column(default=False, info=COMMUNITY)  # joined a hybrid online
    minutes: Mapped[int | None] = mapped_column(default=None, info=COMMUNITY)  # counted by hand


class AttendanceRule(Base):
    """What a community's members must attend; without a row nothing is asked of them."""

    __tablename__ = "attendance_rule"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), unique=True, info=MINISTRY
    )
    profile: Mapped[str] = mapped_column(info=MINISTRY)  # a key of resources/rules, or "own"
    hours: Mapped[int] = mapped_column(default=0, info=MINISTRY)  # in the year
    minutes_an_hour: Mapped[int] = mapped_column(default=60, info=MINISTRY)  # 45: academic
    least_presence: Mapped[int] = mapped_column(default=0, info=MINISTRY)  # percent of the hours
    least_face: Mapped[int] = mapped_column(default=0, info=MINISTRY)  # percent face to face
    signature: Mapped[Signature] = mapped_column(default=Signature.ONCE, info=MINISTRY)
