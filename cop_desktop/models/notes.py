"""What was noted of a meeting, and what was concluded from it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, Base
from .vocabulary import Acted, NoteKind


class MeetingNote(Base):
    """Something said or seen in a meeting; what was said in confidence stays out of all papers."""

    __tablename__ = "meeting_note"

    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    kind: Mapped[NoteKind] = mapped_column(info=COMMUNITY)
    text: Mapped[str] = mapped_column(info=COMMUNITY)
    item_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("agenda_item.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    said_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    confidential: Mapped[bool] = mapped_column(default=False, info=COMMUNITY)
    noted_at: Mapped[datetime | None] = mapped_column(default=None, info=COMMUNITY)
    position: Mapped[int] = mapped_column(default=0, info=COMMUNITY)


class Conclusion(Base):
    """What the community learnt from feedback, and whether it was acted on."""

    __tablename__ = "conclusion"

    community_id: Mapped[UUID] = mapped_column(
        ForeignKey("community.id", ondelete="CASCADE"), index=True, info=COMMUNITY
    )
    text: Mapped[str] = mapped_column(info=COMMUNITY)
    meeting_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    position: Mapped[int] = mapped_column(default=0, info=COMMUNITY)
    acted: Mapped[Acted] = mapped_column(default=Acted.NOT_YET, info=COMMUNITY)
    acted_in_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)
