"""Dates of the Hebrew calendar, in the three languages (dates by pyluach)."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from . import words
from .dates import hebrew_year_of_work_year

_HUNDREDS = ((400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"))
_TENS = "יכלמנסעפצ"
_ONES = "אבגדהוזחט"


class HebrewDay(NamedTuple):
    """Year, month counted from Nisan (13 = Adar II of a leap year), day."""

    year: int
    month: int
    day: int


@lru_cache(maxsize=2048)
def hebrew_day(day: date) -> HebrewDay:
    """The Hebrew date of the daylight hours of a civil day."""
    from pyluach.dates import HebrewDate  # 10 ms: not before the first Hebrew date is shown

    found = HebrewDate.from_pydate(day)
    return HebrewDay(found.year, found.month, found.day)


@lru_cache(maxsize=2048)
def civil_day(year: int, month: int, day: int) -> date:
    """The civil day of a Hebrew date; ValueError when the month has no such day."""
    from pyluach.dates import HebrewDate  # as above

    found: date = HebrewDate(year, month, day).to_pydate()
    return found


def is_leap(hebrew_year: int) -> bool:
    """Whether the Hebrew year has thirteen months."""
    return (7 * hebrew_year + 1) % 19 < 7


def hebrew_date(day: date, language: str) -> str:
    """`כ״ב בכסלו תשפ״ז`, `22 Kislev 5787`, `22 كيسلو 5787`."""
    found = hebrew_day(day)
    year = hebrew_number(found.year % 1000) if language == "he" else str(found.year)
    return f"{hebrew_day_and_month(day, language)} {year}"


def hebrew_day_and_month(day: date, language: str) -> str:
    """`כ״ב בכסלו`, `22 Kislev`."""
    found = hebrew_day(day)
    name = hebrew_month_name(found.year, found.month, language)
    return f"{hebrew_number(found.day)} ב{name}" if language == "he" else f"{found.day} {name}"


def hebrew_month_name(hebrew_year: int, month: int, language: str) -> str:
    """`כסלו` for 9; `אדר` in a common year, `אדר א׳` and `אדר ב׳` in a leap year."""
    single_adar = month == 12 and not is_leap(hebrew_year)
    return words.HEBREW_MONTHS[language][0 if single_adar else month]


def hebrew_year_name(hebrew_year: int) -> str:
    """`תשפ״ז` for 5787."""
    return hebrew_number(hebrew_year % 1000)


def work_year_name(work_year: int, language: str) -> str:
    """`תשפ״ז` in Hebrew, `2026/27` in English and Arabic."""
    if language == "he":
        return hebrew_year_name(hebrew_year_of_work_year(work_year))
    return work_year_civil(work_year)


def work_year_civil(work_year: int) -> str:
    """`2026/27`: a slash does not turn round inside right-to-left text."""
    return f"{work_year}/{(work_year + 1) % 100:02}"


def hebrew_number(n: int) -> str:
    """Hebrew letters with ׳ or ״: 1 is א׳, 15 is ט״ו, 787 is תשפ״ז. From 1 to 999."""
    letters, rest = "", n
    for value, letter in _HUNDREDS:
        while rest >= value:
            letters, rest = letters + letter, rest - value
    tens, ones = (0, 0) if rest in (15, 16) else divmod(rest, 10)
    letters += {15: "טו", 16: "טז"}.get(rest, "")
    letters += _TENS[tens - 1 : tens] if tens else ""
    letters += _ONES[ones - 1 : ones] if ones else ""
    return f"{letters}׳" if len(letters) == 1 else f"{letters[:-1]}״{letters[-1]}"
