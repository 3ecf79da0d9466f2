"""The names of people who were forgotten for good, taken out of what another laptop still says."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

from sqlalchemy import String

from cop_desktop.frozen import frozen
from cop_desktop.models import Base
from cop_desktop.services import naming

from .registers import Kept, Register, Value
from .replica import Cell, Key, Replica, Rows


@frozen
class Names:
    """What names somebody, and what stands instead."""

    words: re.Pattern[str]
    instead: str

    def out_of(self, table: str, column: str, kept: Kept) -> Kept:
        """A cell without the names; whatever is no text of a person's is left alone."""
        if isinstance(kept, str) and (table, column) in _prose():
            return self.words.sub(self.instead, kept)
        return kept


def erased_in(replica: Replica, rows: Rows, instead: str) -> Names | None:
    """The names of whom a replica has forgotten and another file's rows still know."""
    known = [row for key, row in rows.items() if key[0] == "member" and replica.erased(key)]
    columns = ("given_name", "family_name", "mobile", "phone", "email")
    people = [[str(row.get(it) or "") for it in columns] for row in known]
    return Names(naming.whole(people), instead) if people else None


def rows_without(rows: Rows, names: Names) -> dict[Key, Mapping[str, Value]]:
    """The rows with the names replaced in every text."""
    return {key: dict(_cells(key[0], row, names)) for key, row in rows.items()}


def without(replica: Replica, names: Names) -> Replica:
    """The same of all that is remembered, the other sides of contradictions included."""
    rows = rows_without(replica.rows, names)
    named = {
        (*key, it) for key, row in rows.items() for it in row if row[it] != replica.rows[key][it]
    }
    registers = {cell: _without(cell, replica.register(cell), names) for cell in named}
    registers |= {cell: _without(cell, it, names) for cell, it in replica.registers.items()}
    return Replica(rows, registers)


def undecided_without(replica: Replica, names: Names) -> Replica:
    """The versions of contradictions alone: that a name goes from them is no decision."""
    registers, rows = dict(replica.registers), dict(replica.rows)
    for cell, register in replica.registers.items():
        table, row, column = cell
        if len(register.alive) > 1:
            registers[cell] = _without(cell, register, names)
            if column in rows.get((table, row), ()):
                told = names.out_of(table, column, rows[table, row][column])
                rows[table, row] = {**rows[table, row], column: cast("Value", told)}
    return Replica(rows, registers)


def _without(cell: Cell, register: Register, names: Names) -> Register:
    """The same versions by their tags, so that others know them again."""
    table, _row, column = cell
    alive = {tag: names.out_of(table, column, it) for tag, it in register.alive.items()}
    return Register(alive, register.gone)


def _cells(table: str, row: Mapping[str, Value], names: Names) -> Iterator[tuple[str, Value]]:
    for column, value in row.items():
        yield column, cast("Value", names.out_of(table, column, value))


@cache
def _prose() -> frozenset[tuple[str, str]]:
    """The columns in which a person writes."""
    return frozenset(
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if type(column.type) is String
    )
