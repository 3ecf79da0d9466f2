"""Agendas: timed blocks, the tracks that run side by side, days, attachments, and a library."""

from collections.abc import Callable
from datetime import datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.ext.orderinglist import OrderingList, ordering_list
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, ME, MINISTRY, Base, Several
from .vocabulary import AgendaPart, BlockKind, Depth, LearningActivity, Role


class AgendaItem(Base):
    """A timed block of a meeting; start times follow from the order and are never stored.

    A block that has tracks stands for all that runs side by side; the blocks of its tracks name
    it as `parent_id`, follow it in the order, and it lasts as long as the longest of them.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (CheckConstraint("minutes >= 0", name="minutes_not_negative"),)

    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True, init=False, info=MINISTRY
    )
    position: Mapped[int] = mapped_column(init=False, info=MINISTRY)
    title: Mapped[str] = mapped_column(info=COMMUNITY)
    minutes: Mapped[int] = mapped_column(info=MINISTRY)
    kind: Mapped[BlockKind] = mapped_column(default=BlockKind.DISCUSSION, info=MINISTRY)
    activity: Mapped[LearningActivity | None] = mapped_column(default=None, info=MINISTRY)
    depth: Mapped[Depth | None] = mapped_column(default=None, info=MINISTRY)
    roles: Mapped[tuple[Role, ...]] = mapped_column(Several(Role), default=(), info=MINISTRY)
    leader_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )
    guest: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # a leader who is no member
    purpose: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    method: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    materials: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    questions: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # one a line
    outcome: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # what comes out of it
    notes: Mapped[str] = mapped_column(default="", info=ME)  # for the facilitator only
    part: Mapped[AgendaPart] = mapped_column(default=AgendaPart.MEETING, info=MINISTRY)
    day: Mapped[int] = mapped_column(default=0, info=MINISTRY)  # 0 is the meeting's own day
    pinned_at: Mapped[time | None] = mapped_column(default=None, info=MINISTRY)
    parent_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("agenda_item.id", ondelete="CASCADE"), index=True, default=None, info=MINISTRY
    )
    track: Mapped[int | None] = mapped_column(default=None, info=MINISTRY)  # of the parent's
    group_size: Mapped[int | None] = mapped_column(default=None, info=MINISTRY)  # people a group
    began_at: Mapped[datetime | None] = mapped_column(default=None, info=COMMUNITY)
    ended_at: Mapped[datetime | None] = mapped_column(default=None, info=COMMUNITY)
    topic_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("topic.id", ondelete="SET NULL"), index=True, default=None, info=COMMUNITY
    )


in_order: Callable[[], OrderingList[AgendaItem]] = ordering_list("position")


class AgendaTrack(Base):
    """One of the branches that run side by side under a block."""

    __tablename__ = "agenda_track"
    __table_args__ = (UniqueConstraint("item_id", "number"),)

    item_id: Mapped[UUID] = mapped_column(
        ForeignKey("agenda_item.id", ondelete="CASCADE"), info=MINISTRY
    )
    number: Mapped[int] = mapped_column(info=MINISTRY)  # from 0
    title: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    place: Mapped[str] = mapped_column(default="", info=COMMUNITY)


class MeetingDay(Base):
    """A further day of a meeting of several days; the first is the meeting itself."""

    __tablename__ = "meeting_day"
    __table_args__ = (UniqueConstraint("meeting_id", "day"),)

    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), info=MINISTRY
    )
    day: Mapped[int] = mapped_column(info=MINISTRY)  # from 1
    starts_at: Mapped[datetime] = mapped_column(info=MINISTRY)
    minutes: Mapped[int] = mapped_column(info=MINISTRY)
