"""Two replicas become one: no edit of either is lost, and what contradicts is told.

The answer is the same whoever joins with whom, in whatever order and however often.
"""

from collections.abc import Iterator

from cop_desktop.frozen import frozen

from .folding import doubled, fold, gathered
from .registers import Register, Value
from .replica import ROW, Cell, Key, Replica, by_row
from .shape import Tables
from .standing import Known, Standing, standing


@frozen
class Conflict:
    """A cell with several versions; in a row's own cell: deleted here, still written to there."""

    cell: Cell
    values: tuple[Value, ...]  # the one shown comes first; none for a row's own cell


@frozen
class Joined:
    """What both know together, and what a person should look at."""

    replica: Replica
    conflicts: tuple[Conflict, ...]


def join(one: Replica, other: Replica, tables: Tables) -> Joined:
    """Both sides' knowledge; `tables` in an order in which links point to earlier ones."""
    registers = {
        cell: one.register(cell).joined(other.register(cell))
        for cell in {*one.registers, *other.registers, *_apart(one, other)}
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
    rows = {key: _row(known, key, there.alive) for key in there.alive}
    conflicts = [Conflict((*key, ROW), ()) for key in there.contested if _first(known, key, there)]
    conflicts += _contradictions(known, there.alive)
    told = tuple(sorted(conflicts, key=lambda it: it.cell))
    registers = _remembered(known, there.alive)
    registers |= {cell: raw.register(cell) for cell in _apart(raw, Replica(rows, registers))}
    return Joined(Replica(rows, registers), told)


def _apart(one: Replica, other: Replica) -> Iterator[Cell]:
    """Cells that nobody wrote and that differ: the copies began apart, or a link leads nowhere."""
    for key in one.rows.keys() & other.rows.keys():
        mine, theirs = one.rows[key], other.rows[key]
        for column in () if mine == theirs else mine.keys() | theirs.keys():
            written = (*key, column) in one.registers or (*key, column) in other.registers
            if not written and mine.get(column) != theirs.get(column):
                yield (*key, column)


def _first(known: Known, key: Key, there: Standing) -> bool:
    """Whether a row that was deleted is asked about itself, not with the one it belongs to."""
    parents = (known.parent(key, column) for column in known.tables[key[0]].needed)
    return not any(parent in there.contested for parent in parents)


def _remembered(known: Known, alive: set[Key]) -> dict[Cell, Register]:
    """Of rows that never come back the tags alone; what became another row is gathered there."""
    registers, gone = dict(known.replica.registers), known.written.keys() - alive
    lost = {key for key in gone if known.replica.erased(key) or known.folded(key)}
    while more := {key for key in gone - lost if _needs(known, key, lost)}:
        lost |= more
    for key in lost:
        registers |= {(*key, it): registers[*key, it].dropped() for it in known.written[key]}
    return registers


def _needs(known: Known, key: Key, lost: set[Key]) -> bool:
    """Whether a row cannot be without one that was forgotten."""
    parents = [known.parent(key, column) for column in known.tables[key[0]].needed]
    return any(it and (it in lost or known.replica.erased(it)) for it in parents)


def _row(known: Known, key: Key, alive: set[Key]) -> dict[str, Value]:
    return {
        column: known.told(key, column, known.replica.shown((*key, column)), alive)
        for column in known.columns(key)
    }


def _contradictions(known: Known, alive: set[Key]) -> list[Conflict]:
    found = []
    for key, columns in known.written.items():
        for column in columns if key in alive else ():
            if column in known.tables[key[0]].quiet:
                continue
            register = known.replica.register((*key, column))
            first = known.told(key, column, register.shown, alive)
            others = {known.told(key, column, it, alive) for it in register.values}
            if rest := others - {first}:
                values = (first, *sorted(rest, key=repr))
                found.append(Conflict((*key, column), values))
    return found
