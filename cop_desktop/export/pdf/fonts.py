"""Which font draws which letter, and how wide it is."""

import re
from functools import lru_cache
from unicodedata import category

from cop_desktop.export.text.bidi import kind
from cop_desktop.export.text.brackets import MIRROR

from .faces import SHAPED_SIZE, advances, coverage, remember, shaped

_CHAINS = {"ar": ("Plex", "Heebo")}
_CHAIN = ("Heebo", "Plex")
_JOINED = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
                     "\u0610-\u065f\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff]")  # fmt: skip
_UNSEEN = re.compile("[\u200c\u200d\u2066-\u2069\ufe00-\ufe0f\U000e0000-\U000e007f]")
_DROPPED = re.compile(
    "[\u2066-\u2069\ufe00-\ufe0f\U000e0000-\U000e007f]"
)  # joiners stay: they shape
_ALIKE = {"\u2010": "-", "\u2011": "-", "\u2212": "–", "\u2015": "—", "\u02bc": "’"}


class FontBook:
    """The font chain of a language; remembers what no font could draw."""

    def __init__(self, language: str) -> None:
        self.chain = _CHAINS.get(language, _CHAIN)
        self.replaced: set[str] = set()

    @property
    def main(self) -> str:
        """The face most of the paper is set in."""
        coverage()
        return f"{self.chain[0]}-400"

    def font(self, letter: str, weight: int, previous: str | None) -> str:
        return _font(letter, weight, previous, self.chain)

    def width(self, text: str, font: str) -> float:
        return _width(text, font)

    def legible(self, text: str) -> str:
        """Replace what no font has: look-alikes first, then a dot for signs, "?" for letters."""
        missing = [letter for letter in set(text) if not _has_glyph(letter, self.chain)]
        if not missing:
            return text
        table = {}
        for letter in missing:
            if _UNSEEN.match(letter):
                continue
            table[ord(letter)] = self._substitute(letter)
        return text.translate(table)

    def _substitute(self, letter: str) -> str:
        if letter in _ALIKE:
            return _ALIKE[letter]
        self.replaced.add(letter)
        sort = category(letter)
        return "" if sort[0] == "M" else "•" if sort[0] == "S" else "?"


def painted(text: str, font: str, rtl: bool) -> str:
    """A run as it is painted from left to right: shaped where letters join, else turned."""
    if _JOINED.search(text):
        return shaped(_DROPPED.sub("", text), font) if rtl else _UNSEEN.sub("", text)
    text = _UNSEEN.sub("", text)
    return "".join([MIRROR.get(letter, letter) for letter in reversed(text)]) if rtl else text


def inked(text: str, font: str, rtl: bool) -> str:
    """A run as it is painted, its shapes noted for those who search the file."""
    run = painted(text, font, rtl)
    if rtl and _JOINED.search(text):
        remember(_DROPPED.sub("", text), font, run)
    return run


@lru_cache(8192)
def _has_glyph(letter: str, chain: tuple[str, ...]) -> bool:
    covered = coverage()
    return any(ord(letter) in covered[f"{family}-400"] for family in chain)


@lru_cache(16384)
def _font(letter: str, weight: int, previous: str | None, chain: tuple[str, ...]) -> str:
    covered, code = coverage(), ord(letter)
    if previous and (
        _UNSEEN.match(letter)
        or (kind(letter) not in {"L", "R", "AL"} and code in covered[previous])
    ):
        return previous
    names = [f"{family}-{weight}" for family in chain]
    return next((name for name in names if code in covered[name]), names[0])


@lru_cache(32768)
def _width(text: str, font: str) -> float:
    if _JOINED.search(text):
        run = painted(text, font, rtl=True)
        if data := getattr(run, "__shapeData__", None):
            return float(sum(glyph.x_advance for glyph in data)) / SHAPED_SIZE
        text = run
    widths = advances(font)
    default = widths[0]
    return sum([widths.get(ord(letter), default) for letter in _UNSEEN.sub("", text)]) / 1000
