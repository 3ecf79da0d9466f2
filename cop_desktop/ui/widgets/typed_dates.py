"""A date as people type it, and what is wrong with it in words."""

import re
from calendar import monthrange
from datetime import date

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TYPED = re.compile(r"(\d{1,2})[./\-\s](\d{1,2})(?:[./\-\s](\d{2}|\d{4}))?")


def show_date(day: date) -> str:
    """`2.12.2026`."""
    return f"{day.day}.{day.month}.{day.year}"


def read_date(text: str, today: date) -> date:
    """Day, month, year; a year left out is the one that makes the date come next.

    Raises UserError with what to do when there is no such day.
    """
    year, month, day = _parts(text.strip().strip("\u200e\u200f\u2066\u2069"), today)
    if not 1 <= month <= 12:
        raise UserError(N_("A month is a number from 1 to 12."))
    if not 1900 <= year <= 2200:
        raise UserError(N_("Check the year, please."))
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise UserError(N_("There are {n} days in month {month}."), n=last, month=f"{month}.{year}")
    return date(year, month, day)


def _parts(text: str, today: date) -> tuple[int, int, int]:
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    found = _TYPED.fullmatch(text)
    if not found:
        raise UserError(
            N_("Write a date as day.month.year, such as {example}."), example="2.12.2026"
        )
    day, month = int(found[1]), int(found[2])
    return (_year(found[3]) if found[3] else _next_year(day, month, today)), month, day


def _year(typed: str) -> int:
    return int(typed) + (2000 if len(typed) == 2 else 0)


def _next_year(day: int, month: int, today: date) -> int:
    return today.year + ((month, day) < (today.month, today.day))
