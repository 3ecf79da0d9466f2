"""What a file was when it last met another one, kept within it."""

import base64
import json
import zlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, undefer

from cop_desktop.models import ErasedRow, MergeMemory

from .registers import DROPPED, Deleted, Erased, Kept, Register
from .replica import Key, Replica, erase


def remembered(session: Session) -> Replica | None:
    """The replica kept at the last meeting; nothing in a file that never met another."""
    found = session.scalar(
        select(MergeMemory).options(undefer(MergeMemory.body)).order_by(MergeMemory.met_at.desc())
    )
    return loads(found.body) if found and found.body else None


def met_at(session: Session) -> datetime:
    """When the file last met another one."""
    return session.scalars(select(MergeMemory.met_at)).one()


def remember(session: Session, replica: Replica, at: datetime) -> None:
    """Keep a replica in the place of the one before."""
    session.execute(delete(MergeMemory))
    session.add(MergeMemory(met_at=at, body=dumps(replica)))


def without_erased(session: Session, replica: Replica) -> Replica:
    """The replica with all that was erased in this file forgotten there, too."""
    for table, row in session.execute(select(ErasedRow.table, ErasedRow.row)):
        replica = erase(replica, (table, row.hex))
    return replica


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
        (table, row): {name: _kept(it) for name, it in cells.items()}
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
