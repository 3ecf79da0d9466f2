"""The open file: engine, transactions, undo, backups, migrations."""

from .any_store import AnyStore
from .backups import Backup, backups_of
from .borrowing import borrowed
from .checking import CheckReport, advice, check, restore
from .engine import open_engine
from .journal import Change
from .opening import create_file, open_file
from .places import move_to_own_folder, synced_folder
from .store import Store

__all__ = [
    "AnyStore",
    "Backup",
    "Change",
    "CheckReport",
    "Store",
    "advice",
    "backups_of",
    "borrowed",
    "check",
    "create_file",
    "move_to_own_folder",
    "open_engine",
    "open_file",
    "restore",
    "synced_folder",
]
