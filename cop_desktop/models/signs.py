"""What a community says of its warning signs: those put to rest, and thresholds of its own."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, ME, Base


class SignSnooze(Base):
    """A sign was put to rest for a reason, until a day; `woken_on` when that ended early."""

    __tablename__ = "sign_snooze"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=ME
    )
    sign: Mapped[str] = mapped_column(info=ME)  # a key of resources/method/signs.toml
    since: Mapped[date] = mapped_column(info=ME)
    until: Mapped[date] = mapped_column(info=ME)  # first day on which it speaks again
    reason: Mapped[str] = mapped_column(info=ME)
    woken_on: Mapped[date | None] = mapped_column(default=None, info=ME)


class Threshold(Base):
    """A threshold that a community set otherwise; without a row the method's own holds."""

    __tablename__ = "threshold"
    __table_args__ = (UniqueConstraint("community_id", "rule", "name"),)

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), info=COMMUNITY
    )
    rule: Mapped[str] = mapped_column(info=COMMUNITY)  # a warning sign, or "compass"
    name: Mapped[str] = mapped_column(info=COMMUNITY)
    value: Mapped[int] = mapped_column(info=COMMUNITY)
