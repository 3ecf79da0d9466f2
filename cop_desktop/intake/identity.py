"""Identity numbers: recognised in order to be left out."""

import re

_NINE_DIGITS = re.compile(r"(?<![\d+])\d{9}(?!\d)")


def is_identity_number(text: str) -> bool:
    """Nine digits whose last one checks the others, as the Ministry of the Interior gives them."""
    if len(text) != 9 or not (text.isascii() and text.isdecimal()) or text == "0" * 9:
        return False
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(text))
    return sum(number - 9 * (number > 9) for number in doubled) % 10 == 0


def without_identity_numbers(text: str) -> tuple[str, int]:
    """The text without them, and how many there were."""
    if len(text) < 9:
        return text, 0
    found = [number for number in _NINE_DIGITS.findall(text) if is_identity_number(number)]
    for number in found:
        text = text.replace(number, "")
    return " ".join(text.split(" ")).strip() if found else text, len(found)
