"""A whole copy of an open file, and the one safe way to put a finished file in its place."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from cop_desktop.errors import UserError

from . import problems
from .engine import connect


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A name for unfinished work in the same folder; whatever is left there is removed."""
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        yield part
    finally:
        part.unlink(missing_ok=True)
        part.with_name(part.name + "-journal").unlink(missing_ok=True)


def copy_into(connection: Any, target: Path, dbapi: ModuleType = sqlite3) -> None:
    """Write the open database to `target` in one piece: checked, or not there at all."""
    with problems.disk_in_words(target):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # names live there
        with beside(target) as part:
            connection.execute("PRAGMA query_only = OFF")
            connection.execute("VACUUM INTO ?", (str(part),))
            with closing(connect(part, dbapi, mode="ro")) as copy:
                must_be_sound(copy, target)
            settle(part, target)


def must_be_sound(connection: Any, path: Path) -> None:
    """Refuse a database whose pages do not hang together."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != ("ok",):
        raise UserError(problems.DAMAGED, name=path.name)


def settle(part: Path, path: Path) -> None:
    """Make `part` durable, then let it take the place of `path` in one step."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(part, path)
    if os.name == "posix":  # the new name must survive a power cut as well
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
