"""The two work years of the sample around today, and the days on which people can meet."""

from datetime import date, timedelta
from functools import cached_property

from cop_desktop.calendar import Layer, Severity, severity_of
from cop_desktop.formats import work_year_of

_AHEAD = sorted(range(4, 21), key=lambda days: abs(days - 10))
_ORDINARY = frozenset({Layer.WEEK, Layer.JEWISH, Layer.NATIONAL})
_MUSLIM = frozenset({Layer.MUSLIM})  # its feasts only: people do meet in Ramadan


class Year:
    """The work year of today, and the one before it."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.start = work_year_of(today)

    def day(self, text: str) -> date:
        """The day of "last 09-14" or "this 03-10"."""
        which, month_day = text.split()
        month, day = map(int, month_day.split("-"))
        return date(self.of(which) + (month < 9), month, day)

    def of(self, which: str) -> int:
        """The work year called "last" or "this"."""
        return self.start - (which == "last")

    def when(self, told: str | int) -> date:
        """The day of "last 09-14", or of so many days before today."""
        return self.ago(told) if isinstance(told, int) else self.day(told)

    def past(self, text: str) -> date:
        """The same as `day`, but never later than a few days ago: it has already happened."""
        return min(self.day(text), self.ago(3))

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def meeting(self, text: str) -> date:
        """That day, or the first after it on which people can meet."""
        return first_free(self.day(text))

    @cached_property
    def next_meeting(self) -> date:
        """The free day nearest to ten days from now."""
        return next(day for ahead in _AHEAD if is_free(day := self.ago(-ahead)))


def first_free(day: date) -> date:
    """That day, or the first after it on which people can meet."""
    while not is_free(day):
        day += timedelta(days=1)
    return day


def is_free(day: date) -> bool:
    """Nothing stands in the way by the calendars of all members."""
    ordinary = severity_of(day, _ORDINARY) is Severity.FREE
    return ordinary and severity_of(day, _MUSLIM) < Severity.CLOSED
