"""Small numbers held back, and so many others that none can be worked out from their sum.

Cells of one to four people are held back. At least two cells are then missing, and their sum could
be made in more than one way; otherwise the next smallest goes, too (complementary suppression),
with all that are equal to it: a rule that chose by the name of a cell would tell some apart.
Only one sum is ever published: with several, differences between them would tell what each alone
does not. Shares are told so that they cannot be turned back into numbers of one to four.
"""

from collections.abc import Hashable, Mapping
from typing import TypeVar

LEAST = 5  # people

K = TypeVar("K", bound=Hashable)


def held_back(counts: Mapping[K, int], least: int = LEAST) -> tuple[frozenset[K], bool]:
    """The cells to hold back, and whether the sum of all may be told."""
    missing = [key for key, count in counts.items() if 0 < count < least]
    larger = sorted({count for count in counts.values() if count >= least})
    while missing and larger and not _safe([counts[it] for it in missing], least):
        smallest = larger.pop(0)
        missing += [key for key, count in counts.items() if count == smallest]
    return frozenset(missing), _safe([counts[it] for it in missing], least)


def share(part: float, whole: int, least: int = LEAST) -> float:
    """A part of a whole; where it or the rest counts one to four people, as if it were half of
    that, whichever of them it is."""
    rest, middle = whole - part, least / 2
    if 0 < part < least and 0 < rest < least:
        return 0.5
    if 0 < part < least:
        return middle / whole
    return 1 - middle / whole if 0 < rest < least else part / whole


def turnout(came: int, missed: int) -> tuple[int | None, int | None]:
    """How many were expected, and came; not who came where they, or the others, are one to four.

    What was expected is known from the other meetings, and from the number of members.
    """
    expected = came + missed
    if small(came) or small(missed):
        return (None if small(expected) else expected), None
    return expected, came


def fives(count: int) -> int:
    """At least so many: between two packages nobody can count the few who came to it."""
    return count - count % LEAST


def steps(part: float, step: int) -> int:
    """In percent, as coarse as the step."""
    return step * round(100 * part / step)


def small(count: int | None, least: int = LEAST) -> bool:
    """Whether a number counts so few people that it is held back."""
    return count is not None and 0 < count < least


def _safe(missing: list[int], least: int) -> bool:
    """Whether the sum tells nothing of a single small cell, even to those who know the rules: they
    know that a row has somebody in it, and when the small ones could be no larger."""
    total, rows = sum(missing), len(missing)
    if not rows:
        return True
    nothing_but_ones = total == rows
    nothing_but_the_largest = min(missing) == max(missing) == least - 1
    return rows > 1 and total >= least and not (nothing_but_ones or nothing_but_the_largest)
