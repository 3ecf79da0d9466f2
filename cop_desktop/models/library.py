"""What a community keeps of its agendas to use again."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, Base
from .vocabulary import LibraryKind


class LibraryEntry(Base):
    """A block or a whole meeting that a community keeps to use again.

    `body` is JSON of blocks in the one form they travel in (`services/agenda_copies`).
    """

    __tablename__ = "library_entry"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    kind: Mapped[LibraryKind] = mapped_column(info=COMMUNITY)
    title: Mapped[str] = mapped_column(info=COMMUNITY)
    body: Mapped[str] = mapped_column(info=COMMUNITY)
    kept_on: Mapped[date | None] = mapped_column(default=None, info=COMMUNITY)
