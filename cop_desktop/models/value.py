"""What came of needs and topics: readings, products, stories of value."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, Base


class ProductTopic(Base):
    """A product answers a topic."""

    __tablename__ = "product_topic"
    __table_args__ = (UniqueConstraint("product_id", "topic_id"),)

    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("product.id", ondelete="CASCADE"), info=COMMUNITY
    )
    topic_id: Mapped[UUID] = mapped_column(
        ForeignKey("topic.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )


class ValueStory(Base):
    """How something made a difference; a seed while nobody told yet what changed."""

    __tablename__ = "value_story"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    title: Mapped[str] = mapped_column(info=COMMUNITY)
    noted_on: Mapped[date] = mapped_column(info=COMMUNITY)
    teller_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    happened: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    got: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    did: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    changed: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    may_leave: Mapped[bool] = mapped_column(default=False, info=COMMUNITY)  # the teller agreed
    topic_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("topic.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    product_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("product.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )


class NeedReading(Base):
    """How a pause found a need: its weight from 1 to 3, or 0 when it is felt no more."""

    __tablename__ = "need_reading"
    __table_args__ = (
        UniqueConstraint("pause_id", "need_id"),
        CheckConstraint("weight BETWEEN 0 AND 3", name="none_to_three"),
    )

    pause_id: Mapped[UUID] = mapped_column(
        ForeignKey("needs_pause.id", ondelete="CASCADE"), info=COMMUNITY
    )
    need_id: Mapped[UUID] = mapped_column(
        ForeignKey("need.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    weight: Mapped[int] = mapped_column(info=COMMUNITY)
