"""Agendas: ordered, timed blocks; start times are computed, never stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.i18n import N_
from cop_desktop.models import AgendaItem, Meeting, Member
from cop_desktop.models.vocabulary import BlockKind, LearningActivity, Role

from .editing import Fields, apply, cleaned, line, link_to, minutes, needed, prose, word, words
from .people import full_name

FIELDS: Fields = {
    "title": needed(N_("A block needs a title.")),
    "minutes": minutes,
    "kind": word(BlockKind),
    "activity": word(LearningActivity, optional=True),
    "roles": words(Role),
    "leader_id": link_to(Member),
    "guest": line,
    "method": prose,
    "outcome": line,
    "notes": prose,
}
DEFAULT_MINUTES = {
    BlockKind.OPENING: 15,
    BlockKind.ROUND: 20,
    BlockKind.CASE: 40,
    BlockKind.CONTENT: 30,
    BlockKind.EXPERT: 30,
    BlockKind.DISCUSSION: 30,
    BlockKind.PRODUCTS: 25,
    BlockKind.BREAK: 10,
    BlockKind.BUFFER: 10,
}


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an agenda with its computed start."""

    id: UUID
    starts_at: datetime
    title: str
    minutes: int
    kind: BlockKind
    activity: LearningActivity | None
    roles: tuple[Role, ...]
    leader_id: UUID | None
    leader: str  # the member's name, or the guest's
    guest: str
    method: str
    outcome: str
    notes: str

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


def of(session: Session, meeting_id: UUID) -> list[Block]:
    """The agenda of a meeting in order."""
    clock = session.get_one(Meeting, meeting_id).starts_at
    found = session.execute(
        select(AgendaItem, Member.given_name, Member.family_name)
        .outerjoin(Member, AgendaItem.leader_id == Member.id)
        .where(AgendaItem.meeting_id == meeting_id)
        .order_by(AgendaItem.position)
    )
    blocks = []
    for item, given, family in found:
        leader = full_name(given, family) or item.guest
        blocks.append(
            Block(
                item.id, clock, item.title, item.minutes, item.kind, item.activity, item.roles,
                item.leader_id, leader, item.guest, item.method, item.outcome, item.notes,
            )
        )  # fmt: skip
        clock += timedelta(minutes=item.minutes)
    return blocks


def add(
    session: Session, meeting_id: UUID, values: Mapping[str, Any], at: int | None = None
) -> UUID:
    """Put a new block at a place (0 is first), or at the end."""
    meeting = session.get_one(Meeting, meeting_id)
    item = AgendaItem(**cleaned(FIELDS, values))
    meeting.agenda.insert(len(meeting.agenda) if at is None else at, item)
    session.flush()
    return item.id


def add_several(
    session: Session, meeting_id: UUID, rows: Sequence[Mapping[str, Any]], at: int | None = None
) -> list[UUID]:
    """Put new blocks, in their order, at a place (0 is first), or at the end."""
    if at is None:
        return [add(session, meeting_id, row) for row in rows]
    return [add(session, meeting_id, row, place) for place, row in enumerate(rows, start=at)]


def change(session: Session, ids: Sequence[UUID], values: Mapping[str, Any]) -> None:
    """Set the same values in one block or several."""
    apply(session, AgendaItem, ids, FIELDS, values)


def move(session: Session, meeting_id: UUID, ids: Sequence[UUID], before: UUID | None) -> None:
    """Move blocks, kept in their order, before another block, or to the end."""
    meeting = session.get_one(Meeting, meeting_id)
    moving = [item for item in meeting.agenda if item.id in set(ids)]
    staying = [item for item in meeting.agenda if item.id not in set(ids)]
    keys = [item.id for item in staying]
    place = keys.index(before) if before in keys else len(staying)
    _order(session, meeting, [*staying[:place], *moving, *staying[place:]])


def reorder(session: Session, meeting_id: UUID, ids: Sequence[UUID]) -> None:
    """Put the agenda in the given order; `ids` names every block exactly once."""
    meeting = session.get_one(Meeting, meeting_id)
    items = {item.id: item for item in meeting.agenda}
    _order(session, meeting, [items[key] for key in ids])


def remove(session: Session, meeting_id: UUID, ids: Sequence[UUID]) -> None:
    """Take blocks out of an agenda; those behind move up."""
    meeting = session.get_one(Meeting, meeting_id)
    for item in [item for item in meeting.agenda if item.id in set(ids)]:
        meeting.agenda.remove(item)
    meeting.agenda.reorder()  # type: ignore[attr-defined]


def duplicate(session: Session, meeting_id: UUID, ids: Sequence[UUID]) -> list[UUID]:
    """Copies of blocks, each right after its model."""
    meeting = session.get_one(Meeting, meeting_id)
    copies = []
    for item in [item for item in meeting.agenda if item.id in set(ids)]:
        copy = AgendaItem(**{name: getattr(item, name) for name in FIELDS})
        meeting.agenda.insert(meeting.agenda.index(item) + 1, copy)
        copies.append(copy)
    session.flush()
    return [copy.id for copy in copies]


def copy_from(session: Session, source_id: UUID, meeting_id: UUID) -> None:
    """Take over the agenda of another meeting, behind what is there."""
    source, target = session.get_one(Meeting, source_id), session.get_one(Meeting, meeting_id)
    for item in list(source.agenda):
        target.agenda.append(AgendaItem(**{name: getattr(item, name) for name in FIELDS}))


def _order(session: Session, meeting: Meeting, items: list[AgendaItem]) -> None:
    meeting.agenda[:] = items
    meeting.agenda.reorder()  # type: ignore[attr-defined]
    session.flush()
