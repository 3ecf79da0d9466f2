"""What a file knows of the copies it has met."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, Base


class ErasedRow(Base):
    """A row was forgotten for good, and must not come back from another laptop."""

    __tablename__ = "erased_row"
    __table_args__ = (UniqueConstraint("table", "row"),)

    table: Mapped[str] = mapped_column(info=COMMUNITY)
    row: Mapped[UUID] = mapped_column(info=COMMUNITY)
    erased_on: Mapped[date] = mapped_column(info=COMMUNITY)


class MergeMemory(Base):
    """What this file was when it last met another one: the base that merging stands on."""

    __tablename__ = "merge_memory"

    met_at: Mapped[datetime] = mapped_column(info=COMMUNITY)
    body: Mapped[bytes] = mapped_column(deferred=True, info=COMMUNITY)  # `services/merging/memory`
