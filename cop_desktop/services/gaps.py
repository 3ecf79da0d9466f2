"""Long stretches in which nobody meets: the method asks for a meeting every month or two."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from cop_desktop.calendar import school_year
from cop_desktop.formats import work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import MeetingState

from .meetings import MeetingRow

LONG = 62  # days


@frozen
class Gap:
    """Between two meetings; `days` without those of the summer vacation."""

    start: date
    end: date
    days: int
    before: UUID  # the meeting with which it ends

    @property
    def middle(self) -> date:
        return self.start + (self.end - self.start) / 2


def of(rows: Iterable[MeetingRow]) -> tuple[Gap, ...]:
    """The gaps of more than two months among meetings in order; those called off fill none."""
    standing = [row for row in rows if row.state != MeetingState.CANCELLED]
    found = (_gap(one, other) for one, other in pairwise(standing))
    return tuple(gap for gap in found if gap.days > LONG)


def apart(start: date, end: date) -> int:
    """Days between two days, without those of the summer vacation."""
    years = range(work_year_of(start), work_year_of(end) + 1)
    return (end - start).days - sum(_summer_days(year, start, end) for year in years)


def _gap(one: MeetingRow, other: MeetingRow) -> Gap:
    start, end = one.starts_at.date(), other.starts_at.date()
    return Gap(start, end, apart(start, end), other.id)


def _summer_days(work_year: int, start: date, end: date) -> int:
    """How many days of the school's summer lie between; a table may know of none."""
    vacation = school_year(work_year).vacations.get("summer")
    if vacation is None:
        return 0
    first, last = max(vacation[0], start), min(vacation[1], end)
    return max((last - first + timedelta(days=1)).days, 0)
