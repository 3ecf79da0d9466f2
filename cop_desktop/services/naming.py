"""How people are named in texts: by their whole name, a telephone or an address; or by a first or
family name alone, which may be anybody's."""

import re
from collections.abc import Iterable

from .people import full_name

SHORT = 3  # letters: a shorter whole name would hit other words
DIGITS = 7  # of a telephone; fewer are a house or a sum
# points, tatweel and marks of direction, which may stand between any two letters
_POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670"
_UNSEEN = f"[{_POINTS}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]*"
_GAP = r"[\s,\-\u05be\u2010-\u2015]+"
_QUOTE = "['\"`\u00b4\u05f3\u05f4\u2018-\u201f]?"
_BEFORE = r"(?<!\w)[והלבמשכفبلوك]{0,3}"  # and, the, to, in, from, that, as
_NEVER = r"(?!)"


def whole(people: Iterable[Iterable[str]]) -> re.Pattern[str]:
    """Given name, family name, and further marks of each: both orders of the name, telephones
    however they are written, addresses."""
    found: set[str] = set()
    for given, family, *marks in people:
        names = (full_name(given, family), full_name(family, given))
        found |= {_spelt(name) for name in names if len(_plain(name)) > SHORT}
        found |= {_number(mark) or re.escape(mark) for mark in marks if len(mark) > SHORT}
    return _any(found)


def alone(people: Iterable[Iterable[str]]) -> re.Pattern[str]:
    """The first or the family name as a word of its own, with the letters that lean on it."""
    names = {
        name for given, family, *_ in people for name in (given, family) if len(_plain(name)) > 1
    }
    return _any(rf"{_BEFORE}{_spelt(name)}(?!\w)" for name in names)


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(patterns, key=lambda it: (-len(it), it))
    return re.compile("|".join(longest) or _NEVER, re.IGNORECASE)


def _spelt(name: str) -> str:
    """A name however it is typed: hyphen or space, any kind of quote, with points or without."""
    plain = re.sub(_UNSEEN, "", name).strip()
    words = [_UNSEEN.join(map(_letter, word)) for word in re.split(_GAP, plain) if word]
    return f"{_UNSEEN}{_GAP}{_UNSEEN}".join(words) + f"[{_POINTS}]*"


def _plain(name: str) -> str:
    """Its letters alone: what is made of other signs names nobody."""
    return "".join(filter(str.isalnum, name))


def _letter(letter: str) -> str:
    return _QUOTE if re.fullmatch(_QUOTE, letter) else re.escape(letter)


def _number(text: str) -> str:
    digits = re.sub(r"[\s().+-]", "", text)
    if len(digits) < DIGITS or not digits.isdecimal():
        return ""
    local = digits.removeprefix("972").removeprefix("0")
    return r"(?<!\d)(?:\+?972[\s().-]*)?0?" + r"[\s().-]*".join(local) + r"(?!\d)"
