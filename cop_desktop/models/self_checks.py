"""How a community sees itself: its self-checks."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, Base


class SelfCheck(Base):
    """The yearly check of the six components and the five threats."""

    __tablename__ = "self_check"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    checked_on: Mapped[date] = mapped_column(info=COMMUNITY)
    who: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # who answered together
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # what will be strengthened


class SelfCheckAnswer(Base):
    """How true a statement was found, 1 to 5; no row where it was left out."""

    __tablename__ = "self_check_answer"
    __table_args__ = (
        UniqueConstraint("check_id", "statement"),
        CheckConstraint("rating BETWEEN 1 AND 5", name="one_to_five"),
    )

    check_id: Mapped[UUID] = mapped_column(
        ForeignKey("self_check.id", ondelete="CASCADE"), info=COMMUNITY
    )
    statement: Mapped[str] = mapped_column(info=COMMUNITY)  # "components.leadership.shared"
    rating: Mapped[int] = mapped_column(info=COMMUNITY)
