"""Terms: what is held from a day on, until the first day without."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_


def running(holding: Any, today: date) -> tuple[ColumnElement[bool], ...]:
    """The condition that a term (a class with `since` and `until`) runs on a day."""
    return (holding.since <= today, or_(holding.until.is_(None), holding.until > today))
