"""Where a community stands beside its stage: dimensions, maturity, transformation, self-check."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, Base
from .method import Transformation
from .thread_words import MarkList


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
