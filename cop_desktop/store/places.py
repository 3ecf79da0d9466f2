"""Folders that a program copies to the internet while we write: no place for a working file.

Copies taken while a file is written came out malformed in most trials, and two machines that
edit one synchronised file overwrite each other; so the window offers to move such a file.
"""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from types import ModuleType

from cop_desktop import paths
from cop_desktop.frozen import frozen

from .engine import connect
from .header import examine
from .lock import FileLock
from .problems import disk_in_words
from .snapshots import copy_into


@frozen
class _Service:
    """How the folders of a synchronising service are recognised."""

    name: str
    variables: tuple[str, ...] = ()  # of the environment, holding the folder
    folders: tuple[str, ...] = ()  # how a folder's name starts, in lower case
    markers: tuple[str, ...] = ()  # what lies in the topmost synchronised folder


_SERVICES = (
    _Service("OneDrive", ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"), ("onedrive",)),
    _Service("Dropbox", folders=("dropbox",), markers=(".dropbox", ".dropbox.cache")),
    _Service(
        "Google Drive",
        folders=("google drive", "googledrive", "google-drive", "my drive", "האחסון שלי"),
        markers=(".tmp.drivedownload", ".tmp.driveupload"),
    ),
    _Service("iCloud", folders=("iclouddrive", "icloud drive", "mobile documents")),
    _Service("Nextcloud", folders=("nextcloud", "owncloud"), markers=(".nextcloudsync.log",)),
    _Service("Syncthing", markers=(".stfolder",)),
)


def synced_folder(path: Path) -> str | None:
    """The name of the service that synchronises the folder of this file, if any."""
    folders = path.absolute().parents
    return next((it.name for it in _SERVICES if _holds(it, folders)), None)


def move_to_own_folder(path: Path, dbapi: ModuleType = sqlite3) -> Path:
    """Bring a file into local application data; the old one goes once the new one is checked."""
    examine(path)
    lock = FileLock(path)
    try:
        target = _free_name(paths.communities_dir(), path)
        with disk_in_words(path), closing(connect(path, dbapi)) as connection:
            copy_into(connection, target, dbapi)
        with disk_in_words(path):
            path.unlink()
            path.with_name(path.name + "-journal").unlink(missing_ok=True)
    finally:
        lock.release()
    return target


def _holds(service: _Service, folders: Sequence[Path]) -> bool:
    told = {Path(os.environ[name]) for name in service.variables if os.environ.get(name)}
    return any(
        folder in told
        or folder.name.casefold().startswith(service.folders or ("\0",))
        or any((folder / marker).exists() for marker in service.markers)
        for folder in folders
    )


def _free_name(folder: Path, path: Path) -> Path:
    names = (f"{path.stem}{'' if n == 1 else f' {n}'}{path.suffix}" for n in range(1, 10_000))
    return next(folder / name for name in names if not (folder / name).exists())
