"""New blocks in an agenda: typed, pasted, from a library, or copies of others."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.models import AgendaItem, Meeting, Member, Topic
from cop_desktop.models.vocabulary import AgendaPart, BlockKind

from . import agenda_copies, attachments
from .agenda_fields import DEFAULT_MINUTES, FIELDS
from .agenda_order import NO_NESTING, Section, items, last_section, put, section_of, settle
from .editing import cleaned

Row = Mapping[str, Any]  # fields of a block, its `part`, `day` and `tracks`
LINKS: Mapping[str, type[Member | Topic]] = {"leader_id": Member, "topic_id": Topic}


def add(
    session: Session,
    meeting_id: UUID,
    values: Row,
    at: int | None = None,
    section: Section | None = None,
) -> UUID:
    """Put a new block at a place (0 is first), or at the end of a section or of all."""
    return add_several(session, meeting_id, [values], at, section)[0]


def add_several(
    session: Session,
    meeting_id: UUID,
    rows: Sequence[Row],
    at: int | None = None,
    section: Section | None = None,
) -> list[UUID]:
    """Put new blocks, in their order, at a place (0 is first), or at the end; gives their keys.

    At a place they join the section of the block in front of it. What a row says itself of its
    `part` and `day` counts where no place and no section is named; missing days are added.
    """
    there = items(session, meeting_id)
    place = len(there) if at is None else at
    if section is None and at is not None and there:
        section = section_of(there[max(0, min(place, len(there)) - 1)])
    heads, inner = _plant(session, meeting_id, rows, section)
    settle(session, meeting_id, [*there[:place], *heads, *inner, *there[place:]])
    return [head.id for head in heads]


def duplicate(session: Session, meeting_id: UUID, ids: Sequence[UUID]) -> list[UUID]:
    """Copies of blocks with their tracks and attachments, each right after its model."""
    chosen, order, copies = set(ids), items(session, meeting_id), []
    models = [it for it in order if it.id in chosen and it.parent_id not in chosen]
    rows = {UUID(row["copy_of"]): row for row in agenda_copies.rows(session, ids)}
    for model in models:
        row = rows[model.id] | {"pinned_at": None}  # two cannot begin at one hour
        heads, inner = _plant(session, meeting_id, [row], section_of(model))
        place = order.index(model) + 1
        order[place:place] = [*heads, *inner]
        copies += [head.id for head in heads]
    settle(session, meeting_id, order)
    return copies


def copy_from(session: Session, source_id: UUID, meeting_id: UUID) -> None:
    """Take over the agenda of another meeting, behind what is there."""
    keys = [item.id for item in items(session, source_id)]
    add_several(session, meeting_id, agenda_copies.rows(session, keys))


def _plant(
    session: Session, meeting_id: UUID, rows: Sequence[Row], section: Section | None
) -> tuple[list[AgendaItem], list[AgendaItem]]:
    """New blocks, and those of their tracks; they have no place in the order yet."""
    known = _ours(session, meeting_id, rows)
    heads = [_item(meeting_id, row, known) for row in rows]
    end = section or last_section(session, meeting_id)
    for head, row in zip(heads, rows, strict=True):
        put(session, meeting_id, [head], section or _said(row, end), ())
        if head.parent_id is not None and row.get("tracks"):
            raise UserError(NO_NESTING)
    session.add_all(heads)
    session.flush()  # what runs in their tracks names them
    pairs = list(zip(heads, rows, strict=True))
    inner = [pair for head, row in pairs for pair in _tracks(session, head, row, known)]
    session.add_all([item for item, _row in inner])
    session.flush()
    attachments.copy(session, _models([*pairs, *inner]))
    return heads, [item for item, _row in inner]


def _models(pairs: Iterable[tuple[AgendaItem, Row]]) -> dict[UUID, UUID]:
    """The blocks that new ones are copies of."""
    named = ((item.id, row.get("copy_of")) for item, row in pairs)
    return {key: UUID(model) for key, model in named if model}


def _ours(session: Session, meeting_id: UUID, rows: Sequence[Row]) -> set[UUID]:
    """The leaders and topics named in rows that are of this community."""
    inner = [
        it for row in rows for track in row.get("tracks") or () for it in track.get("blocks") or ()
    ]
    home = select(Meeting.community_id).where(Meeting.id == meeting_id).scalar_subquery()
    ours: set[UUID] = set()
    for name, model in LINKS.items():
        named = {FIELDS[name](row.get(name)) for row in (*rows, *inner)} - {None}
        query = select(model.id).where(model.id.in_(named), model.community_id == home)
        ours |= set(session.scalars(query)) if named else set()
    return ours


def _said(row: Row, end: Section) -> Section:
    """Where a row itself says it belongs; the end of the last day if it says nothing."""
    part = AgendaPart(row.get("part") or AgendaPart.MEETING)
    return Section(part, int(row["day"])) if "day" in row else Section(part, end.day)


def _item(meeting_id: UUID, row: Row, known: set[UUID]) -> AgendaItem:
    values = cleaned(FIELDS, {"title": "", **{name: row[name] for name in FIELDS if name in row}})
    if values.get("leader_id") not in known:  # of another file or community: the name remains
        values["leader_id"] = None
        values["guest"] = values.get("guest") or FIELDS["guest"](row.get("leader"))
    if values.get("topic_id") not in known:
        values["topic_id"] = None
    kind = values.get("kind") or BlockKind.DISCUSSION
    item = AgendaItem(**{"minutes": DEFAULT_MINUTES[kind], **values})
    item.meeting_id, item.position = meeting_id, 0
    return item


def _tracks(
    session: Session, head: AgendaItem, row: Row, known: set[UUID]
) -> list[tuple[AgendaItem, Row]]:
    """The tracks of a new block, and the blocks in them with the rows they come from."""
    inner: list[tuple[AgendaItem, Row]] = []
    for number, track in enumerate(row.get("tracks") or ()):
        session.add(agenda_copies.track(head.id, number, track))
        section = Section(head.part, head.day, head.id, number)
        for each in track.get("blocks") or ():
            item = _item(head.meeting_id, each, known)
            put(session, head.meeting_id, [item], section, ())
            inner.append((item, each))
    return inner
