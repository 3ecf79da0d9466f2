"""Checking a file, backing it up without a window, and bringing a backup back."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_

from . import backups, schema
from .engine import connect
from .header import examine, looks_encrypted
from .lock import FileLock
from .opening import gentlest_mode, look
from .places import synced_folder
from .problems import disk_in_words, doubt_in_words
from .snapshots import beside, copy_into, settle

UNREADABLE = "unreadable"  # not one of our files, or not there
BROKEN_LINK = N_(
    "In {name} some rows point to others that are no longer there ({count}). "
    "Restore its latest backup."
)
LACKS = N_("{name} lacks parts that this version expects ({parts}). Restore its latest backup.")
UNSOUND = N_("SQLite finds {name} damaged: {finding} Restore its latest backup.")
SYNCED = N_(
    "{name} lies in a folder that {service} synchronises. "
    "Move it to a folder of this computer only, or it may be damaged while it is written."
)


@frozen
class CheckReport:
    """What a thorough look at a file found; advice alone (a synced folder) leaves it `ok`."""

    ok: bool
    schema: str | None  # the revision, if it could be read
    integrity: str  # "ok", SQLite's own words, or "unreadable"
    encrypted: bool
    findings: tuple[UserError, ...]


def check(path: Path, dbapi: ModuleType = sqlite3) -> CheckReport:
    """Look at everything that can be wrong with a file, changing nothing; never raises for it."""
    beside_it = advice(path)
    try:
        examine(path)
        with (
            doubt_in_words(path, dbapi),
            closing(connect(path, dbapi, mode=gentlest_mode(path))) as it,
        ):
            integrity = _integrity(it)
            revision = schema.revision_of(it, path)
            findings = tuple(_objections(it, path, integrity))
    except UserError as problem:
        encrypted = path.is_file() and looks_encrypted(path)
        return CheckReport(False, None, UNREADABLE, encrypted, (problem, *beside_it))
    return CheckReport(not findings, revision, integrity, False, (*findings, *beside_it))


def restore(backup: Path, path: Path, dbapi: ModuleType = sqlite3) -> None:
    """Put a checked copy of `backup` in the place of `path`, whose own state is kept first."""
    look(backup, dbapi)
    path = path.resolve()  # what a link points to is to be replaced, not the link
    lock = FileLock(path)
    try:
        with disk_in_words(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            with (
                beside(path) as part,
                closing(connect(backup, dbapi, mode=gentlest_mode(backup))) as source,
            ):
                copy_into(source, part, dbapi)  # first: keeping may thin this very backup out
                _keep_what_is_there(path, dbapi)
                # an old journal would be rolled back into the restored file
                path.with_name(path.name + "-journal").unlink(missing_ok=True)
                settle(part, path)
    finally:
        lock.release()


def _keep_what_is_there(path: Path, dbapi: ModuleType) -> None:
    if not path.exists():
        return
    try:
        look(path, dbapi)
        with closing(connect(path, dbapi)) as connection:
            backups.take(connection, path, "restore", dbapi)
    except UserError:  # damaged, foreign or newer: keep the very bytes
        target = backups.place_for(path, "damaged", datetime.now()).with_suffix(".bytes")
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copy2(path, target)


def _objections(connection: Any, path: Path, integrity: str) -> list[UserError]:
    found = []
    if integrity != "ok":
        found.append(UserError(UNSOUND, name=path.name, finding=integrity))
    if orphans := connection.execute("PRAGMA foreign_key_check").fetchall():
        found.append(UserError(BROKEN_LINK, name=path.name, count=len(orphans)))
    old = schema.revision_of(connection, path) != schema.REVISIONS[-1]
    if not old and (parts := schema.lacking(connection)):
        found.append(UserError(LACKS, name=path.name, parts=", ".join(parts)))
    return found


def _integrity(connection: Any) -> str:
    return "; ".join(row[0] for row in connection.execute("PRAGMA integrity_check(5)").fetchall())


def advice(path: Path) -> tuple[UserError, ...]:
    """What deserves a word about where a file lies."""
    service = synced_folder(path)
    return (UserError(SYNCED, name=path.name, service=service),) if service else ()
