"""The open file: read in a session, write in a named transaction, revert by token."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from cop_desktop.models import Base

from . import journal
from .journal import Change


class Store:
    """Sessions live as long as one user action, and never cross a thread or each other."""

    def __init__(self, path: Path, engine: Engine, *, read_only: bool = False) -> None:
        self.path = path
        self.on_commit: list[Callable[[Change], None]] = []
        self.on_revert: list[Callable[[Change], None]] = []
        self._engine = engine
        self._reading = sessionmaker(engine, expire_on_commit=False)
        self._writing = sessionmaker(engine.execution_options(writes=True), expire_on_commit=False)
        self._thread, self._busy = get_ident(), False
        if not read_only:
            with engine.execution_options(writes=True).begin() as connection:
                journal.install(connection, Base.metadata.sorted_tables)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for one look at the file; it cannot write."""
        with self._alone(), self._reading() as session:
            yield session

    @contextmanager
    def write(self, label: str) -> Iterator[Session]:
        """Commit on success, roll back on error; `label` is what Undo will say."""
        with self._alone(), self._writing.begin() as session:
            yield session
            session.flush()
            change = journal.drain(session.connection(), label, _TABLES)
        if change.inverse:
            self._tell(self.on_commit, change)

    def revert(self, change: Change) -> Change:
        """Take a change back; the answer reverts the revert, so undo and redo are one verb."""
        with self._alone(), self._writing.begin() as session:
            journal.replay(session.connection(), change)
            inverse = journal.drain(session.connection(), change.label, _TABLES)
        self._tell(self.on_revert, inverse)
        return inverse

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._busy or get_ident() != self._thread:
            raise RuntimeError("Sessions neither nest nor travel between threads.")
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    @staticmethod
    def _tell(listeners: list[Callable[[Change], None]], change: Change) -> None:
        """The commit stands whatever a listener does: its error is a bug, shown as one."""
        for listen in list(listeners):
            try:
                listen(change)
            except Exception:
                sys.excepthook(*sys.exc_info())


_TABLES = dict(Base.metadata.tables)
