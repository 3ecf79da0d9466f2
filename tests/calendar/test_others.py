"""Days of the members' other communities, against dates as they were published."""

from datetime import date, timedelta

import pytest

from cop_desktop.calendar import (
    DEFAULT_LAYERS,
    Layer,
    Severity,
    day_facts,
    free_around,
    severity_of,
    year_marks,
)
from cop_desktop.calendar.days import year_spans

OTHERS = frozenset({Layer.MUSLIM, Layer.CHRISTIAN, Layer.DRUZE})
PUBLISHED = {  # first days; the moon's may move by a day when it is sighted
    "ramadan": "2025-03-01 2026-02-18 2027-02-08 2028-01-28",
    "eid_al_fitr": "2025-03-30 2026-03-20 2027-03-09 2028-02-26",
    "eid_al_adha": "2025-06-06 2026-05-27 2027-05-16 2028-05-05",
    "hijri_new_year": "2025-06-26 2026-06-16 2027-06-06 2028-05-25",
    "mawlid": "2025-09-04 2026-08-25 2027-08-14 2028-08-03",
    "easter": "2025-04-20 2026-04-05 2027-03-28 2028-04-16",
    "easter_eastern": "2025-04-20 2026-04-12 2027-05-02 2028-04-16",
    "good_friday": "2025-04-18 2026-04-03 2027-03-26 2028-04-14",
    "good_friday_eastern": "2025-04-18 2026-04-10 2027-04-30 2028-04-14",
    "ascension": "2025-05-29 2026-05-14 2027-05-06 2028-05-25",
    "pentecost": "2025-06-08 2026-05-24 2027-05-16 2028-06-04",
    "christmas": "2025-12-25 2026-12-25 2027-12-25 2028-12-25",
    "christmas_eastern": "2025-01-07 2026-01-07 2027-01-07 2028-01-07",
    "nabi_shuayb": "2025-04-25 2026-04-25 2027-04-25 2028-04-25",
}


@pytest.mark.parametrize(("key", "days"), PUBLISHED.items())
def test_feasts_of_four_years_begin_on_their_published_days(key: str, days: str) -> None:
    spans = {span for year in range(2024, 2029) for span in year_spans(year, OTHERS)}
    found = {span.start for span in spans if span.key == key and 2025 <= span.start.year <= 2028}
    assert found == {date.fromisoformat(day) for day in days.split()}


def test_only_what_the_moon_decides_is_an_estimate() -> None:
    spans = [span for year in range(2024, 2029) for span in year_spans(year, OTHERS)]
    by_moon = {span.key for span in spans if span.estimated}
    assert by_moon == {
        "ramadan", "eid_al_fitr", "eid_al_adha", "eid_al_adha_eve", "hijri_new_year", "mawlid",
        "isra",
    }  # fmt: skip
    assert day_facts(date(2027, 5, 16), "he", OTHERS).estimated
    assert not day_facts(date(2027, 4, 26), "he", OTHERS).estimated


def test_ramadan_ends_where_its_feast_begins() -> None:
    for year in range(2020, 2040):
        spans = year_spans(year, frozenset({Layer.MUSLIM}))
        months = [span for span in spans if span.key == "ramadan"]
        feasts = {span.start for span in spans if span.key == "eid_al_fitr"}
        for month in months:
            assert (month.end - month.start).days in {28, 29}
            assert month.end + timedelta(1) in feasts


def test_easter_with_its_friday_and_monday_is_one_mark() -> None:
    marks = {mark.key: mark for mark in year_marks(2026, "en", {Layer.CHRISTIAN})}
    easter = marks["easter"]
    assert (easter.start, easter.end) == (date(2027, 3, 26), date(2027, 3, 29))
    assert marks["christmas"].start == date(2026, 12, 24), "with its eve"
    assert "ascension" not in marks, "a lesser day is named, and does not stand in the way"


def test_days_that_nobody_chose_do_not_stand_in_the_way() -> None:
    ramadan = date(2027, 2, 15)
    assert severity_of(ramadan) is Severity.FREE
    assert severity_of(ramadan, DEFAULT_LAYERS | OTHERS) is Severity.AVOID


def test_free_days_are_offered_on_both_sides_and_are_free() -> None:
    day = date(2027, 4, 20)
    around = free_around(day)
    assert (around.before, around.after) == (date(2027, 4, 12), date(2027, 4, 29))
    assert around.nearest(day) == date(2027, 4, 12)
    other = free_around(day, taken={date(2027, 4, 12)})
    assert other.before == date(2027, 4, 11)
    assert free_around(day, earliest=date(2027, 4, 13)).before is None
    assert free_around(day, latest=date(2027, 4, 28)).after is None
    assert not any(free_around(day, within_days=3))
