"""Somebody else's file, looked at without changing a byte of it or of its folder."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from . import schema
from .engine import connect, open_engine
from .header import examine, is_half_written
from .opening import look
from .problems import disk_in_words, doubt_in_words
from .snapshots import copy_into
from .store import Store
from .upgrade import upgrade


@contextmanager
def borrowed(path: Path, dbapi: ModuleType = sqlite3) -> Iterator[Store]:
    """The file open for reading, in this version's form; raises `UserError` with advice.

    An older file is brought to this form in a copy, one whose writing was cut short is mended in
    one; the copy is gone afterwards.
    """
    examine(path)
    with TemporaryDirectory(prefix="maagalim-") as folder:
        copy = Path(folder) / path.name
        if is_half_written(path):
            path = _with_journal(path, copy)
        elif look(path, dbapi) != schema.REVISIONS[-1]:
            with disk_in_words(path), closing(connect(path, dbapi, mode="ro")) as connection:
                copy_into(connection, copy, dbapi)
            path = copy
        if path == copy and look(path, dbapi) != schema.REVISIONS[-1]:
            upgrade(path, dbapi)
        with doubt_in_words(path, dbapi), closing(connect(path, dbapi, mode="ro")) as connection:
            schema.must_fit(connection, path)
        with disk_in_words(path):
            store = Store(path, open_engine(path, dbapi, mode="ro"), dbapi=dbapi, read_only=True)
        with store:
            yield store


def _with_journal(path: Path, copy: Path) -> Path:
    """Copy the bytes and what SQLite needs to take a cut-short write back."""
    with disk_in_words(path):
        for suffix in ("", "-journal"):
            shutil.copyfile(f"{path}{suffix}", f"{copy}{suffix}")
    return copy
