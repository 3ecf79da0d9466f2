"""The frame of a work year in pictures: its months in both calendars, and its free days."""

from collections.abc import Collection
from datetime import date, timedelta

from cop_desktop import calendar, formats
from cop_desktop.calendar import DEFAULT_LAYERS, Kind, Layer
from cop_desktop.i18n import Catalog
from cop_desktop.ui.pictures import Month, Span

DAY = timedelta(days=1)
NAMED = (Kind.FESTIVAL, Kind.HALF_FESTIVAL, Kind.VACATION)


def months(work_year: int, _: Catalog) -> tuple[Month, ...]:
    """September to August, each with the Hebrew months it meets."""
    return tuple(_month(first, _.language) for first in formats.work_year_months(work_year))


def free_days(
    work_year: int, _: Catalog, layers: Collection[Layer] = DEFAULT_LAYERS
) -> tuple[Span, ...]:
    """What is hatched; festivals and vacations bear their names."""
    return tuple(
        Span(mark.start, mark.end + DAY, mark.name if mark.kind in NAMED else "")
        for mark in calendar.year_marks(work_year, _.language, layers)
        if mark.kind != Kind.FAST
    )


def end_of(work_year: int) -> date:
    """The first day after the year."""
    return formats.work_year_bounds(work_year)[1] + DAY


def _month(first: date, language: str) -> Month:
    hebrew = calendar.hebrew_months_label(first, language).replace(" · ", "–")
    name, short = (
        formats.month_name(first.month, language),
        formats.month_short(first.month, language),
    )
    return Month(first, name, hebrew, short)
