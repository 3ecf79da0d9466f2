"""Dates as people type them and as Excel counts them."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from cop_desktop.frozen import frozen

from .hebrew_dates import is_hebrew, read_hebrew
from .table import Cell

_EPOCH = date(1899, 12, 30)  # Excel's day 0
_SERIALS = range(20_000, 80_000)  # 1954 to 2119
_LONGEST = 80  # letters of a date with its time
_FIRST, _LAST = 1900, 2150
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.\\]\s*(\d{1,2})\s*[-/.\\]\s*(\d{4}|\d{2})(?:\s.*)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[-.,\s]+)?([^\W\d]+)[-.,\s]*(\d{4}|\d{2})?")
_NAMED_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTHS = (
    "ינואר ינו january jan يناير كانون_الثاني", "פברואר פבר february feb فبراير شباط",
    "מרץ מרס march mar مارس آذار", "אפריל אפר april apr أبريل ابريل نيسان",
    "מאי may مايو أيار ايار", "יוני june jun يونيو حزيران", "יולי july jul يوليو تموز",
    "אוגוסט אוג august aug أغسطس اغسطس آب", "ספטמבר ספט september sep sept سبتمبر أيلول ايلول",
    "אוקטובר אוק october oct أكتوبر اكتوبر تشرين_الأول",
    "נובמבר נוב november nov نوفمبر تشرين_الثاني", "דצמבר דצמ december dec ديسمبر كانون_الأول",
)  # fmt: skip
_BY_NAME = {name: month for month, names in enumerate(_MONTHS, 1) for name in names.split()}
_TWO_WORDS = re.compile(r"(كانون|تشرين)\s+(الثاني|الأول|الاول)")


@frozen
class Reading:
    """A date or nothing; why it was read otherwise than written; what is wrong with it."""

    day: date | None = None
    why: str = ""
    problem: str = ""


UNCLEAR, IMPOSSIBLE = Reading(problem="date_unclear"), Reading(problem="date_impossible")


def parse_date(cell: Cell) -> Reading:
    """A cell of a column of dates; days come before months, as they do here."""
    if isinstance(cell, datetime):
        return _plausible(Reading(cell.date()))
    if isinstance(cell, date):
        return _plausible(Reading(cell))
    if isinstance(cell, (int, float)):
        return _number(cell)
    text = cell.strip()
    if len(text) > _LONGEST:
        return UNCLEAR
    if text.isdecimal():
        return _number(int(text)) if len(text) < 8 else _compact(text)
    return _text(text)


def parse_year(cell: Cell, today: date) -> tuple[int | None, str, str]:
    """A year in a post, from a year, a date or a number of years; why; what is wrong."""
    text = str(cell).strip() if not isinstance(cell, (date, datetime)) else ""
    if found := re.search(r"(?<!\d)(?:19[4-9]\d|20\d\d)(?!\d)", text):
        return int(found[0]), "", ""
    years = re.search(r"(?<![\d.])(\d{1,2})(?:[.,]\d+)?(?!\d)", text)
    if years and len(re.findall(r"\d+", text.replace(".", ""))) == 1 and int(years[1]) < 60:
        return today.year - int(years[1]), "years_in_post", ""
    reading = parse_date(cell)
    return (reading.day.year, reading.why, "") if reading.day else (None, "", "year_unclear")


def _number(number: float) -> Reading:
    if _SERIALS.start <= number < _SERIALS.stop:
        return Reading(_EPOCH + timedelta(days=int(number)), "serial_date")
    if _FIRST <= number < _LAST and number == int(number):
        return Reading(date(int(number), 1, 1), "year_only")
    return UNCLEAR


def _compact(text: str) -> Reading:
    """Eight digits, day first or year first."""
    if len(text) != 8:
        return UNCLEAR
    year_first = _FIRST <= int(text[:4]) < _LAST and int(text[4:6]) <= 12
    return _iso(text[:4], text[4:6], text[6:]) if year_first else _day_first(
        text[:2], text[2:4], text[4:]
    )  # fmt: skip


@lru_cache(2048)  # a list joins on few days
def _text(text: str) -> Reading:
    if is_hebrew(text):
        return _hebrew(text)
    text = _TWO_WORDS.sub(r"\1_\2", text)
    for pattern, read in _PATTERNS:
        if found := pattern.fullmatch(text):
            return read(*found.groups())
    return UNCLEAR


def _hebrew(text: str) -> Reading:
    try:
        day = read_hebrew(text)
    except ValueError:
        return IMPOSSIBLE
    return _plausible(Reading(day)) if day else UNCLEAR


def _iso(year: str, month: str, day: str) -> Reading:
    return _made(int(year), int(month), int(day))


def _day_first(day: str, month: str, year: str) -> Reading:
    full, why = _year(year)
    if int(month) > 12 >= int(day):
        return _made(full, int(day), int(month), "month_first")
    return _made(full, int(month), int(day), why)


def _month_year(month: str, year: str) -> Reading:
    return _made(int(year), int(month), 1, "month_only")


def _named(day: str | None, name: str, year: str | None) -> Reading:
    month = _month(name)
    if not month or not year:
        return UNCLEAR
    full, why = _year(year)
    return _made(full, month, int(day or 1), why if day else "month_only")


def _named_first(name: str, day: str, year: str) -> Reading:
    return _named(day, name, year)


def _month(name: str) -> int:
    word = name.lower()
    # in Hebrew the month may carry a letter of its own: 3 במרץ, לאפריל
    return _BY_NAME.get(word) or (_BY_NAME.get(word[1:], 0) if word[:1] in "בלהמ" else 0)


def _year(text: str) -> tuple[int, str]:
    if len(text) == 4:
        return int(text), ""
    return (1900 if int(text) >= 70 else 2000) + int(text), "two_digit_year"


def _made(year: int, month: int, day: int, why: str = "") -> Reading:
    try:
        return _plausible(Reading(date(year, month, day), why))
    except ValueError:
        return IMPOSSIBLE


def _plausible(reading: Reading) -> Reading:
    return reading if reading.day and _FIRST < reading.day.year < _LAST else IMPOSSIBLE


_PATTERNS = (
    (_ISO, _iso), (_DAY_FIRST, _day_first), (_MONTH_YEAR, _month_year), (_NAMED, _named),
    (_NAMED_FIRST, _named_first),
)  # fmt: skip
