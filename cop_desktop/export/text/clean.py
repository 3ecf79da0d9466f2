"""What people typed, made fit for paper: no controls, no spoofed order, no stray halves."""

import re
from unicodedata import is_normalized, normalize

_REMOVED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2067\u206a-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
_NEWLINE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = {
    ord("\t"): "    ",
    0x202F: "\u00a0",
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    0x205F: " ",
    0x3000: " ",
}
_MARK = (
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u20d0-\u20ff]"
)
_PILE = re.compile(f"({_MARK}{{4}}){_MARK}+")
_FSI, _PDI = "\u2068", "\u2069"


def clean(text: str) -> str:
    """Printable text in NFC, newlines kept; isolates (U+2068 … U+2069) stay only in pairs.

    Removed: control characters, bidi marks and overrides, zero-width spaces, surrogates,
    noncharacters. A letter keeps four combining marks at most.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _REMOVED.sub("", _NEWLINE.sub("\n", text).translate(_BLANKS))
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    text = _PILE.sub(r"\1", text)
    return _paired(text) if _FSI in text or _PDI in text else text


def _paired(text: str) -> str:
    """Drop every isolate that is not closed on its own line, and every closing without one."""
    kept = list(text)
    opened: list[int] = []
    for i, letter in enumerate(text):
        if letter == _FSI:
            opened.append(i)
        elif letter == _PDI:
            if opened:
                opened.pop()
            else:
                kept[i] = ""
        elif letter == "\n":
            for stray in opened:
                kept[stray] = ""
            opened = []
    for stray in opened:
        kept[stray] = ""
    return "".join(kept)
