"""Domain, community and practice: each may be in a stage of its own."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import DimensionStage
from cop_desktop.models.method import Dimension
from cop_desktop.models.vocabulary import Stage

from .editing import line

AHEAD = N_("This day has not come yet. Write the day on which you saw it.")


@frozen
class DimensionRow:
    """From a day on a dimension was found to be in a stage."""

    id: UUID
    dimension: Dimension
    stage: Stage
    since: date
    note: str


def history(session: Session, community_id: UUID) -> Mapping[Dimension, tuple[DimensionRow, ...]]:
    """All that was found of each dimension, oldest first; every dimension is a key."""
    found = session.scalars(
        select(DimensionStage)
        .where(DimensionStage.community_id == community_id)
        .order_by(DimensionStage.since)
    )
    rows = [DimensionRow(it.id, it.dimension, it.stage, it.since, it.note) for it in found]
    return {of: tuple(row for row in rows if row.dimension == of) for of in Dimension}


def now(session: Session, community_id: UUID, today: date) -> Mapping[Dimension, DimensionRow]:
    """What was found last, until a day; a dimension never looked at is missing."""
    return {
        dimension: seen[-1]
        for dimension, rows in history(session, community_id).items()
        if (seen := [row for row in rows if row.since <= today])
    }


def record(
    session: Session,
    community_id: UUID,
    dimension: Dimension,
    stage: Stage,
    on: date,
    today: date,
    note: str = "",
) -> UUID:
    """A dimension is in a stage from a day on; what was found on that day before is replaced.

    A second look that finds the same only changes the note, if it brings one.
    """
    if on > today:
        raise UserError(AHEAD)
    known = now(session, community_id, on).get(dimension)
    if known is not None and (known.since == on or known.stage == stage):
        row = session.get_one(DimensionStage, known.id)
        row.stage, row.note = stage, line(note) or row.note
        return row.id
    row = DimensionStage(
        community_id=community_id, dimension=dimension, stage=stage, since=on, note=line(note)
    )
    session.add(row)
    session.flush()
    return row.id


def take_back(session: Session, row_id: UUID) -> None:
    """Forget what was found, entered by mistake."""
    session.delete(session.get_one(DimensionStage, row_id))
