"""Planned pauses: the needs are looked at anew, and what changed since the last time is seen."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Need, NeedReading, NeedsPause
from cop_desktop.models.thread_words import NeedState

from . import needs
from .editing import day, prose, whole

Readings = Mapping[UUID, int]  # weights by need


@frozen
class PauseRow:
    """A pause: planned, under way, or closed."""

    id: UUID
    planned_on: date
    closed_on: date | None
    learnt: str
    read: int  # needs looked at so far

    @property
    def open(self) -> bool:
        return self.closed_on is None


@frozen
class Offered:
    """A need as a pause offers it; it stands as it was until somebody reads it anew."""

    need_id: UUID
    text: str
    before: int  # its weight when it was offered
    weight: int  # 0 to 3, as read
    read: bool


@frozen
class Changed:
    """A need and its weight then and now; None: it was not known then. 0: felt no more."""

    need_id: UUID
    text: str
    before: int | None
    now: int
    state: NeedState


@frozen
class Changes:
    """What a pause found, against the one before."""

    since: date | None  # the day the one before was closed; None: this is the first
    new: tuple[Changed, ...]
    grown: tuple[Changed, ...]
    faded: tuple[Changed, ...]  # lighter, still felt
    gone: tuple[Changed, ...]
    same: tuple[Changed, ...]


def every(session: Session, community_id: UUID) -> tuple[PauseRow, ...]:
    """All pauses, newest first."""
    query = (
        select(NeedsPause)
        .where(NeedsPause.community_id == community_id)
        .order_by(NeedsPause.planned_on.desc(), NeedsPause.closed_on.desc())
    )
    pauses = list(session.scalars(query))
    seen = [
        it.pause_id
        for it in session.scalars(
            select(NeedReading).where(NeedReading.pause_id.in_([it.id for it in pauses]))
        )
    ]
    return tuple(
        PauseRow(it.id, it.planned_on, it.closed_on, it.learnt, seen.count(it.id)) for it in pauses
    )


def coming(session: Session, community_id: UUID) -> PauseRow | None:
    """The pause that is planned or under way, if any."""
    ahead = [row for row in every(session, community_id) if row.open]
    return ahead[-1] if ahead else None


def plan(session: Session, community_id: UUID, on: date) -> UUID:
    """Set a day for a pause; raises UserError while another is planned."""
    if coming(session, community_id) is not None:
        raise UserError(N_("A pause is planned already. Close it, or give it another day."))
    pause = NeedsPause(community_id=community_id, planned_on=day(on) or on)
    session.add(pause)
    session.flush()
    return pause.id


def change(session: Session, pause_id: UUID, values: Mapping[str, Any]) -> None:
    """Set the day or what was learnt."""
    pause = session.get_one(NeedsPause, pause_id)
    if values.get("planned_on"):
        pause.planned_on = day(values["planned_on"]) or pause.planned_on
    if "learnt" in values:
        pause.learnt = prose(values["learnt"])


def sheet(session: Session, pause_id: UUID) -> tuple[Offered, ...]:
    """The needs a pause offers: those still felt, and what it read, the heaviest first."""
    pause, readings = _pause(session, pause_id), _readings(session, pause_id)
    found = session.scalars(
        select(Need)
        .where(Need.community_id == pause.community_id)
        .order_by(Need.weight.desc(), Need.noted_on, Need.text)
    )
    return tuple(
        Offered(it.id, it.text, it.weight, readings.get(it.id, it.weight), it.id in readings)
        for it in found
        if it.id in readings or (pause.closed_on is None and it.state == NeedState.OPEN)
    )


def read(session: Session, pause_id: UUID, need_id: UUID, weight: int) -> None:
    """How heavy a need is now, 0 (felt no more) to 3; raises UserError once the pause is closed."""
    _open(session, pause_id)
    said = whole(0, 3)(weight)
    found = session.scalar(
        select(NeedReading).where(NeedReading.pause_id == pause_id, NeedReading.need_id == need_id)
    )
    if found is None:
        session.add(NeedReading(pause_id=pause_id, need_id=need_id, weight=said))
        session.flush()
    else:
        found.weight = said


def note(session: Session, pause_id: UUID, values: Mapping[str, Any], today: date) -> UUID:
    """A need that came up in the pause."""
    pause = _open(session, pause_id)
    need_id = needs.add(session, pause.community_id, values, today)
    read(session, pause_id, need_id, session.get_one(Need, need_id).weight)
    return need_id


def close(session: Session, pause_id: UUID, learnt: str, today: date) -> None:
    """End the pause: the needs take the weights it found, and those felt no more are closed.

    What nobody read anew stays as it was offered.
    """
    pause = _open(session, pause_id)
    for it in sheet(session, pause_id):
        read(session, pause_id, it.need_id, it.weight)
        need = session.get_one(Need, it.need_id)
        if it.weight:
            need.weight = it.weight
        elif need.state == NeedState.OPEN:
            need.state, need.closed_on = NeedState.FADED, today
    pause.closed_on, pause.learnt = today, prose(learnt)
    session.flush()


def remove(session: Session, pause_id: UUID) -> None:
    """Delete a pause and what it read; the needs stay as they are."""
    session.delete(session.get_one(NeedsPause, pause_id))


def changes(session: Session, pause_id: UUID) -> Changes:
    """What is new, heavier, lighter or gone since the last pause that was closed before."""
    return history(session, _pause(session, pause_id).community_id)[pause_id]


def history(session: Session, community_id: UUID) -> dict[UUID, Changes]:
    """What each pause changed, in a fixed number of questions."""
    mine = select(NeedsPause).where(NeedsPause.community_id == community_id)
    stops = sorted(session.scalars(mine), key=_ended)
    found = session.scalars(select(Need).where(Need.community_id == community_id))
    known = sorted(found, key=lambda it: it.text)
    told: dict[UUID, dict[UUID, int]] = {stop.id: {} for stop in stops}
    for it in session.scalars(select(NeedReading).where(NeedReading.pause_id.in_(told))):
        told[it.pause_id][it.need_id] = it.weight
    before: dict[UUID, NeedsPause | None] = {
        stop.id: next((it for it in reversed(stops[:place]) if it.closed_on), None)
        for place, stop in enumerate(stops)
    }
    return {
        stop.id: _changes(known, _now(stop, known, told[stop.id]), before[stop.id], told)
        for stop in stops
    }


def _changes(
    known: Sequence[Need],
    now: Readings,
    last: NeedsPause | None,
    told: Mapping[UUID, Readings],
) -> Changes:
    then = told[last.id] if last else {}
    rows = [
        Changed(it.id, it.text, then.get(it.id) or None, now.get(it.id, 0), it.state)
        for it in known
        if now.get(it.id) or then.get(it.id)
    ]
    return Changes(
        last.closed_on if last else None,
        tuple(row for row in rows if row.before is None),
        tuple(row for row in rows if row.before and row.now > row.before),
        tuple(row for row in rows if row.before and 0 < row.now < row.before),
        tuple(row for row in rows if row.before and not row.now),
        tuple(row for row in rows if row.before == row.now),
    )


def _now(stop: NeedsPause, known: Sequence[Need], read: Readings) -> Readings:
    """What a pause read; while it is open, needs that nobody looked at stand as they are."""
    if stop.closed_on is not None:
        return read
    return {it.id: it.weight for it in known if it.state == NeedState.OPEN} | dict(read)


def _ended(stop: NeedsPause) -> tuple[date, date]:
    """The order of pauses; those of one day count in the order planned, the open one is last."""
    return stop.closed_on or date.max, stop.planned_on


def _pause(session: Session, pause_id: UUID) -> NeedsPause:
    return session.get_one(NeedsPause, pause_id)


def _open(session: Session, pause_id: UUID) -> NeedsPause:
    pause = _pause(session, pause_id)
    if pause.closed_on is not None:
        raise UserError(N_("This pause is closed. Plan another one to look at the needs anew."))
    return pause


def _readings(session: Session, pause_id: UUID) -> dict[UUID, int]:
    found = session.scalars(select(NeedReading).where(NeedReading.pause_id == pause_id))
    return {it.need_id: it.weight for it in found}
