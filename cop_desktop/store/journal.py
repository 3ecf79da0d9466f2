"""What a transaction did, as the statements that take it back.

Temporary triggers write the inverse of every row change to a temporary table, whoever made
the change: the ORM, a bulk statement, a cascade or a conflict clause. Nothing of this reaches
the user's file. (The technique is SQLite's own "Automatic Undo/Redo Using SQLite"; here rows
are found again by their `id`, since a rowid may be taken by another row in the meantime.)
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint

from cop_desktop.frozen import frozen

_LOG = (
    "CREATE TEMP TABLE undo_log"
    " (seq INTEGER PRIMARY KEY, tab TEXT, verb TEXT, key TEXT, names TEXT, vals TEXT)"
)
# What others have been told cannot be taken back: rows of these tables stay as they are when a
# step is undone, and only come back where they had gone with a row they belong to.
TOLD = frozenset({"calendar_entry", "export_event", "erased_row"})
_ROWS_A_STATEMENT = 500
_LETTERS_A_STATEMENT = 200_000


@frozen
class Change:
    """A committed transaction: its name for the user, what it touched, how to revert it."""

    label: str
    tables: frozenset[str]
    inverse: tuple[str, ...]


def install(connection: Connection, tables: Iterable[Table]) -> None:
    """Lay the triggers of these tables over the open connection.

    Packages side by side come and go by the hundred thousand and can be collated anew: not theirs.
    """
    cursor = _cursor(connection)
    cursor.execute(_LOG)
    for table in tables:
        if table.info.get("bulk"):
            continue
        triggers = _triggers(table)
        for verb in ("DELETE",) if table.name in TOLD else triggers:
            cursor.execute(triggers[verb])


def drain(connection: Connection, label: str, tables: Mapping[str, Table]) -> Change:
    """Take the open transaction's entries out of the log, newest first."""
    cursor = _cursor(connection)
    cursor.execute("SELECT tab, verb, key, names, vals FROM undo_log ORDER BY seq DESC")
    entries = [_Entry(*row) for row in cursor.fetchall()]
    cursor.execute("DELETE FROM undo_log")
    touched = frozenset(entry.table for entry in entries)
    kept_apart = {name: _unique_columns(tables[name]) for name in touched}
    runs = _runs(entries, kept_apart)
    return Change(label, touched, tuple(run.statement() for run in runs))


def replay(connection: Connection, change: Change) -> None:
    """Take a change back inside the open transaction; references are checked at its end."""
    cursor = _cursor(connection)
    cursor.execute("PRAGMA defer_foreign_keys = ON")
    for statement in change.inverse:
        cursor.execute(statement)


def _cursor(connection: Connection) -> Any:
    # the driver's own: thousands of statements must not pay for SQLAlchemy's road
    return connection.connection.cursor()


@frozen
class _Entry:
    table: str
    verb: str
    key: str
    names: str
    values: str

    @property
    def kind(self) -> tuple[str, str, str]:
        return self.table, self.verb, self.names


@dataclass(slots=True)
class _Run:
    """Neighbouring entries of one kind, taken back by one statement."""

    kind: tuple[str, str, str]
    rows: dict[str, str] = field(default_factory=dict)
    letters: int = 0

    def takes(self, entry: _Entry) -> bool:
        return (
            entry.kind == self.kind
            and entry.key not in self.rows
            and len(self.rows) < _ROWS_A_STATEMENT
            and self.letters < _LETTERS_A_STATEMENT
        )

    def add(self, entry: _Entry) -> None:
        self.rows[entry.key] = entry.values
        self.letters += len(entry.key) + len(entry.values)

    def statement(self) -> str:
        table, verb, names = self.kind
        if verb == "DELETE":
            return f'DELETE FROM "{table}" WHERE "id" IN ({",".join(self.rows)})'
        if verb == "INSERT":
            tuples = ",".join(f"({values})" for values in self.rows.values())
            return f'INSERT INTO "{table}" ({names}) VALUES {tuples}'
        tuples = ",".join(f"({key},{values})" for key, values in self.rows.items())
        pairs = ",".join(
            f"{name}=was.column{place}" for place, name in enumerate(names.split(","), start=2)
        )
        return (
            f'UPDATE "{table}" SET {pairs} FROM (VALUES {tuples}) AS was'
            f' WHERE "{table}"."id"=was.column1'
        )


def _runs(entries: Iterable[_Entry], kept_apart: dict[str, set[str]]) -> Iterator[_Run]:
    run: _Run | None = None
    for entry in entries:
        if run is None or not run.takes(entry) or _must_stand_alone(entry, kept_apart):
            if run is not None:
                yield run
            run = _Run(entry.kind)
        run.add(entry)
    if run is not None:
        yield run


def _must_stand_alone(entry: _Entry, kept_apart: dict[str, set[str]]) -> bool:
    """Values that must be unique go back one by one: row order in one UPDATE is SQLite's."""
    return entry.verb == "UPDATE" and not kept_apart[entry.table].isdisjoint(entry.names.split(","))


def _unique_columns(table: Table) -> set[str]:
    unique = {f'"{column.name}"' for column in table.primary_key}
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            unique |= {f'"{column.name}"' for column in constraint.columns}
    for index in table.indexes:
        if index.unique:
            unique |= {f'"{column.name}"' for column in index.columns}
    return unique


def _triggers(table: Table) -> dict[str, str]:
    """By what is done to a row."""
    columns = [column.name for column in table.columns]
    names = ",".join(f'"{column}"' for column in columns)
    values = "||','||".join(_literal(column) for column in columns)
    differ = [f'old."{column}" IS NOT new."{column}" COLLATE BINARY' for column in columns]
    changed = _listed(differ, [f"""'"{column}"'""" for column in columns])
    were = _listed(differ, [_literal(column) for column in columns])
    return {
        "INSERT": _trigger(table, "INSERT", "", """'DELETE', quote(new."id"), '', ''"""),
        "DELETE": _trigger(
            table, "DELETE", "", f"""'INSERT', quote(old."id"), '{names}', {values}"""
        ),
        "UPDATE": _trigger(
            table, "UPDATE", f"WHEN {' OR '.join(differ)}",
            f"""'UPDATE', quote(new."id"), {changed}, {were}""",
        ),
    }  # fmt: skip


def _trigger(table: Table, verb: str, condition: str, inverse: str) -> str:
    return (
        f'CREATE TEMP TRIGGER "undo_{table.name}_{verb}" AFTER {verb} ON main."{table.name}"'
        f" FOR EACH ROW {condition} BEGIN INSERT INTO undo_log (tab, verb, key, names, vals)"
        f" VALUES ('{table.name}', {inverse}); END"
    )


def _listed(tests: list[str], values: list[str]) -> str:
    """SQL that joins by commas those values whose test holds."""
    parts = zip(tests, values, strict=True)
    cases = (f"CASE WHEN {test} THEN ','||{value} ELSE '' END" for test, value in parts)
    return f"substr({'||'.join(cases)}, 2)"


def _literal(column: str) -> str:
    """SQL that writes the old value as SQL; `quote` alone would cut a text at a NUL letter."""
    old = f'old."{column}"'
    return (
        f"CASE WHEN instr({old}, char(0)) > 0 AND typeof({old}) = 'text'"
        f" THEN 'CAST(X'''||hex({old})||''' AS TEXT)' ELSE quote({old}) END"
    )
