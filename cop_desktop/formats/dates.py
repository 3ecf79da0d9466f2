"""Civil dates in words and figures, and the work year they belong to."""

from datetime import date, timedelta

from . import words

_FIRST_MONTH = 9  # a work year runs from September to August
_HEBREW_OFFSET = 3761  # September 2026 opens the year 5787


def weekday(day: date, language: str) -> str:
    """`יום רביעי`, `Wednesday`, `الأربعاء`."""
    return words.WEEKDAYS[language][_from_sunday(day)]


def weekday_short(day: date, language: str) -> str:
    """`יום ד׳`, `Wed`, `أربعاء`."""
    return words.WEEKDAYS_SHORT[language][_from_sunday(day)]


def weekday_letters(language: str) -> tuple[str, ...]:
    """Seven heads of columns, Sunday first."""
    return words.WEEKDAY_LETTERS[language]


def month_name(month: int, language: str) -> str:
    """`דצמבר` for 12."""
    return words.MONTHS[language][month - 1]


def month_short(month: int, language: str) -> str:
    """`דצמ׳` for 12; Arabic months have no short names."""
    return words.MONTHS_SHORT[language][month - 1]


def month_and_year(day: date, language: str) -> str:
    """`דצמבר 2026`."""
    return f"{month_name(day.month, language)} {day.year}"


def month_and_year_short(day: date, language: str) -> str:
    """`דצמ׳ 2026`."""
    return f"{month_short(day.month, language)} {day.year}"


def day_and_month(day: date, language: str) -> str:
    """`2 בדצמבר`, `2 December`."""
    return f"{day.day} {_of_month(day, language)}"


def day_and_month_short(day: date, language: str) -> str:
    """`2.12`, `2 Dec`, `2/12`."""
    if language == "en":
        return f"{day.day} {month_short(day.month, language)}"
    return f"{day.day}{_separator(language)}{day.month}"


def weekday_and_date(day: date, language: str) -> str:
    """The date without its year: `יום רביעי, 2 בדצמבר`."""
    return f"{weekday(day, language)}{_comma(language)} {day_and_month(day, language)}"


def date_long(day: date, language: str) -> str:
    """`יום רביעי, 2 בדצמבר 2026`, `Wednesday, 2 December 2026`."""
    return f"{weekday_and_date(day, language)} {day.year}"


def date_medium(day: date, language: str) -> str:
    """`2 בדצמבר 2026`, `2 December 2026`."""
    return f"{day_and_month(day, language)} {day.year}"


def date_short(day: date, language: str) -> str:
    """`2.12.2026`, `2 Dec 2026` (never 2/12, which English readers read both ways), `2/12/2026`."""
    joint = " " if language == "en" else _separator(language)
    return f"{day_and_month_short(day, language)}{joint}{day.year}"


def date_range(start: date, end: date, language: str) -> str:
    """`2 עד 5 בדצמבר 2026`, `28 November–3 December 2026`; one day is one date."""
    if start == end:
        return date_medium(start, language)
    return words.UNTIL[language].format(
        start=_shared_start(start, end, language), end=date_medium(end, language)
    )


def work_year_of(day: date) -> int:
    """The work year a day belongs to, by the civil year of its September."""
    return day.year if day.month >= _FIRST_MONTH else day.year - 1


def work_year_bounds(work_year: int) -> tuple[date, date]:
    """The first and the last day: 1 September to 31 August."""
    return date(work_year, _FIRST_MONTH, 1), date(work_year + 1, _FIRST_MONTH, 1) - timedelta(1)


def work_year_months(work_year: int) -> tuple[date, ...]:
    """The first days of its twelve months, September first."""
    later = [date(work_year + 1, month, 1) for month in range(1, _FIRST_MONTH)]
    return (*(date(work_year, month, 1) for month in range(_FIRST_MONTH, 13)), *later)


def hebrew_year_of_work_year(work_year: int) -> int:
    """5787 for 2026."""
    return work_year + _HEBREW_OFFSET


def week_start(day: date) -> date:
    """The Sunday on or before a day."""
    return day - timedelta(_from_sunday(day))


def _from_sunday(day: date) -> int:
    return day.isoweekday() % 7


def _of_month(day: date, language: str) -> str:
    name = month_name(day.month, language)
    return f"ב{name}" if language == "he" else name


def _comma(language: str) -> str:
    return "،" if language == "ar" else ","


def _separator(language: str) -> str:
    return "/" if language == "ar" else "."


def _shared_start(start: date, end: date, language: str) -> str:
    if start.year != end.year:
        return date_medium(start, language)
    return str(start.day) if start.month == end.month else day_and_month(start, language)
