"""Looking at a table column by column finds the same as looking at it row by row."""

import random
from uuid import uuid4

import pytest

from cop_desktop.intake import package_rows
from cop_desktop.intake.package_rows import HOME, MisshapenError, Rows, rows_of
from cop_desktop.models.package_form import TABLES, Field, Kind, Table
from cop_desktop.services.packages.descriptor import as_csv

HOMES, PEOPLE = frozenset({str(uuid4())}), frozenset({"m1", "m2", "m3"})
KNOWN = {HOME: HOMES, "meeting": frozenset({"g1", "g2"}), "member": PEOPLE}
GOOD = {Kind.INTEGER: "7", Kind.BOOLEAN: "true", Kind.DATE: "2026-11-22"}
ODD = ["", "x", "-1", "2026-02-30", "20261122", "99999999999", "TRUE", "m9", "\x00", "א" * 20_001,
       "a,b", 'a"b', "a\nb", "1_0", " 7", "٧"]  # fmt: skip


def cell(table: Table, field: Field, chance: random.Random) -> str:
    if chance.random() < 0.01:
        return chance.choice(ODD)
    other = HOME if table.name == HOME and field.name == "id" else table.links.get(field.name)
    if other:
        return str(chance.choice(sorted(map(str, KNOWN[other]))))
    if field.words:
        return chance.choice(field.words)
    return GOOD.get(field.kind, f"t{chance.randrange(10_000)}")


def answer(table: Table, data: bytes) -> Rows | None:
    try:
        return rows_of(table, data, KNOWN)
    except MisshapenError:
        return None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_both_ways_of_looking_agree(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(table.name)
    for _ in range(150):
        lines = [
            tuple(cell(table, field, chance) for field in table.fields)
            for _ in range(chance.randint(0, 12))
        ]
        data = as_csv(table, lines)
        if chance.random() < 0.2:
            data = data.replace(b"\r\n", chance.choice([b"\n", b"\r\n\r\n", b""]))
        quickly = answer(table, data)
        with monkeypatch.context() as slowly:
            slowly.setattr(package_rows, "_columns", lambda *_: None)
            slowly.setattr(package_rows, "END", "never")
            assert answer(table, data) == quickly
