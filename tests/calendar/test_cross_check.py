"""Our days against two independent sources, pyluach and the `holidays` package, for fifty years."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from dateutil.easter import (  # type: ignore[import-untyped]
    EASTER_ORTHODOX,
    EASTER_WESTERN,
    easter,
)
from holidays import country_holidays
from pyluach.dates import HebrewDate

from cop_desktop.calendar import Kind, Layer
from cop_desktop.calendar.days import year_spans
from cop_desktop.calendar.others import eastern_easter, western_easter

YEARS = range(2005, 2055)  # the law of Memorial Day's present shifts is of 2004
OURS = frozenset({Layer.JEWISH, Layer.NATIONAL})


def _days_between(start: date, end: date) -> Iterator[date]:
    return (start + timedelta(n) for n in range((end - start).days + 1))


def _days(keys: set[str]) -> set[date]:
    spans = [span for year in YEARS for span in year_spans(year, OURS) if span.key in keys]
    return {day for span in spans for day in _days_between(span.start, span.end)}


def _all_days() -> list[date]:
    return list(_days_between(date(YEARS[0], 9, 1), date(YEARS[-1] + 1, 8, 31)))


@pytest.fixture(scope="module")
def theirs() -> dict[str, set[date]]:
    found: dict[str, set[date]] = {}
    israel = country_holidays(
        "IL",
        years=range(YEARS[0], YEARS[-1] + 2),
        language="he",
        categories=("public", "optional", "school"),
    )
    for day, names in israel.items():
        if date(YEARS[0], 9, 1) <= day <= date(YEARS[-1] + 1, 8, 31):
            for name in names.split("; "):
                found.setdefault(name.split(" (")[0], set()).add(day)
    return found


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ({"rosh_hashanah"}, "ראש השנה"),
        ({"yom_kippur"}, "יום כיפור"),
        ({"sukkot"}, "סוכות"),
        ({"sukkot_chol_hamoed"}, "חול המועד סוכות"),
        ({"simchat_torah"}, "שמחת תורה/שמיני עצרת"),
        ({"hanukkah"}, "חנוכה"),
        ({"fast_of_esther"}, "תענית אסתר"),
        ({"purim"}, "פורים"),
        ({"passover"}, "פסח"),
        ({"passover_chol_hamoed", "passover_last_eve"}, "חול המועד פסח"),
        ({"passover_last"}, "שביעי של פסח"),
        ({"memorial_day"}, "יום הזיכרון לחללי מערכות ישראל ונפגעי פעולות האיבה"),
        ({"independence_day"}, "יום העצמאות"),
        ({"lag_baomer"}, "ל״ג בעומר"),
        ({"jerusalem_day"}, "יום ירושלים"),
        ({"shavuot"}, "שבועות"),
        ({"tisha_bav"}, "תשעה באב"),
    ],
)
def test_days_agree_with_the_holidays_package(
    theirs: dict[str, set[date]], keys: set[str], name: str
) -> None:
    assert _days(keys) == theirs[name]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("fast_of_gedaliah", "Tzom Gedalia"),
        ("tenth_of_tevet", "10 of Teves"),
        ("fast_of_esther", "Taanis Esther"),
        ("seventeenth_of_tammuz", "17 of Tamuz"),
        ("tisha_bav", "9 of Av"),
    ],
)
def test_fasts_agree_with_pyluach(key: str, name: str) -> None:
    expected = {day for day in _all_days() if HebrewDate.from_pydate(day).fast_day() == name}
    assert _days({key}) == expected


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ({"purim"}, "Purim"),
        ({"shushan_purim"}, "Shushan Purim"),
        ({"tu_bishvat"}, "Tu B'shvat"),
        ({"lag_baomer"}, "Lag Ba'omer"),
        ({"tu_bav"}, "Tu B'av"),
        ({"hanukkah"}, "Chanuka"),
        ({"sukkot", "sukkot_chol_hamoed", "hoshana_rabba"}, "Succos"),
        ({"simchat_torah"}, "Shmini Atzeres"),
        ({"passover", "passover_chol_hamoed", "passover_last_eve", "passover_last"}, "Pesach"),
    ],
)
def test_festivals_agree_with_pyluach(keys: set[str], name: str) -> None:
    found = ((day, HebrewDate.from_pydate(day).festival(israel=True)) for day in _all_days())
    assert _days(keys) == {day for day, festival in found if festival == name}


@pytest.mark.parametrize(
    ("key", "kept"),
    [
        ("holocaust_day", "2020-04-21 2021-04-08 2022-04-28 2023-04-18 2024-05-06 2025-04-24"),
        ("memorial_day", "2021-04-14 2022-05-04 2023-04-25 2024-05-13 2025-04-30 2026-04-21"),
        ("sigd", "2016-11-30 2017-11-16 2020-11-16 2024-11-28"),  # the package does not move it
    ],
)
def test_days_as_they_were_kept(key: str, kept: str) -> None:
    assert {date.fromisoformat(day) for day in kept.split()} <= _days({key})


@pytest.mark.parametrize(
    ("eve", "feast"),
    [
        ("rosh_hashanah_eve", "rosh_hashanah"),
        ("yom_kippur_eve", "yom_kippur"),
        ("sukkot_eve", "sukkot"),
        ("hoshana_rabba", "simchat_torah"),
        ("passover_eve", "passover"),
        ("passover_last_eve", "passover_last"),
        ("holocaust_eve", "holocaust_day"),
        ("memorial_eve", "memorial_day"),
        ("memorial_day", "independence_day"),
        ("shavuot_eve", "shavuot"),
        ("tisha_bav_eve", "tisha_bav"),
    ],
)
def test_an_eve_is_the_day_before_even_when_the_day_moved(eve: str, feast: str) -> None:
    spans = [span for year in YEARS for span in year_spans(year, OURS)]
    eves = {span.end for span in spans if span.key == eve}
    assert {day - timedelta(1) for day in (s.start for s in spans if s.key == feast)} == eves


def test_days_of_remembrance_never_touch_shabbat() -> None:
    spans = [span for year in YEARS for span in year_spans(year, OURS)]
    memorial = [span for span in spans if span.kind is Kind.MEMORIAL]
    assert all(span.start.isoweekday() not in {5, 6} for span in memorial)


def test_easter_of_both_churches() -> None:
    for year in range(1950, 2090):
        assert western_easter(year) == easter(year, EASTER_WESTERN)
        assert eastern_easter(year) == easter(year, EASTER_ORTHODOX)
