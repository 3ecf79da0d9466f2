"""The log of what left: entries are only added, and each names the digest of the one before.

An entry that was changed, taken out or put in shows; one taken out at the end shows on the computer
that remembers it (`export_ends`). Whoever makes the whole chain anew elsewhere is not found out:
docs/adr/0018. Undo leaves the log alone: what was handed over stays handed over.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import ExportEvent
from cop_desktop.models.package_words import ExportStep
from cop_desktop.models.vocabulary import Share

from . import export_ends

PACKAGE, NAMES = "package", "names"  # kinds of what leaves
LOST, REWORDED = "lost", "reworded"  # kept in what an entry tells
Told = Mapping[str, str | int]  # recipient, purpose, legal basis, file, counts …

NOT_OURS = N_("This package did not leave from here. Look for it in the log of exports.")
OUT_OF_TURN = N_("This step was noted already. Look at the log of exports.")


@frozen
class Entry:
    """A step of something that left."""

    number: int
    at: datetime
    step: ExportStep
    level: Share
    package: str  # digest of what left
    told: Told
    digest: str


@frozen
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
    """All entries that can be read, the oldest first."""
    return tuple(map(_entry, _events(session, community_id)))


def add(
    session: Session, community_id: UUID, step: ExportStep, level: Share, package: str,
    told: Told, at: datetime,
) -> Entry:  # fmt: skip
    """Note a step; raises UserError for one that has no package before it, or was noted.

    Where entries are gone that this computer remembers, the new one says so for ever.
    """
    events = _events(session, community_id)
    _in_turn(events, step, package)
    gone = lost(session, community_id)
    event = ExportEvent(
        community_id=community_id, number=_count(session, community_id)[1] + 1, step=step,
        level=level, at=at.replace(microsecond=0), package=package,
        previous=events[-1].digest if events else "",
        told=_spelt({**told, **({LOST: gone} if gone else {})}), digest="",
    )  # fmt: skip
    event.digest = _digest(event)
    session.add(event)
    session.flush()
    export_ends.remember(session, community_id, event.number, event.digest)
    return _entry(event)


def broken_at(session: Session, community_id: UUID) -> int | None:
    """The number of the first entry that does not fit the one before, or nothing."""
    previous, events = "", _events(session, community_id)
    for number, event in enumerate(events, start=1):
        whole = event.number == number and event.previous == previous
        if not whole or event.digest != _digest(event):
            return number
        previous = event.digest
    return len(events) + 1 if _count(session, community_id)[0] > len(events) else None


def lost(session: Session, community_id: UUID) -> int:
    """How many entries this computer remembers, where the last of them is not in the log.

    An older copy of the file was put back, exports were made from another copy, or entries were
    taken out at the end.
    """
    number, digest = export_ends.known(community_id)
    found = {it.number: it.digest for it in _events(session, community_id)}
    return 0 if found.get(number, "") == digest else number


def reword(session: Session, words: re.Pattern[str], instead: str, today: date) -> None:
    """Take a name out of all logs, and say in the entry that this was done.

    The chain is made anew from there, unless it was broken before: that stays to be seen.
    """
    for community_id in session.scalars(select(ExportEvent.community_id).distinct()).all():
        whole, gone = broken_at(session, community_id) is None, lost(session, community_id)
        events = _events(session, community_id)
        for event in events:
            told = _told(event)
            other = {key: words.sub(instead, it) if isinstance(it, str) else it
                     for key, it in told.items()}  # fmt: skip
            if other != told:
                event.told = _spelt({**other, REWORDED: today.isoformat()})
        if whole and events:
            _chain(events)
            last = events[-1]
            if not gone:
                export_ends.remember(session, community_id, last.number, last.digest)


def sent(session: Session, community_id: UUID) -> tuple[Sent, ...]:
    """Everything that left with the steps noted for it, the newest first."""
    entries, steps = log(session, community_id), dict[str, dict[ExportStep, datetime]]()
    for it in entries:
        steps.setdefault(it.package, {})[it.step] = it.at
    return tuple(
        Sent(it.package, it.level, it.told, steps[it.package])
        for it in reversed(entries)
        if it.step == ExportStep.EXPORTED
    )


def next_package(session: Session, community_id: UUID) -> tuple[int, str]:
    """The number of the next package, and the digest of the one before it."""
    before = [
        it.package for it in _events(session, community_id)
        if it.step == ExportStep.EXPORTED and _told(it).get("kind") == PACKAGE
    ]  # fmt: skip
    return len(before) + 1, before[-1] if before else ""


def _entry(event: ExportEvent) -> Entry:
    return Entry(
        event.number, event.at, event.step, event.level, event.package, _told(event), event.digest
    )


def _events(session: Session, community_id: UUID) -> Sequence[ExportEvent]:
    """In their order; those that were made unreadable from outside are left out."""
    query = (
        select(ExportEvent)
        .where(ExportEvent.community_id == community_id)
        .order_by(ExportEvent.number)
    )
    try:
        return session.scalars(query).all()
    except (LookupError, ValueError):
        keys = session.scalars(query.with_only_columns(ExportEvent.id)).all()
        return [it for key in keys if (it := _readable(session, key))]


def _readable(session: Session, key: UUID) -> ExportEvent | None:
    try:
        return session.get(ExportEvent, key)
    except (LookupError, ValueError):
        return None


def _count(session: Session, community_id: UUID) -> tuple[int, int]:
    """How many entries there are, readable or not, and the largest number."""
    query = select(func.count(ExportEvent.id), func.max(ExportEvent.number))
    count, largest = session.execute(query.where(ExportEvent.community_id == community_id)).one()
    return count, largest or 0


def _told(event: ExportEvent) -> Told:
    """What an entry tells; nothing where somebody else wrote into it."""
    try:
        told = json.loads(event.told)
    except (ValueError, RecursionError):
        return {}
    found = told.items() if isinstance(told, dict) else ()
    return {key: it for key, it in found if isinstance(it, (str, int))}


def _spelt(told: Told) -> str:
    return json.dumps(dict(told), ensure_ascii=False, sort_keys=True)


def _chain(events: Sequence[ExportEvent]) -> None:
    previous = ""
    for event in events:
        event.previous = previous
        event.digest = previous = _digest(event)


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
