"""Agendas as people write them in a message or a sheet: lines that become blocks."""

import re
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import BlockKind

from .agenda_fields import DEFAULT_MINUTES
from .editing import line as one_line

LONGEST = 200  # lines; more is not an agenda
_CLOCK = r"(\d{1,2})[:.](\d{2})"
_SPAN = re.compile(rf"^{_CLOCK}(?:\s*[-–—]\s*{_CLOCK})?\s*[-–—:|,]?\s*")
_SENDER = re.compile(r"^\[?\d{1,2}[:.]\d{2},? \d{1,2}[./]\d{1,2}[./]\d{2,4}\]? [^:]{1,40}: ")
_BULLET = re.compile(r"^(?:[-–—•*▪◦·]|\d{1,2}[.)](?!\d))\s*")
_UNIT = r"(?:דק(?:ות|ה|[׳']|\b)\.?|min(?:utes|s)?\b\.?|دقائق|دقيقة|[׳'](?!\w))"
_LENGTH = re.compile(rf"[\s,·|–-]*\(?\b(\d{{1,3}})\s*{_UNIT}\)?|\s*\((\d{{1,3}})\)")
_HEADS = {"שעה", "משך", "דקות", "זמן", "נושא", "סעיף", "time", "topic", "minutes", "duration"}
# The first word found names the kind.
_KINDS = (
    (BlockKind.BREAK, "הפסק קפה ארוחה כיבוד break coffee lunch استراحة"),
    (BlockKind.CASE, "מקרה ייעוץ התייעצות case حالة"),
    (BlockKind.ROUND, "סבב round جولة"),
    (BlockKind.OPENING, "פתיח התכנס צ׳ק סיום סיכום משוב opening welcome closing افتتاح ختام"),
    (BlockKind.EXPERT, "מומח הרצא מרצה expert lecture خبير محاضرة"),
    (BlockKind.PRODUCTS, "תוצר כתיב product نواتج"),
    (BlockKind.CONTENT, "תוכן נתוני לימוד content محتوى"),
    (BlockKind.DISCUSSION, "דיון discussion نقاش"),
)


@frozen
class Line:
    """One block as written; minutes None where neither a length nor a next hour tells them."""

    title: str
    minutes: int | None = None
    starts: time | None = None
    guest: str = ""


def read(text: str) -> list[dict[str, Any]]:
    """Values of blocks for `agendas.add_several`; an hour counts until the next one."""
    lines = [line for raw in text.splitlines()[:LONGEST] if (line := _line(_seen(raw)))]
    return [_values(line) for line in _timed(lines)]


def _seen(raw: str) -> str:
    """A line without what nobody sees, its tabs kept: they part the cells of a sheet."""
    raw = raw.replace("\u200e", "").replace("\u200f", "")  # marks that phones put before hours
    return "\t".join(one_line(cell) for cell in raw.split("\t")).strip()


def _line(raw: str) -> Line | None:
    raw = _SENDER.sub("", raw)
    cells = [cell.strip() for cell in raw.split("\t") if cell.strip()]
    if not cells or all(cell.casefold() in _HEADS for cell in cells):
        return None
    return _of_cells(cells) if len(cells) > 1 else _of_words(cells[0])


def _of_words(text: str) -> Line | None:
    text, starts, minutes = _span(_BULLET.sub("", text))
    if minutes is None and (found := _LENGTH.search(text)):
        minutes = int(found[1] or found[2])
        text = f"{text[: found.start()]} {text[found.end() :]}"
    title = " ".join(text.split()).strip(" -–—:,·|")
    return Line(title, minutes, starts) if title else None


def _of_cells(cells: list[str]) -> Line | None:
    """A row of a sheet: hours, a number of minutes, a title, and perhaps who leads."""
    starts, minutes, words = None, None, []
    for cell in cells:
        rest, begins, length = _span(cell)
        if begins and not rest:
            starts, minutes = starts or begins, length or minutes
        elif found := re.fullmatch(rf"(\d{{1,3}})\s*{_UNIT}?", cell):
            minutes = int(found[1])
        else:
            words.append(cell)
    if not words:
        return None
    first = _of_words(words[0]) or Line(words[0])
    guest = words[1] if len(words) > 1 else ""
    return Line(first.title, minutes or first.minutes, starts or first.starts, guest)


def _span(text: str) -> tuple[str, time | None, int | None]:
    """The hour a text opens with and the minutes until the hour that follows, taken off it."""
    found = _SPAN.match(text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return text, None, None
    starts, minutes = time(int(found[1]), int(found[2])), None
    if found[3] and int(found[3]) < 24 and int(found[4]) < 60:
        minutes = _between(starts, time(int(found[3]), int(found[4])))
    return text[found.end() :], starts, minutes


def _between(one: time, other: time) -> int | None:
    day = datetime(2000, 1, 1)
    length = datetime.combine(day, other) - datetime.combine(day, one)
    return length // timedelta(minutes=1) if length > timedelta(0) else None


def _timed(lines: list[Line]) -> list[Line]:
    """Lengths that follow from the next line's hour."""
    timed = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        known = line.minutes
        if known is None and line.starts and after and after.starts:
            known = _between(line.starts, after.starts)
        timed.append(replace(line, minutes=known))
    return timed


def _values(line: Line) -> dict[str, Any]:
    kind = kind_of(line.title)
    minutes = DEFAULT_MINUTES[kind] if line.minutes is None else line.minutes
    return {"title": line.title, "minutes": minutes, "kind": kind, "guest": line.guest}


def kind_of(title: str) -> BlockKind:
    """The kind a title speaks of; a discussion if it names none."""
    told = title.casefold().replace("'", "׳")
    for kind, words in _KINDS:
        if any(word in told for word in words.split()):
            return kind
    return BlockKind.DISCUSSION
