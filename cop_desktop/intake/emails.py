"""E-mail addresses, with what a Hebrew keyboard and a mail program leave around them."""

import re

_LONGEST = 1_000  # letters; beyond, it is no list of addresses
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_SEPARATORS = re.compile(r"[;\n\s]+|,(?=\s|[^,\s]*@)|\s/\s|(?<=[A-Za-z])/(?=\S+@)")
_BRACKETED = re.compile(r"<([^<>]*@[^<>]*)>")
_SPACED = re.compile(r"\s*@\s*")
_KEYS = str.maketrans({"ץ": ".", "ת": ",", "׳": "", "״": "", "’": ""})  # one key, two layouts
_AROUND = " .,;:'\"<>()[]|\t"
_HEBREW_ENDS = re.compile(r"^[\u0590-\u06ff\s:.-]+|[\u0590-\u06ff\s:.-]+$")


def parse_emails(text: str) -> tuple[list[str], bool]:
    """The addresses in a cell, and whether anything had to be mended; none when unclear."""
    if len(text) > _LONGEST:
        return [], False
    bracketed = _BRACKETED.findall(text)
    whole = " ".join(bracketed) if bracketed else _SPACED.sub("@", text)
    found = [_mended(part) for part in _SEPARATORS.split(whole) if "@" in part]
    if not found or not all(_ADDRESS.fullmatch(address) for address in found):
        return [], False
    return found, found != [text]


def _mended(part: str) -> str:
    part = part.removeprefix("mailto:").removeprefix("MAILTO:").strip(_AROUND)
    if _ADDRESS.fullmatch(part):
        return part
    part = _HEBREW_ENDS.sub("", part).translate(_KEYS).strip(_AROUND)
    name, at, domain = part.partition("@")
    return name + at + domain.replace(",", ".").replace("..", ".")
