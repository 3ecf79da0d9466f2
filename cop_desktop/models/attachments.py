"""What belongs to a block of an agenda: a file or a link."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, Base


class Attachment(Base):
    """A file or a link that belongs to a block."""

    __tablename__ = "attachment"

    item_id: Mapped[UUID] = mapped_column(
        ForeignKey("agenda_item.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    name: Mapped[str] = mapped_column(info=COMMUNITY)
    link: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    size: Mapped[int] = mapped_column(default=0, info=COMMUNITY)  # bytes
    content: Mapped[bytes | None] = mapped_column(default=None, deferred=True, info=COMMUNITY)
