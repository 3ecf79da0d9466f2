"""Lists of meetings and of the work plan, read by the same machinery as the roster."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from functools import partial
from typing import Any

from cop_desktop.frozen import frozen
from cop_desktop.services import list_import
from cop_desktop.services.list_import import Here, Step
from cop_desktop.services.search import fold

from .findings import IsCancelled, Problem, Progress, Repair, never, silent, watched
from .headers import Column, Layout
from .lengths import read_length
from .line import Line
from .repeats import Refused
from .roster import problems_by_title, says_something
from .table import Cell, RawRow, RawTable, text_of
from .words import HORIZON, MEETING_KIND, PRODUCT_KIND, PRODUCT_STATUS, PROGRESS

USUAL_START = time(9)
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))(?::\d{2})?")


@frozen
class Entry:
    """A row read: values under the names that the services use; `host`, `owner` are names."""

    row: int
    values: Mapping[str, Any]


@frozen
class FormDraft:
    """What a list of meetings, activities or products says; nothing is written yet."""

    entries: tuple[Entry, ...] = ()
    repairs: tuple[Repair, ...] = ()
    problems: tuple[Problem, ...] = ()
    refused: tuple[Refused, ...] = ()
    read: int = 0


def draft_form(
    table: RawTable,
    layout: Layout,
    progress: Progress = silent,
    cancelled: IsCancelled = never,
) -> FormDraft:
    """Read every row of a list of that kind; raises Stopped when `cancelled` says so."""
    problems = [*problems_by_title(table.problems, layout), *layout.problems]
    if not layout.usable:
        return FormDraft(problems=tuple(problems), read=len(layout.rows))
    finish = _FINISHING[layout.kind.key]()
    repeated = _Repeats(layout.kind.key)
    entries: list[Entry] = []
    repairs: list[Repair] = []
    refused: list[Refused] = []
    rows = [row for row in layout.rows if says_something(row, layout)]
    for row in watched(rows, progress, cancelled):
        line = _read_row(row, layout)
        missing = finish(line)
        reason = Problem(row.number, "", missing) if missing else repeated.reason(line)
        repairs += line.repairs
        problems += line.problems
        if reason:
            refused.append(Refused(row.number, row.cells, reason))
        else:
            entries.append(Entry(row.number, line.values))
    return FormDraft(tuple(entries), tuple(repairs), tuple(problems), tuple(refused), len(rows))


def _read_row(row: RawRow, layout: Layout) -> Line:
    readers = _READERS[layout.kind.key]
    line = Line(row.number)
    for column in layout.columns:
        cell = row.cells[column.index] if column.index < len(row.cells) else ""
        if cell != "" and column.field in readers:
            readers[column.field](line, column, cell)
    return line


def doubts(kind: str, entries: Iterable[Entry], steps: Iterable[Step], here: Here) -> list[Problem]:
    """What there is to say about rows against what is here: owners nobody knows, dates."""
    found = []
    for entry, step in zip(entries, steps, strict=True):
        owner = entry.values.get("owner", "")
        if owner and fold(owner) not in here.owners:
            found.append(Problem(entry.row, "", _STRANGERS[kind], {"name": owner}))
        if step.clash:
            found.append(Problem(entry.row, "", "ends_first_here"))
    return found


_STRANGERS = {"work-plan": "owner_unknown", "products": "responsible_unknown"}


def _text(line: Line, column: Column, cell: Cell) -> None:
    line.values[column.field] = line.text(column, cell)


def _prose(line: Line, column: Column, cell: Cell) -> None:
    line.values[column.field] = line.prose(column, cell)


def _moment(line: Line, column: Column, cell: Cell) -> None:
    line.day(column, cell)
    if isinstance(cell, datetime):
        line.values.setdefault("starts", cell.time())


def _time(line: Line, column: Column, cell: Cell) -> None:
    """A time of day, or two of them: 9:00–12:30."""
    found = [_clock(*one) for one in _TIME.findall(text_of(cell))]
    known = sorted(one for one in found if one) if column.field == "starts" else found
    if not found or None in found or len(found) > 2:
        line.complain(column.name, "time_unclear", value=text_of(cell))
        return
    line.values[column.field] = known[0]
    if len(known) == 2:
        line.values.setdefault("ends", known[1])


def _clock(hour: str, minute: str) -> time | None:
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None


def _number(line: Line, column: Column, cell: Cell) -> None:
    found = re.fullmatch(r"\s*(\d{1,7})\D*", text_of(cell).replace(",", ""))
    if found:
        line.values[column.field] = int(found[1])
    else:
        line.complain(column.name, "not_a_number", value=text_of(cell))


def _length(line: Line, column: Column, cell: Cell) -> None:
    minutes, in_hours = read_length(text_of(cell))
    if minutes is None:
        line.complain(column.name, "length_unclear", value=text_of(cell))
        return
    line.values[column.field] = minutes
    if in_hours:
        line.repair(column.name, cell, str(minutes), "hours")


Reader = Callable[[Line, Column, Cell], None]
_READERS: dict[str, dict[str, Reader]] = {
    "meetings": {
        **dict.fromkeys(("topic", "place", "host", "link"), _text),
        **dict.fromkeys(("purpose", "question"), _prose),
        "date": _moment,
        "starts": _time,
        "ends": _time,
        "minutes": _length,
        "kind": partial(Line.word, spellings=MEETING_KIND),
    },
    "work-plan": {
        **dict.fromkeys(
            ("goal", "measure", "title", "owner", "audience", "product", "indicator", "milestone"),
            _text,
        ),
        "starts": Line.day,
        "ends": Line.day,
        "horizon": partial(Line.word, spellings=HORIZON),
        "state": partial(Line.word, spellings=PROGRESS),
        "milestone_on": Line.day,
    },
    "products": {
        **dict.fromkeys(("title", "owner", "audience", "where"), _text),
        "kind": partial(Line.word, spellings=PRODUCT_KIND),
        "status": partial(Line.word, spellings=PRODUCT_STATUS),
        "published_on": Line.day,
        "recipients": _number,
    },
}


def _finish_meeting(line: Line) -> str:
    """Day and time become one moment, two times become a length; the code of what is missing."""
    values = line.values
    if not values.get("topic"):
        return "no_title"
    day: date | None = values.pop("date", None)
    starts, ends = values.pop("starts", USUAL_START), values.pop("ends", None)
    if day is None:
        return "no_date"
    values["starts_at"] = datetime.combine(day, starts)
    if ends and ends > starts:
        length = (ends.hour - starts.hour) * 60 + ends.minute - starts.minute
        values.setdefault("minutes", length)
    return ""


class _Plan:
    """An empty cell under a goal means the same goal."""

    def __init__(self) -> None:
        self._goal: dict[str, Any] = {}

    def finish(self, line: Line) -> str:
        """Fill in the goal and set the dates in order; the code of what is missing."""
        values = line.values
        if values.get("goal"):
            self._goal = {
                name: values[name] for name in ("goal", "measure", "horizon") if name in values
            }
        line.values = values = {**self._goal, **values}
        starts, ends = values.get("starts"), values.get("ends")
        if starts and ends and ends < starts:
            del values["ends"]
            line.complain("", "ends_first")
        return "" if values.get("title") or values.get("goal") else "no_title"


def _finish_product(line: Line) -> str:
    return "" if line.values.get("title") else "no_title"


Finish = Callable[[Line], str]
_FINISHING: dict[str, Callable[[], Finish]] = {
    "meetings": lambda: _finish_meeting,
    "work-plan": lambda: _Plan().finish,
    "products": lambda: _finish_product,
}


class _Repeats:
    """Rows that speak of what another row of the list has spoken of."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._seen: dict[object, tuple[int, Mapping[str, Any]]] = {}

    def reason(self, line: Line) -> Problem | None:
        """Why a row is refused; nothing for the first of its kind."""
        exact, _rough = list_import.marks(self._kind, line.values)
        other, values = self._seen.setdefault(exact, (line.row, line.values))
        if other == line.row:
            return None
        code = "repeated" if values == line.values else "same_in_list"
        return Problem(line.row, "", code, {"other": other})
