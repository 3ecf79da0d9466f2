"""Meetings of a community, and what their calendars have been told."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from .agendas import AgendaItem, in_order
from .base import COMMUNITY, MINISTRY, ORGANISATIONS, Base
from .vocabulary import MeetingKind, MeetingState


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
    began_at: Mapped[datetime | None] = mapped_column(default=None, info=COMMUNITY)
    ended_at: Mapped[datetime | None] = mapped_column(default=None, info=COMMUNITY)
    moved: Mapped[int] = mapped_column(default=0, info=MINISTRY)  # to another day, once announced
    agenda: Mapped[list[AgendaItem]] = relationship(
        default_factory=in_order,
        collection_class=in_order,
        order_by="AgendaItem.position",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )
