"""Laptops that share a small community and work on it apart."""

import random
from dataclasses import dataclass, field

from cop_desktop.services.merging.joining import Conflict, join, settle
from cop_desktop.services.merging.registers import Value
from cop_desktop.services.merging.replica import ROW, Key, Replica, erase, pick, seal
from cop_desktop.services.merging.shape import Table

from .past import Past

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
    past: Past = field(default_factory=lambda: Past(TABLES))  # of all laptops
    rows: Live = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    wrote: dict[str, tuple[Key, str]] = field(default_factory=dict)  # value: where
    knows: set[int] = field(default_factory=set)  # of what was written
    bin: Live = field(default_factory=dict)  # what it deleted, for Undo
    erased: set[Key] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.rows = copied(self.replica)

    def works(self, steps: int) -> None:
        """Adds, changes and deletes at random; what is deleted takes along what needs it."""
        deeds = (self.adds, self.changes, self.relinks, self.deletes)
        for _ in range(steps):
            self.chance.choices(deeds, weights=(6, 12, 3, 1))[0]()

    def lives(self, steps: int) -> None:
        """Works, and now and then undoes a deletion, decides or forgets for good."""
        rare = (self.brings_back, self.picks, self.erases)
        self.works(steps)
        if self.chance.random() < 0.4:
            self.chance.choices(rare, weights=(3, 4, 1))[0]()

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

    def relinks(self) -> None:
        if people := sorted(key for key in self.rows if key[0] == "person"):
            places = sorted(row for table, row in self.rows if table == "place")
            self.rows[self.chance.choice(people)]["place"] = self.chance.choice([None, *places])

    def deletes(self) -> None:
        if self.rows:
            self.delete(self.chance.choice(sorted(self.rows)))

    def brings_back(self) -> None:
        """Undo of a deletion that others may have heard of."""
        self.shares()
        for key in sorted(self.bin.keys() - self.rows.keys() - self.erased):
            row = dict(self.bin[key])
            links = TABLES[key[0]].links.items()
            lost = {it for it, table in links if (table, row[it]) not in self.rows}
            if not lost & TABLES[key[0]].needed and not self.doubled(key, row):
                self.rows[key] = {**row, **dict.fromkeys(lost)}

    def picks(self) -> None:
        """One of the contradictions that are still there is decided."""
        self.shares()
        if not (there := settle(self.replica, TABLES).conflicts):
            return
        conflict = self.chance.choice(there)
        *key, column = conflict.cell
        if column != ROW:
            value = self.chance.choice(conflict.values)
            self.replica = pick(self.replica, conflict.cell, value)
            self.rows[key[0], key[1]][column] = value
            self.knows.add(self.past.decides(self.knows, conflict, value))
        elif self.chance.random() < 0.5:
            self.replica = pick(self.replica, conflict.cell, True)
        else:
            self.delete((key[0], key[1]))

    def erases(self) -> None:
        if people := sorted(key for key in self.rows if key[0] == "person"):
            key = self.chance.choice(people)
            self.shares()
            self.erased.add(key)
            self.past.erased.add(key)
            self.delete(key)
            self.shares()

    def delete(self, key: Key) -> None:
        if row := self.rows.pop(key, None):
            self.bin[key] = row
        for other, row in list(self.rows.items()):
            for column, table in TABLES[other[0]].links.items():
                if other in self.rows and (table, row[column]) == key:
                    if column in TABLES[other[0]].needed:
                        self.delete(other)
                    else:
                        row[column] = None

    def shares(self) -> Replica:
        self.knows |= self.past.writes(self.knows, self.replica.rows, self.rows, self.conflicts)
        self.replica = sealed(self.replica, copied(Replica(self.rows)))
        for key in self.erased:
            self.replica = erase(self.replica, key, TABLES)
        return self.replica

    def takes(self, other: "Laptop") -> None:
        """What the other knew when it last shared."""
        self.shares()
        joined = join(self.replica, other.replica, TABLES)
        self.replica, self.conflicts = joined.replica, joined.conflicts
        self.rows = copied(joined.replica)
        self.knows |= other.knows
        gone = {key for key in self.past.erased if self.replica.erased(key)}
        self.erased |= gone

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
    base, past = Replica(copied(Replica(first.rows))), Past(TABLES)
    knows = past.writes(set(), {}, base.rows)
    return [
        Laptop(name, random.Random(f"{seed}{name}"), base, past, knows=set(knows)) for name in names
    ]
