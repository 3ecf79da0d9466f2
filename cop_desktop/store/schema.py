"""Which forms of the file this program knows, and how a new file gets the newest one."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_

from . import problems
from .engine import APPLICATION_ID

# of a new file; a test tells the new one when a column has come
COLUMNS = "d2fc01cc94c5a4d8533787b0fd0fb0d64e9f52396e9b184f9ac5953432fd6289"
REVISIONS = ("0001", "0002", "0003", "0004")  # oldest first, as in migrations/versions
NEWER = N_(
    "{name} was written by a newer version of this program. It was left as it is; "
    "install the newest version to open it."
)


def create(connection: Connection) -> None:
    """Lay out an empty file in its newest form."""
    from cop_desktop.models import Base  # brings every table: only where they are laid out

    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    Base.metadata.create_all(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISIONS[-1],))


def revision_of(connection: Any, path: Path) -> str:
    """The revision of an open file; a newer one is refused. Plain SQL: Alembic costs 0.2 s."""
    if not connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    ).fetchone():
        raise UserError(problems.DAMAGED, name=path.name)
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if not found or found[0] not in REVISIONS:
        raise UserError(NEWER if found else problems.DAMAGED, name=path.name)
    return str(found[0])


def must_fit(connection: Any, path: Path) -> None:
    """Refuse a file that says it has the newest form but lacks some of its columns.

    Most files have just the columns of a new one, and are known by these without the models.
    """
    if digest(present(connection)) != COLUMNS and lacking(connection):
        raise UserError(problems.DAMAGED, name=path.name)


def lacking(connection: Any) -> list[str]:
    """Columns of the models that the open file does not have, as `table.column`."""
    from cop_desktop.models import Base  # as above

    there = present(connection)
    return [
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if f"{table.name}.{column.name}" not in there
    ]


def digest(columns: Iterable[str]) -> str:
    """What tells one set of columns from another."""
    return sha256(" ".join(sorted(columns)).encode()).hexdigest()


def present(connection: Any) -> frozenset[str]:
    """Columns of the open file, as `table.column`."""
    return frozenset(
        f"{table}.{column}"
        for table, column in connection.execute(
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
            " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        )
    )
