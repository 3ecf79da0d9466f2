"""The year in Israel: what a date falls on, and which days are free for meeting."""

from .days import DayFacts, FreeDays, Occasion, day_facts, free_around, nearest_free, severity_of
from .schools import SchoolYear, school_year
from .spans import DEFAULT_LAYERS, Kind, Layer, Severity
from .year import Mark, MonthSpan, hebrew_months, hebrew_months_label, year_marks

__all__ = [
    "DEFAULT_LAYERS",
    "DayFacts",
    "FreeDays",
    "Kind",
    "Layer",
    "Mark",
    "MonthSpan",
    "Occasion",
    "SchoolYear",
    "Severity",
    "day_facts",
    "free_around",
    "hebrew_months",
    "hebrew_months_label",
    "nearest_free",
    "school_year",
    "severity_of",
    "year_marks",
]
