"""Rows as text for a spreadsheet."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from .columns import Column

_INVISIBLE = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_NUMBER = re.compile(r"[-+]?[\d.,]+%?|\+?[\d\s()-]+")
_FORMULA = ("=", "+", "-", "@")


def as_tsv(columns: Sequence[Column[Any]], rows: Iterable[Any]) -> str:
    """A line of titles, then a line a row."""
    lines = [[column.title for column in columns]]
    lines += [[column.text(row) for column in columns] for row in rows if row is not None]
    return as_lines(lines)


def as_lines(rows: Iterable[Iterable[str]]) -> str:
    """A line a row, tabs between its cells; nothing in it is read as a formula."""
    return "\n".join("\t".join(map(_cell, row)) for row in rows)


def _cell(text: str) -> str:
    flat = " ".join(text.translate(_INVISIBLE).split())
    if flat.startswith(_FORMULA) and not _NUMBER.fullmatch(flat):
        return f"'{flat}"
    return flat
