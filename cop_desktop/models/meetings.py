"""Meetings, their agendas, who came, and what was decided."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.ext.orderinglist import OrderingList, ordering_list
from sqlalchemy.orm import Mapped, mapped_column, relationship

from .base import COMMUNITY, ME, MINISTRY, ORGANISATIONS, Base
from .vocabulary import (
    BlockKind,
    LearningActivity,
    MeetingKind,
    MeetingState,
    Presence,
    Progress,
    Reply,
    Role,
)


class AgendaItem(Base):
    """A timed block of a meeting; start times follow from the order and are never stored."""

    __tablename__ = "agenda_item"
    __table_args__ = (CheckConstraint("minutes >= 0", name="minutes_not_negative"),)

    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True, init=False, info=MINISTRY
    )
    position: Mapped[int] = mapped_column(init=False, info=MINISTRY)
    title: Mapped[str] = mapped_column(info=COMMUNITY)
    minutes: Mapped[int] = mapped_column(info=MINISTRY)
    kind: Mapped[BlockKind] = mapped_column(default=BlockKind.DISCUSSION, info=MINISTRY)
    activity: Mapped[LearningActivity | None] = mapped_column(default=None, info=MINISTRY)
    role: Mapped[Role | None] = mapped_column(default=None, info=MINISTRY)
    leader_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    guest: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # a leader who is no member
    method: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    outcome: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # what comes out of it
    notes: Mapped[str] = mapped_column(default="", info=ME)  # for the facilitator only


in_order: Callable[[], OrderingList[AgendaItem]] = ordering_list("position")


class Meeting(Base):
    """One gathering of a community; its agenda is an ordered, owned list."""

    __tablename__ = "meeting"
    __table_args__ = (Index("ix_meeting_community_id_starts_at", "community_id", "starts_at"),)

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), info=MINISTRY
    )
    topic: Mapped[str] = mapped_column(info=ORGANISATIONS)
    starts_at: Mapped[datetime] = mapped_column(info=MINISTRY)  # local wall clock, as invited
    minutes: Mapped[int] = mapped_column(default=180, info=MINISTRY)  # as invited, breaks included
    kind: Mapped[MeetingKind] = mapped_column(default=MeetingKind.IN_PERSON, info=MINISTRY)
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.PLANNED, info=MINISTRY)
    place: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    host_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL"),
        index=True,
        default=None,
        info=ORGANISATIONS,
    )
    link: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # online room or materials
    purpose: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    question: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # to think about beforehand
    invited_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    materials_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    reminded_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    summary: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    summary_sent_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    agenda: Mapped[list[AgendaItem]] = relationship(
        default_factory=in_order,
        collection_class=in_order,
        order_by="AgendaItem.position",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )


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


class Decision(Base):
    """Something a meeting decided, and how far it has come."""

    __tablename__ = "decision"

    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    text: Mapped[str] = mapped_column(info=COMMUNITY)
    position: Mapped[int] = mapped_column(default=0, info=COMMUNITY)
    state: Mapped[Progress] = mapped_column(default=Progress.NOT_STARTED, info=COMMUNITY)
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # where it stands, in words
    owner_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    due: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
