"""A community's charter, who agreed to it, and the leader's private log of broken rules."""

from datetime import date, time
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, ME, MINISTRY, ORGANISATIONS, Base, Several
from .method import Benefit, Norm


class Charter(Base):
    """One version of the charter; without a day of adoption it is still being written.

    The parts are named by the words of `CharterPart`.
    """

    __tablename__ = "charter"
    __table_args__ = (UniqueConstraint("community_id", "number"),)

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), info=MINISTRY
    )
    number: Mapped[int] = mapped_column(info=MINISTRY)  # 1, 2, … in the order begun
    adopted_on: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)
    review_on: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)
    change_note: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # what is new, and why
    domain_in: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    domain_out: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    for_whom: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    goals_short: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    goals_long: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    promises: Mapped[tuple[Benefit, ...]] = mapped_column(
        Several(Benefit), default=(), info=ORGANISATIONS
    )
    values: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    norms: Mapped[tuple[Norm, ...]] = mapped_column(Several(Norm), default=(), info=COMMUNITY)
    confidentiality: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    quiet_hours: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    quiet_from: Mapped[time | None] = mapped_column(default=None, info=COMMUNITY)
    quiet_until: Mapped[time | None] = mapped_column(default=None, info=COMMUNITY)
    publishing: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    approver_id: Mapped[UUID | None] = mapped_column(  # who says that something may go out
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    setting: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    platforms: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    products: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    term: Mapped[str] = mapped_column(default="", info=COMMUNITY)


class CharterApproval(Base):
    """A member agreed to a version of the charter."""

    __tablename__ = "charter_approval"
    __table_args__ = (UniqueConstraint("charter_id", "member_id"),)

    charter_id: Mapped[UUID] = mapped_column(
        ForeignKey("charter.id", ondelete="CASCADE"), info=COMMUNITY
    )
    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    approved_on: Mapped[date] = mapped_column(info=COMMUNITY)


class RuleBreach(Base):
    """A rule was broken: for the leader's eyes alone, to mend and not to blame."""

    __tablename__ = "rule_breach"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=ME
    )
    noted_on: Mapped[date] = mapped_column(info=ME)
    text: Mapped[str] = mapped_column(info=ME)
    norm: Mapped[Norm | None] = mapped_column(default=None, info=ME)
    agreed: Mapped[str] = mapped_column(default="", info=ME)  # how it was mended
    settled_on: Mapped[date | None] = mapped_column(default=None, info=ME)
