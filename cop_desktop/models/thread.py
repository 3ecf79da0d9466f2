"""The thread: needs, the topics they become, pauses that map them anew, and what came of them."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, ME, MINISTRY, Base
from .method import Side
from .thread_words import NeedSource, NeedState, TopicState


class Need(Base):
    """Something that members or their organisations lack."""

    __tablename__ = "need"
    __table_args__ = (CheckConstraint("weight BETWEEN 1 AND 3", name="one_to_three"),)

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=MINISTRY
    )
    text: Mapped[str] = mapped_column(info=COMMUNITY)
    noted_on: Mapped[date] = mapped_column(info=COMMUNITY)
    side: Mapped[Side] = mapped_column(default=Side.PERSON, info=COMMUNITY)
    source: Mapped[NeedSource] = mapped_column(default=NeedSource.TALK, info=COMMUNITY)
    weight: Mapped[int] = mapped_column(default=2, info=COMMUNITY)  # 1 to 3
    state: Mapped[NeedState] = mapped_column(default=NeedState.OPEN, info=COMMUNITY)
    closed_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    member_id: Mapped[UUID | None] = mapped_column(  # who spoke of it, for the leader alone
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=ME
    )
    organisation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    meeting_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )


class Topic(Base):
    """Something to take up together; it waits until a block of an agenda names it."""

    __tablename__ = "topic"
    __table_args__ = (CheckConstraint("weight BETWEEN 1 AND 3", name="one_to_three"),)

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=MINISTRY
    )
    title: Mapped[str] = mapped_column(info=COMMUNITY)
    opened_on: Mapped[date] = mapped_column(info=COMMUNITY)
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    owner_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    weight: Mapped[int] = mapped_column(default=2, info=COMMUNITY)  # 1 to 3
    state: Mapped[TopicState] = mapped_column(default=TopicState.OPEN, info=COMMUNITY)
    closed_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    answer: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # what was told when it closed


class TopicNeed(Base):
    """A topic answers a need."""

    __tablename__ = "topic_need"
    __table_args__ = (UniqueConstraint("topic_id", "need_id"),)

    topic_id: Mapped[UUID] = mapped_column(
        ForeignKey("topic.id", ondelete="CASCADE"), info=COMMUNITY
    )
    need_id: Mapped[UUID] = mapped_column(
        ForeignKey("need.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )


class NeedsPause(Base):
    """A planned stop to look at the needs anew; without a day of closing it is under way."""

    __tablename__ = "needs_pause"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    planned_on: Mapped[date] = mapped_column(info=COMMUNITY)
    closed_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    learnt: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # what changed, in words
