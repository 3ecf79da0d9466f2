"""The first hundred bytes: whose file it is, seen without opening it as a database.

Offsets are those of SQLite's file format (https://www.sqlite.org/fileformat2.html, section 1.3).
"""

from pathlib import Path

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_

from . import problems
from .engine import APPLICATION_ID

MAGIC = b"SQLite format 3\0"
EMPTY = N_(
    "The file {name} is empty (0 bytes): a copy may have been interrupted. "
    "Restore its latest backup, or another copy of the file."
)
OTHER_KIND = N_(
    "{name} is a spreadsheet, a document or a compressed folder under another name, "
    "not a community file. Give it back its own ending; rosters come in through Import."
)
NOT_A_DATABASE = N_(
    "{name} is not a community file, or it is damaged or protected by a password. "
    "Choose another file, or restore its latest backup."
)
FOREIGN = N_("{name} was made by another program and is not a community file. Choose another file.")
_UTF_8 = 1  # how the texts of a file are written; ours never otherwise
_OTHER_KINDS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b", b"7z\xbc\xaf")


def examine(path: Path) -> None:
    """Refuse, with advice, what cannot be a file of ours; not a byte is touched."""
    with problems.disk_in_words(path):
        if path.is_dir():
            raise UserError(problems.FOLDER, name=path.name)
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
        if is_half_written(path):
            size = max(size, _bytes_promised(head))  # SQLite will roll it back
    if sentence := _objection(head, size):
        raise UserError(sentence, name=path.name)


def is_half_written(path: Path) -> bool:
    """Whether a program died while it wrote: its rollback journal still lies beside the file."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def looks_encrypted(path: Path) -> bool:
    """Whole pages that start like no known kind of file: SQLCipher salts the first bytes."""
    with path.open("rb") as file:
        head = file.read(100)
    known = head.startswith((MAGIC, *_OTHER_KINDS))
    printable = sum(32 <= byte < 127 or byte in b"\t\r\n" for byte in head) > 0.8 * len(head)
    size = path.stat().st_size
    return size > 0 and size % 512 == 0 and not known and not printable and len(set(head)) > 40


def _objection(head: bytes, size: int) -> str | None:
    """The first thing that is wrong with a file that begins like this."""
    begins = MAGIC.startswith(head[:16]) and head.startswith(MAGIC[: len(head)])
    looks = (
        (EMPTY, not head),
        (OTHER_KIND, head.startswith(_OTHER_KINDS)),
        (NOT_A_DATABASE, not begins),
        (problems.DAMAGED, len(head) < 100 or size < _bytes_promised(head)),
        (FOREIGN, int.from_bytes(head[68:72], "big") != APPLICATION_ID),
        (problems.DAMAGED, int.from_bytes(head[56:60], "big") != _UTF_8),
    )
    return next((words for words, wrong in looks if wrong), None)


def _bytes_promised(head: bytes) -> int:
    """Page size × page count, when the header says that its count can be believed."""
    if head[24:28] != head[92:96]:
        return 0
    page = int.from_bytes(head[16:18], "big")
    return (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big")
