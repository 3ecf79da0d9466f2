"""The self-check in words: parts, how a part reads, how it changed."""

from cop_desktop import formats
from cop_desktop.content.method import method
from cop_desktop.content.method_texts import CheckPartText
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import Threat
from cop_desktop.services.self_check import CheckRow, Level, Part, Reading

SAME = 0.05  # of five: a smaller change is none


def part_text(part: Part, _: Catalog) -> CheckPartText:
    """The method's words on a part."""
    words = method(_.language)
    return words.threat(part.key) if isinstance(part.key, Threat) else words.component(part.key)


def reading_words(reading: Reading, _: Catalog) -> str:
    """How a low or a high part reads; nothing in between."""
    text = part_text(reading.part, _)
    if reading.level is Level.LOW:
        return text.low
    return text.high if reading.level is Level.HIGH else ""


def mean_words(reading: Reading, _: Catalog) -> str:
    """`3.7 of 5, up from 3.0`."""
    if reading.mean is None:
        return _("not all answered")
    now = formats.number(reading.mean, _.language, decimals=1)
    if reading.change is None or reading.before is None:
        return _("{n} of 5", n=now)
    was = formats.number(reading.before, _.language, decimals=1)
    if abs(reading.change) < SAME:
        return _("{n} of 5, as before", n=now)
    if reading.change > 0:
        return _("{n} of 5, up from {was}", n=now, was=was)
    return _("{n} of 5, down from {was}", n=now, was=was)


def check_name(check: CheckRow, _: Catalog) -> str:
    """The work year of a check, and its day."""
    year = formats.work_year_name(check.work_year, _.language)
    return formats.dotted(year, formats.date_medium(check.on, _.language))
