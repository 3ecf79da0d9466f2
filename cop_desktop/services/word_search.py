"""Finding words in running text: behind their prefixes, with or without points, by a part.

Hebrew and Arabic write small words onto the next one (ולמורים, وللمعلمين); a search for the word
alone finds it there. Everything is compared in one spelling: `search.fold`, with final letters as
any others.
"""

import re
from enum import IntEnum
from functools import lru_cache
from unicodedata import category

from cop_desktop.frozen import frozen

from .search import fold, terms

_FINALS = str.maketrans("ךםןףץ", "כמנפצ")
_HEBREW = "ו?(?:שכש|לכש|כש|מש|ש)?[בכלמ]?ה?"
_ARABIC = "[وف]?(?:لل|س|[بكل]?(?:ال)?)"
_PREFIX = re.compile(f"{_HEBREW}|{_ARABIC}")
_LONGEST = 6  # letters of a prefix
Span = tuple[int, int]  # letters of the text as it is written, from and up to


class Fit(IntEnum):
    """How a word of a query stands in a text, the best first."""

    WORD = 0  # as it is
    PREFIXED = 1  # behind a prefix
    BEGINNING = 2  # the beginning of a longer word
    PART = 3
    BARE = 4  # only without the prefix that the query itself bears


@frozen
class Term:
    """A word of a query, ready to be looked for."""

    folded: str
    bare: tuple[str, ...]  # the same without prefixes that it may bear

    def fit(self, folded: str) -> Fit | None:
        """How it stands in a folded text, at its best place; None where it does not."""
        fit = _best(self.folded, folded)
        if fit is None and any((_best(it, folded) or 0) <= Fit.PREFIXED for it in self.bare
                               if it in folded):  # fmt: skip
            return Fit.BARE
        return fit


@frozen
class Query:
    """What somebody looks for: every one of its words has to be there."""

    terms: tuple[Term, ...]

    def __bool__(self) -> bool:
        return bool(self.terms)

    def fits(self, folded: str) -> tuple[Fit, ...]:
        """How each word stands in a folded text; nothing where one is missing."""
        found = []
        for term in self.terms:
            fit = term.fit(folded)
            if fit is None:
                return ()
            found.append(fit)
        return tuple(found)

    def marks(self, text: str) -> tuple[Span, ...]:
        """Where in a text its words stand, in order; what overlaps is one."""
        folded, places = _letters(text)
        found: list[Span] = []
        for term in self.terms:
            words = [term.folded] if term.folded in folded else term.bare
            for word in words:
                for it in re.finditer(re.escape(word), folded):
                    start, last = places[it.start()], places[it.end() - 1]
                    found.append((start, _with_points(text, last + 1)))
        return _joined(found)


def query(text: str) -> Query:
    """The words of a query."""
    return Query(tuple(Term(word, _bare(word)) for word in terms(text.translate(_FINALS))))


def folded(text: str) -> str:
    """A text in the one spelling in which it is searched."""
    return fold.__wrapped__(text).translate(_FINALS)  # its memory is for names, not for pages


def _best(word: str, folded: str) -> Fit | None:
    """The best of the places where a word stands in a folded text."""
    best, at = None, folded.find(word)
    while at >= 0:
        fit = _fit_at(folded, at, at + len(word))
        if fit is Fit.WORD:
            return fit
        best = fit if best is None else min(best, fit)
        at = folded.find(word, at + 1)
    return best


def _fit_at(folded: str, start: int, end: int) -> Fit:
    first = start
    while first and start - first <= _LONGEST and folded[first - 1].isalnum():
        first -= 1
    ends = end == len(folded) or not folded[end].isalnum()
    if first == start and ends:
        return Fit.WORD
    if not _is_prefix(folded[first:start]):
        return Fit.PART
    return Fit.PREFIXED if ends else Fit.BEGINNING


def _bare(word: str) -> tuple[str, ...]:
    """What is left of a word without each prefix it may bear: four letters at least."""
    return tuple(word[cut:] for cut in range(1, len(word) - 3) if _is_prefix(word[:cut]))


@lru_cache(maxsize=2_000)
def _is_prefix(letters: str) -> bool:
    return _PREFIX.fullmatch(letters) is not None


def _letters(text: str) -> tuple[str, list[int]]:
    """The folded letters of a text, and for each the place of the letter it comes from."""
    told: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        plain = _plain(letter)
        told.append(plain)
        places += [place] * len(plain)
    return "".join(told), places


@lru_cache(maxsize=2_000)
def _plain(letter: str) -> str:
    """A letter as `folded` has it; a hyphen is a space, a point is nothing."""
    return fold(f"a{letter}a").translate(_FINALS)[1:-1]


def _with_points(text: str, end: int) -> int:
    """Points over and under a letter belong to it."""
    while end < len(text) and category(text[end]) == "Mn":
        end += 1
    return end


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
