"""What a package says of itself: `datapackage.json`, in one spelling for the same content."""

import csv
import hashlib
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from cop_desktop.frozen import frozen
from cop_desktop.models.package_form import VERSION, Cell, Field, Table, tables_at
from cop_desktop.models.vocabulary import Share

from .incoming import Head, Row

DESCRIPTOR, SIGNATURE, SUMMARY = "datapackage.json", "signature.json", "summary.pdf"
PROFILE = "tabular-data-package"

LEVELS = (Share.MINISTRY, Share.ORGANISATIONS)  # for whom there are packages
HIDDEN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"  # letters nobody sees, from pasted texts
_HIDDEN = re.compile(HIDDEN)


@frozen
class Contents:
    """What is to leave, before it is a file."""

    community: str  # key of the community
    name: str
    level: Share
    as_of: date
    rows: Mapping[str, Sequence[Row]]  # by table, cells in the order of its fields at the level


def as_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """The rows of a table in the order of their text, as UTF-8 with CRLF."""
    told = sorted([_spelt(cell) for cell in row] for row in rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    writer.writerows(told)
    return out.getvalue().encode("utf-8")


def descriptor(head: Head, counts: Mapping[str, int], files: Mapping[str, bytes]) -> bytes:
    """The one description of the files named: tables, with their counts of rows, and the summary.

    A reader makes it anew and compares: what a package says of itself is all of it or nothing.
    """
    told: dict[str, Any] = {
        "profile": PROFILE,
        "name": f"maagalim-{head.community}",
        "title": _spelt(head.name),
        "version": str(VERSION),
        "maagalim": {
            "form": VERSION,
            "community": head.community,
            "level": head.level.value,
            "as_of": head.as_of.isoformat(),
            "number": head.number,
            "previous": head.previous,
            "key": head.key,
            "counts": dict(counts),
        },
        "resources": [],
    }
    resources = (_resource(path, files[path], head.level) for path in sorted(files))
    return spelt(told).replace(b'"resources":[]', b'"resources":[%b]' % b",".join(resources))


def spelt(told: Mapping[str, Any]) -> bytes:
    """JSON in the one spelling that packages have."""
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


def _resource(path: str, data: bytes, level: Share) -> bytes:
    before, between, after = _around(path, level)
    return b"%b%d%b%b%b" % (before, len(data), between, digest(data).encode(), after)


@cache
def _around(path: str, level: Share) -> tuple[bytes, bytes, bytes]:
    """How a file is described: before its size, between that and its digest, and after it."""
    table = next((it for it in tables_at(level) if path == f"data/{it.name}.csv"), None)
    told = {
        "name": path.removeprefix("data/").partition(".")[0],
        "path": path,
        "bytes": 0,
        "hash": "sha256:",
        **(_of_paper() if table is None else _of_table(table)),
    }
    before, _size, rest = spelt(told).partition(b"0")  # "bytes" is the first of them
    between, mark, after = rest.partition(b"sha256:")
    return before, between + mark, after


def _of_paper() -> dict[str, Any]:
    return {"format": "pdf", "mediatype": "application/pdf"}


def _of_table(table: Table) -> dict[str, Any]:
    return {
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
    return _HIDDEN.sub(" ", unicodedata.normalize("NFC", str(cell)))
