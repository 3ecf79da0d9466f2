"""Who holds which of the seven roles, since when."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, Base
from .vocabulary import Role


class RoleHolding(Base):
    """A member holds a role for a while; roles rotate, history stays."""

    __tablename__ = "role_holding"

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    role: Mapped[Role] = mapped_column(info=MINISTRY)
    since: Mapped[date] = mapped_column(info=MINISTRY)
    until: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)  # first day without
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)
