"""The order of mixed text: embedding levels of the Unicode Bidirectional Algorithm (UAX #9).

`levels` works on one paragraph in logical order (no newline inside); after line breaking
`visual` puts the levels of a line in order. Rule L1, on blanks at the end of a line, is not needed:
lines end with a word, and cleaned text has no tabs. Judged by Unicode's own BidiCharacterTest.txt.
"""

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import bidirectional

from .explicit import EXPLICIT, Explicit, first_strong_of, matches, side
from .sequence import resolve

_HEBREW_ONLY = frozenset({"R", "WS", "ON", "CS", "ES", "NSM"})
_LATIN_ONLY = frozenset({"L", "WS", "ON", "CS", "ES", "ET", "EN"})


@lru_cache(4096)
def kind(letter: str) -> str:
    """The bidi class of a character; unassigned ones count as left-to-right."""
    return bidirectional(letter) or "L"


def first_strong(text: str, default: int) -> int:
    """Base level by the first letter outside isolates (P2, P3)."""
    kinds = [kind(letter) for letter in text]
    return first_strong_of(kinds, 0, len(kinds), matches(kinds), default)


def base_of(text: str, page: int) -> int:
    """Base level on a page of this direction: the page's, unless all letters go the other way.

    So a Hebrew sentence on an English paper keeps its full stop at its left end.
    """
    sides = {kind(letter) for letter in text}
    if page:
        return 0 if "L" in sides and not sides & {"R", "AL"} else 1
    return 1 if sides & {"R", "AL"} and "L" not in sides else 0


@lru_cache(2048)
def levels(text: str, base: int) -> tuple[int, ...]:
    """Embedding level of every character; characters removed by X9 get their neighbour's."""
    kinds = [kind(letter) for letter in text]
    present = set(kinds)
    if base == 1 and present <= _HEBREW_ONLY:
        return (1,) * len(text)
    if base == 0 and present <= _LATIN_ONLY:
        return (0,) * len(text)
    if not present & EXPLICIT:
        return tuple(resolve(kinds, text, base, side(base), side(base)))
    return tuple(Explicit(kinds, base).levels(text))


def visual(found: Sequence[int]) -> list[int]:
    """L2: the order, from left to right, of things (letters or runs) with these levels."""
    order = list(range(len(found)))
    if not order:
        return order
    lowest_odd = min((level for level in found if level & 1), default=max(found) + 1)
    for level in range(max(found), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            if end > start:
                order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order
