"""Files that leave: whole or not at all, and a sentence when a disk or a folder says no."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from time import monotonic
from uuid import uuid4

from cop_desktop.errors import UserError
from cop_desktop.formats import without_isolates
from cop_desktop.i18n import N_

REFUSED = '\\/:*?"<>|\n'  # by one file system or another
LONGEST_NAME = 80  # letters: with a folder before it, Windows stops at 260
LONGEST = 60.0  # seconds a paper may take; a hundred pages take three
_PAUSE = 0.05  # seconds between two questions whether the paper is still wanted


def file_name(title: str) -> str:
    """A title as a file name: what file systems refuse becomes a space."""
    kept = "".join(" " if letter in REFUSED else letter for letter in without_isolates(title))
    return " ".join(kept.split()).strip(". ")[:LONGEST_NAME].strip()


class Watch:
    """Looks at the clock while a paper is made, and asks whether anybody still waits for it.

    `ask` may raise to end the work (a task's progress does so after a cancel).
    """

    def __init__(self, seconds: float = LONGEST, ask: Callable[[], object] = lambda: None) -> None:
        self.seconds, self._ask = seconds, ask
        self._end, self._next = monotonic() + seconds, 0.0
        self._placing = ""

    def __call__(self, placing: str = "") -> None:
        """Called for every piece of the work; raises UserError when the time is over."""
        self._placing = placing or self._placing
        now = monotonic()
        if now >= self._next:
            self._next = now + _PAUSE
            self._ask()
        if now >= self._end:
            raise UserError(
                N_("After {n} seconds the paper was still not done, so it was stopped at “{text}”. "
                   "Shorten that text, or print fewer things at a time."),
                n=round(self.seconds), text=self._placing,
            )  # fmt: skip

    @contextmanager
    def turn(self, lock: Lock) -> Iterator[None]:
        """Wait for another paper that is being made, no longer than there is time."""
        if not lock.acquire(timeout=max(0.0, self._end - monotonic())):
            raise UserError(
                N_("Another paper has been in preparation for {n} seconds. Wait for it, or "
                   "restart the program."),
                n=round(self.seconds),
            )  # fmt: skip
        try:
            yield
        finally:
            lock.release()


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file to write beside `path`; it takes its place only when everything went well."""
    part = path.parent / f".{uuid4().hex}.part"
    try:
        yield part
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def refusals_told(path: Path) -> Iterator[None]:
    """What the operating system refuses becomes a `UserError` with advice."""
    try:
        yield
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            raise UserError(
                N_("There is no room left on the disk for {file}. Free some, or choose another."),
                file=path.name,
            ) from problem
        raise UserError(
            N_("{file} could not be written. If it is open in another program, close it there; "
               "or choose another folder."),
            file=path.name,
        ) from problem  # fmt: skip
