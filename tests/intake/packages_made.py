"""Packages to read, and ways in which they are damaged on their way or on purpose."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from cop_desktop.export.package import Package, packed
from cop_desktop.models.package_form import Cell, tables_at
from cop_desktop.models.vocabulary import Share
from cop_desktop.services.packages import archive
from cop_desktop.services.packages.descriptor import DESCRIPTOR, Contents, spelt
from cop_desktop.services.packages.signing import Signer, signer

COMMUNITY = "6f1f7a52-8f0c-4a45-9b0e-1c2d3e4f5a6b"

TOPIC = "נושא\nבשתי שורות"


def a_signer(folder: Path) -> Signer:
    return signer(folder / "keys" / "export.key")


def contents(level: Share = Share.ORGANISATIONS, members: int = 6) -> Contents:
    """A community with two meetings; cells that need a text of their own get it."""
    people = [f"m{at}" for at in range(members)]
    rows: dict[str, list[tuple[Cell, ...]]] = {table.name: [] for table in tables_at(level)}

    def add(table: str, **cells: Cell) -> None:
        fields = next((it.fields for it in tables_at(level) if it.name == table), ())
        if fields:
            rows[table].append(tuple(cells.get(field.name) for field in fields))

    add("community", id=COMMUNITY, name="ראשי אגפים, \"צפון\"", work_year=2026, members=members,
        founded="2024-09-01")  # fmt: skip
    add("stage", id="s1", community_id=COMMUNITY, stage="maturing", since="2025-06-24")
    for at in (1, 2):
        add("meeting", id=f"g{at}", community_id=COMMUNITY, day=f"2026-1{at}-05", minutes=180,
            kind="in_person", state="held", expected=members, came=5, topic=TOPIC)  # fmt: skip
        for person in people:
            add("attendance", meeting_id=f"g{at}", member_id=person, presence="present")
    add("role", community_id=COMMUNITY, role="agenda", filled=True)
    for person in people:
        add("member", id=person, community_id=COMMUNITY, organisation_kind="municipality")
    return Contents(COMMUNITY, "ראשי אגפים", level, date(2026, 11, 22), rows)


def made(folder: Path, level: Share = Share.ORGANISATIONS, number: int = 1) -> Package:
    return packed(contents(level), number, "", a_signer(folder))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, bytes] | list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items() if isinstance(files, Mapping) else files:
            archive.writestr(name, data)
    return out.getvalue()


def signed_anew(files: dict[str, bytes], told: Mapping[str, object], by: Signer) -> bytes:
    """A package whose description says what somebody wants, signed by that somebody."""
    text = spelt(told)
    return archive.zipped({**files, DESCRIPTOR: text, "signature.json": by.sign(text)})


def changed(files: dict[str, bytes], name: str, old: bytes, new: bytes) -> dict[str, bytes]:
    assert old in files[name]
    return {**files, name: files[name].replace(old, new, 1)}
