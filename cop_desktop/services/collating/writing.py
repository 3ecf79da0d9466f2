"""Rows in and out of the tables side by side, by the hundred thousand, as each database likes."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Date, Table, delete, select
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from cop_desktop.models.base import TOUCHED
from cop_desktop.models.collated import collated, received
from cop_desktop.models.package_form import Cell

from .shaping import Row, Tables

AT_ONCE = 500  # communities in a statement
NOTHING = "\x1f"  # in COPY: a sign that no cell holds, unlike an empty text


def rows_of(session: Session, communities: Collection[str]) -> dict[str, dict[str, list[Row]]]:
    """What is there of each community, by table, in the shape of a package's rows."""
    found: dict[str, dict[str, list[Row]]] = {it: {} for it in communities}
    for some in _portions(communities):
        for name, table in collated.items():
            home = _home(table)
            place = table.columns.keys().index(home.name)
            days = [at for at, it in enumerate(table.columns) if isinstance(it.type, Date)]
            for row in session.execute(select(table).where(home.in_(some))):
                cells = _told(row, days)
                found[str(row[place])].setdefault(name, []).append(cells)
    return found


def replace(
    session: Session,
    tables: Mapping[str, Tables],
    names: Mapping[str, set[str]],
    had: Collection[str],
) -> None:
    """Put the rows of each community in the place of all it had, in the tables named for it."""
    touched = {collated[name].name for some in names.values() for name in some}
    session.info.setdefault(TOUCHED, set()).update(touched, {received.name})
    for name, table in collated.items():
        communities = sorted(it for it in tables if name in names[it])
        for some in _portions(it for it in communities if it in had):
            session.execute(delete(table).where(_home(table).in_(some)))
        found = chain.from_iterable(tables[it].get(name, ()) for it in communities)
        insert(session, table, list(found))


def insert(session: Session, table: Table, rows: Sequence[Row]) -> None:
    """New rows, in the order of the columns; days and moments as their ISO text."""
    if rows:
        connection = session.connection()
        _WRITERS[connection.dialect.name](connection, table, rows)


def alone(session: Session) -> None:
    """Nobody else takes packages in until this transaction ends; everybody may read."""
    if session.connection().dialect.name == "postgresql":
        session.execute(sql("LOCK TABLE received_package IN SHARE ROW EXCLUSIVE MODE"))


def _home(table: Table) -> Any:
    return table.c.get("community_id", table.c.get("id"))


def _portions(communities: Iterable[str]) -> Iterable[Sequence[str]]:
    every = sorted(communities)
    return (every[at : at + AT_ONCE] for at in range(0, len(every), AT_ONCE))


def _told(row: Any, days: list[int]) -> Row:
    cells = list(row)
    for at in days:
        if isinstance(cells[at], date):
            cells[at] = cells[at].isoformat()
    return tuple(cells)


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _by_many(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """SQLite: one prepared statement, on the driver's own cursor."""
    marks = ", ".join("?" * len(table.columns))
    statement = f'INSERT INTO "{table.name}" ({_columns(table)}) VALUES ({marks})'
    connection.connection.cursor().executemany(statement, rows)


def _by_copy(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """PostgreSQL: COPY, straight into the table, whose old rows have gone."""
    driver: Any = connection.connection.driver_connection
    statement = f'COPY "{table.name}" ({_columns(table)}) FROM STDIN'
    if block := _block(rows):
        statement += f" (NULL '{NOTHING}')"
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        if block:
            copy.write(block)
            return
        for row in rows:
            copy.write_row(row)


def _block(rows: Sequence[Row]) -> str:
    """Rows as COPY wants them, in a third of the driver's time; nothing where a cell holds a sign
    that has to be spelt otherwise."""
    try:
        text = _joined(rows)  # type: ignore[arg-type]  # most are of texts alone
    except TypeError:
        text = _joined(zip(*map(_spelt, zip(*rows, strict=True)), strict=True))
    nothing = sum(row.count(None) for row in rows) if NOTHING in text else 0
    ends, tabs = len(rows), len(rows) * (len(rows[0]) - 1)
    signs = (("\\", 0), ("\r", 0), ("\n", ends), ("\t", tabs), (NOTHING, nothing))
    return text if all(text.count(sign) == often for sign, often in signs) else ""


def _joined(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(map("\t".join, rows)) + "\n"


def _spelt(cells: tuple[Cell, ...]) -> Sequence[str]:
    """A column, in words that PostgreSQL reads."""
    return [it if isinstance(it, str) else NOTHING if it is None else str(it) for it in cells]


_WRITERS: Mapping[str, Callable[[Connection, Table, Sequence[Row]], None]] = {
    "sqlite": _by_many,
    "postgresql": _by_copy,
}
