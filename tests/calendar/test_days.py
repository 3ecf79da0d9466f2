"""A chosen date says what it falls on and offers the nearest free day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cop_desktop.calendar import (
    DEFAULT_LAYERS,
    Layer,
    Severity,
    day_facts,
    nearest_free,
    school_year,
    schools,
    severity_of,
)
from cop_desktop.calendar.days import year_spans
from cop_desktop.calendar.names import _names


def test_an_ordinary_wednesday_is_free() -> None:
    facts = day_facts(date(2026, 12, 2), "he")
    assert (facts.weekday, facts.hebrew_date) == ("יום רביעי", "כ״ב בכסלו תשפ״ז")
    assert (facts.names, facts.severity, facts.estimated) == ((), Severity.FREE, False)


@pytest.mark.parametrize(
    ("day", "name", "severity"),
    [
        ("2026-09-11", "ערב ראש השנה", Severity.AVOID),
        ("2026-09-13", "ראש השנה", Severity.CLOSED),
        ("2026-10-02", "הושענא רבה, ערב שמחת תורה", Severity.AVOID),
        ("2026-12-05", "שבת", Severity.CLOSED),
        ("2026-12-04", "יום שישי", Severity.AVOID),
        ("2026-12-07", "חופשת חנוכה בבתי הספר", Severity.AVOID),
        ("2027-03-23", "פורים", Severity.AVOID),
        ("2027-05-03", "ערב יום השואה", Severity.AVOID),
        ("2027-05-11", "יום הזיכרון לחללי מערכות ישראל", Severity.AVOID),
        ("2027-05-12", "יום העצמאות", Severity.CLOSED),
        ("2027-01-23", "ט״ו בשבט", Severity.CLOSED),
        ("2026-11-09", "חג הסיגד", Severity.FREE),
    ],
)
def test_what_a_day_falls_on(day: str, name: str, severity: Severity) -> None:
    facts = day_facts(date.fromisoformat(day), "he")
    assert name in facts.names
    assert facts.severity == severity_of(facts.day) == severity


def test_the_weightiest_thing_is_named_first() -> None:
    assert day_facts(date(2026, 9, 12), "he").names[0] in {"ראש השנה", "שבת"}
    assert day_facts(date(2026, 12, 8), "en").names == ("School vacation: Hanukkah", "Hanukkah")


def test_purim_of_a_leap_year_is_in_the_second_adar() -> None:
    assert "Purim" in day_facts(date(2027, 3, 23), "en").names
    assert "Purim" not in day_facts(date(2027, 2, 21), "en").names


def test_a_community_chooses_whose_days_count() -> None:
    adha = date(2027, 5, 16)
    assert severity_of(adha) is Severity.FREE
    facts = day_facts(adha, "ar", DEFAULT_LAYERS | {Layer.MUSLIM})
    assert (facts.names, facts.severity) == (("عيد الأضحى",), Severity.CLOSED)
    assert facts.estimated
    assert severity_of(date(2026, 12, 25), {Layer.CHRISTIAN}) is Severity.CLOSED
    assert severity_of(date(2027, 4, 26), {Layer.DRUZE}) is Severity.CLOSED
    assert severity_of(date(2026, 12, 5), {Layer.JEWISH}) is Severity.FREE


def test_one_feast_of_two_communities_is_named_once() -> None:
    facts = day_facts(date(2027, 5, 17), "en", {Layer.MUSLIM, Layer.DRUZE})
    assert facts.names == ("Eid al-Adha",)


def test_ramadan_is_to_be_avoided_and_an_estimate() -> None:
    facts = day_facts(date(2027, 2, 15), "he", {Layer.MUSLIM})
    assert (facts.names, facts.severity, facts.estimated) == (("רמדאן",), Severity.AVOID, True)


def test_the_nearest_free_day_may_be_before_or_after() -> None:
    independence = date(2027, 5, 12)
    assert nearest_free(independence) == date(2027, 5, 13)
    assert nearest_free(date(2027, 4, 14)) == date(2027, 4, 12)
    assert nearest_free(date(2027, 4, 14), not_before=date(2027, 4, 13)) == date(2027, 4, 29)
    assert nearest_free(independence, same_weekday=True) == date(2027, 5, 19)
    assert nearest_free(date(2026, 12, 2)) == date(2026, 12, 2)


def test_no_free_day_is_offered_when_none_is_near() -> None:
    assert nearest_free(date(2027, 8, 1), not_before=date(2027, 8, 1), within_days=10) is None


def test_school_years_name_their_source_and_say_when_they_are_estimates() -> None:
    assert not school_year(2025).estimated
    assert school_year(2025).source
    assert school_year(2026).estimated
    assert school_year(2027).estimated


def test_the_rule_for_unpublished_years_gives_the_published_weeks() -> None:
    published = {year: school_year(year).vacations for year in (2024, 2025, 2026)}
    for year, vacations in published.items():
        foreseen = schools._by_rule(year).vacations  # noqa: SLF001
        for name in ("rosh_hashanah", "sukkot", "hanukkah", "summer", "shavuot"):
            assert foreseen[name] == vacations[name], (year, name)


@pytest.fixture
def own_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("COP_DATA_DIR", str(tmp_path))
    schools._published.cache_clear()  # noqa: SLF001
    yield tmp_path / schools.FILE
    schools._published.cache_clear()  # noqa: SLF001


def test_a_table_in_the_data_folder_replaces_a_year(own_table: Path) -> None:
    table = """
    [[year]]
    work_year = 2030
    source = "the school's own letter"
    estimated = false
    [year.vacations]
    hanukkah = [2030-12-22, 2030-12-28]
    """
    own_table.write_text(table, encoding="utf-8")
    assert school_year(2030).source == "the school's own letter"
    assert list(school_year(2030).vacations) == ["hanukkah"]
    assert school_year(2025).vacations["summer"][0] == date(2026, 7, 1)


@pytest.mark.parametrize(
    "damage",
    [
        "not a table",
        "[[year]]\nwork_year = 2025",
        "[[year]]\nwork_year = 2025\nsource = ''\nestimated = false\nvacations.summer = [1, 0]",
    ],
)
def test_a_damaged_table_is_left_aside_and_said_in_the_log(
    own_table: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    own_table.write_text(damage, encoding="utf-8")
    assert school_year(2025).vacations["summer"] == (date(2026, 7, 1), date(2026, 8, 31))
    assert schools.FILE in caplog.text


def test_every_day_has_a_name_in_three_languages() -> None:
    keys = {span.key for year in range(2020, 2032) for span in year_spans(year, frozenset(Layer))}
    keys |= {"friday", "shabbat"}
    assert keys <= _names().keys()
    for key, names in _names().items():
        assert names.keys() == {"he", "en", "ar"}, key
        assert all(names.values()), key
        assert not set("'\"-") & set(names["he"]), key
