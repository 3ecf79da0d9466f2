"""Sentences about a series: its rhythm, and what a day falls on."""

from datetime import date

from cop_desktop import calendar, formats
from cop_desktop.calendar import Layer, Severity
from cop_desktop.i18n import N_, Catalog
from cop_desktop.services.series import Rhythm, Sight, week_of_month
from cop_desktop.ui.day_words import occasion_words
from cop_desktop.ui.pages.meetings.free_day import short_day

RHYTHMS = (
    *(Rhythm(weeks) for weeks in (1, 2, 3, 4, 5, 6, 8)),
    Rhythm(1, monthly=True),
    Rhythm(2, monthly=True),
)
EVERY_MONTH = (
    N_("The first {weekday} of every month"),
    N_("The second {weekday} of every month"),
    N_("The third {weekday} of every month"),
    N_("The fourth {weekday} of every month"),
    N_("The last {weekday} of every month"),
)
EVERY_OTHER = (
    N_("The first {weekday} of every other month"),
    N_("The second {weekday} of every other month"),
    N_("The third {weekday} of every other month"),
    N_("The fourth {weekday} of every other month"),
    N_("The last {weekday} of every other month"),
)


def rhythm_words(rhythm: Rhythm, first: date, _: Catalog) -> str:
    """`Every 4 weeks`, or `The second Tuesday of every month`."""
    if not rhythm.monthly:
        return _.plural("Every week", "Every {n} weeks", rhythm.every)
    told = EVERY_MONTH if rhythm.every == 1 else EVERY_OTHER
    return _(told[week_of_month(first)], weekday=formats.weekday(first, _.language))


def falls_on(sight: Sight, layers: frozenset[Layer], _: Catalog) -> list[str]:
    """What stands in the way of a day: the weightiest and surest first; nothing for a clear one."""
    facts = calendar.day_facts(sight.slot.day, _.language, layers)
    heavy = [it for it in facts.occasions if it.kind.severity is not Severity.FREE]
    heavy.sort(key=lambda it: (-it.kind.severity, it.estimated))
    beside = [_("the day of “{topic}”", topic=sight.beside)] if sight.beside else []
    return [*beside, *(occasion_words(occasion, _) for occasion in heavy)]


def offered(sight: Sight, _: Catalog) -> str:
    """The free days of a sight, as they are read in its row."""
    days = [short_day(day, _) for day in (sight.before, sight.after) if day]
    if not days:
        return _("No free day nearby")
    if len(days) == 1:
        return _("Free: {day}", day=days[0])
    return _("Free: {day} or {other}", day=days[0], other=days[1])
