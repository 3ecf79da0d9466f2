"""What a zipped workbook would unpack to, found out before a parser allocates for it."""

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from xml.etree import ElementTree

from cop_desktop.frozen import frozen

from .findings import Problem

MAX_UNPACKED = 100 * 2**20  # bytes
MAX_RATIO = 200  # unpacked to packed
MAX_PARTS = 2_000
MAX_CELLS = 4_000_000  # the parser reserves the whole rectangle that the filled cells span
_SMALL = 2**20  # bytes under which a part may be packed as tightly as it likes
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*?\sr=[\"'](\d{1,9})")
_FILLED = re.compile(rb"<(?:\w+:)?c\s[^<>]*?\br=[\"']([A-Z]{1,4})(\d{1,9})[\"'][^<>]*(?<!/)>")
_UNPLACED = re.compile(rb"<(?:\w+:)?c(?:\s(?!r=)(?![^<>]*\br=)[^<>]*)?>")
# beginning with letters, these are searched for ten times as fast
_FAR = ((re.compile(rb"r=[\"'][A-Z]{3,}\d"), 16_384), (re.compile(rb"r=[\"'][A-Z]{2}\d"), 702))
_ODS_TIMES = re.compile(rb"table:number-(?:rows|columns)-repeated=\"(\d{1,9})\"")
_ODS_FILLED = re.compile(rb"<text:p|office:[a-z-]*value=")
_HOLLOW = re.compile(
    rb"<c\s[^<>]*?\br=\"([A-Z]+)(\d+)\"[^<>]*>"
    rb"(?:<f\b[^<>]*/>|<f\b[^<>]*>[^<]*</f>)(?:<v\s*/>|<v>\s*</v>)?</c>"
)
_ERROR = re.compile(rb"<c\s(?=[^<>]*\bt=\"e\")[^<>]*?\br=\"([A-Z]+)(\d+)\"")

_EMPTY = (  # what the parser gives as an empty cell, and a sign without which there is none
    ("formula_without_value", b"<f", _HOLLOW),
    ("error_value", b't="e"', _ERROR),
)


@frozen
class Archive:
    """What a zip is, and what speaks against reading it."""

    kind: str = ""  # xlsx, ods, or ""
    problem: Problem | None = None
    cells: dict[str, tuple[Problem, ...]] = field(default_factory=dict)  # by name of the sheet


_KINDS = (  # a part that tells the kind; what is said of the kinds that are not read
    ("xl/workbook.xml", "xlsx", None),
    ("xl/workbook.bin", "", Problem(0, "", "binary_workbook")),
    ("word/document.xml", "", Problem(0, "", "foreign", {"kind": "Word"})),
    ("ppt/presentation.xml", "", Problem(0, "", "foreign", {"kind": "PowerPoint"})),
    ("content.xml", "ods", None),
)


def inspect(data: bytes) -> Archive:
    """Read the directory, then every part within the limits; parts that lie about size fail."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inspect(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        return Archive(problem=Problem(0, "", "damaged"))
    except (RuntimeError, ElementTree.ParseError):  # RuntimeError: a part with a password
        return Archive(problem=Problem(0, "", "encrypted" if data[6] & 1 else "damaged"))


def _inspect(archive: zipfile.ZipFile) -> Archive:
    if _swollen(archive.infolist()):
        return Archive(problem=Problem(0, "", "swollen"))
    names = set(archive.namelist())
    kind, problem = next(
        ((kind, problem) for part, kind, problem in _KINDS if part in names),
        ("", Problem(0, "", "foreign", {"kind": "ZIP"})),
    )
    if problem:
        return Archive(problem=problem)
    parts = {name: archive.read(name) for name in archive.namelist()}
    if _sprawling(parts):
        return Archive(problem=Problem(0, "", "swollen"))
    return Archive(kind, cells=_hollow_cells(parts) if kind == "xlsx" else {})


def _swollen(parts: list[zipfile.ZipInfo]) -> bool:
    unpacked = sum(part.file_size for part in parts)
    return (
        len(parts) > MAX_PARTS
        or len({part.filename for part in parts}) < len(parts)
        or unpacked > MAX_UNPACKED
        or any(
            part.file_size > max(_SMALL, MAX_RATIO * part.compress_size)
            for part in parts
        )
    )  # fmt: skip


def _sprawling(parts: dict[str, bytes]) -> bool:
    """Whether few bytes would make many cells, or one long text would be copied to many."""
    strings = parts.get("xl/sharedStrings.xml", b"")
    sheets = [xml for name, xml in parts.items() if name.startswith("xl/worksheets/")]
    if any(_extent(xml) > MAX_CELLS or _copied(strings, xml) > MAX_UNPACKED for xml in sheets):
        return True
    return _ods_extent(parts.get("content.xml", b"")) > MAX_CELLS


def _extent(xml: bytes) -> int:
    """Cells of the rectangle that a sheet's filled cells may span."""
    rows = max([xml.count(b"row "), *map(int, _ROW.findall(xml))])
    columns = next((columns for far, columns in _FAR if far.search(xml)), 26)
    if _UNPLACED.search(xml):
        columns = max(row.count(b"<") for row in xml.split(b"row>"))
    elif rows * columns > MAX_CELLS:
        filled = {(found[1], int(found[2])) for found in _FILLED.finditer(xml)}
        rows = max((row for _, row in filled), default=0)
        columns = max((_column(name) for name, _ in filled), default=0)
    return rows * columns


def _ods_extent(xml: bytes) -> int:
    """The same for LibreOffice, which writes equal neighbours once, with a number of times."""
    rows = last = width = 0
    for row in xml.split(b"<table:table-row")[1:]:
        head, _, cells = row.partition(b">")
        rows += int((_ODS_TIMES.findall(head) or [1])[0])
        filled = list(_ODS_FILLED.finditer(cells))
        if filled:
            cells = cells[: filled[-1].start()]
            times = sum(int(times) for times in _ODS_TIMES.findall(cells))
            last, width = rows, max(width, cells.count(b"table-cell") + times)
    return last * width


def _column(name: bytes) -> int:
    number = 0
    for character in name:
        number = number * 26 + character - 64
    return number


def _copied(strings: bytes, sheet: bytes) -> int:
    """Bytes of text once every cell has its own copy of the shared string it names."""
    sizes = [len(one) for one in strings.split(b"<si>")[1:]]
    if max(sizes, default=0) * sheet.count(b"<v>") <= MAX_UNPACKED:
        return 0
    uses = Counter(re.findall(rb"<v>(\d{1,9})</v>", sheet))
    return sum(sizes[int(at)] * times for at, times in uses.items() if int(at) < len(sizes))


def _hollow_cells(parts: dict[str, bytes]) -> dict[str, tuple[Problem, ...]]:
    """Formulas that hold no result, and errors: the parser gives both as empty cells."""
    return {
        name: tuple(
            Problem(int(row), column.decode(), code)
            for code, sign, pattern in _EMPTY
            if sign in parts[part]
            for column, row in pattern.findall(parts[part])
        )
        for name, part in _sheets(parts)
        if part in parts
    }


def _sheets(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Names of the sheets, and the parts that hold them."""
    relations = ElementTree.fromstring(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"))
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for sheet in ElementTree.fromstring(parts["xl/workbook.xml"]).iter():
        if sheet.tag.endswith("}sheet"):
            target = targets.get(sheet.get(_RELATION), "")
            path = target[1:] if target.startswith("/") else f"xl/{target}"
            yield sheet.get("name", ""), path
