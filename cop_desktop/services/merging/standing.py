"""Which rows stand: deleted ones stay away unless somebody who did not know wrote to them."""

from collections.abc import Mapping, Set

from cop_desktop.frozen import frozen

from .registers import DROPPED, Deleted, Kept, Tag, Value, origin, without_origins
from .replica import ROW, Key, Replica
from .shape import Tables


@frozen
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

    def told(self, key: Key, column: str, kept: Kept, alive: Set[Key]) -> Value:
        """A version as a row holds it; nothing where it was dropped, or points to who is gone."""
        value = None if kept is DROPPED else self.link(key, column, kept)  # type: ignore[arg-type]
        table = self.tables[key[0]].links.get(column)
        return None if table and (table, value) not in alive else value

    def seen(self, key: Key) -> frozenset[Tag]:
        """The versions that whoever deleted a row knew."""
        own = self.replica.register((*key, ROW)).alive.values()
        return frozenset().union(*(it.seen for it in own if isinstance(it, Deleted)))

    def unseen(self, key: Key, column: str, seen: frozenset[Tag]) -> bool:
        """Whether a cell was written by somebody whom these did not see."""
        tags = self.replica.register((*key, column)).alive
        if without_origins(seen) and all(it.startswith(origin(key[1])) for it in tags):
            return False
        return not seen.issuperset(tags)

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


@frozen
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
    seen = known.seen(key)
    return any(known.unseen(key, it, seen) for it in known.columns(key)), True


def _asked_back(known: Known, alive: set[Key]) -> set[Key]:
    """Rows that are needed, or pointed to by somebody who did not know of the deletion."""
    found = set()
    for key in alive:
        for column in (table := known.tables[key[0]]).links:
            parent = known.parent(key, column)
            if not parent or parent in alive or parent in found or not known.columns(parent):
                continue
            if column in table.needed or known.unseen(key, column, known.seen(parent)):
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
    """A row that needs one that was erased goes with it, and stays away once it is forgotten."""
    while lost := {key for key in alive if _needs_erased(known, key, alive)}:
        alive -= lost


def _needs_erased(known: Known, key: Key, alive: set[Key]) -> bool:
    needed = known.tables[key[0]].needed
    if any(known.replica.shown((*key, column)) is DROPPED for column in needed):
        return True  # nobody knows any more whom it needs
    parents = [known.parent(key, column) for column in needed]
    return any(it and it not in alive and known.replica.erased(it) for it in parents)
