"""The open file: read in a session, write in a named transaction, revert by token."""

import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import get_ident
from types import ModuleType
from typing import Self

from sqlalchemy import Engine, Table
from sqlalchemy.orm import Session, sessionmaker

from cop_desktop.errors import UserError
from cop_desktop.models.base import KNOWN, TOUCHED

from . import backups, journal
from .engine import open_engine
from .journal import Change
from .lock import FileLock
from .problems import FOR_READING, LENT, TAKEN, database_in_words
from .snapshots import copy_into


class Store:
    """Sessions live as long as one user action, and never cross a thread or each other."""

    by_itself = False  # we write the file; a server works by itself while we do something else

    def __init__(
        self,
        path: Path,
        engine: Engine,
        *,
        dbapi: ModuleType = sqlite3,
        read_only: bool = False,
        lock: FileLock | None = None,
        warnings: tuple[UserError, ...] = (),
    ) -> None:
        self.path, self.read_only, self.warnings = path, read_only, warnings
        self.on_commit: list[Callable[[Change], None]] = []
        self.on_revert: list[Callable[[Change], None]] = []
        self._engine, self._dbapi, self._lock = engine, dbapi, lock
        self._reading = sessionmaker(engine, expire_on_commit=False)
        self._writing = sessionmaker(engine.execution_options(writes=True), expire_on_commit=False)
        self._thread, self._busy, self._closed = get_ident(), False, False
        self._changed, self._lent = False, False
        self._elsewhere: list[Change] = []  # made on loan, not told yet
        self._watched = False  # whether the undo journal is laid over the connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def title(self) -> str:
        """What a person calls it."""
        return self.path.stem

    @property
    def address(self) -> str:
        """Where it is, so that it can be opened again."""
        return str(self.path)

    @property
    def busy(self) -> bool:
        """Whether a session is open just now."""
        return self._busy

    @property
    def closed(self) -> bool:
        """Whether the file was let go."""
        return self._closed

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for one look at the file; it cannot write."""
        with self._alone(), self._reading() as session:
            session.info[KNOWN] = {}  # nothing changes under a read: see services/looking.py
            yield session

    @contextmanager
    def write(self, label: str) -> Iterator[Session]:
        """Commit on success, roll back on error; `label` is what Undo will say."""
        with self._alone(writes=True), self._watching() as session:
            yield session
            session.flush()
            change = journal.drain(session.connection(), label, _tables())
            bulk: frozenset[str] = frozenset(session.info.get(TOUCHED, ()))
        if change.inverse or bulk:
            self._tell(self.on_commit, replace(change, tables=change.tables | bulk))

    def revert(self, change: Change) -> Change:
        """Take a change back; the answer reverts the revert, so undo and redo are one verb."""
        with self._alone(writes=True), self._watching() as session:
            journal.replay(session.connection(), change)
            inverse = journal.drain(session.connection(), change.label, _tables())
        self._tell(self.on_revert, inverse)
        return inverse

    def backup(self, path: Path | None = None, *, reason: str = "asked") -> Path:
        """A checked copy of the file, among its backups or as a new file at `path`."""
        with self._alone(), closing(self._engine.raw_connection()) as connection:
            if path is None:
                return backups.take(connection.driver_connection, self.path, reason, self._dbapi)
            if path.exists():
                raise UserError(TAKEN, name=path.name)
            copy_into(connection.driver_connection, path, self._dbapi)
            return path

    def forget(self) -> Path:
        """Leave no byte of what was deleted: the file is written anew, and backed up anew.

        Older backups hold what was deleted, so they go; the answer is the one backup there is.
        """
        with self._alone(writes=True), closing(self._engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA query_only = OFF")  # the last session only read
            connection.cursor().execute("VACUUM")  # SQLite overwrites what it frees besides
            kept = backups.take(connection.driver_connection, self.path, "asked", self._dbapi)
            backups.keep_only(self.path, kept)
            return kept

    def lend(self) -> None:
        """From now on only a worker may write, `elsewhere`; here one reads until `take_back`."""
        with self._alone(writes=True):
            self._lent = True

    @contextmanager
    def elsewhere(self) -> Iterator["Store"]:
        """The same file for a worker's thread, through a connection of its own."""
        engine = open_engine(self.path, self._dbapi)
        with closing(engine.raw_connection()) as connection:
            # a large transaction would lock readers out before its commit
            connection.cursor().execute("PRAGMA cache_spill = OFF")
        other = Store(self.path, engine, dbapi=self._dbapi, read_only=not self._lent)
        other.on_commit.append(self._elsewhere.append)
        try:
            yield other
        finally:
            engine.dispose()

    def take_back(self) -> None:
        """End the loan, once the worker is done, and tell what it committed."""
        self._lent = False
        while self._elsewhere:
            self._tell(self.on_commit, self._elsewhere.pop(0))

    def close(self) -> None:
        """Back up what was changed and let go of the file; a failed backup is a warning."""
        if self._closed:
            return
        if self._changed:
            try:
                self.backup(reason="close")
            except UserError:
                self.warnings += (UserError(backups.NO_BACKUP, name=self.path.name),)
        self._closed = True
        if not self.read_only:
            self._sweep_up()
        self._engine.dispose()
        if self._lock:
            self._lock.release()

    def _watching(self) -> AbstractContextManager[Session]:
        """A transaction whose changes are noted; the first one lays the journal, not the start."""
        if not self._watched:
            with self._engine.execution_options(writes=True).begin() as connection:
                journal.install(connection, _tables().values())
            self._watched = True
        return self._writing.begin()

    def _sweep_up(self) -> None:
        """Leaving TRUNCATE mode removes the empty journal file beside the user's file."""
        with closing(self._engine.raw_connection()) as connection, suppress(self._dbapi.Error):
            connection.cursor().execute("PRAGMA journal_mode = DELETE")

    @contextmanager
    def _alone(self, *, writes: bool = False) -> Iterator[None]:
        if writes and self.read_only:
            raise UserError(FOR_READING, name=self.path.name)
        if writes and self._lent:
            raise UserError(LENT)
        if self._closed or self._busy or get_ident() != self._thread:
            raise RuntimeError("A store is open; its sessions neither nest nor change threads.")
        self._busy = True
        try:
            with database_in_words(self.path):
                yield
        finally:
            self._busy = False

    def _tell(self, listeners: list[Callable[[Change], None]], change: Change) -> None:
        """The commit stands whatever a listener does: its error is a bug, shown as one."""
        self._changed = True
        for listen in list(listeners):
            try:
                listen(change)
            except Exception:
                sys.excepthook(*sys.exc_info())


def _tables() -> Mapping[str, Table]:
    """All there are, by name; the first change defines those that were not looked at yet."""
    from cop_desktop.models import Base  # 50 ms that opening a file does without

    return Base.metadata.tables
