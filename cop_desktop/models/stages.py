"""The community's way through the five stages."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, Base
from .vocabulary import Stage


class StageRecord(Base):
    """On a day the community was found to be in a stage, for reasons, on evidence."""

    __tablename__ = "stage_record"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=MINISTRY
    )
    stage: Mapped[Stage] = mapped_column(info=MINISTRY)
    since: Mapped[date] = mapped_column(info=MINISTRY)
    turn: Mapped[int] = mapped_column(info=MINISTRY)  # 1, 2, … in the order recorded
    decided_by: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    reason: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    evidence: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    skipped: Mapped[bool] = mapped_column(default=False, info=MINISTRY)  # a stage was passed over
