"""One window per file: a lock of the operating system, which dies with its process."""

import sys
from pathlib import Path

from cop_desktop import paths
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_

from .names import fingerprint
from .problems import disk_in_words

ALREADY_OPEN = N_("{name} is already open in another window. Go on there, or close it first.")

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """Held from construction to `release`; the lock file itself stays and means nothing."""

    def __init__(self, path: Path) -> None:
        """Raise `UserError` if another window (or process) holds this file."""
        place = paths.locks_dir() / f"{fingerprint(path)}.lock"
        with disk_in_words(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            self._file = place.open("ab")
        try:
            _take(self._file.fileno())
        except OSError as error:
            self._file.close()
            raise UserError(ALREADY_OPEN, name=path.name) from error

    def release(self) -> None:
        self._file.close()
