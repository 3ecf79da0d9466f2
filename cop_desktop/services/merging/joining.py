"""Two replicas become one: no edit of either is lost, and what contradicts is told.

The answer is the same whoever joins with whom, in whatever order and however often.
"""

from dataclasses import dataclass

from .folding import doubled, fold, gathered
from .registers import DROPPED, Register, Value
from .replica import ROW, Cell, Key, Replica, by_row
from .standing import Known, Standing, Tables, standing


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell with several versions; in a row's own cell: deleted here, still written to there."""

    cell: Cell
    values: tuple[Value, ...]  # the one shown comes first; none for a row's own cell


@dataclass(frozen=True, slots=True)
class Joined:
    """What both know together, and what a person should look at."""

    replica: Replica
    conflicts: tuple[Conflict, ...]


def join(one: Replica, other: Replica, tables: Tables) -> Joined:
    """Both sides' knowledge; `tables` in an order in which links point to earlier ones."""
    registers = {
        cell: one.register(cell).joined(other.register(cell))
        for cell in one.registers.keys() | other.registers.keys()
    }
    rows = {
        key: {**other.rows.get(key, {}), **one.rows.get(key, {})}
        for key in one.rows.keys() | other.rows.keys()
    }
    return settle(Replica(rows, registers), tables)


def settle(raw: Replica, tables: Tables) -> Joined:
    """The rows that stand, with the value shown of each cell."""
    known = gathered(Known(raw, by_row(raw.registers), tables))
    there = standing(known)
    while doubled(known, there.alive):
        known = fold(known, there.alive)
        there = standing(known)
    rows = {key: _row(known, key) for key in there.alive}
    conflicts = [Conflict((*key, ROW), ()) for key in there.contested if _first(known, key, there)]
    conflicts += _contradictions(known, there.alive)
    told = tuple(sorted(conflicts, key=lambda it: it.cell))
    return Joined(Replica(rows, _remembered(known, there.alive)), told)


def _first(known: Known, key: Key, there: Standing) -> bool:
    """Whether a row that was deleted is asked about itself, not with the one it belongs to."""
    parents = (known.parent(key, column) for column in known.tables[key[0]].needed)
    return not any(parent in there.contested for parent in parents)


def _remembered(known: Known, alive: set[Key]) -> dict[Cell, Register]:
    """Of rows that are gone the tags alone; what became another row lives on with it."""
    registers = dict(known.replica.registers)
    for key, columns in known.written.items():
        if known.heir(key) not in alive:
            registers |= {(*key, it): registers[*key, it].dropped() for it in columns}
    return registers


def _row(known: Known, key: Key) -> dict[str, Value]:
    return {
        column: known.link(key, column, _value(known.replica.shown((*key, column))))
        for column in known.columns(key)
    }


def _contradictions(known: Known, alive: set[Key]) -> list[Conflict]:
    found = []
    for key, columns in known.written.items():
        for column in columns if key in alive else ():
            if column in known.tables[key[0]].quiet:
                continue
            register = known.replica.register((*key, column))
            first = known.link(key, column, _value(register.shown))
            others = {known.link(key, column, _value(it)) for it in register.different}
            if rest := others - {first}:
                values = (first, *sorted(rest, key=repr))
                found.append(Conflict((*key, column), values))
    return found


def _value(kept: object) -> Value:
    """What a row holds; a cell that was dropped while its row stands holds nothing."""
    return None if kept is DROPPED else kept  # type: ignore[return-value]
