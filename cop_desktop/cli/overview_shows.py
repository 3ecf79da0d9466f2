"""Show, of what a coordinator has: communities, who is missing, what came."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from cop_desktop.services import collating, overview
from cop_desktop.services.overview import Wanted

Shown = dict[str, Any]


def _communities(session: Session, today: date) -> Shown:
    rows = [asdict(it) for it in overview.communities(session, Wanted(), today)]
    return {
        "communities": [
            it | {"signs": list(it["signs"]), "sending": it["sending"].value} for it in rows
        ]
    }


def _missing(session: Session, today: date) -> Shown:
    rows = overview.missing(session, today)
    return {
        "missing": [
            {"community": it.community_id, "name": it.name, "programme": it.programme,
             "sending": it.sending.value, "as_of": it.as_of, "number": it.number}
            for it in rows
        ]
    }  # fmt: skip


def _packages(session: Session, today: date) -> Shown:
    keys = [it.id for it in overview.communities(session, Wanted(), today)]
    rows = [it for key in keys for it in collating.history(session, key)]
    return {
        "packages": [
            {"community": it.community_id, "name": it.name, "number": it.number,
             "level": it.level, "as_of": it.as_of, "file": it.file, "state": it.state.value,
             "received_at": it.received_at, "rows": it.rows, "left_out": len(it.left_out),
             "skipped": it.skipped, "digest": it.digest}
            for it in rows
        ]
    }  # fmt: skip


OVERVIEW_SHOWN: dict[str, Callable[[Session, date], Shown]] = {
    "communities": _communities,
    "missing": _missing,
    "packages": _packages,
}
