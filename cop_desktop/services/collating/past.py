"""What came before: of one community, package by package, and of all as receipts."""

import json
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models.collated import received
from cop_desktop.models.package_words import PackageState
from cop_desktop.services.packages.incoming import LeftOut

from .receipts import Changes, Receipt
from .standing import other_key


@frozen
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


def came(session: Session) -> tuple[Receipt, ...]:
    """A receipt for every package that ever came, the newest first; files that were no package
    are told when they are taken in, and not remembered.
    """
    its = received.c
    found = session.execute(
        select(
            its.file, its.state, its.community_id, its.name, its.number, its.level, its.as_of,
            its.key, its.previous, its.digest, its.problems, its.skipped, its.changes,
            its.received_at,
        ).order_by(its.received_at.desc(), its.file, its.digest)
    )  # fmt: skip
    return tuple(map(_receipt, found))


def _receipt(row: Row[*tuple[Any, ...]]) -> Receipt:
    state = PackageState(row.state)
    refused = other_key(row.name, row.key) if state is PackageState.REFUSED else None
    return Receipt(
        row.file, state, refused, row.community_id, row.name, row.number, row.level, row.as_of,
        row.key, row.previous, row.digest, {}, _left_out(row.problems), row.skipped,
        Changes.of_json(row.changes), row.received_at,
    )  # fmt: skip


def _left_out(text: str) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(*it) for it in json.loads(text or "[]"))
