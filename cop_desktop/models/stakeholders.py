"""People in the organisations who care what becomes of the community, or should."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, ME, Base


class Stakeholder(Base):
    """Somebody outside whose support counts; brokers look after the tie."""

    __tablename__ = "stakeholder"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    name: Mapped[str] = mapped_column(info=COMMUNITY)
    title: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    organisation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    broker_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    aim: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # of the organisation's strategy
    next_step: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    met_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)  # the last time
    notes: Mapped[str] = mapped_column(default="", info=ME)
