"""What readers answered about a product."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, Base
from .thread_words import ReviewAnswer


class ProductReview(Base):
    """Somebody was asked to read a product, and what they said."""

    __tablename__ = "product_review"
    __table_args__ = (UniqueConstraint("product_id", "member_id"),)

    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("product.id", ondelete="CASCADE"), info=COMMUNITY
    )
    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    asked_on: Mapped[date] = mapped_column(info=COMMUNITY)
    answer: Mapped[ReviewAnswer | None] = mapped_column(default=None, info=COMMUNITY)
    answered_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)
