"""The titles of columns: which field of a list each of them means."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cop_desktop.services.search import fold

from .fields import Kind

LONGEST = 60  # letters
_SURE_ENOUGH = 88  # of 100; lower bars took a job title for an organisation
_NOT_LETTERS = re.compile(r"[^\w#]+")
_ABBREVIATION = re.compile(r"(?<=\w)\.(?=\w)")
_AND = re.compile(r"\+\s*(?=[א-ת])")  # lost, “name + family” would say “family name”
_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\*")
_COUNTED = re.compile(r" ?\d$")


@lru_cache(4096)  # words of consent and the like are compared this way, row after row
def normal(title: str) -> str:
    """A title without points, quotes, stars, brackets: as the synonyms are compared."""
    words = _AND.sub("ו", _ABBREVIATION.sub("", fold(title)))
    return " ".join(_NOT_LETTERS.sub(" ", words).split())


@cache
def _synonyms(kind: Kind) -> dict[str, str]:
    return {normal(title): field.key for field in kind.fields for title in field.titles.split("|")}


def recognise(title: str, kind: Kind) -> tuple[str, str]:
    """The field of a title and how it was found; two empty strings when it was not."""
    words = normal(title)
    known = _synonyms(kind)
    for spelling in (words, _COUNTED.sub("", words), *_shorter(title)):
        if spelling in known:
            return known[spelling], "synonym"
    if len(words) < 4 or len(words) > LONGEST:
        return "", ""
    # imported when used: the window starts without it
    from rapidfuzz import fuzz, process

    titles = list(known)
    found = process.extractOne(words, titles, scorer=fuzz.ratio, score_cutoff=_SURE_ENOUGH)
    return (known[found[0]], "similar") if found else ("", "")


def _shorter(title: str) -> Iterator[str]:
    """A title without its remark, and each of the words it offers: רשות/ארגון (חובה)."""
    bare = _REMARK.sub("", title)
    yield normal(bare)
    yield from (normal(one) for one in bare.split("/") if len(one) > 2)
