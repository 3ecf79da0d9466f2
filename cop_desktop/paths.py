"""Where things lie: the program's own resources, and the user's data on this machine."""

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

APP = "Maagalim"


@cache
def resources() -> Path:
    """Texts and catalogues: beside the package in a checkout, inside it when installed."""
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def package_dir(package: str) -> Path:
    """Where an installed package of data (fonts, icons) lies, without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(package)
    return Path(spec.submodule_search_locations[0])


def data_dir() -> Path:
    """Local (never roaming, never synced) application data; `COP_DATA_DIR` replaces it in tests."""
    from platformdirs import user_data_path

    told = os.environ.get("COP_DATA_DIR")
    return Path(told) if told else user_data_path(APP, appauthor=False, roaming=False)


def is_address(words: str) -> bool:
    """Whether somebody means a database on a server, not a file."""
    return "://" in words


def communities_dir() -> Path:
    return data_dir() / "communities"


def backups_dir() -> Path:
    return data_dir() / "backups"


def locks_dir() -> Path:
    return data_dir() / "locks"


def outbox_dir() -> Path:
    """Where packages wait for whoever carries them, unless another folder was chosen."""
    return data_dir() / "outbox"


def export_key() -> Path:
    """The key of this machine that packages are signed with."""
    return data_dir() / "keys" / "export.key"


def export_ends() -> Path:
    """What this computer remembers of logs of exports: how each of them ended."""
    return data_dir() / "exported"


def settings_file() -> Path:
    return data_dir() / "settings.json"


def log_file() -> Path:
    return data_dir() / "maagalim.log"
