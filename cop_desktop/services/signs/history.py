"""The warning signs of the months behind: computed anew from what bears a day, never stored."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.content.shapes import SignShape
from cop_desktop.frozen import frozen
from cop_desktop.services.months import later

from . import snoozes
from .known import Known, Limits
from .lights import Light, in_force, look
from .records import Records
from .snoozes import SnoozeRow
from .table import RULES


@frozen
class Past:
    """A sign through the days; of an undated one only the last day is known, and what lasts."""

    key: str
    dated: bool
    lights: tuple[Light | None, ...]  # one a day
    rests: tuple[SnoozeRow, ...]

    @property
    def ever(self) -> bool:
        return any(self.lights)


@frozen
class History:
    """The days looked at, the last being today, and every sign on them."""

    days: tuple[date, ...]
    signs: tuple[Past, ...]


def history(session: Session, community_id: UUID, today: date, months: int = 12) -> History:
    """The first of each month behind, and today; by the thresholds that are in force now."""
    days = _days(today, months)
    records = Records(session, community_id, days[0], today)
    known = [Known(records, day) for day in days]
    limits = in_force(session, community_id)
    rests = snoozes.every(session, community_id)
    return History(
        days,
        tuple(
            _past(shape, known, limits[key], tuple(it for it in rests if it.sign == key))
            for key, shape in shapes.signs().items()
        ),
    )


def _past(
    shape: SignShape, known: list[Known], limits: Limits, rests: tuple[SnoozeRow, ...]
) -> Past:
    rule = RULES[shape.key]
    told = rule.dated or rule.lasting
    lights = tuple(look(shape, it, limits) if told or it is known[-1] else None for it in known)
    return Past(shape.key, rule.dated, lights, rests)


def _days(today: date, months: int) -> tuple[date, ...]:
    first = today.replace(day=1)
    starts = [later(first, -back) for back in range(months - 1, -1, -1)]
    return (*starts, today) if starts[-1:] != [today] else tuple(starts)
