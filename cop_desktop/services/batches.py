"""Many keys in one question: as many as every build of SQLite takes."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Key = TypeVar("Key")
AT_ONCE = 5_000  # SQLite itself stops at 32,766 values a statement, some builds later


def batches(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """The keys in their order, at most `AT_ONCE` at a time."""
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]
