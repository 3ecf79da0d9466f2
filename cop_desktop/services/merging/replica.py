"""One laptop's knowledge of a community: its rows when last shared, and who replaced what.

Sealing compares the rows of now with those of the last time and notes the differences as versions.
What was never written since the file was first shared needs no register: it stands as it stood.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import field

from cop_desktop.frozen import frozen

from .registers import DROPPED, Deleted, Erased, Kept, Register, Tag, Value, origin
from .shape import Tables

ROW = ""  # the column of a row's own cell: whether the row is there at all
Key = tuple[str, str]  # table, row
Cell = tuple[str, str, str]  # table, row, column; or ROW
Rows = Mapping[Key, Mapping[str, Value]]
Registers = Mapping[Cell, Register]


@frozen
class Replica:
    """The rows as they were last sealed or joined, and a register of each cell written since."""

    rows: Rows = field(default_factory=dict)
    registers: Registers = field(default_factory=dict)

    def erased(self, key: Key) -> bool:
        """Whether somebody forgot the row for good."""
        alive = self.register((*key, ROW)).alive
        return any(isinstance(it, Erased) for it in alive.values())

    def register(self, cell: Cell) -> Register:
        """What is known of a cell; one that nobody wrote holds what stood there at first."""
        if (found := self.registers.get(cell)) is not None:
            return found
        table, row, column = cell
        if column == ROW:
            return Register({origin(row): True})
        if (there := self.rows.get((table, row))) is None:
            return Register({})
        value = there.get(column)
        return Register({origin(row, column, value): value})

    def shown(self, cell: Cell) -> Kept:
        """The value shown of a cell: `register(cell).shown`, without making a register for it."""
        if (found := self.registers.get(cell)) is not None:
            return found.shown
        there = self.rows.get(cell[:2])
        return DROPPED if there is None else there.get(cell[2])


def seal(replica: Replica, rows: Rows, tables: Tables) -> Replica:
    """Note what changed since the last time."""
    written, known = dict(replica.registers), by_row(replica.registers)
    gone = replica.rows.keys() - rows.keys()
    pointing = _pointing(replica, gone, tables)
    for key in gone:
        table, row = tables[key[0]], replica.rows[key]
        parents = ((table.links[it], str(row.get(it))) for it in sorted(table.needed))
        how = Deleted(pointing.get(key, frozenset()), under=tuple(p for p in parents if p in gone))
        written.update(_delete(replica, key, {*row, *known.get(key, ())}, how))
    for key, now in rows.items():
        written.update(_write(replica, key, now, tables[key[0]].links, gone))
    return Replica(rows, written)


def erase(replica: Replica, key: Key, tables: Tables) -> Replica:
    """Forget a row for good: its values go, and it never comes back, whatever others wrote.

    The values of what needed it and is deleted go, too.
    """
    written, known = dict(replica.registers), by_row(replica.registers)
    for it in _needing(replica, key, tables):
        cells = [(*it, column) for column in known.get(it, ())]
        written |= {cell: replica.register(cell).dropped() for cell in cells}
    own = (*key, ROW)
    written[own] = replica.register(own).written(Erased(), *own)
    return Replica({it: row for it, row in replica.rows.items() if it != key}, written)


def _needing(replica: Replica, key: Key, tables: Tables) -> set[Key]:
    """The row, and the deleted ones that cannot be without it."""
    links = [
        ((table, row), (tables[table].links[column], value))
        for (table, row, column), register in replica.registers.items()
        if column in tables[table].needed and (table, row) not in replica.rows
        for value in register.alive.values()
    ]
    found = {key}
    while more := {row for row, to in links if to in found} - found:
        found |= more
    return found


def pick(replica: Replica, cell: Cell, value: Value) -> Replica:
    """A person decided between versions of a cell."""
    written = {**replica.registers, cell: replica.register(cell).written(value, *cell)}
    table, row, column = cell
    rows = dict(replica.rows)
    if column != ROW and (table, row) in rows:
        rows[table, row] = {**rows[table, row], column: value}
    return Replica(rows, written)


def by_row(registers: Registers) -> dict[Key, list[str]]:
    """The written columns of each row."""
    found: dict[Key, list[str]] = {}
    for table, row, column in registers:
        if column != ROW:
            found.setdefault((table, row), []).append(column)
    return found


def _pointing(replica: Replica, gone: Set[Key], tables: Tables) -> dict[Key, frozenset[Tag]]:
    """The versions of links that point to rows that are gone: who deleted those saw them."""
    found: dict[Key, frozenset[Tag]] = {}
    for key, row in replica.rows.items() if gone else ():
        for column, table in tables[key[0]].links.items():
            if (to := (table, str(row.get(column)))) in gone:
                tags = replica.register((*key, column)).alive.keys()
                found[to] = found.get(to, frozenset()) | tags
    return found


def _write(
    replica: Replica,
    key: Key,
    now: Mapping[str, Value],
    links: Mapping[str, str],
    gone: Set[Key],
) -> Iterator[tuple[Cell, Register]]:
    before = replica.rows.get(key)
    if before is None:
        yield (*key, ROW), replica.register((*key, ROW)).written(True, *key, ROW)
    for column, value in now.items():
        if before is not None and before.get(column) == value:
            continue
        register = replica.register((*key, column))
        if before and value is None and (links.get(column), before.get(column)) in gone:
            yield (*key, column), register  # nobody wrote: it points there again if that is back
        else:
            yield (*key, column), register.written(value, *key, column)


def _delete(
    replica: Replica, key: Key, columns: set[str], how: Deleted
) -> Iterator[tuple[Cell, Register]]:
    """By their tags is recognised who wrote without knowing of it; the row is whole then."""
    known = {column: replica.register((*key, column)) for column in columns}
    seen = how.seen.union(*(register.alive for register in known.values()))
    how = Deleted(seen, under=how.under)
    yield (*key, ROW), replica.register((*key, ROW)).written(how, *key, ROW)
    for column, register in known.items():
        yield (*key, column), register
