"""Feedback out of a form service: a column a question, a row a form, names left behind."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cop_desktop.frozen import frozen
from cop_desktop.services.feedback import OPEN, STATEMENTS

from .dates import parse_date
from .delimited import read_text
from .feedback_columns import WHEN, FeedbackColumn, columns_of, left_out, parted
from .findings import Problem
from .lists import Source
from .reading import read_table
from .scales import fits, no_answer, rating
from .table import RawRow, RawTable, text_of

_MATRIX = re.compile(r"[0-5](?:[\s,;.]*[0-5])*")


@frozen
class FeedbackRow:
    """A form read: values as `services.feedback` takes them, and the day it was filled in."""

    row: int
    on: date | None
    values: Mapping[str, Any]


@frozen
class FeedbackDraft:
    """What was read; nothing is written yet."""

    columns: tuple[FeedbackColumn, ...] = ()
    rows: tuple[FeedbackRow, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which forms were filled in: a form of several meetings has several."""
        return tuple(sorted({row.on for row in self.rows if row.on}))

    def between(self, first: date | None, last: date | None) -> tuple[FeedbackRow, ...]:
        """Rows from one day to another, both included; rows without a day belong to any."""
        return tuple(
            row for row in self.rows
            if row.on is None or ((not first or row.on >= first) and (not last or row.on <= last))
        )  # fmt: skip


def read_feedback(source: Source, wish: Mapping[int, str] | None = None) -> FeedbackDraft:
    """A file or a paste of answers; `wish` says what a column (0 is the first) holds, "" nothing.

    Nothing is raised: what was wrong is in `problems`.
    """
    table = _table(source)
    if not table.rows:
        return FeedbackDraft(problems=table.problems)
    titles, rows = parted(table)
    columns = columns_of(titles, rows, wish or {})
    problems = [*table.problems, *left_out(columns, rows)]
    forms = []
    for row in rows:
        form, unclear = _form(row, columns)
        problems += unclear
        if form.values:
            forms.append(form)
    if not any(column.field in (*STATEMENTS, *OPEN) for column in columns):
        problems.append(Problem(0, "", "no_answers"))
    return FeedbackDraft(columns, tuple(forms), tuple(problems))


def _table(source: Source) -> RawTable:
    """Lines of digits as one types them from paper, `5 4 0 5 3` or `54053`, are a table, too."""
    if isinstance(source, str) and "\t" not in source:
        lines = [line.strip() for line in source.splitlines() if line.strip()]
        if lines and all(_MATRIX.fullmatch(line) for line in lines):
            digits = ["\t".join(re.findall(r"\d", line)) for line in lines]
            return read_text("\n".join(digits), delimiter="\t")
    return read_table(source)


# -- rows --------------------------------------------------------------------------------


def _form(row: RawRow, columns: Sequence[FeedbackColumn]) -> tuple[FeedbackRow, list[Problem]]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    on = None
    for column in columns:
        cell = row.cells[column.index] if column.index < len(row.cells) else ""
        if cell == "" or not column.field:
            continue
        if column.field == WHEN:
            on = parse_date(cell).day
        elif column.field in OPEN:
            if not no_answer(cell):
                values[column.field] = text_of(cell)
        elif (level := rating(cell)) and fits([level]):
            values[column.field] = level
        elif level != 0 and not no_answer(cell):
            problem = Problem(row.number, column.name, "rating_unclear", {"value": text_of(cell)})
            problems.append(problem)
    return FeedbackRow(row.number, on, values), problems
