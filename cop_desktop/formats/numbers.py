"""Numbers as they are printed: Western digits in every language, rounded half up."""

from decimal import ROUND_HALF_UP, Decimal

from .text import isolate_ltr


def number(value: float, language: str, *, decimals: int = 0) -> str:
    """`1,234`, `3.5`; a negative number is kept left to right inside Hebrew and Arabic."""
    text = f"{_rounded(value, decimals):,}"
    return isolate_ltr(text) if text.startswith("-") and language != "en" else text


def percent(share: float, language: str, *, decimals: int = 0) -> str:
    """A share between 0 and 1 as `28%`."""
    text = f"{_rounded(Decimal(repr(float(share))) * 100, decimals)}%"
    return isolate_ltr(text) if text.startswith("-") and language != "en" else text


def points(change: float, language: str) -> str:
    """A change in percentage points with its sign, `+16.3`; the words stand beside it."""
    rounded = _rounded(change, 1)
    text = f"{rounded:+}" if rounded else f"{rounded}"
    return text if language == "en" else isolate_ltr(text)


def _rounded(value: float | Decimal, decimals: int) -> Decimal:
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded  # no "-0"
