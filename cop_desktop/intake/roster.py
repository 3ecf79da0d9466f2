"""From a table and its columns to drafts of members, with every repair and problem told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from cop_desktop.frozen import frozen
from cop_desktop.services.authorities import split_name as split_place
from cop_desktop.services.roster_import import MemberDraft

from .emails import parse_emails
from .fields import IDENTITY, NAMES, SKIPPED
from .findings import IsCancelled, Problem, Progress, Repair, never, silent, watched
from .headers import Column, Layout
from .identity import without_identity_numbers
from .line import MAX_NAME, Line
from .naming import is_heading, name_order_of, settle_name
from .phones import parse_phones
from .repeats import Refused, told_apart
from .table import Cell, RawRow, RawTable, letter, text_of
from .words import ADDRESS, CONSENT, ORGANISATION_KIND


@frozen
class RosterDraft:
    """What a list says, ready to be looked at; nothing is written yet."""

    members: tuple[MemberDraft, ...] = ()
    repairs: tuple[Repair, ...] = ()
    problems: tuple[Problem, ...] = ()  # those of the file and its columns, too
    refused: tuple[Refused, ...] = ()
    read: int = 0  # rows of data found


def draft_roster(
    table: RawTable,
    layout: Layout,
    today: date,
    name_order: str = "auto",
    progress: Progress = silent,
    cancelled: IsCancelled = never,
) -> RosterDraft:
    """Read every row; raises Stopped when `cancelled` says so."""
    problems = [*problems_by_title(table.problems, layout), *layout.problems]
    if not layout.usable:
        return RosterDraft(problems=tuple(problems), read=len(layout.rows))
    order = name_order_of(layout, name_order, problems)
    rows = [row for row in layout.rows if says_something(row, layout)]
    members: list[MemberDraft] = []
    repairs: list[Repair] = []
    refused: list[Refused] = []
    for row in watched(rows, progress, cancelled):
        draft, line = _read_row(row, layout, today, order)
        if isinstance(draft, MemberDraft):
            members.append(draft)
            repairs += line.repairs
            problems += line.problems
        else:
            refused.append(Refused(row.number, row.cells, Problem(row.number, "", draft)))
    kept, repeated, twice = told_apart(members, {row.number: row for row in rows})
    return RosterDraft(
        tuple(kept), tuple(repairs), (*problems, *twice), (*refused, *repeated), len(rows)
    )


def _read_row(
    row: RawRow, layout: Layout, today: date, order: str
) -> tuple[MemberDraft | str, Line]:
    """A member, or the code of why there is none."""
    line = Line(row.number)
    for column in layout.columns:
        cell = row.cells[column.index] if column.index < len(row.cells) else ""
        if cell != "" and (read := _READERS.get(column.field)):
            read(line, column, cell)
        elif cell != "" and column.field == "in_post_since":
            line.year(column, cell, today)
    settle_name(line, layout, order)
    _settle_place(line)
    _settle_dates(line, layout)
    if not (line.values.get("given_name") or line.values.get("family_name")):
        return "no_name", line
    if is_heading(line):
        return "heading", line
    return MemberDraft(row=row.number, **line.values, notes=line.all_notes()), line


def _text(line: Line, column: Column, cell: Cell) -> None:
    line.values[column.field] = line.text(column, cell)


def _joined_text(line: Line, column: Column, cell: Cell) -> None:
    parts = [line.values.get(column.field, ""), line.text(column, cell)]
    line.values[column.field] = ", ".join(part for part in parts if part)


def _name(line: Line, column: Column, cell: Cell) -> None:
    line.values[column.field] = line.text(column, cell, MAX_NAME)


def _notes(line: Line, column: Column, cell: Cell) -> None:
    line.notes.append(line.prose(column, cell))


def _phones(line: Line, column: Column, cell: Cell) -> None:
    found, problem = parse_phones(line.printable(cell))
    if problem and without_identity_numbers(text_of(cell))[1]:
        line.complain(column.name, "identity_number")
    elif problem:
        line.complain(column.name, problem, value=text_of(cell))
    for phone in found:
        if phone.why:
            line.repair(column.name, cell, phone.text, phone.why)
        if phone.remark:
            line.keep(column, phone.remark)
            line.repair(column.name, cell, phone.remark, "kept_in_notes")
        free = [
            slot for slot in ("mobile", "phone")
            if not line.values.get(slot) and (phone.mobile or slot == "phone")
        ]  # fmt: skip
        if phone.text in (line.values.get("mobile"), line.values.get("phone")):
            continue
        if free:
            line.values[free[0]] = phone.text
        else:
            line.keep(column, phone.text)
            line.repair(column.name, cell, phone.text, "kept_in_notes")
    if len(found) > 1:
        line.repair(column.name, cell, " · ".join(phone.text for phone in found), "several")


def _emails(line: Line, column: Column, cell: Cell) -> None:
    text = text_of(line.printable(cell))
    found, mended = parse_emails(text)
    if not found:
        line.complain(column.name, "email_unclear", value=text)
        return
    first, *rest = found
    if line.values.get("email"):
        rest = [one for one in found if one != line.values["email"]]
    else:
        line.values["email"] = first
    for address in rest:
        line.keep(column, address)
    if rest:
        line.repair(column.name, cell, " · ".join(found), "several")
    elif mended:
        line.repair(column.name, cell, first, "email_trimmed")


_READERS: dict[str, Callable[[Line, Column, Cell], None]] = {
    **dict.fromkeys(NAMES, _name),
    **dict.fromkeys(("organisation", "district", "job_title", "grade", "manager_name"), _text),
    "expertise": _joined_text,
    "mobile": _phones,
    "phone": _phones,
    "email": _emails,
    "joined": Line.day,
    "left": Line.day,
    "notes": _notes,
    "consent": partial(Line.word, spellings=CONSENT),
    "address": partial(Line.word, spellings=ADDRESS),
    "organisation_kind": partial(Line.word, spellings=ORGANISATION_KIND),
}


def _settle_place(line: Line) -> None:
    if place := line.values.get("organisation"):
        line.values.setdefault("organisation_kind", split_place(place)[0])


def _settle_dates(line: Line, layout: Layout) -> None:
    joined, left = line.values.get("joined"), line.values.get("left")
    if joined and left and left < joined:
        del line.values["left"]
        line.complain(layout.feeding("left")[0].name, "date_order")


def says_something(row: RawRow, layout: Layout) -> bool:
    """Whether a row holds more than a running number."""
    silent_fields = {"", SKIPPED, IDENTITY}
    return any(
        column.field not in silent_fields
        and column.index < len(row.cells)
        and row.cells[column.index] != ""
        for column in layout.columns
    )


def problems_by_title(problems: Iterable[Problem], layout: Layout) -> Iterator[Problem]:
    """Problems of cells, under the title of their column; titles themselves have none."""
    names_ = {letter(column.index): column.name for column in layout.columns}
    for problem in problems:
        if problem.row == 0 or problem.row > layout.header_row:
            yield replace(problem, column=names_.get(problem.column, problem.column))
