"""Small numbers held back, and so many others that none can be worked out from their sum.

Cells of one to four people are held back. At least two cells are then missing, and together they
count five or more; otherwise the next smallest goes, too (complementary suppression). Only one sum
is ever published: with several, differences between them would tell what each alone does not.
"""

from collections.abc import Hashable, Mapping
from typing import TypeVar

LEAST = 5  # people

K = TypeVar("K", bound=Hashable)


def held_back(counts: Mapping[K, int], least: int = LEAST) -> tuple[frozenset[K], bool]:
    """The cells to hold back, and whether the sum of all may be told."""
    missing = [key for key, count in counts.items() if 0 < count < least]
    others = sorted(
        (it for it in counts if counts[it] >= least), key=lambda it: (counts[it], str(it))
    )
    while missing and others and not _safe([counts[it] for it in missing], least):
        missing.append(others.pop(0))
    return frozenset(missing), _safe([counts[it] for it in missing], least)


def small(count: int | None, least: int = LEAST) -> bool:
    """Whether a number counts so few people that it is held back."""
    return count is not None and 0 < count < least


def _safe(missing: list[int], least: int) -> bool:
    """Whether the sum tells nothing of a single small cell."""
    return not missing or (len(missing) > 1 and sum(missing) >= least)
