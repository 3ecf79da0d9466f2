"""Hours of the day, lengths of time, and how far a day is from today."""

from datetime import date, time

from . import words
from .text import isolate_ltr


def clock(moment: time) -> str:
    """`09:30`, the same in every language."""
    return f"{moment:%H:%M}"


def time_range(start: time, end: time, language: str) -> str:
    """For the screen: `16:30–19:30`, kept left to right inside Hebrew and Arabic."""
    text = f"{clock(start)}–{clock(end)}"
    return text if language == "en" else isolate_ltr(text)


def time_range_paper(start: time, end: time, language: str) -> str:
    """For paper: `09:30 עד 13:00` in words, since a dash turns round; `09:30–13:00` in English."""
    return words.UNTIL[language].format(start=clock(start), end=clock(end))


def counted(n: int, unit: str, language: str, *, after_preposition: bool = False) -> str:
    """`יום אחד`, `יומיים`, `3 ימים`; unit is minute, hour, day, week, month or year."""
    noun = words.UNITS[language][unit]
    if n == 1:
        return (after_preposition and noun.one_after) or noun.one
    if n == 2:
        return (after_preposition and noun.two_after) or noun.two
    return f"{n} {_form(n, noun)}"


def duration(minutes: int, language: str) -> str:
    """In words: `3 שעות ורבע`, `שעה ו־20 דקות`, `90 minutes` is `1 hour 30 minutes`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return words.UNDER_AN_HOUR[language].get(rest) or counted(rest, "minute", language)
    full = counted(hours, "hour", language)
    if not rest:
        return full
    quarter = words.QUARTERS[language].get(rest)
    return full + quarter if quarter else _hours_and(full, rest, language)


def duration_short(minutes: int, language: str) -> str:
    """`90 דק׳`, `90 min`."""
    return words.MINUTES_SHORT[language].format(n=minutes)


def relative_day(day: date, today: date, language: str) -> str:
    """`היום`, `מחר`, `בעוד 10 ימים`, `לפני 3 שבועות`; rounded the further away it is."""
    days = (day - today).days
    if days in words.NEAR[language]:
        return words.NEAR[language][days]
    n, unit = _distance(abs(days))
    frame = words.AHEAD if days > 0 else words.AGO
    span = counted(n, unit, language, after_preposition=True)
    return frame[language].format(span=span)


def _form(n: int, noun: words.Unit) -> str:
    if noun.from_eleven and not 3 <= n % 100 <= 10:
        return noun.from_eleven if n % 100 > 10 else noun.hundreds
    return noun.many


def _hours_and(full: str, minutes: int, language: str) -> str:
    rest = counted(minutes, "minute", language)
    if language == "en":
        return f"{full} {rest}"
    if language == "ar":
        return f"{full} و{rest}"
    return f"{full} ו{rest}" if minutes == 1 else f"{full} ו־{rest}"


def _distance(days: int) -> tuple[int, str]:
    if days < 14:
        return (1, "week") if days == 7 else (days, "day")
    if days < 60:
        return round(days / 7), "week"
    if days < 360:
        return round(days / 30.44), "month"
    return round(days / 365.25), "year"
