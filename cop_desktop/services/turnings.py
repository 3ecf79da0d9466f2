"""A community turns into something else: decided together, handed over, kept, and told."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Turning
from cop_desktop.models.method import Transformation
from cop_desktop.models.thread_words import MarkList
from cop_desktop.models.vocabulary import Stage

from . import marks, stages
from .editing import Fields, apply, day, line, prose, word

OPEN = N_("A transformation is under way already. End it first, or take it back.")
UNTOLD = N_("Write why: those who come later will ask.")
UNDECIDED = N_("The decision has no day yet. Write it down before the end.")
EARLY = N_("This day is before the decision. Check the date.")
FIELDS: Fields = {
    "kind": word(Transformation),
    "decided_by": line,
    "reason": prose,
    "becomes": prose,
}


@frozen
class TurningRow:
    """A transformation; without a day of ending it is under way."""

    id: UUID
    kind: Transformation
    begun_on: date
    decided_on: date | None
    decided_by: str
    reason: str
    becomes: str  # what will live on, and where
    ended_on: date | None


def every(session: Session, community_id: UUID) -> tuple[TurningRow, ...]:
    """All transformations, oldest first."""
    found = session.scalars(
        select(Turning).where(Turning.community_id == community_id).order_by(Turning.begun_on)
    )
    return tuple(
        TurningRow(
            it.id, it.kind, it.begun_on, it.decided_on, it.decided_by, it.reason, it.becomes,
            it.ended_on,
        )
        for it in found
    )  # fmt: skip


def current(session: Session, community_id: UUID) -> TurningRow | None:
    """The one that is under way."""
    return next((it for it in every(session, community_id) if it.ended_on is None), None)


def begin(session: Session, community_id: UUID, kind: Transformation, on: date) -> UUID:
    """Take the question up; nothing is decided by that. Marks of an earlier one are cleared."""
    if current(session, community_id):
        raise UserError(OPEN)
    marks.clear(session, community_id, MarkList.RITUAL)
    row = Turning(community_id=community_id, kind=kind, begun_on=on)
    session.add(row)
    session.flush()
    return row.id


def change(session: Session, turning_id: UUID, values: Mapping[str, Any]) -> None:
    """Better words, or another kind."""
    for row in apply(session, Turning, [turning_id], FIELDS, values):
        if row.decided_on and not row.reason:
            raise UserError(UNTOLD)


def decide(
    session: Session, turning_id: UUID, on: date, who: str, why: str, becomes: str = ""
) -> None:
    """Write the decision down; from that day on the community is in the fifth stage.

    Raises UserError without a reason, or when the present stage began later.
    """
    row = session.get_one(Turning, turning_id)
    if not line(why):
        raise UserError(UNTOLD)
    row.decided_on, row.decided_by = day(on), line(who)
    row.reason, row.becomes = prose(why), prose(becomes)
    now = stages.path(session, row.community_id).now
    if now is None or now.stage is not Stage.TRANSFORMATION:
        stages.record(session, row.community_id, Stage.TRANSFORMATION, on, why, decided_by=who)


def end(session: Session, turning_id: UUID, on: date, stage: Stage | None = None) -> None:
    """The way is gone; what goes on begins in `stage`, or nothing does."""
    row = session.get_one(Turning, turning_id)
    if row.decided_on is None:
        raise UserError(UNDECIDED)
    if on < row.decided_on:
        raise UserError(EARLY)
    row.ended_on = on
    if stage is not None and stage is not Stage.TRANSFORMATION:
        stages.record(
            session, row.community_id, stage, on, row.becomes or row.reason,
            decided_by=row.decided_by,
        )  # fmt: skip


def take_back(session: Session, turning_id: UUID) -> None:
    """Forget a transformation with its marks; stages recorded meanwhile stay."""
    row = session.get_one(Turning, turning_id)
    marks.clear(session, row.community_id, MarkList.RITUAL)
    session.delete(row)
