"""The ways to a store: a new file, and the one way into an existing one."""

from collections.abc import Callable
from pathlib import Path

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import Base

from .engine import APPLICATION_ID, open_engine
from .store import Store

REVISION = "0001"  # of the schema this program reads and writes; a test compares it with Alembic's


def create_file(path: Path) -> Store:
    """Make a new, empty file of ours; an existing file is never overwritten."""
    if path.exists():
        raise UserError(
            N_("There already is a file named {name}. Choose another name."), name=path.name
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = open_engine(path)
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        Base.metadata.create_all(connection)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
            " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))
    return Store(path, engine)


def open_file(
    path: Path, progress: Callable[[str], None] | None = None, *, read_only: bool = False
) -> Store:
    """Open a file of ours; whatever stands in the way is a `UserError` with advice."""
    if not path.is_file():
        raise UserError(
            N_("The file {name} was not found. Check whether it was moved or renamed."),
            name=path.name,
        )
    return Store(path, open_engine(path, read_only=read_only), read_only=read_only)
