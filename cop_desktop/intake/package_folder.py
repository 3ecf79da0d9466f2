"""A folder of packages, one by one; a damaged one is told and the next is read."""

import re
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services.collating import Arrival

from .package_files import MOST_BYTES
from .packages import received

TOO_LARGE = N_("This file is larger than any package, so it was not read. Ask for it once more.")
_COMMUNITY = re.compile(rb'"community":"([0-9a-f-]{36})"')
UNREADABLE = N_("This file cannot be read. Check that it is still there and not open elsewhere.")


def files_in(folder: Path) -> list[Path]:
    """Each `*.zip` of a folder and of the folders in it: often every sender has one of its own.

    No deeper: somebody may point to a whole disk.
    """
    return sorted([*folder.glob("*.zip"), *folder.glob("*/*.zip")])


def packages(files: Iterable[Path]) -> Iterator[Arrival]:
    """Those of a community one after the other, in the order of keys, then what is no package.

    A database fills its index from one end to the other so; as they come, the index of PostgreSQL
    would be larger by three quarters, and what is written to its log by a third.
    """
    return map(package_at, sorted(files, key=_place))


def _place(file: Path) -> tuple[bool, bytes, str]:
    """Where in the row: by a first glance that nothing else relies on."""
    try:
        told = file.read_bytes() if file.stat().st_size <= MOST_BYTES else b""
    except OSError:
        told = b""
    found = _COMMUNITY.search(told)
    return found is None, found[1] if found else b"", file.name


def package_at(file: Path) -> Arrival:
    """A file as it came."""
    name = file.name.encode("utf-8", "replace").decode()
    try:
        if file.stat().st_size > MOST_BYTES:
            raise UserError(TOO_LARGE)
        return Arrival(name, received(file.read_bytes()))
    except UserError as refusal:
        return Arrival(name, refusal)
    except OSError:
        return Arrival(name, UserError(UNREADABLE))


def in_batches(
    arrivals: Iterable[Arrival], size: int = 200, *, ahead: bool = False
) -> Generator[list[Arrival], None, None]:
    """So many at a time as one write takes in.

    With `ahead` the next ones are read by a thread while a server writes the last. A file is
    written by ourselves, and two threads would only stand in each other's way.
    """
    coming = iter(arrivals)

    def read() -> list[Arrival]:
        return list(islice(coming, size))

    if not ahead:
        yield from iter(read, [])
        return
    with ThreadPoolExecutor(1) as reader:
        waiting = reader.submit(read)
        while batch := waiting.result():
            waiting = reader.submit(read)
            yield batch
