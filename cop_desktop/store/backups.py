"""Backups in the program's own data: taken checked, thinned out with age.

The user's folder is never touched. A backup carries the modification time of the file it was
taken from, which is how an unchanged file is recognised without reading it.
"""

import os
import re
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from cop_desktop import paths
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_

from .names import fingerprint
from .problems import disk_in_words
from .snapshots import copy_into

NO_BACKUP = N_(
    "No backup of {name} could be made. Free some space on the disk of this computer, "
    "or save a copy of the file elsewhere."
)
KEPT_WHATEVER, KEPT_DAILY = 10, timedelta(days=30)
_TIME = "%Y-%m-%d-%H%M%S-%f"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d-\d{6}-\d{6})-(\w+)\.cop")


@frozen
class Backup:
    """A copy of the file as it was at a moment, and what it was taken for."""

    path: Path
    taken: datetime  # local time
    reason: str  # open | close | import | update | restore | together | asked


def folder_of(path: Path) -> Path:
    """Where the backups of this file are."""
    return paths.backups_dir() / f"{path.stem}-{fingerprint(path)}"


def backups_of(path: Path) -> list[Backup]:
    """The backups of this file, newest first."""
    found = (_read_name(it) for it in folder_of(path).glob("*.cop"))
    return sorted((it for it in found if it), key=lambda it: it.taken, reverse=True)


def is_backed_up(path: Path) -> bool:
    """Whether the newest backup was taken from the file as it is now."""
    newest = next(iter(backups_of(path)), None)
    return newest is not None and newest.path.stat().st_mtime_ns == path.stat().st_mtime_ns


def take(connection: Any, path: Path, reason: str, dbapi: ModuleType = sqlite3) -> Path:
    """Back up the open file; raises `UserError` and leaves nothing half done."""
    now = datetime.now()
    source = path.stat()
    target = place_for(path, reason, now)
    with disk_in_words(target):
        copy_into(connection, target, dbapi)
        os.utime(target, ns=(source.st_atime_ns, source.st_mtime_ns))
        _thin_out(path, now)
    return target


def place_for(path: Path, reason: str, now: datetime) -> Path:
    return folder_of(path) / f"{now.strftime(_TIME)}-{reason}.cop"


def kept(taken: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which to keep: the ten newest, the newest of each day for 30 days and of each month."""
    ordered = sorted(taken)
    by_day = {it.date(): it for it in ordered if now - it <= KEPT_DAILY}
    by_month = {(it.year, it.month): it for it in ordered}
    return {*ordered[-KEPT_WHATEVER:], *by_day.values(), *by_month.values()}


def keep_only(path: Path, kept: Path) -> None:
    """Remove all backups of this file but one."""
    for backup in backups_of(path):
        if backup.path != kept:
            backup.path.unlink(missing_ok=True)


def _thin_out(path: Path, now: datetime) -> None:
    backups = backups_of(path)
    stay = kept((it.taken for it in backups), now)
    for backup in backups:
        if backup.taken not in stay:
            backup.path.unlink(missing_ok=True)


def _read_name(path: Path) -> Backup | None:
    parts = _NAME.fullmatch(path.name)
    return parts and Backup(path, datetime.strptime(parts[1], _TIME), parts[2])
