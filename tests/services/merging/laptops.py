"""Laptops that share a small community and work on it apart."""

import random
from dataclasses import dataclass, field

from cop_desktop.services.merging.joining import Conflict, join
from cop_desktop.services.merging.registers import Value
from cop_desktop.services.merging.replica import Key, Replica, seal
from cop_desktop.services.merging.shape import Table

TABLES = {
    "place": Table(),
    "person": Table(links={"place": "place"}),
    "seat": Table(
        links={"person": "person", "place": "place"},
        needed=frozenset({"person", "place"}),
        unique=(("person", "place"),),
        quiet=frozenset({"order"}),
    ),
}
COLUMNS = {"place": ("name",), "person": ("name", "phone"), "seat": ("note", "order")}
Live = dict[Key, dict[str, Value]]


@dataclass
class Laptop:
    """Rows to work on, and what is known since they were last shared."""

    name: str
    chance: random.Random
    replica: Replica
    rows: Live = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    wrote: dict[str, tuple[Key, str]] = field(default_factory=dict)  # value: where

    def __post_init__(self) -> None:
        self.rows = copied(self.replica)

    def works(self, steps: int) -> None:
        """Adds, changes and deletes at random; what is deleted takes along what needs it."""
        deeds = (self.adds, self.changes, self.deletes)
        for _ in range(steps):
            self.chance.choices(deeds, weights=(6, 12, 1))[0]()

    def adds(self) -> None:
        self.add(self.chance.choices(tuple(TABLES), weights=(1, 2, 6))[0])

    def add(self, table: str) -> None:
        key = (table, f"{self.chance.getrandbits(64):016x}")
        row: dict[str, Value] = {column: self.word(key, column) for column in COLUMNS[table]}
        for column, other in TABLES[table].links.items():
            there = sorted(it for it in self.rows if it[0] == other)
            if not there and column in TABLES[table].needed:
                return
            row[column] = self.chance.choice(there)[1] if there else None
        if not self.doubled(key, row):
            self.rows[key] = row

    def changes(self) -> None:
        if self.rows:
            key = self.chance.choice(sorted(self.rows))
            column = self.chance.choice(COLUMNS[key[0]])
            self.rows[key][column] = self.word(key, column)

    def deletes(self) -> None:
        if self.rows:
            self.delete(self.chance.choice(sorted(self.rows)))

    def delete(self, key: Key) -> None:
        self.rows.pop(key, None)
        for other, row in list(self.rows.items()):
            for column, table in TABLES[other[0]].links.items():
                if other in self.rows and (table, row[column]) == key:
                    if column in TABLES[other[0]].needed:
                        self.delete(other)
                    else:
                        row[column] = None

    def shares(self) -> Replica:
        self.replica = sealed(self.replica, copied(Replica(self.rows)))
        return self.replica

    def takes(self, other: Replica) -> None:
        self.shares()
        joined = join(self.replica, other, TABLES)
        self.replica, self.conflicts = joined.replica, joined.conflicts
        self.rows = copied(joined.replica)

    def word(self, key: Key, column: str) -> str:
        said = f"{self.name} says {self.chance.getrandbits(40):x}"
        self.wrote[said] = (key, column)
        return said

    def doubled(self, key: Key, row: dict[str, Value]) -> bool:
        return any(
            it[0] == key[0] and all(other[c] == row[c] for c in columns)
            for columns in TABLES[key[0]].unique
            for it, other in self.rows.items()
            if it[0] == key[0]
        )


def sealed(replica: Replica, rows: Live) -> Replica:
    return seal(replica, rows, TABLES)


def copied(replica: Replica) -> Live:
    return {key: dict(row) for key, row in replica.rows.items()}


def started(seed: int, names: str) -> list[Laptop]:
    """Laptops that begin with the same small community."""
    chance = random.Random(seed)
    first = Laptop("o", chance, Replica())
    for table in (*["place"] * 3, *["person"] * 6, *["seat"] * 3):
        first.add(table)
    base = Replica(copied(Replica(first.rows)))
    return [Laptop(name, random.Random(f"{seed}{name}"), base) for name in names]
