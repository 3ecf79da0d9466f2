"""One file, one connection, one thread: the engine of a desktop program."""

import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any, Literal
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import StaticPool

APPLICATION_ID = 0x434F5021  # "COP!", at byte 68 of every file of ours

# What a community's file needs from SQLite (docs/file-format.md says why), as it is read back.
PRAGMAS = {
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("EXTRA", 3),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),  # so that REPLACE tells the undo journal what it deletes
    "secure_delete": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "temp_store": ("MEMORY", 2),  # the undo journal holds names: it never touches a disk
    "busy_timeout": ("3000", 3000),
}


Mode = Literal["ro", "rw", "rwc"]  # as in SQLite's URIs


def connect(path: Path, dbapi: ModuleType = sqlite3, *, mode: Mode = "rw") -> Any:
    """A DBAPI connection with every pragma in force; only mode `rwc` makes a new file."""
    connection = dbapi.connect(_uri(path, mode), uri=True)
    connection.isolation_level = None  # SQLAlchemy, not sqlite3, decides when to BEGIN
    try:
        _prepare(connection, mode)
    except BaseException:
        connection.close()
        raise
    return connection


def open_engine(path: Path, dbapi: ModuleType = sqlite3, *, mode: Mode = "rw") -> Engine:
    """An engine of one lasting connection; `dbapi` may be `sqlcipher3.dbapi2`.

    `engine.execution_options(writes=True)` is the view of it whose transactions may write.
    """
    engine = create_engine(
        "sqlite://",
        module=dbapi,
        creator=lambda: connect(path, dbapi, mode=mode),
        poolclass=StaticPool,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _prepare(connection: Any, mode: Mode) -> None:
    connection.execute("PRAGMA busy_timeout = 3000")
    if mode != "ro":
        _must_be_writable(connection)
    for name, (value, expected) in PRAGMAS.items():
        if mode == "ro" and name == "journal_mode":
            continue
        connection.execute(f"PRAGMA {name} = {value}")
        (held,) = connection.execute(f"PRAGMA {name}").fetchone()
        if held != expected:
            raise RuntimeError(f"SQLite does not keep {name} = {value}: it says {held}.")


def _must_be_writable(connection: Any) -> None:
    """SQLite would quietly open a protected file for reading: try a write, and take it back."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("PRAGMA user_version = 0")
    finally:
        connection.rollback()


def _uri(path: Path, mode: Mode) -> str:
    place = path.absolute().as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(place)}?mode={mode}"
