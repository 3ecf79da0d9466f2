"""A package that came in: looked at from all sides before one row of it is believed."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models.package_form import VERSION, Cell, Table, tables_at
from cop_desktop.models.vocabulary import Share
from cop_desktop.services.packages.descriptor import (
    DESCRIPTOR,
    LEVELS,
    SIGNATURE,
    SUMMARY,
    descriptor,
    digest,
    spelt,
)
from cop_desktop.services.packages.incoming import Head, LeftOut, Received, Row
from cop_desktop.services.packages.signing import holds

from .package_files import LACKING, OUTSIDE, as_packed, files
from .package_rows import HOME, MisshapenError, rows_of

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
MORE = N_(
    "There is more in this file than a package, or it was packed anew on its way, so nothing of "
    "it was read. Ask for it once more, straight from its sender."
)
PDF = b"%PDF-"
_HEX = re.compile("[0-9a-f]{64}")
_MOST, _LONGEST = 2**31 - 1, 500  # a number; letters of a name


def received(data: bytes) -> Received:
    """Read and check a package; raises UserError with the reason when it cannot be trusted."""
    packed = as_packed(data)
    found = packed or files(data)  # another zip is refused in the end; here it is told why
    told, head = _signed(found)
    _compare(told, head.level, found)
    rows, problems = _rows(_tables(head.level), found, head.community)
    left_out = Counter(it.table for it in problems)
    counts = {name: len(some) + left_out[name] for name, some in rows.items()}
    described = {name: it for name, it in found.items() if name not in (DESCRIPTOR, SIGNATURE)}
    # described anew, as it was packed anew above: a word that is not accounted for shows
    if descriptor(head, counts, described) != found[DESCRIPTOR]:
        raise UserError(UNKNOWN, file=DESCRIPTOR)
    if packed is None:
        raise UserError(MORE)
    return Received(head, digest(found[DESCRIPTOR]), rows, problems)


def _signed(found: Mapping[str, bytes]) -> tuple[dict[str, Any], Head]:
    """The description and its head, once the signature is found to hold."""
    told, mark = _json(found, DESCRIPTOR), _json(found, SIGNATURE)
    ours = told.get("maagalim")
    form = ours.get("form") if isinstance(ours, dict) else None
    if not isinstance(ours, dict) or type(form) is not int or form < 1:
        raise UserError(UNKNOWN, file=DESCRIPTOR)
    if form > VERSION:
        raise UserError(NEWER, form=form)
    head = _head(ours, told)
    if mark.get("key") != head.key or not holds(found[DESCRIPTOR], mark):
        raise UserError(FORGED)
    if spelt(mark) != found[SIGNATURE]:
        raise UserError(UNKNOWN, file=SIGNATURE)
    return told, head


def _json(found: Mapping[str, bytes], file: str) -> dict[str, Any]:
    try:
        told = json.loads(found[file])
        if b"\\u" in found[file]:  # a letter by its number: half a letter is no text
            json.dumps(told, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as problem:
        raise UserError(UNKNOWN, file=file) from problem
    if not isinstance(told, dict):
        raise UserError(UNKNOWN, file=file)
    return told


def _head(ours: Mapping[str, Any], told: Mapping[str, Any]) -> Head:
    """What the description says of the whole; anything unusual is refused."""
    try:
        head = Head(
            str(UUID(ours["community"])), str(told["title"]), Share(ours["level"]),
            date.fromisoformat(ours["as_of"]), int(ours["number"]),
            str(ours["previous"]), str(ours["key"]),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as problem:
        raise UserError(UNKNOWN, file=DESCRIPTOR) from problem
    digests = [head.key, *filter(None, [head.previous])]
    told_well = all(map(_HEX.fullmatch, digests)) and len(head.name) <= _LONGEST
    if not (told_well and 1 <= head.number <= _MOST and head.level in LEVELS):
        raise UserError(UNKNOWN, file=DESCRIPTOR)
    return head


def _compare(told: Mapping[str, Any], level: Share, found: Mapping[str, bytes]) -> None:
    """Each file of the form is there, none is beside them, and none was changed."""
    listed = {}
    for it in told["resources"] if isinstance(told.get("resources"), list) else ():
        if not isinstance(it, dict) or not isinstance(it.get("path"), str):
            raise UserError(UNKNOWN, file=DESCRIPTOR)
        listed[it["path"]] = it
    names = [f"data/{table.name}.csv" for table in _tables(level)]
    if strange := sorted(found.keys() - {DESCRIPTOR, SIGNATURE, SUMMARY, *names}):
        raise UserError(OUTSIDE, file=strange[0])
    if not found.get(SUMMARY, PDF).startswith(PDF):
        raise UserError(UNKNOWN, file=SUMMARY)
    for name in dict.fromkeys([*listed, *({SUMMARY} & found.keys()), *names]):
        if name not in found or name not in listed:
            raise UserError(LACKING, file=name[:80])
        if listed[name].get("hash") != f"sha256:{digest(found[name])}":
            raise UserError(CHANGED, file=name)


def _rows(
    tables: tuple[Table, ...], found: Mapping[str, bytes], community: str
) -> tuple[dict[str, tuple[Row, ...]], tuple[LeftOut, ...]]:
    rows: dict[str, tuple[Row, ...]] = {}
    ids: dict[str, frozenset[Cell]] = {HOME: frozenset({community})}
    problems: list[LeftOut] = []
    for table in tables:
        name = f"data/{table.name}.csv"
        try:
            read = rows_of(table, found[name], ids)
        except MisshapenError as problem:
            raise UserError(UNKNOWN, file=name) from problem
        rows[table.name] = read.rows
        ids[table.name] = read.ids
        problems += read.problems
    if not rows[HOME]:
        raise UserError(UNKNOWN, file=f"data/{HOME}.csv")
    return rows, tuple(problems)


@cache
def _tables(level: Share) -> tuple[Table, ...]:
    return tables_at(level)
