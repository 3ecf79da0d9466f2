"""An older file becomes a current one: a copy is migrated, checked, and put in its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_

from .engine import connect, open_engine
from .problems import disk_in_words
from .snapshots import beside, copy_into, must_be_sound, settle

SCRIPTS = Path(__file__).parent / "migrations"
LOST = N_(
    "The file {name} could not be brought to this version without loss, so it was left as it is. "
    "Send a report to those who maintain the program."
)


def upgrade(path: Path, dbapi: ModuleType = sqlite3, scripts: Path = SCRIPTS) -> None:
    """Migrate a file that nobody else has open; on any trouble it stays as it was."""
    path = path.resolve()  # what a link points to is to be replaced, not the link
    with disk_in_words(path), beside(path) as part:
        with closing(connect(path, dbapi)) as connection:
            before = _counts(connection)
            copy_into(connection, part, dbapi)
        with _without_foreign_keys(part, dbapi) as migrating:
            migrate(migrating, scripts)
        with closing(connect(part, dbapi)) as connection:
            must_be_sound(connection, path)
            _must_keep_rows(connection, before, path)
        settle(part, path)


def migrate(connection: Connection, scripts: Path = SCRIPTS) -> None:
    """Run what migrations an open database lacks, in its transaction."""
    from alembic import command  # 0.2 s: only when a file is old
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    command.upgrade(config, "head")


@contextmanager
def _without_foreign_keys(path: Path, dbapi: ModuleType) -> Iterator[Connection]:
    """Batch mode drops tables and makes them anew: foreign keys would empty their children."""
    engine = open_engine(path, dbapi)
    try:
        with engine.execution_options(writes=True).connect() as connection:
            connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                yield connection
    finally:
        engine.dispose()


def _must_keep_rows(connection: Any, before: dict[str, int], path: Path) -> None:
    after = _counts(connection)
    orphans = connection.execute("PRAGMA foreign_key_check").fetchone()
    if orphans or any(after.get(table, rows) != rows for table, rows in before.items()):
        raise UserError(LOST, name=path.name)


def _counts(connection: Any) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in tables
    }
