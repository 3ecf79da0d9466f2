"""The log of what left: entries are only added, and each names the digest of the one before.

An entry cannot be changed, taken out or put in without the chain showing it. Undo leaves the log
alone: what was handed over stays handed over.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import ExportEvent
from cop_desktop.models.package_words import ExportStep
from cop_desktop.models.vocabulary import Share

Told = Mapping[str, str | int]  # recipient, purpose, legal basis, file, counts …

NOT_OURS = N_("This package did not leave from here. Look for it in the log of exports.")
OUT_OF_TURN = N_("This step was noted already. Look at the log of exports.")


@dataclass(frozen=True, slots=True)
class Entry:
    """A step of something that left."""

    number: int
    at: datetime
    step: ExportStep
    level: Share
    package: str  # digest of what left
    told: Told
    digest: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that left, and how far it came."""

    package: str
    level: Share
    told: Told
    steps: Mapping[ExportStep, datetime]

    @property
    def waiting_for(self) -> ExportStep | None:
        """The next step; nothing once its receipt was seen."""
        if ExportStep.RECEIPT_SEEN in self.steps:
            return None
        return next((step for step in ExportStep if step not in self.steps), None)


def log(session: Session, community_id: UUID) -> tuple[Entry, ...]:
    """All entries, the oldest first."""
    return tuple(
        Entry(
            it.number, it.at, it.step, it.level, it.package, json.loads(it.told), it.digest
        )
        for it in _events(session, community_id)
    )  # fmt: skip


def add(
    session: Session, community_id: UUID, step: ExportStep, level: Share, package: str,
    told: Told, at: datetime,
) -> Entry:  # fmt: skip
    """Note a step; raises UserError for one that has no package before it, or was noted."""
    events = _events(session, community_id)
    _in_turn(events, step, package)
    last = events[-1] if events else None
    event = ExportEvent(
        community_id=community_id, number=last.number + 1 if last else 1, step=step, level=level,
        at=at.replace(microsecond=0), package=package, previous=last.digest if last else "",
        told=json.dumps(dict(told), ensure_ascii=False, sort_keys=True), digest="",
    )  # fmt: skip
    event.digest = _digest(event)
    session.add(event)
    session.flush()
    return log(session, community_id)[-1]


def broken_at(session: Session, community_id: UUID) -> int | None:
    """The number of the first entry that does not fit the one before, or nothing."""
    previous = ""
    for number, event in enumerate(_events(session, community_id), start=1):
        whole = event.number == number and event.previous == previous
        if not whole or event.digest != _digest(event):
            return number
        previous = event.digest
    return None


def sent(session: Session, community_id: UUID) -> tuple[Sent, ...]:
    """Everything that left with the steps noted for it, the newest first."""
    entries = log(session, community_id)
    begun = [it for it in entries if it.step == ExportStep.EXPORTED]
    return tuple(
        Sent(
            it.package, it.level, it.told,
            {other.step: other.at for other in entries if other.package == it.package},
        )
        for it in reversed(begun)
    )  # fmt: skip


def next_package(session: Session, community_id: UUID) -> tuple[int, str]:
    """The number of the next package, and the digest of the one before it."""
    before = [
        it.package for it in _events(session, community_id) if it.step == ExportStep.EXPORTED
        and json.loads(it.told).get("kind") == "package"
    ]  # fmt: skip
    return len(before) + 1, before[-1] if before else ""


def _events(session: Session, community_id: UUID) -> Sequence[ExportEvent]:
    return session.scalars(
        select(ExportEvent)
        .where(ExportEvent.community_id == community_id)
        .order_by(ExportEvent.number)
    ).all()


def _in_turn(events: Sequence[ExportEvent], step: ExportStep, package: str) -> None:
    known = {event.step for event in events if event.package == package}
    if step in known:
        raise UserError(OUT_OF_TURN)
    if step != ExportStep.EXPORTED and ExportStep.EXPORTED not in known:
        raise UserError(NOT_OURS)


def _digest(event: ExportEvent) -> str:
    parts = (
        str(event.community_id), str(event.number), event.at.isoformat(), event.step.value,
        event.level.value, event.package, event.told, event.previous,
    )  # fmt: skip
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
