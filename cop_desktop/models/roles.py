"""Who holds which of the seven roles, since when."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, MINISTRY, Base
from .method import Apprenticeship
from .vocabulary import Role


class RoleHolding(Base):
    """A member holds a role for a while; roles rotate, history stays.

    Whoever looks on before a term, or helps after it, has a row too: `way` says which.
    """

    __tablename__ = "role_holding"

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    role: Mapped[Role] = mapped_column(info=MINISTRY)
    since: Mapped[date] = mapped_column(info=MINISTRY)
    until: Mapped[date | None] = mapped_column(default=None, info=MINISTRY)  # first day without
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    way: Mapped[Apprenticeship] = mapped_column(default=Apprenticeship.HOLD, info=COMMUNITY)
    planned_until: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
    handover: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # for whoever comes next
