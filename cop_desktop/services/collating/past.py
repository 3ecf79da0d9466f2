"""What came of a community, package by package."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.models.collated import received
from cop_desktop.models.package_words import PackageState
from cop_desktop.services.packages.incoming import LeftOut

from .receipts import Changes


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """A package that came, with what became of it."""

    digest: str
    community_id: str
    name: str
    key: str
    number: int
    level: str
    as_of: date
    file: str
    received_at: datetime
    state: PackageState
    rows: int
    left_out: tuple[LeftOut, ...]
    changes: Changes
    skipped: int


def history(session: Session, community_id: str) -> tuple[ReceivedRow, ...]:
    """The packages of a community, the newest first."""
    its = received.c
    found = session.execute(
        select(
            its.digest, its.community_id, its.name, its.key, its.number, its.level, its.as_of,
            its.file, its.received_at, its.state, its.rows, its.problems, its.changes, its.skipped,
        )
        .where(its.community_id == community_id)
        .order_by(its.number.desc(), its.as_of.desc(), its.digest)
    )  # fmt: skip
    return tuple(
        ReceivedRow(
            *row[:9], PackageState(row.state), row.rows, _left_out(row.problems),
            Changes.of_json(row.changes), row.skipped,
        )
        for row in found
    )  # fmt: skip


def _left_out(text: str) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(*it) for it in json.loads(text or "[]"))
