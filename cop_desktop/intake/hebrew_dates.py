"""Dates of the Hebrew calendar written out: א׳ באלול תשפ״ה, 22 Kislev 5787."""

import re
from datetime import date
from functools import cache

from cop_desktop.formats import civil_day, hebrew_month_name, is_leap

_QUOTES = re.compile("[\"'`´‘’“”׳״]")
_WRITTEN = re.compile(r"(\d{1,2}|[א-ת]{1,2})\s+(.+?),?\s+(5\d{3}|ה?ת[א-ת]{1,4})")
_VALUES = dict(zip("אבגדהוזחטיכלמנסעפצקרשת", (*range(1, 10), *range(10, 100, 10),
                                              *range(100, 500, 100)), strict=True))  # fmt: skip
_ENDINGS = str.maketrans("ךםןףץ", "כמנפצ")  # תש״ף is the year תש״פ
_SPELLINGS = {
    "סיון": 3, "מנחם אב": 5, "חשון": 8, "מרחשוון": 8, "מרחשון": 8, "מר חשוון": 8, "מר חשון": 8,
    "אדר ראשון": 12, "אדר שני": 13,
}  # fmt: skip
_ADAR, _ADAR_I = 0, 12  # the one Adar of a common year; the first of a leap year
_LEAP, _COMMON = 5784, 5785


def is_hebrew(text: str) -> bool:
    """Whether a text is a day, a month and a year of the Hebrew calendar."""
    return _parts(text) is not None


def read_hebrew(text: str) -> date | None:
    """The civil day, nothing when it may be either Adar; ValueError when there is no such day."""
    year, month, day = _parts(text) or (0, 0, 0)
    if month == _ADAR:
        return None if is_leap(year) else civil_day(year, _ADAR_I, day)
    if month >= _ADAR_I and not is_leap(year):
        raise ValueError
    return civil_day(year, month, day)


def _parts(text: str) -> tuple[int, int, int] | None:
    found = _WRITTEN.fullmatch(_QUOTES.sub("", text).strip())
    if not found:
        return None
    day, name, year = found.groups()
    months = _months()
    month = months.get(name.lower(), months.get(name.removeprefix("ב")))
    return None if month is None else (_year(year), month, _number(day))


@cache
def _months() -> dict[str, int]:
    """The names of the months in the three languages and as people spell them."""
    names = dict(_SPELLINGS)
    for language in ("he", "en", "ar"):
        names[_plain(hebrew_month_name(_COMMON, 12, language))] = _ADAR
        for month in range(1, 14):
            names[_plain(hebrew_month_name(_LEAP, month, language))] = month
    return names


def _plain(name: str) -> str:
    return _QUOTES.sub("", name).lower()


def _year(text: str) -> int:
    """5785, תשפה or התשפה."""
    return int(text) if text.isdecimal() else 5000 + _number(text.removeprefix("ה"))


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return sum(_VALUES[letter] for letter in text.translate(_ENDINGS))
