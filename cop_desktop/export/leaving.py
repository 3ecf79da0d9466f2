"""A package leaves: made, written into the outbox, and noted in the log, all of it or nothing."""

import os
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import event
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, catalog
from cop_desktop.models.package_words import ExportStep
from cop_desktop.paths import outbox_dir
from cop_desktop.services import exports
from cop_desktop.services.exports import Told
from cop_desktop.services.leaving import LEVELS
from cop_desktop.services.packages.descriptor import Contents
from cop_desktop.services.packages.gathering import Asked, gathered
from cop_desktop.services.packages.signing import signer

from . import locking
from .package import Package, packed
from .writing import file_name, refusals_told, replacing

LANGUAGE = "he"  # of the summary, whatever the window speaks: the same data makes the same bytes
NO_OUTBOX = N_(
    "The outbox {folder} is not there. If it is on a USB stick, plug it in; or choose another "
    "folder."
)
OTHERWISE = N_("Something changed in the file since you looked. Look at it once more, then export.")
NO_LEVEL = N_("A package is made for the ministry or for organisations. Choose one of them.")
NO_RECIPIENT = N_("Who will receive it? The log of exports keeps the name.")


@frozen
class Wish:
    """What is to leave, for whom, where to, and whose key signs it.

    `lock` is a public age key: only its owner can open the file then.
    """

    asked: Asked
    recipient: str
    outbox: Path
    key_file: Path
    now: datetime
    lock: str = ""


@frozen
class Left:
    """What left: the file, its number, its digest, and the sender's public key."""

    path: Path
    number: int
    digest: str
    key: str


def summary(contents: Contents) -> bytes:
    """The page to read that lies in the package; takes a moment, so call it in a worker."""
    from .pdf import write_pdf
    from .reports.package_summary import package_summary

    words = catalog(LANGUAGE)
    with TemporaryDirectory() as folder:
        write_pdf(package_summary(contents, words), path := Path(folder) / "summary.pdf", words)
        return path.read_bytes()


def leave(session: Session, wish: Wish, seen: Contents, told: bytes) -> Left:
    """Pack what was seen, note it in the log, and write it; `told` is its summary.

    Raises UserError when the file says something else by now, or the outbox takes nothing; then
    nothing is noted either.
    """
    _check(session, wish, seen)
    with refusals_told(wish.key_file):
        sender = signer(wish.key_file)
    number, previous = exports.next_package(session, wish.asked.community_id)
    package = packed(seen, number, previous, sender, told)
    data = locking.locked(package.data, wish.lock) if wish.lock else package.data
    path = wish.outbox / _name(seen, number, package, bool(wish.lock))
    exports.add(
        session, wish.asked.community_id, ExportStep.EXPORTED, seen.level, package.digest,
        _told(wish, seen, number, path), wish.now,
    )  # fmt: skip
    place(session, data, path)
    return Left(path, number, package.digest, sender.public)


def place(session: Session, data: bytes, path: Path) -> None:
    """Write a file as part of what the session does: none is left when that is taken back."""
    with refusals_told(path), replacing(path) as part, part.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())  # a stick is pulled out as soon as it looks done
    event.listen(session, "after_rollback", lambda _: path.unlink(missing_ok=True), once=True)


def ready(outbox: Path) -> Path:
    """The folder, there; raises UserError for one that is not. Our own is made."""
    if outbox == outbox_dir():
        with refusals_told(outbox):
            outbox.mkdir(parents=True, exist_ok=True)
    if not outbox.is_dir():
        raise UserError(NO_OUTBOX, folder=str(outbox))
    return outbox


def _check(session: Session, wish: Wish, seen: Contents) -> None:
    if wish.asked.level not in LEVELS:
        raise UserError(NO_LEVEL)
    if not wish.recipient.strip():
        raise UserError(NO_RECIPIENT)
    if gathered(session, wish.asked) != seen:
        raise UserError(OTHERWISE)
    ready(wish.outbox)


def _name(contents: Contents, number: int, package: Package, locked: bool) -> str:
    """No two packages share a name: a backup that was put back counts from an older number."""
    stem = f"{file_name(contents.name)[:60]} {number:03} {package.digest[:8]}"
    return f"{stem}.zip{locking.SUFFIX if locked else ''}"


def _told(wish: Wish, contents: Contents, number: int, path: Path) -> Told:
    rows = {f"rows.{name}": len(rows) for name, rows in contents.rows.items()}
    return {
        "kind": exports.PACKAGE,
        "recipient": wish.recipient.strip(),
        "number": number,
        "as_of": contents.as_of.isoformat(),
        "file": path.name,
        "locked": int(bool(wish.lock)),
        "signs": " ".join(wish.asked.signs),
        **rows,
    }
