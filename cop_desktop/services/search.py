"""The keys by which names are found and sorted, whatever keyboard typed them."""

import re
import unicodedata
from functools import lru_cache

_SKIPPED = (  # code points, inclusive: what a person does not type when looking for a name
    (0x00AD, 0x00AD),  # soft hyphen
    (0x0300, 0x036F),  # accents, once letters are decomposed
    (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7),
    (0x05F3, 0x05F4),  # geresh, gershayim; with every apostrophe and quotation mark below
    (0x0610, 0x061A), (0x061C, 0x061C), (0x0621, 0x0621), (0x0640, 0x0640), (0x064B, 0x065F),
    (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E8), (0x06EA, 0x06ED),
    (0x200B, 0x200F), (0x2018, 0x201F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFEFF, 0xFEFF),
)  # fmt: skip
_QUOTES = "'\"`´′″ʼ"
_DASHES = "-־‐‑‒–—―−"
_LETTERS = {"ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"}
_TABLE: dict[int, str | None] = (
    {code: None for first, last in _SKIPPED for code in range(first, last + 1)}
    | {ord(quote): None for quote in _QUOTES}
    | {ord(dash): " " for dash in _DASHES}
    | dict.fromkeys((*range(32), *range(127, 160)), " ")
    | {ord(form): plain for form, plain in _LETTERS.items()}
    | {first + digit: str(digit) for first in (0x0660, 0x06F0) for digit in range(10)}
)
_NUMBER = re.compile(r"\+?[\d\s().-]*\d[\d\s().-]*")
_NOT_DIGITS = re.compile(r"\D+")


@lru_cache(maxsize=30_000)  # on its way in, one name is folded some six times
def fold(text: str) -> str:
    """One spelling for all: no points, quotes or case; a hyphen is a space; alef is alef."""
    if text.isascii() and text.isalnum():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).translate(_TABLE)
    return " ".join(plain.casefold().split())


def sort_key(family: str, given: str) -> str:
    """Order by family name, then by given name; a person with one name stands under it."""
    # a tab sorts before any letter or space: Cohen, Zvi comes before Cohen Levi, Anna
    return "\t".join(part for part in (fold(family), fold(given)) if part)


def search_key(*parts: str) -> str:
    """Everything a person may be looked up by, folded; telephone numbers as bare digits."""
    return " ".join(folded for part in parts if part and (folded := _searchable(part)))


def terms(query: str) -> list[str]:
    """The words of a query; a `search_key` that contains all of them answers it."""
    return _searchable(query).split()


def _searchable(text: str) -> str:
    if not text[:1].isalpha() and _NUMBER.fullmatch(text):
        return _NOT_DIGITS.sub("", text)
    return fold(text)
