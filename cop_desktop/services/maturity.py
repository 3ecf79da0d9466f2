"""Four axes along which a community matures, read once a term."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.formats import work_year_bounds, work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import MaturityReading
from cop_desktop.models.method import MaturityAxis

from .editing import prose, whole

LEVELS = range(1, 6)
SECOND_TERM = 2  # begins in February
EMPTY = N_("No axis was judged yet. One is enough.")
AHEAD = N_("This day has not come yet. Write the day on which you talked about it.")
_level = whole(LEVELS[0], LEVELS[-1])


@frozen
class Reading:
    """The axes as judged on a day, 1 to 5; an axis that was left out is missing."""

    id: UUID
    read_on: date
    levels: Mapping[MaturityAxis, int]
    note: str


@frozen
class Maturity:
    """All readings, oldest first."""

    readings: tuple[Reading, ...]

    @property
    def latest(self) -> Reading | None:
        return self.readings[-1] if self.readings else None

    @property
    def previous(self) -> Reading | None:
        return self.readings[-2] if len(self.readings) > 1 else None

    def due(self, today: date) -> bool:
        """Whether this term has no reading yet."""
        return self.latest is None or self.latest.read_on < term_start(today)


def of(session: Session, community_id: UUID) -> Maturity:
    """Everything that was read."""
    found = session.scalars(
        select(MaturityReading)
        .where(MaturityReading.community_id == community_id)
        .order_by(MaturityReading.read_on)
    )
    return Maturity(tuple(_reading(it) for it in found))


def term_start(today: date) -> date:
    """The first day of the term: September or February."""
    first, _ = work_year_bounds(work_year_of(today))
    second = date(first.year + 1, SECOND_TERM, 1)
    return second if today >= second else first


def record(
    session: Session,
    community_id: UUID,
    on: date,
    levels: Mapping[MaturityAxis, int | None],
    today: date,
    note: str = "",
) -> UUID:
    """A reading; a second one on the same day replaces the first.

    Raises UserError without any level, for one outside 1 to 5, or a day ahead.
    """
    clean = {axis: _level(levels.get(axis)) for axis in MaturityAxis}
    if not any(clean.values()):
        raise UserError(EMPTY)
    if on > today:
        raise UserError(AHEAD)
    row = session.scalar(
        select(MaturityReading).where(
            MaturityReading.community_id == community_id, MaturityReading.read_on == on
        )
    )
    if row is None:
        row = MaturityReading(community_id=community_id, read_on=on)
        session.add(row)
    for axis, level in clean.items():
        setattr(row, axis.value, level)
    row.note = prose(note)
    session.flush()
    return row.id


def remove(session: Session, reading_id: UUID) -> None:
    """Forget a reading."""
    session.delete(session.get_one(MaturityReading, reading_id))


def _reading(row: MaturityReading) -> Reading:
    levels = {axis: level for axis in MaturityAxis if (level := getattr(row, axis.value))}
    return Reading(row.id, row.read_on, levels, row.note)
