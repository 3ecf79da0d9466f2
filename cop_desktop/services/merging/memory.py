"""What a file was when it last met another one, kept within it."""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, undefer

from cop_desktop.models import ErasedRow, MergeMemory

from .registers import DROPPED, Deleted, Erased, Kept, Register
from .replica import ROW, Cell, Key, Replica, erase
from .rows import tables


def remembered(session: Session) -> Replica | None:
    """The replica kept at the last meeting; nothing in a file that never met another.

    Nor where it is damaged: what differs is asked then, and nothing is lost.
    """
    found = session.scalar(
        select(MergeMemory).options(undefer(MergeMemory.body)).order_by(MergeMemory.met_at.desc())
    )
    with suppress(zlib.error, ValueError, LookupError, TypeError):
        return loads(found.body[_end_of_head(found.body) :]) if found and found.body else None
    return None


def met_at(session: Session) -> datetime:
    """When the file last met another one."""
    return session.scalars(select(MergeMemory.met_at)).one()


def remember(session: Session, replica: Replica, at: datetime, waits: Iterable[Cell]) -> None:
    """Keep a replica in the place of the one before, and the cells that wait for a decision."""
    noted = [(*cell, _mark(cell, replica)) for cell in sorted(waits) if cell[:2] in replica.rows]
    forget_memory(session)
    session.add(MergeMemory(met_at=at, body=_with_head(noted, dumps(replica))))


def waiting(session: Session) -> list[Cell]:
    """The cells that wait for a decision; told at once, without reading all that is remembered.

    They stand before it, each with a mark of the value shown: one that was written over is decided.
    """
    body = session.scalar(select(MergeMemory.body).order_by(MergeMemory.met_at.desc()))
    noted: list[list[str]] = []
    with suppress(ValueError):  # damaged: nothing is known to wait
        noted = json.loads(body[_SIZE : _end_of_head(body)]) if body else []
    cells = [((table, row, column), mark) for table, row, column, mark in noted]
    return [cell for cell, mark in cells if _marked(session, cell) == mark]


def without_erased(session: Session, replica: Replica) -> Replica:
    """The replica with all that was erased in this file forgotten there, too."""
    for table, row in session.execute(select(ErasedRow.table, ErasedRow.row)):
        replica = erase(replica, (table, row.hex), tables())
    return replica


def forget_memory(session: Session) -> None:
    """Remember nothing: the file is one that never met another."""
    session.execute(delete(MergeMemory))


def dumps(replica: Replica) -> bytes:
    """A replica as bytes; the same replica makes the same bytes."""
    told = {
        "rows": [[*key, {name: _plain(it) for name, it in sorted(row.items())}]
                 for key, row in sorted(replica.rows.items())],
        "cells": [[*cell, {tag: _plain(it) for tag, it in sorted(one.alive.items())},
                   sorted(one.gone)]
                  for cell, one in sorted(replica.registers.items())],
    }  # fmt: skip
    return zlib.compress(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode())


def loads(body: bytes) -> Replica:
    """The replica of `dumps`."""
    told = json.loads(zlib.decompress(body))
    rows: dict[Key, Mapping[str, Any]] = {
        (table, row): {name: _kept(it) for name, it in cells.items()} if _packed(cells) else cells
        for table, row, cells in told["rows"]
    }
    registers = {
        (table, row, column): Register(
            {tag: _kept(it) for tag, it in alive.items()}, frozenset(gone)
        )
        for table, row, column, alive, gone in told["cells"]
    }
    return Replica(rows, registers)


def _plain(kept: Kept) -> object:
    if isinstance(kept, bytes):
        return {"bytes": base64.b64encode(kept).decode()}
    if isinstance(kept, Deleted):
        return {"deleted": sorted(kept.seen), "into": kept.into, "under": kept.under}
    if isinstance(kept, Erased):
        return {"erased": True}
    return {"dropped": True} if kept is DROPPED else kept


def _kept(plain: Any) -> Any:
    if not isinstance(plain, dict):
        return plain
    if "bytes" in plain:
        return base64.b64decode(plain["bytes"])
    if "deleted" in plain:
        under = tuple((table, row) for table, row in plain["under"])
        return Deleted(frozenset(plain["deleted"]), plain["into"], under)
    return Erased() if "erased" in plain else DROPPED


def _packed(cells: Mapping[str, Any]) -> bool:
    """Whether anything in a row is kept in another form than its own; in most, nothing is."""
    return dict in map(type, cells.values())


_SIZE = 4  # bytes that tell how long the head is


def _with_head(noted: Sequence[tuple[str, ...]], body: bytes) -> bytes:
    head = json.dumps(noted, separators=(",", ":")).encode()
    return len(head).to_bytes(_SIZE, "big") + head + body


def _end_of_head(body: bytes) -> int:
    return _SIZE + int.from_bytes(body[:_SIZE], "big")


def _mark(cell: Cell, replica: Replica) -> str:
    table, row, column = cell
    value = True if column == ROW else replica.rows[table, row].get(column)
    return _digest(cell, value)


def _marked(session: Session, cell: Cell) -> str:
    """The mark of what the open file holds there; none where the row is gone."""
    table, row, column = cell
    what = "1" if column == ROW else f'"{column}"'
    found = session.connection().exec_driver_sql(
        f'SELECT {what} FROM "{table}" WHERE id = ?', (row,)
    )
    return _digest(cell, True if column == ROW else it[0]) if (it := found.first()) else ""


def _digest(cell: Cell, value: Kept) -> str:
    return hashlib.sha256(repr((cell, value)).encode()).hexdigest()[:16]
