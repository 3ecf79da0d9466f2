"""Lengths of meetings as people write them: 90, 3, 1.5 שעות, 1:30."""

import re

LONGEST = 36 * 60  # minutes: a day and a half
FEWEST = 10  # minutes; fewer, without a word, are hours
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\D*")
_LENGTH = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(\D*)")
_MINUTES, _HOURS = ("דק", "min", "m", "دق", "׳", "'"), ("שע", "ש", "h", "ساع")
_WORDS = {
    "שעה": 60, "שעה וחצי": 90, "שעתיים": 120, "שעתיים וחצי": 150, "שלוש שעות": 180,
    "hour": 60, "one hour": 60, "ساعة": 60, "ساعة ونصف": 90, "ساعتان": 120, "ساعتين": 120,
}  # fmt: skip


def read_length(text: str) -> tuple[int | None, bool]:
    """Minutes (None: unclear), and whether they were written as hours."""
    minutes, in_hours = _read(" ".join(text.split()).casefold())
    return (minutes if minutes and 0 < minutes <= LONGEST else None), in_hours


def _read(text: str) -> tuple[int | None, bool]:
    if text in _WORDS:
        return _WORDS[text], True
    if found := _CLOCK.fullmatch(text):
        return int(found[1]) * 60 + int(found[2]), True
    found = _LENGTH.fullmatch(text)
    if not found or (found[2] and not found[2].startswith((*_MINUTES, *_HOURS))):
        return None, False
    number = float(found[1].replace(",", "."))
    bare = not found[2] and number < FEWEST
    in_hours = bare or found[2].startswith(_HOURS)
    return round(number * 60 if in_hours else number), in_hours
