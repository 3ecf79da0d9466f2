"""Rows by what a column tells, as a coordinator's lists are put in order."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

Row = TypeVar("Row")


def in_order(rows: Iterable[Row], told: Callable[[Row], Any], *, descending: bool) -> list[Row]:
    """Those that tell nothing (None) stand last, whichever way."""
    every = list(rows)
    known = sorted((it for it in every if told(it) is not None), key=told, reverse=descending)
    return [*known, *(it for it in every if told(it) is None)]
