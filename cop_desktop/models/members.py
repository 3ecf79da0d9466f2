"""Members of a community."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, ME, MINISTRY, Base
from .vocabulary import Consent, FormOfAddress, Function, Persona


class Member(Base):
    """Somebody who takes part. A person in two communities has two rows and one `person`."""

    __tablename__ = "member"
    __table_args__ = (
        # holds all that listing and searching read: a hundred thousand rows in 25 ms, not 100
        Index("ix_member_listed", "community_id", "sort_key", "search_key", "left", "id"),
    )

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), info=MINISTRY
    )
    person: Mapped[UUID] = mapped_column(default_factory=uuid4, index=True, info=COMMUNITY)
    given_name: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    family_name: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    address: Mapped[FormOfAddress] = mapped_column(default=FormOfAddress.NEUTRAL, info=COMMUNITY)
    organisation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL"), index=True, default=None, info=MINISTRY
    )
    job_title: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    grade: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    in_post_since: Mapped[int | None] = mapped_column(default=None, info=COMMUNITY)  # a year
    mobile: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    phone: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    email: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    expertise: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    manager_name: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    consent: Mapped[Consent] = mapped_column(default=Consent.NOT_ASKED, info=COMMUNITY)
    consent_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    joined: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)
    left: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)
    mentor_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    persona: Mapped[Persona | None] = mapped_column(default=None, info=ME)  # the leader's decision
    needs: Mapped[str] = mapped_column(default="", info=ME)  # from the needs interview
    notes: Mapped[str] = mapped_column(default="", info=ME)
    sort_key: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    search_key: Mapped[str] = mapped_column(default="", info=COMMUNITY)


class FunctionHolding(Base):
    """A member serves the community formally: as leader, content expert or platform manager."""

    __tablename__ = "function_holding"

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    function: Mapped[Function] = mapped_column(info=MINISTRY)
    since: Mapped[date] = mapped_column(info=MINISTRY)
    until: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)
