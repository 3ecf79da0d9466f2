"""Where a community stands beside its stage: dimensions, and readings of its maturity."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, Base
from .method import Dimension
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
