"""Tables as text: files of commas, semicolons or tabs, and what was copied from Excel."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence

from .findings import Problem
from .table import Cell, RawTable, tidy

DELIMITERS = "\t;,|"
_SAMPLE = 200  # lines that decide on the delimiter
_NEWLINE = re.compile(r"\r\n|\r|\n")
_NAMED = "sep="  # Excel's own first line


def read_text(text: str, encoding: str = "", delimiter: str = "") -> RawTable:
    """A table from text; the delimiter is found unless it is given."""
    text = text.removeprefix("\ufeff")
    skipped = 0
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_NAMED) and len(first.strip()) == len(_NAMED) + 1:
        delimiter, text, skipped = first.strip()[-1], rest, 1
    delimiter = delimiter or sniff(text)
    records, problems = _records(text, delimiter, skipped + 1)
    rows, cut = tidy(records)
    return RawTable(rows, encoding, delimiter, problems=(*problems, *cut))


def sniff(text: str) -> str:
    """The delimiter under which most lines have the same number of cells, more than one."""
    lines = [line for line in _NEWLINE.split(text, _SAMPLE)[:_SAMPLE] if line.strip()]
    return max(DELIMITERS, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: Sequence[str], mark: str) -> tuple[float, int]:
    try:
        widths = Counter(len(record) for record in csv.reader(lines, delimiter=mark))
    except csv.Error:
        widths = Counter(line.count(mark) + 1 for line in lines)
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0, 0
    width = max(wide, key=lambda key: (wide[key], key))
    return wide[width] / widths.total(), width


def _records(
    text: str, delimiter: str, first: int
) -> tuple[list[tuple[int, Sequence[Cell]]], list[Problem]]:
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return [(first + at, _stripped(cells)) for at, cells in enumerate(reader)], []
    except csv.Error:
        return _line_by_line(text, delimiter, first)


def _line_by_line(
    text: str, delimiter: str, first: int
) -> tuple[list[tuple[int, Sequence[Cell]]], list[Problem]]:
    """One stray quotation mark must not swallow the rows beneath it."""
    records: list[tuple[int, Sequence[Cell]]] = []
    problems = []
    for number, line in enumerate(_NEWLINE.split(text), first):
        try:
            cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
        except csv.Error:
            problems.append(Problem(number, "", "broken_quotes"))
            cells = [_unquoted(cell) for cell in line.split(delimiter)]
        records.append((number, _stripped(cells)))
    return records, problems


def _unquoted(cell: str) -> str:
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


def _stripped(cells: Sequence[str]) -> list[Cell]:
    return [cell.strip() for cell in cells]
