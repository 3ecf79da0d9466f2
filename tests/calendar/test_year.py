"""The work year as the ribbon and the Gantt picture show it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from cop_desktop.calendar import (
    DEFAULT_LAYERS,
    Kind,
    Layer,
    Severity,
    hebrew_months,
    hebrew_months_label,
    severity_of,
    year_marks,
)
from cop_desktop.formats import work_year_bounds


def test_a_festival_its_eve_and_its_vacation_are_one_mark() -> None:
    marks = {mark.key: mark for mark in year_marks(2026, "he")}
    passover = marks["passover"]
    assert (passover.name, passover.kind) == ("פסח", Kind.FESTIVAL)
    assert (passover.start, passover.end) == (date(2027, 4, 13), date(2027, 4, 28))
    assert marks["sukkot"].start == date(2026, 9, 22)
    assert marks["summer"].kind is Kind.VACATION
    assert marks["holocaust_day"].kind is Kind.MEMORIAL


@pytest.mark.parametrize("work_year", range(2022, 2034))
def test_marks_lie_inside_the_year_in_order_and_are_never_torn(work_year: int) -> None:
    marks = year_marks(work_year, "en", DEFAULT_LAYERS | {Layer.MUSLIM})
    start, end = work_year_bounds(work_year)
    assert [mark.start for mark in marks] == sorted(mark.start for mark in marks)
    assert all(start <= mark.start <= mark.end <= end for mark in marks)
    jewish = [mark for mark in marks if mark.key in {"rosh_hashanah", "sukkot", "passover"}]
    assert all((mark.end - mark.start).days < 25 for mark in jewish)


def test_every_weekday_that_is_not_free_lies_under_a_mark() -> None:
    layers = DEFAULT_LAYERS - {Layer.WEEK}
    covered = year_marks(2026, "he")
    day, end = work_year_bounds(2026)
    while day <= end:
        marked = any(mark.start <= day <= mark.end for mark in covered)
        assert marked or severity_of(day, layers) is Severity.FREE, day
        day += timedelta(1)


def test_a_feast_of_the_moon_that_comes_twice_in_a_year_is_two_marks() -> None:
    birthdays = [mark for mark in year_marks(2025, "en", {Layer.MUSLIM}) if mark.key == "mawlid"]
    assert [mark.start.year for mark in birthdays] == [2025, 2026]
    assert all(mark.start == mark.end for mark in birthdays)


@pytest.mark.parametrize(
    ("month", "label"),
    [
        (date(2026, 12, 1), "כסלו · טבת"),
        (date(2027, 3, 1), "אדר א׳ · אדר ב׳"),
        (date(2026, 3, 1), "אדר · ניסן"),
        (date(2026, 10, 1), "תשרי · חשוון"),
    ],
)
def test_hebrew_months_under_a_civil_month(month: date, label: str) -> None:
    assert hebrew_months_label(month, "he") == label


def test_no_civil_month_is_labelled_with_more_than_two_hebrew_months() -> None:
    months = [date(year, month, 1) for year in range(2000, 2060) for month in range(1, 13)]
    labels = [hebrew_months_label(month, "he") for month in months]
    assert {label.count("·") for label in labels} == {0, 1}


def test_hebrew_months_share_out_the_year_without_gaps() -> None:
    start, end = work_year_bounds(2026)
    spans = hebrew_months(start, end, "he")
    assert spans[0].start == start
    assert spans[-1].end == end
    for before, after in pairwise(spans):
        assert after.start - before.end == timedelta(1)
    assert len(spans) == 13  # from Elul to Av, with two Adars
