"""School vacations: a table with year and source, and a rule for years not yet published."""

import logging
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from cop_desktop.formats import civil_day, hebrew_year_of_work_year
from cop_desktop.frozen import frozen
from cop_desktop.paths import data_dir, resources

from .jewish import purim_month
from .spans import Kind, Layer, Span

FILE = "school_vacations.toml"
_ADAR = 12
_log = logging.getLogger(__name__)


@frozen
class SchoolYear:
    """The vacations of one work year, where they were read, and whether they are foreseen only."""

    work_year: int
    source: str
    estimated: bool
    vacations: dict[str, tuple[date, date]]


def school_year(work_year: int) -> SchoolYear:
    """The published table of a year; without one, the customary Hebrew dates, as an estimate."""
    return _published().get(work_year) or _by_rule(work_year)


def school_spans(work_year: int) -> Iterator[Span]:
    """One span per vacation; its group is the festival it belongs to."""
    year = school_year(work_year)
    for group, (start, end) in year.vacations.items():
        key = f"{group}_vacation"
        yield Span(key, group, start, end, Layer.SCHOOL, Kind.VACATION, year.estimated)


@cache
def _published() -> dict[int, SchoolYear]:
    """The program's table; a file of the same name in the data folder replaces whole years."""
    years = [*_years_of(_shipped()), *_own_years(data_dir() / FILE)]
    return {year.work_year: year for year in years}


def _own_years(path: Path) -> list[SchoolYear]:
    """The user's own table; one that cannot be read is left aside, never the whole calendar."""
    if not path.is_file():
        return []
    try:
        return list(_years_of(_read(path)))
    except (ValueError, KeyError, TypeError) as problem:
        _log.warning("%s was left aside: %r", path.name, problem)
        return []


def _years_of(table: dict[str, Any]) -> Iterator[SchoolYear]:
    for row in table.get("year", []):
        spans = {name: _stretch(*days) for name, days in row["vacations"].items()}
        yield SchoolYear(row["work_year"], row["source"], row["estimated"], spans)


def _stretch(start: date, end: date) -> tuple[date, date]:
    if not start <= end:
        raise ValueError(f"{start} is after {end}")
    return start, end


@cache
def _shipped() -> dict[str, Any]:
    return _read(resources() / "calendar" / FILE)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _by_rule(work_year: int) -> SchoolYear:
    rule = _shipped()["rule"]
    hebrew_year = hebrew_year_of_work_year(work_year)
    vacations = {
        name: (_hebrew(hebrew_year, *start), _hebrew(hebrew_year, *end))
        for name, (start, end) in rule["hebrew"].items()
    } | {
        name: (date(work_year + 1, *start), date(work_year + 1, *end))
        for name, (start, end) in rule["civil"].items()
    }
    return SchoolYear(work_year, rule["source"], True, vacations)


def _hebrew(hebrew_year: int, month: int, day: int) -> date:
    if (month, day) == (6, 29):  # the eve of Rosh Hashana belongs to the year before
        return civil_day(hebrew_year - 1, month, day)
    return civil_day(hebrew_year, purim_month(hebrew_year) if month == _ADAR else month, day)
