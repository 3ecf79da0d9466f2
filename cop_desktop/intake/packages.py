"""A package that came in: looked at from all sides before one row of it is believed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models.package_form import VERSION, Cell, Table, tables_at
from cop_desktop.models.vocabulary import Share
from cop_desktop.services.packages.descriptor import DESCRIPTOR, SIGNATURE, digest, schema
from cop_desktop.services.packages.signing import holds

from .findings import Problem
from .package_files import LACKING, NO_PACKAGE, OUTSIDE, files
from .package_rows import MisshapenError, Row, rows_of

NEWER = N_(
    "This package was written in form {form}, which this version of the program does not know. "
    "Install the newest version to read it."
)
UNKNOWN = N_(
    "The description of {file} is not the one a package has, so it was not read. "
    "Ask for the package once more."
)
CHANGED = N_(
    "{file} was changed after the package was made, so nothing of it was read. "
    "Ask for it once more, straight from its sender."
)
FORGED = N_(
    "The signature does not belong to this package, so nothing of it was read. "
    "Ask for it once more, straight from its sender."
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a package says of itself."""

    community: str
    name: str
    level: Share
    as_of: date
    number: int
    previous: str  # digest of the package before, or nothing
    key: str  # public key of the sender


@dataclass(frozen=True, slots=True)
class Received:
    """A package whose files are whole and whose signature holds."""

    head: Head
    digest: str  # of its description
    rows: Mapping[str, tuple[Row, ...]]  # by table
    problems: tuple[Problem, ...]  # rows that were left out

    def cells(self, table: Table) -> list[dict[str, Cell]]:
        """The rows of a table by the names of its fields."""
        names = [field.name for field in table.fields]
        return [dict(zip(names, row, strict=True)) for row in self.rows.get(table.name, ())]


def received(data: bytes) -> Received:
    """Read and check a package; raises UserError with the reason when it cannot be trusted."""
    found = files(data)
    told = _json(found[DESCRIPTOR], DESCRIPTOR)
    mark = _json(found[SIGNATURE], SIGNATURE)
    ours = told.get("maagalim")
    form = ours.get("form") if isinstance(ours, dict) else None
    if isinstance(form, int) and form > VERSION:
        raise UserError(NEWER, form=form)
    head = _head(ours, told)
    if mark.get("key") != head.key or not holds(found[DESCRIPTOR], mark):
        raise UserError(FORGED)
    tables = tables_at(head.level)
    _compare(told, tables, found)
    rows, problems = _rows(tables, found)
    return Received(head, digest(found[DESCRIPTOR]), rows, problems)


def _json(data: bytes, file: str) -> dict[str, Any]:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise UserError(UNKNOWN, file=file) from problem
    if not isinstance(told, dict):
        raise UserError(UNKNOWN, file=file)
    return told


def _head(ours: object, told: Mapping[str, Any]) -> Head:
    """What the description says of the whole; anything unusual is refused."""
    if not isinstance(ours, dict):
        raise UserError(NO_PACKAGE)
    try:
        head = Head(
            str(UUID(ours["community"])), str(told["title"])[:500], Share(ours["level"]),
            date.fromisoformat(ours["as_of"]), int(ours["number"]), str(ours["previous"])[:64],
            str(ours["key"])[:64],
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise UserError(UNKNOWN, file=DESCRIPTOR) from problem
    if head.number < 1 or not tables_at(head.level):
        raise UserError(UNKNOWN, file=DESCRIPTOR)
    return head


def _compare(
    told: Mapping[str, Any], tables: tuple[Table, ...], found: Mapping[str, bytes]
) -> None:
    """Each file is described as the form has it, each is there, and none is beside them."""
    listed = {}
    for it in told["resources"] if isinstance(told.get("resources"), list) else ():
        if not isinstance(it, dict) or not isinstance(it.get("path"), str):
            raise UserError(UNKNOWN, file=DESCRIPTOR)
        listed[it["path"]] = it
    for name in found.keys() - listed.keys() - {DESCRIPTOR, SIGNATURE}:
        raise UserError(OUTSIDE, file=name)
    for name in [*listed, *(f"data/{table.name}.csv" for table in tables)]:
        if name not in found or name not in listed:
            raise UserError(LACKING, file=name[:80])
        if listed[name].get("hash") != f"sha256:{digest(found[name])}":
            raise UserError(CHANGED, file=name)
    for table in tables:
        if listed[f"data/{table.name}.csv"].get("schema") != schema(table):
            raise UserError(UNKNOWN, file=f"data/{table.name}.csv")


def _rows(
    tables: tuple[Table, ...], found: Mapping[str, bytes]
) -> tuple[dict[str, tuple[Row, ...]], tuple[Problem, ...]]:
    rows: dict[str, tuple[Row, ...]] = {}
    ids: dict[str, set[Cell]] = {}
    problems: list[Problem] = []
    for table in tables:
        name = f"data/{table.name}.csv"
        try:
            read = rows_of(table, found[name], ids)
        except MisshapenError as problem:
            raise UserError(UNKNOWN, file=name) from problem
        rows[table.name] = read.rows
        ids[table.name] = {key[0] for key in read.keys if len(key) == 1}
        problems += read.problems
    return rows, tuple(problems)
