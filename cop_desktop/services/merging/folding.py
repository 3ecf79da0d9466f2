"""Two laptops noted the same thing under two keys: rows that may not both stand become one."""

from collections.abc import Iterator

from .registers import Deleted, Register, Value
from .replica import ROW, Cell, Key, Replica, by_row
from .standing import Known


def gathered(known: Known) -> Known:
    """What was written to rows that became one with others stands in those others."""
    written = dict(known.replica.registers)
    so_far = Replica(known.replica.rows, written)  # sees what is written below
    for key in known.written:
        if (heir := known.heir(key)) != key:
            written.update(list(_versions(so_far, known.columns(key), key, heir)))
    return Known(so_far, by_row(written), known.tables)


def fold(known: Known, alive: set[Key]) -> Known:
    """Fold rows that share what must be unique; the smallest key keeps the place."""
    written = dict(known.replica.registers)
    for kept, lost in _doubles(known, alive):
        own = known.replica.register((*lost, ROW))
        into = f"into {kept[1]}"
        written[(*lost, ROW)] = Register(
            {into: Deleted(frozenset(), kept[1])}, (own.gone | own.alive.keys()) - {into}
        )
        for column in known.columns(lost):  # its first values are remembered with the others
            written[(*lost, column)] = known.replica.register((*lost, column))
    return gathered(Known(Replica(known.replica.rows, written), by_row(written), known.tables))


def doubled(known: Known, alive: set[Key]) -> bool:
    """Whether rows stand that may not stand side by side."""
    return next(_doubles(known, alive), None) is not None


def _doubles(known: Known, alive: set[Key]) -> Iterator[tuple[Key, Key]]:
    """Pairs of a row that stays and one that goes."""
    for name, table in known.tables.items():
        rows = sorted(key for key in alive if key[0] == name) if table.unique else []
        for columns in table.unique:
            first: dict[tuple[Value, ...], Key] = {}
            for key in rows:
                values = tuple(_shown(known, key, column) for column in columns)
                if None not in values and first.setdefault(values, key) != key:
                    yield first[values], key


def _shown(known: Known, key: Key, column: str) -> Value:
    shown = known.replica.shown((*key, column))
    return known.link(key, column, shown)  # type: ignore[arg-type]


def _versions(
    replica: Replica, columns: set[str], lost: Key, kept: Key
) -> Iterator[tuple[Cell, Register]]:
    for column in columns:
        ours = replica.register((*kept, column))
        yield (*kept, column), ours.joined(replica.register((*lost, column)))
