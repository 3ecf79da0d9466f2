"""Knowledge products."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, ORGANISATIONS, Base
from .vocabulary import ProductKind, ProductStatus


class Product(Base):
    """Something the community made that others can use."""

    __tablename__ = "product"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=MINISTRY
    )
    title: Mapped[str] = mapped_column(info=ORGANISATIONS)
    kind: Mapped[ProductKind] = mapped_column(default=ProductKind.GUIDE, info=MINISTRY)
    status: Mapped[ProductStatus] = mapped_column(default=ProductStatus.IDEA, info=MINISTRY)
    owner_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    audience: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    published_on: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)
    where: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)  # place or link
    recipients: Mapped[int | None] = mapped_column(default=None, info=MINISTRY)
    summary: Mapped[str] = mapped_column(default="", info=ORGANISATIONS)
    moved_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)  # to its status
    approved_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    approved_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    cleared_outside: Mapped[bool] = mapped_column(default=False, info=MINISTRY)
