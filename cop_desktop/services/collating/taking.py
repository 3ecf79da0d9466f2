"""Taking a batch of packages in: decided one by one, written table by table."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.models.collated import collated
from cop_desktop.models.collated import received as kept
from cop_desktop.models.package_form import Cell
from cop_desktop.models.package_words import PackageState
from cop_desktop.services.packages.incoming import Received

from . import writing
from .comparing import compared
from .receipts import Arrival, Changes, Receipt
from .shaping import Tables, shaped
from .standing import Standing, standings

Decided = tuple[Receipt, Received | None]  # what came of a file; the package if that is news


def take_in(session: Session, arrivals: Sequence[Arrival], now: datetime) -> tuple[Receipt, ...]:
    """Take packages in, as one write; nothing that came once changes anything when it comes again.

    A file that is no package is told in its receipt and never stops the others.
    """
    writing.alone(session)
    communities = {it.package.head.community for it in arrivals if isinstance(it.package, Received)}
    known = standings(session, communities)
    had = {it for it in communities if known[it].newest is not None}
    came = {digest for it in known.values() for digest in it.states}
    decided = [_decide(known, it) for it in arrivals]
    receipts = _write(session, decided, had)
    news = [it for it, (_, package) in zip(receipts, decided, strict=True) if package]
    _forget(session, news, had, came)
    _keep(session, news, now)
    return receipts


def _decide(known: Mapping[str, Standing], arrival: Arrival) -> Decided:
    package = arrival.package
    if isinstance(package, UserError):
        return Receipt(arrival.file, PackageState.REFUSED, package), None
    head, standing = package.head, known[package.head.community]
    skipped, before = standing.skipped(package), standing.states.get(package.digest)
    state, refusal = standing.look(package)
    receipt = Receipt(
        arrival.file, state, refusal, head.community, head.name, head.number, head.level.value,
        head.as_of, head.key, head.previous, package.digest,
        {it: len(rows) for it, rows in package.rows.items()}, package.problems,
        skipped if state == PackageState.ACCEPTED else 0,
    )  # fmt: skip
    return receipt, package if standing.states[package.digest] != before else None


def _write(session: Session, decided: Sequence[Decided], had: set[str]) -> tuple[Receipt, ...]:
    """Write what the accepted packages say, each told apart from the one before it."""
    accepted = {
        receipt.community_id for receipt, _ in decided if receipt.state == PackageState.ACCEPTED
    }
    there: dict[str, Tables] = {**writing.rows_of(session, accepted & had)}
    touched = {it: set() if it in there else set(collated) for it in accepted}
    receipts = []
    for receipt, package in decided:
        if package is None or receipt.state != PackageState.ACCEPTED:
            receipts.append(receipt)
            continue
        community, rows = receipt.community_id, shaped(package)
        changes = compared(there[community], rows) if community in there else Changes()
        touched[community] |= changes.tables.keys()
        there[community] = rows
        receipts.append(replace(receipt, changes=changes))
    writing.replace(session, there, touched, had)
    return tuple(receipts)


def _forget(session: Session, news: Sequence[Receipt], had: set[str], came: set[str]) -> None:
    """What was said before of these packages, and that those before them are the ones shown."""
    said = {it.digest for it in news} & came
    behind = {it.community_id for it in news if it.state == PackageState.ACCEPTED} & had
    its = kept.c
    if behind:
        hide = update(kept).where(its.community_id.in_(behind), its.shown).values(shown=False)
        session.execute(hide)
    if said:
        session.execute(delete(kept).where(its.digest.in_(said)))


def _keep(session: Session, news: Sequence[Receipt], now: datetime) -> None:
    """The packages that came, with what became of each; the last of a community is shown."""
    shown = {it.community_id: it.digest for it in news if it.state == PackageState.ACCEPTED}
    rows = {it.digest: _row(it, now) for it in news}
    for digest in shown.values():
        rows[digest]["shown"] = True
    names = [column.name for column in kept.columns]
    writing.insert(session, kept, [tuple(it[name] for name in names) for it in rows.values()])


def _row(receipt: Receipt, now: datetime) -> dict[str, Cell]:
    taken = receipt.state == PackageState.ACCEPTED
    return {
        "digest": receipt.digest, "community_id": receipt.community_id, "name": receipt.name,
        "key": receipt.key, "number": receipt.number, "previous": receipt.previous,
        "level": receipt.level, "as_of": str(receipt.as_of), "file": receipt.file,
        "received_at": now.isoformat(" ", "microseconds"),
        "state": receipt.state.value, "rows": sum(receipt.rows.values()) if taken else 0,
        "problems": json.dumps([astuple(it) for it in receipt.left_out], ensure_ascii=False),
        "changes": receipt.changes.as_json(), "skipped": receipt.skipped, "shown": False,
    }  # fmt: skip
