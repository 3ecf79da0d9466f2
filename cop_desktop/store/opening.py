"""The ways to a store: a new file, and the one way into an existing one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_

from . import backups, schema
from .engine import Mode, connect, open_engine
from .header import examine, is_half_written
from .lock import FileLock
from .problems import TAKEN, disk_in_words, doubt_in_words
from .snapshots import beside, must_be_sound, settle
from .store import Store
from .upgrade import upgrade

CHECKING = N_("Checking the file")
BACKING_UP = N_("Backing up the file")
UPGRADING = N_("Bringing the file to this version")
NOT_WITHOUT_BACKUP = N_(
    "{name} has to be brought to this version, but no backup of it could be made first, "
    "so it was left as it is. Free some space on the disk of this computer and try again."
)
OLD = N_("{name} was written by an older version of this program. Open it in the window first.")


def create_file(path: Path, dbapi: ModuleType = sqlite3) -> Store:
    """Make a new, empty file of ours and open it; nothing is ever overwritten."""
    with disk_in_words(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            raise UserError(TAKEN, name=path.name)
        lock = FileLock(path)
        try:
            with beside(path) as part:
                _lay_out(part, dbapi)
                settle(part, path)
            return Store(path, open_engine(path, dbapi), dbapi=dbapi, lock=lock)
        except BaseException:
            lock.release()
            raise


def open_file(
    path: Path,
    progress: Callable[[str], None] | None = None,
    *,
    read_only: bool = False,
    dbapi: ModuleType = sqlite3,
) -> Store:
    """Open a file of ours. What stands in the way is raised as a `UserError` with advice;
    what only deserves a word stands in the store's `warnings`. `progress` is told message ids.
    With `read_only` a window may have the file open at the same time; an old file is refused.
    """
    tell = progress or (lambda _stage: None)
    examine(path)
    if read_only:
        return _open_for_reading(path, tell, dbapi)
    lock = FileLock(path)
    try:
        with disk_in_words(path):
            return _open_for_writing(path, tell, lock, dbapi)
    except BaseException:
        lock.release()
        raise


def look(path: Path, dbapi: ModuleType = sqlite3) -> str:
    """The revision of a sound file of ours; raises `UserError` for any other."""
    examine(path)
    with (
        doubt_in_words(path, dbapi),
        closing(connect(path, dbapi, mode=gentlest_mode(path))) as it,
    ):
        must_be_sound(it, path)
        return schema.revision_of(it, path)


def gentlest_mode(path: Path) -> Mode:
    """Read only, unless a crash left a journal: SQLite must be let to roll it back."""
    return "rw" if is_half_written(path) else "ro"


def _open_for_reading(path: Path, tell: Callable[[str], None], dbapi: ModuleType) -> Store:
    tell(CHECKING)
    if look(path, dbapi) != schema.REVISIONS[-1]:
        raise UserError(OLD, name=path.name)
    with disk_in_words(path):
        return Store(path, open_engine(path, dbapi, mode=gentlest_mode(path)), read_only=True)


def _open_for_writing(
    path: Path, tell: Callable[[str], None], lock: FileLock, dbapi: ModuleType
) -> Store:
    tell(CHECKING)
    current = look(path, dbapi) == schema.REVISIONS[-1]
    tell(BACKING_UP)
    warnings = _back_up(path, dbapi, "open" if current else "update", needed=not current)
    if not current:
        tell(UPGRADING)
        upgrade(path, dbapi)
    with doubt_in_words(path, dbapi), closing(connect(path, dbapi, mode="ro")) as connection:
        schema.must_fit(connection, path)
    return Store(path, open_engine(path, dbapi), dbapi=dbapi, lock=lock, warnings=warnings)


def _back_up(path: Path, dbapi: ModuleType, reason: str, *, needed: bool) -> tuple[UserError, ...]:
    """Without a backup a file may be opened, with a warning, but never migrated."""
    try:
        if not backups.is_backed_up(path):
            with closing(connect(path, dbapi)) as connection:
                backups.take(connection, path, reason, dbapi)
    except UserError as problem:
        sentence = NOT_WITHOUT_BACKUP if needed else backups.NO_BACKUP
        told = UserError(sentence, name=path.name)
        if needed:
            raise told from problem
        return (told,)
    return ()


def _lay_out(part: Path, dbapi: ModuleType) -> None:
    engine = open_engine(part, dbapi, mode="rwc")
    with engine.execution_options(writes=True).begin() as connection:
        schema.create(connection)
    engine.dispose()
