"""The work year as a ribbon and a Gantt picture need it: marked stretches and Hebrew months."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from cop_desktop.formats import hebrew_day, hebrew_month_name, work_year_bounds
from cop_desktop.frozen import frozen

from .days import year_spans
from .names import group_name
from .spans import DEFAULT_LAYERS, Kind, Layer, Severity, Span

_WEIGHT = (
    Kind.FESTIVAL,
    Kind.MEMORIAL,
    Kind.HALF_FESTIVAL,
    Kind.VACATION,
    Kind.FAST,
    Kind.EVE,
    Kind.MINOR,
)


@frozen
class Mark:
    """A festival with its eve, half-festive days and school vacation, as one stretch of days.

    `kind` is the weightiest of its parts; `estimated` when a part may still move.
    """

    key: str
    name: str
    start: date
    end: date
    kind: Kind
    estimated: bool


@frozen
class MonthSpan:
    """The days of one Hebrew month inside the asked stretch."""

    name: str
    start: date
    end: date


def year_marks(
    work_year: int, language: str, layers: Collection[Layer] = DEFAULT_LAYERS
) -> tuple[Mark, ...]:
    """The year's stretches that stand in the way of meetings, cut to the year, by date."""
    weighty = [
        span
        for span in year_spans(work_year, frozenset(layers))
        if span.kind.severity is not Severity.FREE
    ]
    first, last = work_year_bounds(work_year)
    marks = (_mark(run, language, first, last) for run in _gathered(weighty))
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def hebrew_months(start: date, end: date, language: str) -> tuple[MonthSpan, ...]:
    """The Hebrew months of a stretch of days, in order."""
    spans = []
    while start <= end:
        year, month, day = hebrew_day(start)
        last = start + timedelta(29 - day)  # a month has 29 days, or 30
        if hebrew_day(last + timedelta(1)).day == 30:
            last += timedelta(1)
        spans.append(MonthSpan(hebrew_month_name(year, month, language), start, min(last, end)))
        start = last + timedelta(1)
    return tuple(spans)


def hebrew_months_label(month: date, language: str) -> str:
    """`כסלו · טבת` for the civil month of a day; a third month with one day only is left out."""
    spans = hebrew_months(month.replace(day=1), _month_end(month), language)
    if len(spans) > 2:
        spans = tuple(span for span in spans if span.start != span.end)
    return " · ".join(span.name for span in spans)


def _gathered(spans: list[Span]) -> Iterator[list[Span]]:
    """Spans of one group near each other; a feast that comes twice in a year stays two."""
    runs: dict[str, list[Span]] = {}
    for span in spans:
        run = runs.get(span.group)
        if run and (span.start - max(part.end for part in run)).days > 31:
            yield run
            run = None
        runs[span.group] = [*(run or []), span]
    yield from runs.values()


def _mark(run: list[Span], language: str, first: date, last: date) -> Mark:
    start, end = min(span.start for span in run), max(span.end for span in run)
    kind = min((span.kind for span in run), key=_WEIGHT.index)
    name = group_name(run[0].group, language)
    estimated = any(span.estimated for span in run)
    return Mark(run[0].group, name, max(start, first), min(end, last), kind, estimated)


def _month_end(month: date) -> date:
    later = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return date.fromordinal(later.toordinal() - 1)
