"""What a chosen day falls on, and the nearest day on which nothing stands in the way."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from cop_desktop.formats import (
    hebrew_date,
    hebrew_year_of_work_year,
    weekday,
    work_year_bounds,
    work_year_of,
)
from cop_desktop.frozen import frozen

from .jewish import jewish_spans
from .names import name_of
from .others import christian_spans, druze_spans, muslim_spans
from .schools import school_spans
from .spans import DEFAULT_LAYERS, Kind, Layer, Severity, Span, within

_FRIDAY, _SATURDAY = 5, 6
_CIVIL = {
    Layer.MUSLIM: muslim_spans,
    Layer.CHRISTIAN: christian_spans,
    Layer.DRUZE: druze_spans,
}


@frozen
class Occasion:
    """One thing a day falls on, named in the reader's language."""

    key: str
    name: str
    layer: Layer
    kind: Kind
    estimated: bool


@frozen
class DayFacts:
    """A day in both calendars and everything it falls on, the weightiest first."""

    day: date
    weekday: str
    hebrew_date: str
    occasions: tuple[Occasion, ...]

    @property
    def severity(self) -> Severity:
        return max((found.kind.severity for found in self.occasions), default=Severity.FREE)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(found.name for found in self.occasions)

    @property
    def estimated(self) -> bool:
        """Whether the day is to be avoided only by a date that may still move."""
        weighty = [found for found in self.occasions if found.kind.severity is self.severity]
        return bool(weighty) and all(found.estimated for found in weighty)


class FreeDays(NamedTuple):
    """The free day before, and the one after; None where there is none near."""

    before: date | None
    after: date | None

    def nearest(self, day: date) -> date | None:
        """The closer one, the later of two as close."""
        near = [found for found in (self.after, self.before) if found]
        return min(near, key=lambda found: abs(found - day), default=None)


def day_facts(day: date, language: str, layers: Collection[Layer] = DEFAULT_LAYERS) -> DayFacts:
    """The facts of a day in `he`, `en` or `ar`, by the calendars of the chosen layers."""
    found = sorted(spans_on(day, frozenset(layers)), key=lambda span: -span.kind.severity)
    occasions = tuple(
        Occasion(span.key, name_of(span.key, language), span.layer, span.kind, span.estimated)
        for span in found
    )
    return DayFacts(day, weekday(day, language), hebrew_date(day, language), occasions)


def severity_of(day: date, layers: Collection[Layer] = DEFAULT_LAYERS) -> Severity:
    """How far the day stands in the way, without its names."""
    spans = spans_on(day, frozenset(layers))
    return max((span.kind.severity for span in spans), default=Severity.FREE)


def nearest_free(
    day: date,
    layers: Collection[Layer] = DEFAULT_LAYERS,
    *,
    not_before: date | None = None,
    same_weekday: bool = False,
    within_days: int = 91,
) -> date | None:
    """The free day closest to `day` (itself, if free; the later of two), or None if none is near.

    `same_weekday` moves by whole weeks; days before `not_before` (usually today) are not offered.
    """
    step = 7 if same_weekday else 1
    for distance in range(0, within_days + 1, step):
        for near in (day + timedelta(distance), day - timedelta(distance)):
            possible = not_before is None or near >= not_before
            if possible and severity_of(near, layers) is Severity.FREE:
                return near
    return None


def free_around(
    day: date,
    layers: Collection[Layer] = DEFAULT_LAYERS,
    *,
    earliest: date = date.min,
    latest: date = date.max,
    taken: Collection[date] = (),
    within_days: int = 45,
) -> FreeDays:
    """The nearest free day on each side of `day`, between two bounds; `taken` days are not free."""

    def search(way: int) -> date | None:
        for distance in range(1, within_days + 1):
            near = day + timedelta(way * distance)
            if not earliest <= near <= latest:
                return None
            if near not in taken and severity_of(near, layers) is Severity.FREE:
                return near
        return None

    return FreeDays(search(-1), search(1))


def spans_on(day: date, layers: frozenset[Layer]) -> list[Span]:
    """Everything a day falls on; one entry a key."""
    spans = [span for span in year_spans(work_year_of(day), layers) if span.covers(day)]
    if Layer.WEEK in layers:
        spans.extend(_week(day))
    return list({span.key: span for span in reversed(spans)}.values())[::-1]


@lru_cache(maxsize=64)
def year_spans(work_year: int, layers: frozenset[Layer]) -> tuple[Span, ...]:
    """The spans of a work year by date, without Fridays and Saturdays."""
    start, end = work_year_bounds(work_year)
    found = within(_all_spans(work_year, layers), start, end)
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def _all_spans(work_year: int, layers: frozenset[Layer]) -> Iterable[Span]:
    hebrew_year = hebrew_year_of_work_year(work_year)
    for year in (hebrew_year - 1, hebrew_year):  # the old one ends in this September
        yield from (span for span in jewish_spans(year) if span.layer in layers)
    if Layer.SCHOOL in layers:
        for year in (work_year - 1, work_year):
            yield from school_spans(year)
    for layer in sorted(layers & _CIVIL.keys()):
        for year in (work_year, work_year + 1):
            yield from _CIVIL[layer](year)


def _week(day: date) -> list[Span]:
    if day.isoweekday() == _FRIDAY:
        return [Span("friday", "week", day, day, Layer.WEEK, Kind.FRIDAY)]
    if day.isoweekday() == _SATURDAY:
        return [Span("shabbat", "week", day, day, Layer.WEEK, Kind.SHABBAT)]
    return []
