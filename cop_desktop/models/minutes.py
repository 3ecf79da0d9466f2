"""What a meeting leaves behind: decisions, tasks, notes, feedback, and conclusions from it."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, Base
from .vocabulary import Progress


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
    item_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("agenda_item.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    topic_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("topic.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )


class Action(Base):
    """A task somebody took upon themselves, from a meeting or between meetings."""

    __tablename__ = "action"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=MINISTRY
    )
    text: Mapped[str] = mapped_column(info=COMMUNITY)
    meeting_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), index=True, default=None, info=MINISTRY
    )
    item_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("agenda_item.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    position: Mapped[int] = mapped_column(default=0, info=COMMUNITY)
    owner_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    guest: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # an owner who is no member
    due: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    state: Mapped[Progress] = mapped_column(default=Progress.NOT_STARTED, info=MINISTRY)
    done_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    topic_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("topic.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )


class Feedback(Base):
    """One form about one meeting, without a name."""

    __tablename__ = "feedback"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), info=COMMUNITY
    )
    number: Mapped[int] = mapped_column(info=COMMUNITY)  # from 1, as typed in
    took: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # what I take with me
    missed: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # what was missing
    wish: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # for the next time


class FeedbackRating(Base):
    """How one form rates one statement, 1 to 5; no row where the statement was left out."""

    __tablename__ = "feedback_rating"
    __table_args__ = (
        UniqueConstraint("feedback_id", "statement"),
        CheckConstraint("rating BETWEEN 1 AND 5", name="one_to_five"),
    )

    feedback_id: Mapped[UUID] = mapped_column(
        ForeignKey("feedback.id", ondelete="CASCADE"), info=COMMUNITY
    )
    statement: Mapped[str] = mapped_column(info=COMMUNITY)  # a key of content/feedback.toml
    rating: Mapped[int] = mapped_column(info=COMMUNITY)
