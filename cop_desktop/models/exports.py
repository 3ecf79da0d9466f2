"""What left this file, for whom, and who agreed to it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, Base
from .package_words import ExportStep
from .vocabulary import Share


class ExportEvent(Base):
    """An entry of the log of exports; each names the digest of the one before, so none can go.

    `told` is JSON of what the step is about: recipient, purpose, legal basis, counts, file.
    """

    __tablename__ = "export_event"
    __table_args__ = (UniqueConstraint("community_id", "number"),)

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), info=COMMUNITY
    )
    number: Mapped[int] = mapped_column(info=COMMUNITY)  # 1, 2, … without a gap
    at: Mapped[datetime] = mapped_column(info=COMMUNITY)  # local wall clock
    step: Mapped[ExportStep] = mapped_column(info=COMMUNITY)
    level: Mapped[Share] = mapped_column(info=COMMUNITY)
    package: Mapped[str] = mapped_column(info=COMMUNITY)  # digest of what left, SHA-256
    told: Mapped[str] = mapped_column(info=COMMUNITY)
    previous: Mapped[str] = mapped_column(info=COMMUNITY)  # of the entry before, or nothing
    digest: Mapped[str] = mapped_column(info=COMMUNITY)  # of this entry


class SharingConsent(Base):
    """A member agreed that their name may leave for readers of a level."""

    __tablename__ = "sharing_consent"
    __table_args__ = (UniqueConstraint("member_id", "level"),)

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), info=COMMUNITY
    )
    level: Mapped[Share] = mapped_column(info=COMMUNITY)
    given_on: Mapped[date] = mapped_column(info=COMMUNITY)
    withdrawn_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
