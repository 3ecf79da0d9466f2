"""The annual work plan: goals, activities, risks."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, ORGANISATIONS, Base
from .vocabulary import Horizon, Progress


class Goal(Base):
    """What the community wants to reach, this year or over several."""

    __tablename__ = "goal"
    __table_args__ = (Index("ix_goal_community_id_work_year", "community_id", "work_year"),)

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), info=MINISTRY
    )
    work_year: Mapped[int] = mapped_column(info=MINISTRY)  # 2026 = September 2026 to August 2027
    position: Mapped[int] = mapped_column(info=MINISTRY)
    title: Mapped[str] = mapped_column(info=ORGANISATIONS)
    measure: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    horizon: Mapped[Horizon] = mapped_column(default=Horizon.SHORT, info=MINISTRY)


class PlanItem(Base):
    """An activity of the work plan, under a goal."""

    __tablename__ = "plan_item"

    goal_id: Mapped[UUID] = mapped_column(
        ForeignKey("goal.id", ondelete="CASCADE"), index=True, info=MINISTRY
    )
    position: Mapped[int] = mapped_column(info=MINISTRY)
    title: Mapped[str] = mapped_column(info=ORGANISATIONS)
    owner_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    starts: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)
    ends: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)  # last day
    audience: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    product: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    indicator: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    state: Mapped[Progress] = mapped_column(default=Progress.NOT_STARTED, info=MINISTRY)
    milestone: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)  # one word
    milestone_on: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)


class Risk(Base):
    """What may stand in the way of the year, and what will be done then."""

    __tablename__ = "risk"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=MINISTRY
    )
    work_year: Mapped[int] = mapped_column(info=MINISTRY)
    position: Mapped[int] = mapped_column(info=COMMUNITY)
    text: Mapped[str] = mapped_column(info=COMMUNITY)
    remedy: Mapped[str] = mapped_column(default="", info=COMMUNITY)
