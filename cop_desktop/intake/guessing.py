"""What columns without titles hold: dates, hours and words of the method speak for themselves."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from .dates import parse_date
from .table import Cell, text_of
from .words import HORIZON, MEETING_KIND, PRODUCT_KIND, PRODUCT_STATUS, PROGRESS, Spellings, meaning

_HOURS = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[-–—]\s*\d{1,2}[:.]\d{2})?")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_COUNTED = re.compile(r"\d{1,3}\.?")
Looks = Callable[[Cell], object]


def guess(columns: Sequence[Sequence[Cell]], kind: str) -> list[str]:
    """The field of each column, by the filled cells of its first rows; "" where nothing speaks."""
    found = [""] * len(columns)
    for field, looks in _LOOKS[kind]:
        for at, cells in enumerate(columns):
            if not found[at] and _mostly(cells, looks):
                found[at] = field
                break
    for at, field in zip(_wordy(columns, found), _SAID[kind](columns), strict=False):
        found[at] = field
    return found


def _mostly(cells: Sequence[Cell], looks: Looks) -> bool:
    return bool(cells) and 2 * sum(bool(looks(cell)) for cell in cells) > len(cells)


def _wordy(columns: Sequence[Sequence[Cell]], found: Sequence[str]) -> list[int]:
    """Columns of free text nobody has claimed."""
    return [
        at
        for at, cells in enumerate(columns)
        if cells
        and not found[at]
        and not _mostly(cells, lambda it: _COUNTED.fullmatch(text_of(it)))
    ]


def _of_plan(columns: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """A goal stands once over its activities, so its column has fewer cells or fewer words."""
    wordy = [cells for cells in columns if _mostly(cells, _is_prose)]
    several = len(wordy) > 1 and len({*wordy[0]}) < len({*wordy[1]})
    return ("goal", "title") if several else ("title",)


def _is_prose(cell: Cell) -> bool:
    return isinstance(cell, str) and not _is_day(cell) and any(sign.isalpha() for sign in cell)


def _is_day(cell: Cell) -> bool:
    return not isinstance(cell, int) and parse_date(cell).day is not None


def _is_hour(cell: Cell) -> bool:
    return _HOURS.fullmatch(text_of(cell).strip()) is not None


def _is_word(spellings: Spellings, cell: Cell) -> bool:
    return meaning(text_of(cell), spellings) is not None


def _is_link(cell: Cell) -> bool:
    return _LINK.match(text_of(cell)) is not None


_LOOKS: Mapping[str, Sequence[tuple[str, Looks]]] = {
    "meetings": (
        ("starts", _is_hour), ("ends", _is_hour), ("date", _is_day), ("link", _is_link),
        ("kind", partial(_is_word, MEETING_KIND)),
    ),
    "work-plan": (
        ("starts", _is_day), ("ends", _is_day), ("state", partial(_is_word, PROGRESS)),
        ("horizon", partial(_is_word, HORIZON)),
    ),
    "products": (
        ("published_on", _is_day), ("where", _is_link),
        ("status", partial(_is_word, PRODUCT_STATUS)), ("kind", partial(_is_word, PRODUCT_KIND)),
    ),
}  # fmt: skip
_SAID: Mapping[str, Callable[[Sequence[Sequence[Cell]]], tuple[str, ...]]] = {
    "meetings": lambda _: ("topic",),
    "work-plan": _of_plan,
    "products": lambda _: ("title",),
}
