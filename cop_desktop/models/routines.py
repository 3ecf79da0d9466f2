"""Routines: what comes round between meetings, and when it last did."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, Base
from .method import Channel, RoutineRhythm


class Routine(Base):
    """A small thing that comes round in a rhythm and has an owner."""

    __tablename__ = "routine"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=MINISTRY
    )
    name: Mapped[str] = mapped_column(info=COMMUNITY)
    rhythm: Mapped[RoutineRhythm] = mapped_column(info=MINISTRY)
    since: Mapped[date] = mapped_column(info=MINISTRY)
    until: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)  # first day without
    channel: Mapped[Channel | None] = mapped_column(default=None, info=COMMUNITY)
    what: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    owner_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    ready: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # key of a ready routine


class RoutineDone(Base):
    """A routine took place on a day."""

    __tablename__ = "routine_done"
    __table_args__ = (UniqueConstraint("routine_id", "done_on"),)

    routine_id: Mapped[UUID] = mapped_column(
        ForeignKey("routine.id", ondelete="CASCADE"), info=COMMUNITY
    )
    done_on: Mapped[date] = mapped_column(info=COMMUNITY)
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)
