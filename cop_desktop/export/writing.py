"""Files that leave: whole or not at all, and a sentence when a disk or a folder says no."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_


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
