"""Which rows stand: deleted ones stay away unless somebody who did not know wrote to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .registers import Deleted, Value, origin
from .replica import ROW, Key, Needed, Replica


@dataclass(frozen=True, slots=True)
class Table:
    """How a table hangs together with others, as far as joining must know."""

    links: Mapping[str, str] = field(default_factory=dict)  # column: the table it points to
    needed: frozenset[str] = frozenset()  # links without which a row cannot stand
    unique: tuple[tuple[str, ...], ...] = ()  # columns that no two rows share
    quiet: frozenset[str] = frozenset()  # columns whose contradictions concern nobody: an order


Tables = Mapping[str, Table]


def needed_in(tables: Tables) -> Needed:
    """What `seal` asks: the links without which a row of a table cannot stand."""
    return lambda name: [(column, tables[name].links[column]) for column in tables[name].needed]


@dataclass(frozen=True, slots=True)
class Known:
    """A replica with its written columns by row, and how its tables hang together."""

    replica: Replica
    written: Mapping[Key, list[str]]
    tables: Tables

    def columns(self, key: Key) -> set[str]:
        """The columns of a row of which anything is known."""
        return {*self.replica.rows.get(key, ()), *self.written.get(key, ())}

    def link(self, key: Key, column: str, value: Value) -> Value:
        """A value as it is shown: a link to a row that became one with another points there."""
        table = self.tables[key[0]].links.get(column)
        if table is None or not isinstance(value, str):
            return value
        return self.heir((table, value))[1]

    def parent(self, key: Key, column: str) -> Key | None:
        """The row that a link points to, as far as that is known."""
        value = self.replica.shown((*key, column))
        table = self.tables[key[0]].links[column]
        return self.heir((table, value)) if isinstance(value, str) else None

    def heir(self, key: Key) -> Key:
        """The row that this one became, or itself."""
        own = self.replica.registers.get((*key, ROW))
        if own is None:  # most rows: nobody deleted or folded them
            return key
        into = [it.into for it in own.alive.values() if isinstance(it, Deleted) and it.into]
        return self.heir((key[0], min(into))) if into else key

    def folded(self, key: Key) -> bool:
        """Whether the row became one with another."""
        return self.heir(key) != key


@dataclass(frozen=True, slots=True)
class Standing:
    """The rows that stand, and those among them that somebody deleted."""

    alive: set[Key]
    contested: set[Key]


def standing(known: Known) -> Standing:
    """Every row that nobody deleted, or that was written or pointed to by who did not know."""
    keys = {*known.replica.rows, *((t, r) for t, r, c in known.replica.registers if c == ROW)}
    alive, contested = set(), set()
    for key in keys:
        stands, against = _verdict(known, key)
        if stands:
            alive.add(key)
            if against:
                contested.add(key)
    while more := _asked_back(known, alive) | _going_along(known, keys - alive, contested):
        alive |= more
        contested |= more
    _let_go(known, alive)
    return Standing(alive, contested & alive)


def _verdict(known: Known, key: Key) -> tuple[bool, bool]:
    """Whether a row stands by itself, and whether somebody deleted it."""
    own = known.replica.register((*key, ROW)).alive
    if known.replica.erased(key) or known.folded(key):
        return False, True
    deletions = [it for it in own.values() if isinstance(it, Deleted)]
    if not deletions:
        return True, False
    if any(it is True for it in own.values()):
        return True, True
    seen = {origin(key[1])}.union(*(it.seen for it in deletions))
    columns = known.written.get(key, ())
    news = any(
        tag not in seen for it in columns for tag in known.replica.register((*key, it)).alive
    )
    return news, True


def _asked_back(known: Known, alive: set[Key]) -> set[Key]:
    """Rows that are pointed to: whoever points to them did not know of the deletion."""
    found = set()
    for key in alive:
        for column in known.tables[key[0]].links:
            parent = known.parent(key, column)
            if parent and parent not in alive and known.columns(parent):
                found.add(parent)
    return {key for key in found if not known.replica.erased(key)}


def _going_along(known: Known, gone: set[Key], contested: set[Key]) -> set[Key]:
    """Rows that nobody deleted for themselves, only once and with one that is back.

    Whoever brought that one back has them still; of what two deleted, nobody may.
    """
    found = set()
    for key in gone:
        own = list(known.replica.register((*key, ROW)).alive.values())
        deletion = own[0] if len(own) == 1 else None
        under = deletion.under if isinstance(deletion, Deleted) and not deletion.into else ()
        if any(known.heir(parent) in contested for parent in under):
            found.add(key)
    return found


def _let_go(known: Known, alive: set[Key]) -> None:
    """A row that needs one that was erased goes with it."""
    while lost := {key for key in alive if _needs_erased(known, key, alive)}:
        alive -= lost


def _needs_erased(known: Known, key: Key, alive: set[Key]) -> bool:
    parents = [known.parent(key, column) for column in known.tables[key[0]].needed]
    return any(it and it not in alive and known.replica.erased(it) for it in parents)
