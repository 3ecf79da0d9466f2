"""Terms: what is held from a day on, until the first day without."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_

from cop_desktop.models import RoleHolding
from cop_desktop.models.method import Apprenticeship


def running(holding: Any, today: date) -> tuple[ColumnElement[bool], ...]:
    """The condition that a term (a class with `since` and `until`) runs on a day.

    Whoever only looks on in a role, or helps whoever holds it now, holds nothing.
    """
    runs = (holding.since <= today, or_(holding.until.is_(None), holding.until > today))
    return (*runs, RoleHolding.way == Apprenticeship.HOLD) if holding is RoleHolding else runs
