"""Where a community stands beside its stage: dimensions, maturity, transformation, self-check."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, Base
from .method import Dimension, Transformation
from .thread_words import MarkList
from .vocabulary import Stage


class DimensionStage(Base):
    """On a day a dimension of the community was found to be in a stage."""

    __tablename__ = "dimension_stage"
    __table_args__ = (UniqueConstraint("community_id", "dimension", "since"),)

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), info=MINISTRY
    )
    dimension: Mapped[Dimension] = mapped_column(info=MINISTRY)
    stage: Mapped[Stage] = mapped_column(info=MINISTRY)
    since: Mapped[date] = mapped_column(info=MINISTRY)
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)


class MaturityReading(Base):
    """The four axes of maturity on a day, 1 to 5; nothing where it was not judged."""

    __tablename__ = "maturity_reading"
    __table_args__ = (UniqueConstraint("community_id", "read_on"),)

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), info=COMMUNITY
    )
    read_on: Mapped[date] = mapped_column(info=COMMUNITY)
    content: Mapped[int | None] = mapped_column(default=None, info=COMMUNITY)
    depth: Mapped[int | None] = mapped_column(default=None, info=COMMUNITY)
    inside_outside: Mapped[int | None] = mapped_column(default=None, info=COMMUNITY)
    ownership: Mapped[int | None] = mapped_column(default=None, info=COMMUNITY)
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)


class Turning(Base):
    """A community decided to become something else; without an end it is on its way."""

    __tablename__ = "turning"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=MINISTRY
    )
    kind: Mapped[Transformation] = mapped_column(info=MINISTRY)
    begun_on: Mapped[date] = mapped_column(info=MINISTRY)
    decided_on: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)
    decided_by: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    reason: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    becomes: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # what will live on, and where
    ended_on: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)


class MethodMark(Base):
    """A task of a list was marked by hand; `key` is that of the task, with its group."""

    __tablename__ = "method_mark"
    __table_args__ = (UniqueConstraint("community_id", "list", "key"),)

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), info=COMMUNITY
    )
    list: Mapped[MarkList] = mapped_column(info=COMMUNITY)
    key: Mapped[str] = mapped_column(info=COMMUNITY)
    done_on: Mapped[date] = mapped_column(info=COMMUNITY)


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
