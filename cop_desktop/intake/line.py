"""One row while it is being read: values found so far, and what there is to say about them."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any

from cop_desktop.services.editing import line, prose

from .dates import parse_date, parse_year
from .findings import Problem, Repair
from .headers import Column
from .identity import without_identity_numbers
from .table import Cell, text_of
from .words import meaning

MAX_NAME, MAX_LINE, MAX_NOTES = 120, 500, 20_000  # letters
# marks that only set a direction are no news; overrides, NUL and the like are
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
_SPREADSHEET_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)")


@lru_cache(maxsize=20_000)  # places, jobs and given names stand in a list again and again
def _plain(text: str) -> str | None:
    """A text of one line, made clean, where there is nothing to say about it."""
    if "#" in text or len(text) > MAX_LINE or not text.isprintable():
        return None
    return None if without_identity_numbers(text)[1] else line(text)


class Line:
    """A row on its way to becoming a draft."""

    def __init__(self, row: int) -> None:
        self.row = row
        self.values: dict[str, Any] = {}
        self.notes: list[str] = []
        self.problems: list[Problem] = []
        self.repairs: list[Repair] = []

    def complain(self, column: str, code: str, **values: object) -> None:
        """A problem of this row; what it quotes is free of identity numbers."""
        quoted = {
            name: without_identity_numbers(value)[0] if isinstance(value, str) else value
            for name, value in values.items()
        }
        self.problems.append(Problem(self.row, column, code, quoted))
        if quoted.get("value"):  # what could not be read is not lost
            self.notes.append(f"{column}: {quoted['value']}")

    def repair(self, column: str, before: Cell, after: str, why: str) -> None:
        """A value of this row that was read otherwise than written."""
        self.repairs.append(Repair(self.row, column, text_of(before), after, why))

    def text(self, column: Column, cell: Cell, limit: int = MAX_LINE) -> str:
        """Clean text of one line; what is too long is kept whole in the notes."""
        written = text_of(cell)
        known = _plain(written)
        if known is not None and len(known) <= limit:
            return known
        clean = self._without_secrets(column.name, written)
        whole = " ".join(prose(clean).split())
        if len(whole) <= limit:
            return whole
        self.complain(column.name, "text_cut")
        self.keep(column, whole)
        return whole[:limit].rstrip()

    def printable(self, cell: Cell) -> Cell:
        """A cell without signs that cannot be seen."""
        return prose(cell) if isinstance(cell, str) else cell

    def prose(self, column: Column, cell: Cell) -> str:
        """Clean text of several lines."""
        return prose(self._without_secrets(column.name, text_of(cell)))

    def keep(self, column: Column, text: str) -> None:
        """Put into the notes what found no field of its own."""
        if text:
            self.notes.append(f"{column.name}: {text}")

    def day(self, column: Column, cell: Cell) -> None:
        """A date; when it cannot be one the field stays empty."""
        reading = parse_date(cell)
        if reading.problem:
            self.complain(column.name, reading.problem, value=text_of(cell))
        elif reading.day:
            self.values[column.field] = reading.day
            if reading.why:
                self.repair(column.name, cell, reading.day.isoformat(), reading.why)

    def year(self, column: Column, cell: Cell, today: Any) -> None:
        """A year of taking office, from a year or from a number of years."""
        year, why, problem = parse_year(cell, today)
        if problem:
            self.complain(column.name, problem, value=text_of(cell))
        elif year:
            self.values[column.field] = year
            if why:
                self.repair(column.name, cell, str(year), why)

    def word(self, column: Column, cell: Cell, spellings: Mapping[StrEnum, str]) -> None:
        """A word of the method."""
        found = meaning(text_of(cell), spellings)
        if found:
            self.values[column.field] = found
        else:
            self.complain(column.name, "word_unclear", value=text_of(cell))

    def all_notes(self) -> str:
        """The notes of the row, within the limit."""
        notes = "\n".join(self.notes)
        if len(notes) > MAX_NOTES:
            self.complain("", "notes_cut", length=len(notes), limit=MAX_NOTES)
        return prose(notes)

    def _without_secrets(self, column: str, text: str) -> str:
        if "#" in text and _SPREADSHEET_ERROR.fullmatch(text.strip()):
            self.complain(column, "error_value")
            return ""
        if not text.isprintable() and _HIDDEN.search(text):
            shown = _HIDDEN.sub("", text)
            self.repair(column, shown, shown, "hidden_signs")
        if len(text) > MAX_NOTES:
            self.complain(column, "notes_cut", length=len(text), limit=MAX_NOTES)
        text, count = without_identity_numbers(text)
        if count:
            self.complain(column, "identity_number")
        return text
