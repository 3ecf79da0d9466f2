"""Telephone numbers as people and Excel write them."""

import re
from dataclasses import dataclass

from .table import Cell, text_of

_LONGEST = 300  # letters; beyond, it is no list of numbers
_SEPARATORS = re.compile(r"\s*(?:[;,|\n]|\s/\s|/(?=\s*\+?0)|\bאו\b|\bor\b|\bأو\b)\s*")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})")
_EXTENSION = re.compile(r"\s*(?:שלוחה|שלו'|ext\.?|x|تحويلة)\s*:?\s*(\d{1,6})$", re.IGNORECASE)
_LABEL = re.compile(r"^[^\d+*(]*[:\s]+(?=[\d+*(])")
_NOT_NUMBER = re.compile(r"[^\d\s()+*./-]")
_HOME = re.compile(r"^(?:\+|00)?972\D*0?")
_MOBILE = re.compile(r"05\d{8}")
_LANDLINE = re.compile(r"0[23489]\d{7}|07[0-9]\d{7}")
_SERVICE = re.compile(r"1[5-9]\d{2}\d{6}|1[5-9]\d{2}\d{2,4}|\*\d{3,5}|1\d{2,3}")
_WITHOUT_ZERO = re.compile(r"5\d{8}|7\d{8}|[23489]\d{7}")
_ABROAD = re.compile(r"\+\d{8,15}")


@dataclass(frozen=True, slots=True)
class Phone:
    """A number fit to be dialled, whether it is a mobile, and how it was mended."""

    text: str
    mobile: bool
    why: str = ""


def parse_phones(cell: Cell) -> tuple[list[Phone], str]:
    """The numbers in a cell; when one is not clear, none and the code of the problem."""
    text = text_of(cell).strip()
    if len(text) > _LONGEST:
        return [], "phone_unclear"
    found = []
    for part in _SEPARATORS.split(text):
        if part:
            phone = _one(part)
            if isinstance(phone, str):
                return [], phone
            found.append(phone)
    return found, ""


def digits(text: str) -> str:
    """What two spellings of a number have in common."""
    number = "".join(character for character in text if character.isdecimal())
    return f"0{number[3:]}" if number.startswith("972") else number


def _one(part: str) -> Phone | str:
    if rounded := _SCIENTIFIC.fullmatch(part):
        return _written_out(*rounded.groups())
    extension = _EXTENSION.search(part)
    number = _LABEL.sub("", part[: extension.start()] if extension else part).strip()
    why = ""
    if not _NOT_NUMBER.search(number):
        bare = digits(number)
        if _HOME.match(number):
            number, why = _at_home(number), "country_code"
        elif _WITHOUT_ZERO.fullmatch(bare) and not number.startswith("+"):
            number, why = f"0{number.lstrip('(')}", "lost_zero"
        return _checked(number, part if extension and not why else "", why)
    return "phone_unclear"


def _checked(number: str, as_typed: str, why: str) -> Phone | str:
    bare = re.sub(r"[^\d+*]", "", number)
    text = as_typed or number.strip(" .-/")
    if _MOBILE.fullmatch(bare):
        return Phone(text, True, why)
    if any(kind.fullmatch(bare) for kind in (_LANDLINE, _SERVICE, _ABROAD)):
        return Phone(text, False, why)
    return "phone_unclear"


def _at_home(number: str) -> str:
    return "0" + re.sub(r"[()]", "", _HOME.sub("", number)).lstrip(" -.")


def _written_out(first: str, rest: str | None, power: str) -> Phone | str:
    """5.21234567E+08 still holds every digit; 5.2E+08 does not."""
    known = first + (rest or "")
    if len(known) == int(power) + 1:
        phone = _one(known)
        return phone if isinstance(phone, str) else Phone(phone.text, phone.mobile, "scientific")
    return "phone_rounded"
