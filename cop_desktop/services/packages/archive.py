"""A package as one zip: there is one way to pack the same files, so nothing fits in beside them.

Stored, not packed: compressors differ from machine to machine, and the tables are small. Written
by hand, since what `zipfile` writes may change with Python; it reads this as any other zip.
"""

import struct
import zlib
from collections.abc import Mapping

# APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16: before each file, in the list of files, at the end
_LOCAL = struct.Struct("<4s5H3L2H")
_LISTED = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _MADE = 20, 3 << 8 | 20  # 2.0, on a system with permissions
_EPOCH = (0, 1 << 5 | 1)  # 1980: a zip knows no earlier day; when it was packed tells nothing
_READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in the order of their names, which are plain ASCII."""
    body, listed, at = [], [], 0
    for name, data in sorted(files.items()):
        spelt, size = name.encode("ascii"), len(data)
        told = (_VERSION, 0, 0, *_EPOCH, zlib.crc32(data), size, size, len(spelt), 0)
        body += [_LOCAL.pack(b"PK\3\4", *told), spelt, data]
        listed += [_LISTED.pack(b"PK\1\2", _MADE, *told, 0, 0, 0, _READABLE, at), spelt]
        at += _LOCAL.size + len(spelt) + size
    length = sum(map(len, listed))
    end = _END.pack(b"PK\5\6", 0, 0, len(files), len(files), length, at, 0)
    return b"".join([*body, *listed, end])


def unzipped(data: bytes, most: int) -> dict[str, bytes] | None:
    """At the most so many files, as `zipped` packs them; nothing where it was not packed so."""
    files: dict[str, bytes] = {}
    at = 0
    try:
        while data.startswith(b"PK\3\4", at) and len(files) < most:
            *_, size, length, _more = _LOCAL.unpack_from(data, at)
            begin = at + _LOCAL.size + length
            at = begin + size
            files[data[begin - length : begin].decode("ascii")] = data[begin:at]
    except (struct.error, UnicodeDecodeError):
        return None
    return files if zipped(files) == data else None
