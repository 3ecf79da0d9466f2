"""What a day falls on, as the line under a date field."""

from collections.abc import Callable
from datetime import date

from cop_desktop import calendar, formats
from cop_desktop.calendar import Severity
from cop_desktop.i18n import Catalog


def day_words(_: Catalog) -> Callable[[date], str]:
    """A teller of days in one language: the weekday, the Hebrew date, and what it falls on."""

    def tell(day: date) -> str:
        facts = calendar.day_facts(day, _.language)
        words = [facts.weekday, facts.hebrew_date, *facts.names[:2]]
        return ", ".join(words)

    return tell


def planning_words(_: Catalog) -> Callable[[date], str]:
    """As `day_words`, and where nothing can be done that day, the nearest day on which one can."""
    plain = day_words(_)

    def tell(day: date) -> str:
        if calendar.severity_of(day, calendar.DEFAULT_LAYERS) < Severity.CLOSED:
            return plain(day)
        near = calendar.nearest_free(day, calendar.DEFAULT_LAYERS)
        if near is None:
            return plain(day)
        told = formats.weekday_and_date(near, _.language)
        return _("{facts}. The nearest free day: {day}.", facts=plain(day), day=told)

    return tell
