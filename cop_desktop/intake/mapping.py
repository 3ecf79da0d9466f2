"""A mapping from a person: which column is which, how names are ordered, where the titles are."""

import tomllib
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from cop_desktop.frozen import frozen

from .fields import SKIPPED, Kind
from .findings import Problem

NAME_ORDERS = ("auto", "given_first", "family_first")
_OPTIONS = frozenset({"encoding", "sheet", "header_row", "name_order", "columns"})


@frozen
class Wish:
    """What was said about a file beforehand; what is not said is found out."""

    columns: Mapping[str, str] = field(default_factory=dict)  # title or letter → field, or ""
    header_row: int | None = None  # of the sheet, from 1; 0: there is none
    name_order: str = "auto"
    encoding: str | None = None
    sheet: str | None = None


def read_mapping(path: Path, kind: Kind) -> tuple[Wish, tuple[Problem, ...]]:
    """A mapping file: `[columns]` with `"title or letter" = "field"`, and the options above it.

    Titles may also stand at the top, without a table; a field of "" leaves the column out.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError:
        return Wish(), (Problem(0, "", "unreadable", {"name": path.name}),)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        values = {"name": path.name, "line": getattr(problem, "lineno", 1)}
        return Wish(), (Problem(0, "", "mapping_unreadable", values),)
    return wish_from(data, kind)


def wish_from(data: Mapping[str, Any], kind: Kind) -> tuple[Wish, tuple[Problem, ...]]:
    """The same from tables already read, as remembered mappings are kept."""
    named = data.get("columns")
    columns = {key: value for key, value in data.items() if key not in _OPTIONS}
    columns |= named if isinstance(named, dict) else {}
    known = {*kind.keys, SKIPPED, ""}
    problems = tuple(
        Problem(0, title, "mapping_field", {"field": str(key), "fields": ", ".join(kind.keys)})
        for title, key in columns.items()
        if key not in known
    )
    header_row, order = data.get("header_row"), data.get("name_order")
    return Wish(
        {title: key for title, key in columns.items() if key in known},
        header_row if isinstance(header_row, int) else None,
        order if order in NAME_ORDERS else "auto",
        data.get("encoding") or None,
        data.get("sheet") or None,
    ), problems
