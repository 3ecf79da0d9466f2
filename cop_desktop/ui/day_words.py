"""What a day falls on, as the line under a date field."""

from collections.abc import Callable, Collection
from datetime import date

from cop_desktop import calendar, formats
from cop_desktop.calendar import DEFAULT_LAYERS, Layer, Occasion, Severity
from cop_desktop.i18n import Catalog

Layers = Callable[[], Collection[Layer]]  # asked anew for each day: a community may change its mind


def usual() -> Collection[Layer]:
    """The calendars of a community that has said nothing."""
    return DEFAULT_LAYERS


def occasion_words(occasion: Occasion, _: Catalog) -> str:
    """Its name, and that it may still move where the moon decides or the table foresees."""
    if not occasion.estimated:
        return occasion.name
    return _("{occasion} (estimated)", occasion=occasion.name)


def day_words(_: Catalog, layers: Layers = usual) -> Callable[[date], str]:
    """A teller of days in one language: the weekday, the Hebrew date, and what it falls on."""

    def tell(day: date) -> str:
        facts = calendar.day_facts(day, _.language, layers())
        names = [occasion_words(occasion, _) for occasion in facts.occasions[:2]]
        return ", ".join((facts.weekday, facts.hebrew_date, *names))

    return tell


def planning_words(_: Catalog, layers: Layers = usual) -> Callable[[date], str]:
    """As `day_words`, and where nothing can be done that day, the nearest day on which one can."""
    plain = day_words(_, layers)

    def tell(day: date) -> str:
        if calendar.severity_of(day, layers()) < Severity.CLOSED:
            return plain(day)
        near = calendar.nearest_free(day, layers())
        if near is None:
            return plain(day)
        told = formats.weekday_and_date(near, _.language)
        return _("{facts}. The nearest free day: {day}.", facts=plain(day), day=told)

    return tell
