"""What columns without titles hold: dates, hours and words of the method speak for themselves."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from .dates import parse_date
from .table import Cell, text_of
from .words import HORIZON, MEETING_KIND, PRODUCT_KIND, PRODUCT_STATUS, PROGRESS, Spellings, meaning

_HOURS = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[-–—]\s*\d{1,2}[:.]\d{2})?")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
Looks = Callable[[Cell], object]
Columns = Sequence[Sequence[Cell]]


def guess(columns: Columns, kind: str) -> list[str]:
    """The field of each column, by the filled cells of its first rows; "" where nothing speaks."""
    found = [""] * len(columns)
    _claim(columns, found, _SIGNS[kind])
    for at, field in _titles(columns, found, kind):
        found[at] = field
    _claim(columns, found, _words(kind))
    return found


def _claim(columns: Columns, found: list[str], fields: Iterable[tuple[str, Looks]]) -> None:
    for field, looks in fields:
        for at, cells in enumerate(columns):
            if not found[at] and _mostly(cells, looks):
                found[at] = field
                break


def _titles(columns: Columns, found: Sequence[str], kind: str) -> list[tuple[int, str]]:
    """The fullest column of free words; words of the method only where there are no others."""
    free = [at for at, one in enumerate(columns) if not found[at] and _mostly(one, _is_prose)]
    known = {at for at in free if any(_mostly(columns[at], looks) for _, looks in _words(kind))}
    own = [at for at in free if at not in known]
    if kind == "work-plan" and len(own) > 1 and _stands_over(columns[own[0]], columns[own[1]]):
        return [(own[0], "goal"), (own[1], "title")]
    best = sorted(free, key=lambda at: (-len(columns[at]), at in known, at))
    return [(at, _TITLES[kind]) for at in best[:1]]


def _stands_over(goals: Sequence[Cell], titles: Sequence[Cell]) -> bool:
    """A goal is written once, or again and again, beside activities that differ."""
    return len({*goals}) < len({*titles})


def _mostly(cells: Sequence[Cell], looks: Looks) -> bool:
    return bool(cells) and 2 * sum(bool(looks(cell)) for cell in cells) > len(cells)


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


def _words(kind: str) -> list[tuple[str, Looks]]:
    return [(field, partial(_is_word, spellings)) for field, spellings in _WORDS[kind]]


_TITLES = {"meetings": "topic", "work-plan": "title", "products": "title"}
_SIGNS: Mapping[str, Sequence[tuple[str, Looks]]] = {
    "meetings": (
        ("starts", _is_hour), ("ends", _is_hour), ("date", _is_day), ("link", _is_link),
    ),
    "work-plan": (("starts", _is_day), ("ends", _is_day)),
    "products": (("published_on", _is_day), ("where", _is_link)),
}  # fmt: skip
_WORDS: Mapping[str, Sequence[tuple[str, Spellings]]] = {
    "meetings": (("kind", MEETING_KIND),),
    "work-plan": (("state", PROGRESS), ("horizon", HORIZON)),
    "products": (("status", PRODUCT_STATUS), ("kind", PRODUCT_KIND)),
}
