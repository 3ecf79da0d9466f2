"""Mixed text stands in the order Unicode says, and in the order another engine puts it."""

import ctypes
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from cop_desktop.export.text import bidi
from cop_desktop.export.text.explicit import EXPLICIT

UNICODE = Path("/usr/share/unicode/BidiCharacterTest.txt")
BLANK = EXPLICIT | {"WS", "S", "B"}


def _on_a_line(text: str, base: int) -> list[int]:
    """L1, which the cases ask for: separators and blanks at the end go back to the base."""
    levels, trailing = list(bidi.levels(text, base)), True
    for at in range(len(levels) - 1, -1, -1):
        kind = bidi.kind(text[at])
        trailing = kind in {"S", "B"} or (trailing and kind in BLANK)
        if trailing and kind in BLANK:
            levels[at] = base
    return levels


def _cases() -> Iterator[tuple[str, str, int, list[str], list[int]]]:
    for line in UNICODE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            codes, direction, base, wanted, order = line.split(";")
            text = "".join(chr(int(code, 16)) for code in codes.split())
            yield text, direction, int(base), wanted.split(), [int(i) for i in order.split()]


@pytest.mark.skipif(not UNICODE.exists(), reason="Debian's unicode-data is not installed")
def test_unicode_itself_agrees_with_every_level_and_order() -> None:
    for text, direction, base, wanted, order in _cases():
        if direction == "2":
            assert bidi.first_strong(text, 0) == base
        levels = _on_a_line(text, base)
        for level, expected in zip(levels, wanted, strict=True):
            assert expected in {"x", str(level)}, (text, base)
        kept = [i for i, level in enumerate(wanted) if level != "x"]
        assert [kept[i] for i in bidi.visual([levels[i] for i in kept])] == order, text


def _fribidi() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL("libfribidi.so.0")
    except OSError:
        return None


def _order_by_fribidi(library: ctypes.CDLL, text: str, base: int) -> list[int]:
    """Visual order of the letters, from left to right (fribidi_log2vis)."""
    count = len(text)
    letters = (ctypes.c_uint32 * count)(*map(ord, text))
    direction = ctypes.c_uint32(0x111 if base else 0x110)
    shown = (ctypes.c_uint32 * count)()
    to_visual, to_logical = (ctypes.c_int * count)(), (ctypes.c_int * count)()
    found = (ctypes.c_int8 * count)()
    assert library.fribidi_log2vis(
        letters, count, ctypes.byref(direction), shown, to_visual, to_logical, found
    )
    return list(to_logical)


@pytest.mark.skipif(_fribidi() is None, reason="libfribidi0 is not installed")
def test_another_engine_puts_random_mixed_lines_in_the_same_order() -> None:
    library = _fribidi()
    assert library is not None
    dice = random.Random(5787)
    letters = "אבגדהשת abcXYZ 0123456789 .,:;-/()[]\"'%₪$+–&@#!? دمر ״׳־"
    for _ in range(3000):
        text = "".join(dice.choice(letters) for _ in range(dice.randint(1, 60)))
        if dice.random() < 0.3:  # a value inside a sentence, as our catalogues isolate it
            text = f"{text} \u2068{dice.choice(('a-1', 'דנה 3', '09:30-13:00'))}\u2069 {text[::-1]}"
        for base in (0, 1):
            levels = _on_a_line(text, base)
            assert bidi.visual(levels) == _order_by_fribidi(library, text, base), (text, base)


@pytest.mark.parametrize(
    ("text", "base"),
    [("dana@example.org", 0), ("דנה", 1), ("050-555", 1), ("\u2068abc\u2069 דנה", 1)],
)
def test_a_value_of_its_own_takes_the_direction_of_its_first_letter(text: str, base: int) -> None:
    assert bidi.first_strong(text, 1) == base
