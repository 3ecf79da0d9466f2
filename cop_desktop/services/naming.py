"""How people are named in texts: by their whole name, a telephone or an address; or by a first or
family name alone, which may be anybody's."""

import re
from collections.abc import Iterable, Mapping

from .people import full_name

SHORT = 3  # letters: a shorter whole name would hit other words
DIGITS = 7  # of a telephone; fewer are a house or a sum
# points, tatweel and marks of direction, which may stand between any two letters
_POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670"
_UNSEEN = f"[{_POINTS}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]*"
_GAP = r"[\s,\-\u05be\u2010-\u2015]+"
_QUOTE = "['\"`\u00b4\u05f3\u05f4\u2018-\u201f]?"
_LEANING = "[והלבמשכفبلوك]"  # and, the, to, in, from, that, as
_BEFORE = rf"(?<!\w){_LEANING}{{0,3}}"
_LETTER = r"[^\W\d_]"
# what may stand around each, since nobody is meant in the middle of a word, a number, an address:
# whom they call רון לוי is not אהרון לוי, nor Anna Stein Joanna Steiner
_LEANT = "|".join(rf"(?<=(?<!{_LETTER}){_LEANING * n})" for n in range(1, 4))
_NAME = rf"(?:(?<!{_LETTER})|{_LEANT})", rf"(?!{_LETTER})"
_NUMBER = r"(?<!\d)(?:\+?972[\s().-]*)?0?", r"(?!\d)"
_ADDRESS = r"(?<![\w.+-])", r"(?![\w-]|\.\w)"
_WORD = _BEFORE, r"(?!\w)"
_NEVER = r"(?!)"


def whole(people: Iterable[Iterable[str]]) -> re.Pattern[str]:
    """Given name, family name, and further marks of each: both orders of the name, telephones
    however they are written, addresses."""
    names, numbers, addresses = set[str](), set[str](), set[str]()
    for given, family, *marks in people:
        both = (full_name(given, family), full_name(family, given))
        names |= {_spelt(name) for name in both if len(_plain(name)) > SHORT}
        for mark in marks:
            if number := _number(mark):
                numbers.add(number)
            elif len(mark) > SHORT:
                addresses.add(re.escape(mark))
    return _any({_NAME: names, _NUMBER: numbers, _ADDRESS: addresses})


def alone(people: Iterable[Iterable[str]]) -> re.Pattern[str]:
    """The first or the family name as a word of its own, with the letters that lean on it."""
    names = {
        name for given, family, *_ in people for name in (given, family) if len(_plain(name)) > 1
    }
    return _any({_WORD: set(map(_spelt, names))})


def _any(wanted: Mapping[tuple[str, str], set[str]]) -> re.Pattern[str]:
    """Patterns by what stands before and after them; of two that fit, the longer one."""
    longest = {
        around: sorted(patterns, key=lambda it: (-len(it), it))
        for around, patterns in wanted.items()
    }
    kinds = (
        f"{before}(?:{'|'.join(some)}){after}" for (before, after), some in longest.items() if some
    )
    return re.compile("|".join(kinds) or _NEVER, re.IGNORECASE)


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
    """What a telephone is called by after its code; nothing for what is no telephone."""
    digits = re.sub(r"[\s().+-]", "", text)
    if len(digits) < DIGITS or not digits.isdecimal():
        return ""
    return r"[\s().-]*".join(digits.removeprefix("972").removeprefix("0"))
