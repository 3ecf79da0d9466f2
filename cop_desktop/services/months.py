"""Whole months from a day on, as people count them."""

from calendar import monthrange
from datetime import date


def later(day: date, months: int) -> date:
    """The same day so many months on, or that month's last; a negative count goes back."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
