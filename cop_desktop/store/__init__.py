"""The open file: engine, transactions, undo, backups, migrations."""

from .engine import open_engine
from .journal import Change
from .opening import create_file, open_file
from .store import Store

__all__ = ["Change", "Store", "create_file", "open_engine", "open_file"]
