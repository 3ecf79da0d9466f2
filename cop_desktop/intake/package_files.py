"""The files inside a package, taken out of its zip without trusting a word of it."""

import io
import re
import struct
import zipfile
import zlib

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services.packages.archive import unzipped
from cop_desktop.services.packages.descriptor import DESCRIPTOR, SIGNATURE

MOST_FILES, MOST_RATIO = 40, 200
MOST_BYTES = 64 * 2**20  # a package of a large community has a hundredth of it
_SMALL = 2**16  # bytes under which a file may be packed as tightly as it likes
_PLAIN = re.compile(r"(data/)?[a-z_]{1,40}\.(csv|json|pdf)")
_LINK = 0o120000
_END, _LOCATOR = struct.Struct("<4s4H2LH"), slice(-42, -38)  # how a zip ends
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others unpack more than they are asked for
_DAMAGE = (  # the last ones: a password, a size that no file has
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, MemoryError,
    OverflowError,
)  # fmt: skip
_DIRECTORY = 200 * MOST_FILES  # bytes of a list of so many files, at the most

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


def as_packed(data: bytes) -> dict[str, bytes] | None:
    """The files of a package just as it was packed; nothing where it was not packed by us."""
    found = unzipped(data, MOST_FILES) if len(data) <= MOST_BYTES else None
    return found if found and {DESCRIPTOR, SIGNATURE} <= found.keys() else None


def files(data: bytes) -> dict[str, bytes]:
    """The files by name; raises UserError for whatever is no plain, small, whole package.

    Nothing is written to a disk.
    """
    _end(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _look(archive.infolist())
            found = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except _DAMAGE as problem:
        raise UserError(NO_PACKAGE) from problem
    for name in (DESCRIPTOR, SIGNATURE):
        if name not in found:
            raise UserError(LACKING, file=name)
    return found


def _end(data: bytes) -> None:
    """Look at the end of a zip alone: its list of files is short, and nothing comes after it.

    The reader would go through a list of a million files before it could be asked how many.
    """
    if len(data) < _END.size:
        raise UserError(NO_PACKAGE)
    mark, *_disks, count, size, start, remark = _END.unpack(data[-_END.size :])
    if mark != b"PK\5\6" or remark or start + size + _END.size != len(data):
        raise UserError(NO_PACKAGE)
    if data[_LOCATOR] == b"PK\6\7":  # the real end of a larger kind of zip is elsewhere
        raise UserError(NO_PACKAGE)
    if count > MOST_FILES or size > _DIRECTORY:
        raise UserError(SWOLLEN)


def _look(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise UserError(SWOLLEN)
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename  # the other one ends where a zero byte stands in it
        if not _PLAIN.fullmatch(name) or (entry.external_attr >> 16) & 0o170000 == _LINK:
            raise UserError(OUTSIDE, file=name[:80])
        if entry.compress_type not in _KINDS:
            raise UserError(NO_PACKAGE)
        if name in seen:
            raise UserError(DOUBLE, file=name)
        seen.add(name)
        if entry.file_size > max(_SMALL, MOST_RATIO * entry.compress_size):
            raise UserError(SWOLLEN)
