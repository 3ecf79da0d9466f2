"""The files inside a package, taken out of its zip without trusting a word of it."""

import io
import re
import zipfile
import zlib

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services.packages.descriptor import DESCRIPTOR, SIGNATURE

MOST_FILES, MOST_BYTES, MOST_RATIO = 40, 64 * 2**20, 200
_SMALL = 2**16  # bytes under which a file may be packed as tightly as it likes
_PLAIN = re.compile(r"(data/)?[a-z_]{1,40}\.(csv|json|pdf)")
_LINK = 0o120000

NO_PACKAGE = N_("This is not a package, or it was damaged on its way. Ask for it once more.")
SWOLLEN = N_(
    "This package would unpack to more than a package ever holds, so it was not opened. "
    "Ask for it once more."
)
OUTSIDE = N_(
    "This package holds a file that does not belong in one: {file}. It was not opened. Ask for "
    "it once more, straight from its sender."
)
DOUBLE = N_(
    "This package holds {file} twice, so nobody can tell which counts. Ask for it once more."
)
LACKING = N_("This package lacks {file}. Ask for it once more.")


def files(data: bytes) -> dict[str, bytes]:
    """The files by name; raises UserError for whatever is no plain, small, whole package.

    Nothing is written to a disk.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _look(archive.infolist())
            found = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as problem:
        raise UserError(NO_PACKAGE) from problem
    except (NotImplementedError, RuntimeError, MemoryError, OverflowError) as problem:
        raise UserError(NO_PACKAGE) from problem  # another compression, or a password
    for name in (DESCRIPTOR, SIGNATURE):
        if name not in found:
            raise UserError(LACKING, file=name)
    return found


def _look(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise UserError(SWOLLEN)
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if not _PLAIN.fullmatch(name) or (entry.external_attr >> 16) & 0o170000 == _LINK:
            raise UserError(OUTSIDE, file=name[:80])
        if name in seen:
            raise UserError(DOUBLE, file=name)
        seen.add(name)
        if entry.file_size > max(_SMALL, MOST_RATIO * entry.compress_size):
            raise UserError(SWOLLEN)
