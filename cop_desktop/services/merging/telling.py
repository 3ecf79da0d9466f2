"""What two files bring each other, and where they contradict, in words for a person to judge."""

from collections.abc import Iterable

from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.services.column_words import KINDS

from .joining import Conflict
from .meeting import Outcome
from .reading import Reader
from .registers import Value
from .replica import ROW, Cell, Key, Rows

SHOWN = 40  # names of a kind; more are counted


@frozen
class Kind:
    """Rows of one kind: how many, and what the first of them are called."""

    table: str
    title: str
    count: int
    names: tuple[str, ...]


@frozen
class Version:
    """A value that one side wrote, and how it reads."""

    value: Value
    words: str


@frozen
class Contradiction:
    """A cell that both sides wrote; without versions a row deleted here and changed there."""

    cell: Cell
    kind: str
    name: str
    field: str
    versions: tuple[Version, ...]

    @property
    def about_row(self) -> bool:
        """Whether it is asked if a row stays, not what a cell holds."""
        return self.cell[2] == ROW


@frozen
class Summary:
    """All that comes in, changes and goes, and what waits for a decision."""

    added: tuple[Kind, ...]
    changed: tuple[Kind, ...]
    removed: tuple[Kind, ...]
    contradictions: tuple[Contradiction, ...]
    erased: tuple[str, ...]  # names of members who were forgotten in the other file

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.added or self.changed or self.removed or self.contradictions)


def summary(outcome: Outcome, words: Catalog) -> Summary:
    """The outcome of `prepare` in words."""
    before, after = outcome.before, outcome.replica.rows
    reader = Reader({**before, **after}, words)
    gone = {("member", key.hex) for key in outcome.erased}
    return Summary(
        _kinds(after.keys() - before.keys(), reader),
        _kinds((it for it in after.keys() & before.keys() if after[it] != before[it]), reader),
        _kinds(before.keys() - after.keys() - gone, reader),
        contradictions(outcome.conflicts, after, words),
        tuple(sorted(reader.name(key) for key in gone)),
    )


def contradictions(
    conflicts: Iterable[Conflict], rows: Rows, words: Catalog
) -> tuple[Contradiction, ...]:
    """Contradictions in words, those of one row together, in the order of the kinds."""
    reader, order = Reader(rows, words), list(KINDS)
    told = [_contradiction(it, reader) for it in conflicts]
    return tuple(sorted(told, key=lambda it: (order.index(it.cell[0]), it.name, it.cell[1])))


def _contradiction(conflict: Conflict, reader: Reader) -> Contradiction:
    table, row, column = conflict.cell
    return Contradiction(
        conflict.cell,
        reader.kind(table),
        reader.name((table, row)),
        "" if column == ROW else reader.column(table, column),
        tuple(Version(it, reader.value(table, column, it)) for it in conflict.values),
    )


def _kinds(keys: Iterable[Key], reader: Reader) -> tuple[Kind, ...]:
    by_table: dict[str, list[Key]] = {}
    for key in keys:
        by_table.setdefault(key[0], []).append(key)
    return tuple(_kind(it, by_table[it], reader) for it in KINDS if it in by_table)


def _kind(table: str, keys: list[Key], reader: Reader) -> Kind:
    names = sorted(reader.name(key) for key in sorted(keys)[:SHOWN])
    return Kind(table, reader.kinds(table), len(keys), tuple(names))
