"""Telephone numbers as people and Excel write them."""

import re
import unicodedata
from dataclasses import replace

from cop_desktop.frozen import frozen

from .fields import IDENTITY, ROSTER, SKIPPED
from .table import Cell, text_of
from .titles import recognise

_LONGEST = 300  # letters; beyond, it is no list of numbers
_SEPARATORS = re.compile(  # a comma before mere words begins a remark, not a number
    r"\s*(?:(?:[;,،؛|\n]|\s/\s)(?=[^;,،؛|\n]*\d)|/(?=\s*\+?0)|\bאו\b|\bor\b|\bأو\b)\s*"
)
_BARE = re.compile(r"\d[\d-]*\d", re.ASCII)  # one number and nothing else, as most are
_FRACTION = re.compile(r"(?<=\d{7})\.0+$")  # a number that went through a sheet of decimals
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})")
_NUMBER = re.compile(
    r"(?P<before>(?:\D*[^\da-z_@+*(])?)(?P<number>[+*(]*\d(?:[\d\s()+*./-]*\d)?)"
    r"(?P<extension>\s*(?:שלוחה|שלו'|ext\.?|x|تحويلة)\s*:?\s*\d{1,6})?(?P<after>(?:[^\da-z_@]\D*)?)",
    re.IGNORECASE,
)
_MARKS = " \t\n.,;:-()[]/+*"  # they say nothing when they stand alone
_HOME = re.compile(r"^(?:\+|00)?972\D*0?")
_MOBILE = re.compile(r"05\d{8}")
_LANDLINE = re.compile(r"0[23489]\d{7}|07[0-9]\d{7}")
_SERVICE = re.compile(r"1[5-9]\d{2}\d{6}|1[5-9]\d{2}\d{2,4}|\*\d{3,5}|1\d{2,3}")
_WITHOUT_ZERO = re.compile(r"5\d{8}|7\d{8}|[23489]\d{7}")
_ABROAD = re.compile(r"\+\d{8,15}")
_NO_DIGITS = re.compile(r"\D+")
_KEYS = {"Pd": "-", "Cf": ""}  # by category of Unicode: dashes, and marks nobody sees
_SAID_ALREADY = {"", "mobile", "phone", SKIPPED}


@frozen
class Phone:
    """A number fit to be dialled, whether it is a mobile, how it was mended, what it is for."""

    text: str
    mobile: bool
    why: str = ""
    remark: str = ""  # the number with the words around it, when they say more than “telephone”


def parse_phones(cell: Cell) -> tuple[list[Phone], str]:
    """The numbers in a cell; when one is not clear, none and the code of the problem."""
    text = _typed(text_of(cell)).strip()
    if len(text) > _LONGEST:
        return [], "phone_unclear"
    if _BARE.fullmatch(text):
        phone = _dialled(text)
        return ([], phone) if isinstance(phone, str) else ([phone], "")
    found = []
    for part in _SEPARATORS.split(text):
        if part.strip(_MARKS):
            phone = _one(part)
            if isinstance(phone, str):
                return [], phone
            found.append(phone)
    return found, ""


def digits(text: str) -> str:
    """What two spellings of a number have in common."""
    number = _NO_DIGITS.sub("", _typed(text))
    return f"0{number[3:]}" if number.startswith("972") else number


def _typed(text: str) -> str:
    """The signs of a telephone's keys: digits of any script, every dash, nothing hidden."""
    return text if text.isascii() else "".join(map(_key, text))


def _key(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return _KEYS.get(unicodedata.category(sign), "-" if sign == "\N{MINUS SIGN}" else sign)


def _one(part: str) -> Phone | str:
    if rounded := _SCIENTIFIC.fullmatch(part):
        return _written_out(*rounded.groups())
    found = _NUMBER.fullmatch(_FRACTION.sub("", part))
    if not found:
        return "phone_unclear"
    before, number, extension, after = found.groups("")
    phone = _dialled(number)
    if isinstance(phone, str) or _means(before) == IDENTITY:
        return "phone_unclear"
    if extension:
        phone = replace(phone, text=phone.text + extension)
    if all(_means(words) in _SAID_ALREADY for words in (before, after)):
        return phone
    return replace(phone, remark=" ".join(f"{before}{phone.text}{after}".split()))


def _means(words: str) -> str:
    """The field that words beside a number would be the title of; “?” for a remark."""
    bare = words.strip(_MARKS)
    return recognise(bare, ROSTER)[0] or "?" if bare else ""


def _dialled(number: str) -> Phone | str:
    bare = digits(number)
    if ")" not in number:  # the bracket closed behind it
        number = number.replace("(", "")
    if _HOME.match(number):
        return _checked(_at_home(number), "country_code")
    if _WITHOUT_ZERO.fullmatch(bare) and not number.startswith("+"):
        return _checked("0" + re.sub(r"[()]", "", number), "lost_zero")
    return _checked(number, "")


def _checked(text: str, why: str) -> Phone | str:
    bare = re.sub(r"[^\d+*]", "", text)
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
