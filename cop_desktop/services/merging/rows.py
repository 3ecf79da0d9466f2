"""A file's tables as the rows that merging compares: cells as SQLite keeps them.

Two files of one form keep a day, a key or a word in the same spelling: nothing is translated.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Set
from functools import cache

from sqlalchemy import Integer, UniqueConstraint
from sqlalchemy import Table as Kept
from sqlalchemy.orm import Session

from cop_desktop.models import Base

from .registers import Value
from .replica import Cell, Key, Replica, Rows, seal
from .shape import Table, Tables

# What a file tells of itself alone is not merged; calendars and logs belong to the laptop.
OWN = frozenset({"merge_memory", "erased_row", "export_event", "calendar_entry"})
ORDERS = frozenset({"position", "turn", "sort_key", "search_key", "moved"})
NUMBERED = {("feedback", "number"): "meeting_id"}  # numbers that are given anew, within what
# what leaders do not do twice, though the file would let them: noted on two laptops it is one
ONCE: Mapping[str, tuple[str, ...]] = {
    "role_holding": ("member_id", "role", "way", "since"),
    "function_holding": ("member_id", "function", "since"),
    "stage_record": ("community_id", "stage", "since"),
}
_AT_ONCE = 500  # rows a statement


@cache
def tables() -> Tables:
    """How the merged tables hang together, parents before their children."""
    return {it.name: _shape(it) for it in _merged()}


def sealed(replica: Replica, rows: Rows) -> Replica:
    """A replica with what changed in the file since."""
    return seal(replica, rows, tables())


def read_rows(session: Session) -> dict[Key, dict[str, Value]]:
    """Every merged row of the open file."""
    return read_named(session, tables())


def read_named(session: Session, wanted: Container[str]) -> dict[Key, dict[str, Value]]:
    """Every row of some tables."""
    session.flush()  # what follows asks the driver itself
    found: dict[Key, dict[str, Value]] = {}
    for table in (it for it in _merged() if it.name in wanted):
        names = [column.name for column in table.columns if column.name != "id"]
        for key, *cells in session.connection().exec_driver_sql(_reading(table, names)):
            found[table.name, key] = dict(zip(names, cells, strict=True))
    return found


def write_rows(session: Session, before: Rows, after: Rows) -> None:
    """Make the open file hold `after` where it holds `before`; links are checked at the end."""
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    if gone := before.keys() - after.keys():
        delete_rows(session, gone)
        before = read_rows(session)  # with them SQLite took what pointed there and may stay
    for name in tables():
        changed = _changed(name, before, after)
        for statement, rows in _out_of_the_way(name, changed):
            connection.exec_driver_sql(statement, rows)
        for what in sorted(changed):  # the changed rows first: a new one may take their number
            for some in _lots(changed[what]):
                connection.exec_driver_sql(_writing(name, what), some)
    session.expire_all()


def delete_rows(session: Session, gone: Set[Key]) -> None:
    """Delete rows, and all that cannot stand without them."""
    for name in reversed([*tables()]):
        keys: list[tuple[Value, ...]] = [(key,) for table, key in gone if table == name]
        for some in _lots(keys):
            session.connection().exec_driver_sql(f'DELETE FROM "{name}" WHERE id = ?', some)
    session.expire_all()


def write_cell(session: Session, cell: Cell, value: Value) -> None:
    """Set one cell of the open file."""
    table, row, column = cell
    session.connection().exec_driver_sql(_writing(table, (False, (column,))), (value, row))
    session.expire_all()


def numbered(rows: Rows) -> dict[Key, dict[str, Value]]:
    """The rows with numbers that two laptops gave twice given anew, in the order of their keys."""
    told = {key: dict(row) for key, row in rows.items()}
    for (table, column), within in NUMBERED.items():
        taken: dict[Value, set[Value]] = {}
        for key in sorted(it for it in told if it[0] == table):
            row = told[key]
            numbers = taken.setdefault(row[within], set())
            if row[column] in numbers:
                row[column] = max(it for it in numbers if isinstance(it, int)) + 1
            numbers.add(row[column])
    return told


@cache
def _merged() -> tuple[Kept, ...]:
    every = Base.metadata.sorted_tables
    return tuple(it for it in every if it.name not in OWN and not it.info.get("bulk"))


def _shape(table: Kept) -> Table:
    links = {
        column.name: key.column.table.name
        for column in table.columns for key in column.foreign_keys
    }  # fmt: skip
    needed = frozenset(
        column.name
        for column in table.columns for key in column.foreign_keys
        if not column.nullable or key.ondelete == "CASCADE"
    )  # fmt: skip
    quiet = {it.name for it in table.columns} & ORDERS
    quiet |= {column for name, column in NUMBERED if name == table.name}
    return Table(links, needed, tuple(_unique(table)), frozenset(quiet))


def _unique(table: Kept) -> Iterator[tuple[str, ...]]:
    if table.name in ONCE:
        yield ONCE[table.name]
    for key in table.constraints:
        if isinstance(key, UniqueConstraint):
            names = tuple(column.name for column in key.columns)
            if not any((table.name, name) in NUMBERED for name in names):
                yield names
    for column in table.columns:
        if column.unique:
            yield (column.name,)


def _reading(table: Kept, names: Iterable[str]) -> str:
    columns = ", ".join(f'"{name}"' for name in ("id", *names))
    return f'SELECT {columns} FROM "{table.name}"'


Columns = tuple[str, ...]


def _changed(
    name: str, before: Rows, after: Rows
) -> Mapping[tuple[bool, Columns], list[tuple[Value, ...]]]:
    """What is to be written, by whether rows are new and by their columns."""
    found: dict[tuple[bool, Columns], list[tuple[Value, ...]]] = {}
    for (table, key), row in after.items():
        if table != name:
            continue
        old = before.get((table, key))
        columns = tuple(it for it in row if old is None or old.get(it) != row[it])
        if columns:
            cells = (*(row[it] for it in columns), key)
            found.setdefault((old is None, columns), []).append(cells)
    return found


def _out_of_the_way(
    name: str, changed: Mapping[tuple[bool, Columns], list[tuple[Value, ...]]]
) -> Iterator[tuple[str, list[tuple[Value, ...]]]]:
    """Rows that exchange a number which no two may share leave it before anybody takes it."""
    shared = {column for columns in _groups(name) for column in columns}
    for (new, columns), rows in changed.items():
        for column in () if new else columns:
            if column in shared and isinstance(Base.metadata.tables[name].c[column].type, Integer):
                statement = f'UPDATE "{name}" SET "{column}" = -1000000 - rowid WHERE id = ?'
                yield statement, [row[-1:] for row in rows]


def _groups(name: str) -> list[tuple[str, ...]]:
    keys = Base.metadata.tables[name].constraints
    return [tuple(it.columns.keys()) for it in keys if isinstance(it, UniqueConstraint)]


def _writing(name: str, what: tuple[bool, Columns]) -> str:
    new, columns = what
    if new:
        names = ", ".join(f'"{it}"' for it in (*columns, "id"))
        marks = ", ".join("?" for _ in (*columns, "id"))
        return f'INSERT INTO "{name}" ({names}) VALUES ({marks})'
    cells = ", ".join(f'"{it}" = ?' for it in columns)
    return f'UPDATE "{name}" SET {cells} WHERE id = ?'


def _lots(rows: list[tuple[Value, ...]]) -> Iterator[list[tuple[Value, ...]]]:
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]
