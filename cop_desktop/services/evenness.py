"""How evenly something is spread."""

from collections.abc import Sequence


def gini(counts: Sequence[int]) -> float:
    """Inequality of counts: 0 when all are equal (or nothing is held), toward 1 for one holder."""
    total, n = sum(counts), len(counts)
    if not total:
        return 0.0
    ranked = sum(rank * count for rank, count in enumerate(sorted(counts), start=1))
    return 2 * ranked / (n * total) - (n + 1) / n
