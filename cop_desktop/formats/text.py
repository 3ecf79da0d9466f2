"""Direction, lists, initials and telephone numbers: what keeps a line of text in order."""

import re
from collections.abc import Sequence

LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
MAQAF = "\u05be"
NBSP = "\u00a0"
_JOINED = f"{PDI} · {FSI}"
_ISOLATES = re.compile("[\u2066-\u2069]")
_HEBREW = re.compile("[\u05d0-\u05ea]")
_ARABIC = re.compile("[\u0620-\u06ff]")
_TITLES = {"ד״ר", 'ד"ר', "פרופ׳", "פרופ'", "עו״ד", 'עו"ד', "dr", "dr.", "prof.", "د.", "د"}
_NUMBER_AND_WORD = re.compile(r"(?<=\d) (?=[^\W\d])")
_ZWNJ = "\u200c"


def isolate(text: str) -> str:
    """A value of unknown direction, kept apart from the sentence around it (FSI … PDI)."""
    return f"{FSI}{text}{PDI}"


def isolate_ltr(text: str) -> str:
    """A range, a telephone number, an address: always read from left to right (LRI … PDI)."""
    return f"{LRI}{text}{PDI}"


def file_name(name: str) -> str:
    """A file's name for reading: its last word, with digits and suffix, never turns round."""
    words, gap, last = name.rpartition(" ")
    foreign = _HEBREW.search(last) or _ARABIC.search(last)
    return name if foreign or not words else f"{words}{gap}{isolate(last)}"


def without_isolates(text: str) -> str:
    """The text as it is copied to another program or compared."""
    return _ISOLATES.sub("", text)


def hold_together(text: str) -> str:
    """No line ends between a figure and the word it counts."""
    return _NUMBER_AND_WORD.sub(NBSP, text)


def with_prefix(prefix: str, value: str) -> str:
    """A Hebrew prefix before a value: joined to a Hebrew word, with a maqaf to anything else."""
    joined = _HEBREW.match(without_isolates(value))
    return f"{prefix}{value}" if joined else f"{prefix}{MAQAF}{value}"


def dotted(*parts: str) -> str:
    """Parts side by side, `a · b`, each in its own direction; empty ones are left out."""
    told = [part for part in parts if part]
    if len(told) < 2:
        return "".join(told)
    # FSI does not look into the isolates of a part that is joined already: it would turn round
    return " · ".join(part if _JOINED in part else isolate(part) for part in told)


def listed(items: Sequence[str], language: str) -> str:
    """`א, ב וג` · `a, b and c` · `أ وب وج`; an empty string for no items."""
    if len(items) < 2:
        return "".join(items)
    *first, last = items
    if language == "he":
        return f"{', '.join(first)} {with_prefix('ו', last)}"
    if language == "ar":
        return " و".join(items)
    return f"{', '.join(first)} and {last}"


def initials(name: str) -> str:
    """At most two letters for a round badge: first name and surname, titles left out."""
    words = [word for word in name.split() if word.casefold() not in _TITLES]
    letters = [letter for word in words if (letter := _first_letter(word))]
    chosen = letters[:1] + letters[1:][-1:]
    joint = _ZWNJ if chosen and _ARABIC.match(chosen[0]) else ""  # or Arabic letters join
    return joint.join(chosen)


def phone(number: str, language: str) -> str:
    """An Israeli number as `052-123-4567`, any other as it was typed; kept left to right."""
    shown = _grouped(number.strip())
    return isolate_ltr(shown) if shown and language != "en" else shown


def _first_letter(word: str) -> str:
    return next((letter.upper() for letter in word if letter.isalpha()), "")


def _grouped(number: str) -> str:
    digits = re.sub(r"[\s().\-–]", "", number)
    digits = re.sub(r"^(\+972|00972)0?", "0", digits)
    if re.fullmatch(r"0[57]\d{8}", digits):
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    if re.fullmatch(r"0[23489]\d{7}", digits):
        return f"{digits[:2]}-{digits[2:5]}-{digits[5:]}"
    if re.fullmatch(r"1[78]00\d{6}", digits):
        return f"{digits[0]}-{digits[1:4]}-{digits[4:7]}-{digits[7:]}"
    return number
