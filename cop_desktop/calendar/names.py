"""Names of days in the three languages, read from `resources/calendar/names.toml`."""

import tomllib
from functools import cache

from cop_desktop.paths import resources


def name_of(key: str, language: str) -> str:
    """`ערב ראש השנה` for `rosh_hashanah_eve`."""
    return _names()[key][language]


def group_name(group: str, language: str) -> str:
    """The short name of a festival with its eve and vacation, as it stands under a ribbon."""
    return _names()[f"group.{group}" if f"group.{group}" in _names() else group][language]


@cache
def _names() -> dict[str, dict[str, str]]:
    path = resources() / "calendar" / "names.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
