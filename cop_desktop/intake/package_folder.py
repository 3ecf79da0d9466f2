"""A folder of packages, one by one; a damaged one is told and the next is read."""

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services.collating import Arrival

from .packages import received

MOST_BYTES = 64 * 2**20  # of a file; a package of a large community has a hundredth of it
TOO_LARGE = N_("This file is larger than any package, so it was not read. Ask for it once more.")
UNREADABLE = N_("This file cannot be read. Check that it is still there and not open elsewhere.")


def packages_in(folder: Path) -> Iterator[Arrival]:
    """What lies in a folder, by name: each `*.zip`, whatever it turns out to be."""
    for file in sorted(folder.glob("*.zip")):
        yield package_at(file)


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
