"""Blocks on their way to another agenda: one form for the library, templates and the clipboard."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.models import AgendaItem, AgendaTrack, Member
from cop_desktop.models.vocabulary import AgendaPart

from .agenda_fields import FIELDS
from .editing import line
from .people import full_name

MIME = "application/x-maagalim-agenda+json"
FORM = "maagalim-agenda"
MOST = 500  # blocks; more is no agenda
DAYS = 31


def rows(session: Session, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Blocks in their order as plain values, the blocks of tracks inside their parallel block.

    `copy_of` is the key of the model, `leader` the name of its leader; empty fields are left out.
    """
    chosen = set(ids)
    query = (
        select(AgendaItem, Member.given_name, Member.family_name)
        .outerjoin(Member, AgendaItem.leader_id == Member.id)
        .where(AgendaItem.id.in_(chosen) | AgendaItem.parent_id.in_(chosen))
        .order_by(AgendaItem.position)
    )
    told = {item.id: (item, _row(item, full_name(*name))) for item, *name in session.execute(query)}
    tracks = _tracks(session, list(told))
    for item, row in told.values():
        if item.parent_id in told:
            _into(tracks.setdefault(item.parent_id, {}), item.track or 0, row)
    for key, mine in tracks.items():
        told[key][1]["tracks"] = list(mine.values())
    return [row for item, row in told.values() if item.parent_id not in told]


def to_json(copied: Sequence[Mapping[str, Any]]) -> str:
    """The text of a clipboard or a library."""
    return json.dumps({"form": FORM, "blocks": list(copied)}, ensure_ascii=False)


def from_json(text: str) -> list[dict[str, Any]] | None:
    """Rows for `agendas.add_several` out of such a text; None if it is anything else.

    What does not fit is left out: fields nobody knows, values of another kind, untitled blocks.
    """
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("form") != FORM:
        return None
    return _fit(told.get("blocks"))


def to_cells(blocks: Iterable[Any]) -> str:
    """For other programs, a line a block: hour, minutes, title and leader, with tabs between."""
    return "\n".join(
        "\t".join(
            (
                f"{block.starts_at:%H:%M}" if block.timed else "",
                str(block.minutes), line(block.title), line(block.leader),
            )
        )
        for block in blocks
    )  # fmt: skip


def track(item_id: UUID, number: int, row: Mapping[str, Any]) -> AgendaTrack:
    """A new track under a block."""
    title, place = line(row.get("title")), line(row.get("place"))
    return AgendaTrack(item_id=item_id, number=number, title=title, place=place)


def _row(item: AgendaItem, leader: str) -> dict[str, Any]:
    values = {name: _plain(getattr(item, name)) for name in FIELDS}
    place = {"part": item.part.value, "day": item.day, "leader": leader, "copy_of": item.id.hex}
    kept = {name: value for name, value in (values | place).items() if value not in (None, "", [])}
    return kept | {"minutes": item.minutes, "day": item.day}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [each.value for each in value]
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.hex if isinstance(value, UUID) else value


def _tracks(session: Session, ids: list[UUID]) -> dict[UUID, dict[int, dict[str, Any]]]:
    tracks: dict[UUID, dict[int, dict[str, Any]]] = {}
    query = select(AgendaTrack).where(AgendaTrack.item_id.in_(ids)).order_by(AgendaTrack.number)
    for it in session.scalars(query):
        told = {"title": it.title, "place": it.place, "blocks": []}
        tracks.setdefault(it.item_id, {})[it.number] = told
    return tracks


def _into(tracks: dict[int, dict[str, Any]], number: int, row: dict[str, Any]) -> None:
    empty = {"title": "", "place": "", "blocks": []}
    tracks.setdefault(number, empty)["blocks"].append(row)


def _fit(blocks: object, inside: bool = False) -> list[dict[str, Any]]:
    if not isinstance(blocks, list):
        return []
    fit = (_fit_one(block, inside) for block in blocks[:MOST] if isinstance(block, dict))
    return [row for row in fit if row.get("title")]


def _fit_one(block: dict[str, Any], inside: bool) -> dict[str, Any]:
    row = {name: block[name] for name in FIELDS if name in block and _fits(name, block[name])}
    row["leader"] = line(block.get("leader"))
    row["copy_of"] = block.get("copy_of") if _fits("leader_id", block.get("copy_of")) else None
    if inside:
        return row
    if block.get("part") in list(AgendaPart):  # anything may stand there, hashable or not
        row["part"] = block["part"]
    if block.get("day") in range(DAYS):
        row["day"] = block["day"]
    told = block.get("tracks")
    tracks = [it for it in told if isinstance(it, dict)] if isinstance(told, list) else []
    if tracks:
        row["tracks"] = [it | {"blocks": _fit(it.get("blocks"), inside=True)} for it in tracks]
    return row


def _fits(name: str, value: object) -> bool:
    try:
        FIELDS[name](value)
    except (UserError, ValueError, TypeError, AttributeError):
        return False
    return True
