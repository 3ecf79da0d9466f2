"""In which encoding a text file was saved: an order of trials made for short Hebrew files."""

import codecs
import re

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_

CHOICES = {  # what "other encoding" offers, by the name Python gives it
    "utf-8": N_("Unicode (UTF-8)"),
    "utf-16": N_("Unicode (UTF-16)"),
    "cp1255": N_("Hebrew (Windows)"),
    "iso-8859-8": N_("Hebrew (ISO)"),
    "cp862": N_("Hebrew (DOS)"),
    "cp1256": N_("Arabic (Windows)"),
    "cp1252": N_("Western (Windows)"),
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# general detectors take short Hebrew lists for Cyrillic or Korean, so each trial asks for letters
_BY_LETTERS = (
    ("cp1255", re.compile("[א-ת]{2}")),
    ("iso-8859-8", re.compile("[א-ת]{2}")),
    ("cp862", re.compile("[א-ת]{2}")),
    ("cp1256", re.compile("[ء-ي]{3}")),
)
_POINTS = re.compile("[\u05b0-\u05c3]")
_HEBREW = re.compile("[א-ת]")
_SAMPLE = 4096  # bytes; must be even
_BLOCKS = frozenset((0x00, 0x05, 0x06, 0x20))  # high bytes of Latin, Hebrew, Arabic, punctuation


@frozen
class Decoded:
    """Text, the encoding it was read in, and whether that was a guess or went wrong."""

    text: str
    encoding: str
    unsure: bool = False
    wrong: bool = False


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Read bytes in the encoding asked for, or find it; raises LookupError for an unknown one."""
    if encoding is not None:
        return _as_asked(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name) or Decoded(data.decode(name, "replace"), name, wrong=True)
    wide = _utf16(data)
    if (b"\0" not in data[:_SAMPLE] or not wide) and (found := _strictly(data, "utf-8")):
        return found
    if wide and (found := _strictly(data, wide)):
        return found
    return _by_letters(data) or Decoded(data.decode("cp1255", "replace"), "cp1255", unsure=True)


def _as_asked(data: bytes, encoding: str) -> Decoded:
    name = codecs.lookup(encoding).name
    for mark, marked in _MARKS:
        if data.startswith(mark) and marked.startswith(name):
            name = marked
    if name == "utf-16" and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = _utf16(data) or "utf-16-le"
    return _strictly(data, name) or Decoded(data.decode(name, "replace"), name, wrong=True)


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows in every other byte: it names the block of the letter."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4:
        return None
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(byte in _BLOCKS for byte in high) >= 0.95 * len(high) and {*high} - {0x20}:
            return name
    return None


def _by_letters(data: bytes) -> Decoded | None:
    for name, letters in _BY_LETTERS:
        found = _strictly(data, name)
        if found and letters.search(found.text) and not _mostly_points(found.text):
            return found
    return None


def _mostly_points(text: str) -> bool:
    """Arabic read as Hebrew is full of vowel points without letters to carry them."""
    return len(_POINTS.findall(text)) > len(_HEBREW.findall(text)) / 2
