"""From a file or a clipboard to a table, whatever the file claims to be."""

import re
from dataclasses import replace
from pathlib import Path

from . import archive, delimited, markup, workbooks
from .encodings import Decoded, decode
from .findings import Problem
from .table import RawTable

MAX_MEGABYTES = 50
_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")
_FOREIGN = {  # how other files begin
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"{\\rtf": "RTF",
    b"MIME-Version:": "MHTML",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
}
_OWN = b"SQLite format 3\0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_SAMPLE = 65_536


def read_table(
    source: Path | bytes | str, encoding: str | None = None, sheet: str | None = None
) -> RawTable:
    """A table out of a file, its bytes, or pasted text; what went wrong is in `problems`."""
    if isinstance(source, str):
        return _pasted(source)
    if isinstance(source, bytes):
        return _from_bytes(source, encoding, sheet)
    try:
        too_big = source.stat().st_size > MAX_MEGABYTES * 2**20
        data = b"" if too_big else source.read_bytes()
    except OSError:
        return _nothing("unreadable", name=source.name)
    if too_big:
        return _nothing("too_big", limit=MAX_MEGABYTES)
    return _from_bytes(data, encoding, sheet)


def _from_bytes(data: bytes, encoding: str | None, sheet: str | None) -> RawTable:
    if data.startswith(_ZIP):
        return _zipped(data, sheet)
    if data.startswith(_OLE):
        locked = _LOCKED in data
        return _nothing("encrypted") if locked else workbooks.read_workbook(data, sheet, {})
    if data.startswith(_OWN):
        return _nothing("own_file")
    for start, kind in _FOREIGN.items():
        if data.startswith(start):
            return _nothing("foreign", kind=kind)
    return _text(data, encoding)


def _zipped(data: bytes, sheet: str | None) -> RawTable:
    found = archive.inspect(data)
    if found.problem:
        return RawTable(problems=(found.problem,))
    return workbooks.read_workbook(data, sheet, found.cells)


def _text(data: bytes, encoding: str | None) -> RawTable:
    try:
        decoded = decode(data, encoding)
        if decoded.unsure and (declared := markup.declared_encoding(data)):
            decoded = decode(data, declared)
    except (LookupError, UnicodeError):
        return _nothing("encoding_unknown", encoding=encoding or "")
    if _binary(decoded.text):
        return _nothing("damaged")
    is_page = markup.is_markup(decoded.text)
    read = markup.read_markup if is_page else delimited.read_text
    return _checked(read(decoded.text, decoded.encoding), decoded)


def _pasted(text: str) -> RawTable:
    return _checked(delimited.read_text(text, delimiter="\t" if "\t" in text else ""), None)


def _checked(table: RawTable, decoded: Decoded | None) -> RawTable:
    doubts = []
    if decoded and decoded.unsure:
        doubts.append(Problem(0, "", "encoding_unsure"))
    if decoded and decoded.wrong:
        doubts.append(Problem(0, "", "encoding_wrong", {"encoding": decoded.encoding}))
    if not table.rows:
        doubts.append(Problem(0, "", "empty"))
    return replace(table, problems=(*doubts, *table.problems))


def _binary(text: str) -> bool:
    """Pictures and programs are full of control signs; a list has none, or a few by accident."""
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    return controls >= 16 and controls > len(sample) / 20


def _nothing(code: str, **values: object) -> RawTable:
    return RawTable(problems=(Problem(0, "", code, values),))
