"""What can go wrong with a file, sorted: what a person can mend is said with advice."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from sqlalchemy.exc import DBAPIError

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_

MISSING = N_("The file {name} was not found. Check whether it was moved, renamed or deleted.")
FOLDER = N_("{name} is a folder. Choose a file inside it.")
FORBIDDEN = N_(
    "This user may not open {name} or write in its folder. "
    "Copy it into a folder of your own and open the copy."
)
READ_ONLY = N_(
    "{name} lies on a read-only disk or is write-protected. "
    "Copy it into a folder of your own and open the copy."
)
FULL = N_(
    "There is no room left on the disk of {name}. Free some space and try again; "
    "everything saved before is still there."
)
IN_USE = N_(
    "{name} is in use by another program, perhaps a backup or a synchronisation. "
    "Wait a moment and try again."
)
UNREACHABLE = N_(
    "The disk of {name} does not answer. Check that it is connected and try again; "
    "everything saved before is still there."
)
DAMAGED = N_(
    "The file {name} is damaged. It was left as it is; restore its latest backup, "
    "or another copy of the file."
)
FOR_READING = N_("{name} was opened for reading only. Close it and open it for writing.")
LENT = N_("A list is being imported. Wait until it is done, or cancel it.")
TAKEN = N_("There already is a file named {name}. Choose another name.")
MEMORY = N_("The computer ran out of memory. Close other programs and try again.")

_BY_SQLITE_CODE = {  # primary result codes, https://www.sqlite.org/rescode.html
    3: FORBIDDEN, 5: IN_USE, 6: IN_USE, 7: MEMORY, 8: READ_ONLY, 10: UNREACHABLE,
    11: DAMAGED, 13: FULL, 14: FORBIDDEN, 26: DAMAGED,
}  # fmt: skip
_BY_WORDS = {  # for drivers that keep SQLite's code to themselves
    "disk is full": FULL, "readonly": READ_ONLY, "is locked": IN_USE, "malformed": DAMAGED,
    "not a database": DAMAGED, "unable to open": FORBIDDEN, "disk I/O": UNREACHABLE,
}  # fmt: skip
_BY_ERRNO = {
    errno.ENOENT: MISSING, errno.ENOTDIR: MISSING, errno.EISDIR: FOLDER,
    errno.EACCES: FORBIDDEN, errno.EPERM: FORBIDDEN, errno.EROFS: READ_ONLY,
    errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EIO: UNREACHABLE, errno.ENODEV: UNREACHABLE,
}  # fmt: skip


@contextmanager
def database_in_words(path: Path) -> Iterator[None]:
    """Turn SQLite's complaints about this file into sentences; bugs stay what they are."""
    try:
        yield
    except Exception as error:
        if sentence := _sentence(error):
            raise UserError(sentence, name=path.name) from error
        raise


@contextmanager
def disk_in_words(path: Path) -> Iterator[None]:
    """The same for everything around the file: folders, copies, locks."""
    try:
        with database_in_words(path):
            yield
    except OSError as error:
        if sentence := _BY_ERRNO.get(error.errno or 0):
            raise UserError(sentence, name=path.name) from error
        raise


@contextmanager
def doubt_in_words(path: Path, dbapi: ModuleType) -> Iterator[None]:
    """The same while a file is looked at for the first time: our plain questions are not wrong,
    so whatever SQLite cannot make of the file is damage."""
    try:
        with disk_in_words(path):
            yield
    except (dbapi.Error, UnicodeDecodeError) as error:  # its complaint may quote what it read
        raise UserError(DAMAGED, name=path.name) from error


def _sentence(error: Exception) -> str | None:
    told = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(told, "sqlite_errorcode", None)
    if code is not None:
        return _BY_SQLITE_CODE.get(code & 0xFF)
    if type(told).__module__.startswith("sqlcipher3"):
        return next((it for words, it in _BY_WORDS.items() if words in str(told)), None)
    return None
