"""What a package says of itself: `datapackage.json`, in one spelling for the same content."""

import csv
import hashlib
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cop_desktop.models.package_form import VERSION, Cell, Field, Table, tables_at
from cop_desktop.models.vocabulary import Share

DESCRIPTOR, SIGNATURE, SUMMARY = "datapackage.json", "signature.json", "summary.pdf"
PROFILE = "tabular-data-package"

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What is to leave, before it is a file."""

    community: str  # key of the community
    name: str
    level: Share
    as_of: date
    rows: Mapping[str, Sequence[Row]]  # by table, cells in the order of its fields at the level


@dataclass(frozen=True, slots=True)
class Place:
    """Where a package stands in the row of those a community sent; the first has no `previous`."""

    number: int
    previous: str  # SHA-256 of the descriptor before
    key: str  # public key of the sender, hexadecimal


def as_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """The rows of a table in the order of their text, as UTF-8 with CRLF."""
    told = sorted([_spelt(cell) for cell in row] for row in rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    writer.writerows(told)
    return out.getvalue().encode("utf-8")


def descriptor(contents: Contents, place: Place, files: Mapping[str, bytes]) -> bytes:
    """The description of the files named; `files` holds the tables and what else lies beside."""
    tables = {f"data/{table.name}.csv": table for table in tables_at(contents.level)}
    told: dict[str, Any] = {
        "profile": PROFILE,
        "name": f"maagalim-{contents.community}",
        "title": contents.name,
        "version": str(VERSION),
        "maagalim": {
            "form": VERSION,
            "community": contents.community,
            "level": contents.level.value,
            "as_of": contents.as_of.isoformat(),
            "number": place.number,
            "previous": place.previous,
            "key": place.key,
            "counts": {name: len(rows) for name, rows in contents.rows.items()},
        },
        "resources": [_resource(path, files[path], tables.get(path)) for path in sorted(files)],
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table."""
    told: dict[str, Any] = {
        "fields": [_field(it) for it in table.fields],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    links = [it for it in table.fields if it.name in table.links]
    if links:
        told["foreignKeys"] = [
            {"fields": [it.name], "reference": {"resource": table.links[it.name], "fields": ["id"]}}
            for it in links
        ]
    return told


def digest(data: bytes) -> str:
    """SHA-256, as the descriptor writes it."""
    return hashlib.sha256(data).hexdigest()


def _resource(path: str, data: bytes, table: Table | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": path.removeprefix("data/").partition(".")[0],
        "path": path,
        "bytes": len(data),
        "hash": f"sha256:{digest(data)}",
    }
    if table is None:
        return {**told, "format": "pdf", "mediatype": "application/pdf"}
    return {
        **told,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": schema(table),
    }


def _field(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {"name": field.name, "type": field.kind.value}
    constraints: dict[str, Any] = {"required": True} if field.needed else {}
    if field.words:
        constraints["enum"] = list(field.words)
    return {**told, "constraints": constraints} if constraints else told


def _spelt(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return unicodedata.normalize("NFC", str(cell))
